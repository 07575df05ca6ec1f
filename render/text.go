package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"fuhe"
)

// TextOptions says how findings are shown on a terminal.
type TextOptions struct {
	Lang  fuhe.Lang
	Color bool // with ANSI colours
	Quiet bool // only findings and unread places: no headings, coverage, summary

	Width   int  // of the terminal, for Long; 0 for none
	Said    bool // unread places were said elsewhere
	Verbose bool // files without a form and those passed over by name, too
	Causes  bool // further causes of a finding, too, the next likely first

	Rolls  []fuhe.Roll   // what they come to by unit and year, for Statistics
	Across []fuhe.Across // what the forms say of each other, for Text
}

// Text writes the findings of all documents, one a line, grouped by form:
//
//	form.pdf: 财政项目支出绩效自评表 · 2021年度 · 新能源产业推进 · 规则 shanghai（…）
//	form.pdf:p1.t1!G4  错误  F102  年度资金总额 执行率  35.77% → 35.76%  147663.64 ÷ 412907 = 35.7619…%；…
//	  数字 40 个：相符 30，矛盾 1，待判断 4，未核对 5
func Text(w io.Writer, docs []fuhe.Document, o TextOptions) error {
	out := bufio.NewWriter(w)
	for i := range docs {
		documentText(out, &docs[i], o)
	}
	acrossLines(out, o.Across, o)
	if !o.Quiet {
		t := TallyOf(docs)
		t.AddAcross(o.Across)
		fmt.Fprintln(out, Summary(t, o.Lang))
	}
	return out.Flush() // a bufio.Writer keeps its first error
}

// Summary is the last line of a run: what was met, what became of it, what was found.
func Summary(t Tally, l fuhe.Lang) string {
	line := fmt.Sprintf(summaryPhrase.In(l), t.Documents, t.Reports, t.Errors, t.Warnings, t.Notes, t.Unread)
	for _, more := range []struct {
		n      int
		phrase fuhe.Phrase
	}{{t.WithoutForm, withoutFormPhrase}, {t.PassedOver, passedOverPhrase}, {t.Doubts, doubtsPhrase}} {
		if more.n > 0 {
			line += fmt.Sprintf(more.phrase.In(l), more.n)
		}
	}
	return line
}

func documentText(out *bufio.Writer, d *fuhe.Document, o TextOptions) {
	path := Path(d.Path)
	if o.Verbose {
		statusText(out, path, d, o.Lang)
	}
	for _, r := range d.Reports {
		if !o.Quiet {
			fmt.Fprintln(out, paint(o.Color, bold, heading(path, r, o.Lang)))
		}
		findingsText(out, path, r, o)
		if !o.Quiet {
			c := r.Coverage
			fmt.Fprintf(out, "  "+coveragePhrase.In(o.Lang)+"\n", c.Figures, c.Agree, c.Differ, c.Judgement, c.Unchecked)
			for _, line := range uncheckedLines(r, o.Lang) {
				fmt.Fprintln(out, "    "+line)
			}
			fmt.Fprintln(out)
		}
	}
	if o.Said {
		return
	}
	for _, u := range d.Unread {
		fmt.Fprintf(out, "%s  %s  %s\n", Place(path, u.At), paint(o.Color, magenta, UnreadName.In(o.Lang)), Plain(u.Reason))
	}
	if len(d.Unread) > 0 && !o.Quiet {
		fmt.Fprintln(out)
	}
}

// heading names a form: file, title, year, project, rule profile and why that one.
func heading(path string, r *fuhe.Report, l fuhe.Lang) string {
	var parts []string
	add := func(s string) {
		if s = Plain(s); s != "" {
			parts = append(parts, s)
		}
	}
	add(r.Title)
	if r.Year != "" {
		add(fmt.Sprintf(yearPhrase.In(l), r.Year))
	}
	add(r.Project.Text)
	if r.Inferred {
		add(inferredPhrase.In(l))
	}
	add(HiddenSheet(r, l))
	if r.Scanned {
		add(scannedPhrase.In(l))
	}
	add(ProfileText(r, l))
	return path + ": " + strings.Join(parts, " · ")
}

// ProfileText is the rule profile that a form was judged by, and why that one: "rules mof (…)"; "" for a form that was not judged.
func ProfileText(r *fuhe.Report, l fuhe.Lang) string {
	switch {
	case r.Profile.ID == "":
		return ""
	case r.Profile.Because == "":
		return Plain(fmt.Sprintf(rulesPhrase.In(l), r.Profile.ID))
	}
	return Plain(fmt.Sprintf(becausePhrase.In(l), r.Profile.ID, r.Profile.Because))
}

// HiddenSheet says that a form stands on a hidden sheet, and on which; "" for one that does not.
func HiddenSheet(r *fuhe.Report, l fuhe.Lang) string {
	if r.HiddenSheet == "" {
		return ""
	}
	return fmt.Sprintf(hiddenPhrase.In(l), Plain(r.HiddenSheet))
}

// Place is what an editor or grep wants first on a line: file:place.
func Place(path string, at fuhe.Source) string {
	if s := Plain(at.String()); s != "" {
		return path + ":" + s
	}
	return path
}

// maxPadCells ends the alignment of a column: one very long indicator name must not push all others off the screen.
const maxPadCells = 40

// findingColumns are the aligned parts of a finding's line; what follows them is free.
const findingColumns = 5

func findingsText(out *bufio.Writer, path string, r *fuhe.Report, o TextOptions) {
	lines := make([][findingColumns + 1]string, len(r.Findings))
	var widths [findingColumns]int
	for i, f := range r.Findings {
		lines[i] = findingParts(path, r, f, o)
		for c := range widths {
			if n := Cells(lines[i][c]); n <= maxPadCells || c == 0 {
				widths[c] = max(widths[c], n)
			}
		}
	}
	for i, parts := range lines {
		for c := range widths {
			padded := pad(parts[c], widths[c])
			switch c {
			case 0:
				padded = paint(o.Color, bold, padded)
			case 1:
				padded = paint(o.Color, severityColors[r.Findings[i].Severity], padded)
			}
			if widths[c] > 0 {
				out.WriteString(padded + "  ")
			}
		}
		fmt.Fprintln(out, parts[findingColumns])
	}
}

// findingParts are place, severity, rule, entry, figures, and the rest: working, cause, effect, message.
func findingParts(path string, r *fuhe.Report, f fuhe.Finding, o TextOptions) [findingColumns + 1]string {
	l := o.Lang
	var rest []string
	if f.Working != "" {
		rest = append(rest, Plain(f.Working))
	}
	if f.Cause != nil {
		rest = append(rest, causeText(f.Cause, l))
	}
	if o.Causes {
		for i := range f.Causes {
			rest = append(rest, OrName.In(l)+causeText(&f.Causes[i], l))
		}
	}
	if e, ok := effectNames[f.Effect]; ok {
		rest = append(rest, e.In(l))
	}
	rest = append(rest, Plain(f.Message))
	return [...]string{
		Place(path, f.At), SeverityName(f.Severity, l), Plain(f.Rule), Plain(r.Label(f.Field, l)), figures(f, l), strings.Join(rest, "  "),
	}
}

// SeverityName is a severity in words.
func SeverityName(s fuhe.Severity, l fuhe.Lang) string { return Plain(s.Name(l)) }

// causeText is a likely slip: its kind and how it gives the published figure.
func causeText(c *fuhe.Cause, l fuhe.Lang) string {
	return fmt.Sprintf("[%s] %s", Plain(c.Kind.Name(l)), Plain(c.Text))
}

// EffectName is an effect in words; "" for none.
func EffectName(e fuhe.Effect, l fuhe.Lang) string { return effectNames[e].In(l) }

// figures is "published → recomputed", or the one there is.
func figures(f fuhe.Finding, l fuhe.Lang) string {
	published, recomputed := Plain(f.Published), Plain(f.Recomputed)
	switch {
	case recomputed == "":
		return published
	case published == "":
		published = BlankName.In(l)
	}
	return published + " → " + recomputed
}

// ANSI colours.
const (
	bold    = "1"
	red     = "1;31"
	yellow  = "1;33"
	cyan    = "36"
	magenta = "35"
)

var severityColors = map[fuhe.Severity]string{fuhe.Error: red, fuhe.Warning: yellow, fuhe.Note: cyan}

func paint(color bool, code, s string) string {
	if !color || code == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
