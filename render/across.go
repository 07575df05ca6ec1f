package render

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"fuhe"
)

// AddAcross counts findings over several forms.
func (t *Tally) AddAcross(found []fuhe.Across) {
	for i := range found {
		t.Add([]fuhe.Finding{found[i].Finding})
	}
}

// AcrossText prints what the forms of a run say of each other, in a section of its own.
//
//	跨表核对
//	2024.pdf:p1.t1!E6  警告 A101
//	    0 → 20.00  100.00 − 80.00 = 20.00
//	    “智慧平台运维”上年结转印为0，…
//	    对照：2023.pdf:p1.t1!E4、2023.pdf:p1.t1!F4
func AcrossText(w io.Writer, found []fuhe.Across, o TextOptions) error {
	if len(found) == 0 {
		return nil
	}
	out := bufio.NewWriter(w)
	if !o.Quiet {
		fmt.Fprintln(out, paint(o.Color, bold, acrossName.In(o.Lang)))
	}
	for i := range found {
		acrossFinding(out, &found[i], o)
	}
	fmt.Fprintln(out)
	return out.Flush()
}

// acrossLines prints the same one on a line.
func acrossLines(out io.Writer, found []fuhe.Across, o TextOptions) {
	for i := range found {
		x := &found[i]
		parts := []string{paint(o.Color, bold, AcrossPlace(x.Path, x.Report, x.At)), paint(o.Color, severityColors[x.Severity], SeverityName(x.Severity, o.Lang)), Plain(x.Rule)}
		for _, s := range []string{figuresWhere(x, o.Lang), Plain(x.Working), Plain(x.Message)} {
			if s != "" {
				parts = append(parts, s)
			}
		}
		fmt.Fprintln(out, strings.Join(parts, "  "))
	}
}

func acrossFinding(out io.Writer, x *fuhe.Across, o TextOptions) {
	line := func(text, color, first string) {
		for i, part := range Wrap(text, o.Width-len(findingIndent)) {
			if i > 0 {
				first = findingIndent
			}
			fmt.Fprintln(out, first+paint(o.Color, color, part))
		}
	}
	fmt.Fprintf(out, "  %s  %s\n", paint(o.Color, bold, AcrossPlace(x.Path, x.Report, x.At)),
		paint(o.Color, severityColors[x.Severity], SeverityName(x.Severity, o.Lang)+" "+Plain(x.Rule)))
	var second []string
	for _, s := range []string{figuresWhere(x, o.Lang), Plain(x.Working)} {
		if s != "" {
			second = append(second, s)
		}
	}
	if len(second) > 0 {
		line(strings.Join(second, "  "), "", findingIndent)
	}
	if x.Cause != nil {
		line(causeText(x.Cause, o.Lang), "", findingIndent)
	}
	line(Plain(x.Message), "", findingIndent)
	if len(x.Inputs) > 0 {
		against := againstName.In(o.Lang) + AcrossInputs(x, o.Lang)
		if x.Match != nil {
			against += fmt.Sprintf(matchPhrase.In(o.Lang), Plain(x.Match.Because))
		}
		line(against, "", findingIndent)
	}
}

// figuresWhere is "published → recomputed" where something was recomputed.
func figuresWhere(x *fuhe.Across, l fuhe.Lang) string {
	if x.Recomputed == "" {
		return ""
	}
	return figures(x.Finding, l)
}

// AcrossPlace is where an entry stands: its file, which of its forms where that is not the first, and the cell.
func AcrossPlace(path string, report int, at fuhe.Source) string {
	path = Path(path)
	if report > 0 {
		path += " #" + strconv.Itoa(report+1)
	}
	return Place(path, at)
}

// mostInputs are named of a finding; the JSON has them all.
const mostInputs = 4

// AcrossInputs are the places that a finding rests on.
func AcrossInputs(x *fuhe.Across, l fuhe.Lang) string {
	var places []string
	for i, p := range x.Inputs {
		if i == mostInputs {
			places = append(places, fmt.Sprintf(acrossMore.In(l), len(x.Inputs)-mostInputs))
			break
		}
		places = append(places, AcrossPlace(p.Path, p.Report, p.At))
	}
	return strings.Join(places, uncheckedComma.In(l))
}
