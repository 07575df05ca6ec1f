package render

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
)

// Long writes the findings of documents for a person to read, each document as it comes: the path once a form, two or
// three lines a finding.
//
//	form.pdf: 财政项目支出绩效自评表 · 2021年度 · 新能源产业推进 · 规则 shanghai（…）
//	  p1.t1!G4  错误 F102  年度资金总额 执行率
//	      35.77% → 35.76%  147663.64 ÷ 412907 = 35.7619…%
//	      [rounded-up] 35.7619…% 向上进位得 35.77%，四舍五入为 35.76%
//	  数字 40 个：相符 30，矛盾 1，待判断 4，未核对 5
type Long struct {
	out *bufio.Writer
	o   TextOptions
	met map[*fuhe.Report]map[string]bool // the findings printed so far, by their ids
}

// NewLong prints to w.
func NewLong(w io.Writer, o TextOptions) *Long {
	return &Long{bufio.NewWriter(w), o, map[*fuhe.Report]map[string]bool{}}
}

// Document prints a document, and what is to be read before the next one comes.
func (l *Long) Document(d *fuhe.Document) error {
	path := Path(d.Path)
	if l.o.Verbose {
		statusText(l.out, path, d, l.o.Lang)
	}
	for _, r := range d.Reports {
		l.report(path, r, r.Findings)
	}
	return l.out.Flush()
}

// Further prints the findings that a document has got since it was printed.
func (l *Long) Further(d *fuhe.Document) error {
	for _, r := range d.Reports {
		var more []fuhe.Finding
		for _, f := range r.Findings {
			if !l.met[r][f.ID] {
				more = append(more, f)
			}
		}
		if len(more) > 0 {
			l.report(Path(d.Path), r, more)
		}
	}
	return l.out.Flush()
}

func (l *Long) report(path string, r *fuhe.Report, findings []fuhe.Finding) {
	again := l.met[r] != nil
	if !again {
		l.met[r] = map[string]bool{}
	}
	switch {
	case !l.o.Quiet:
		l.line(heading(path, r, l.o.Lang), bold, "", "  ")
	case len(findings) > 0:
		l.line(path, bold, "", "  ")
	}
	for i := range findings {
		l.met[r][findings[i].ID] = true
		l.finding(r, &findings[i])
	}
	if !l.o.Quiet && !again {
		c := r.Coverage
		l.line(fmt.Sprintf(coveragePhrase.In(l.o.Lang), c.Figures, c.Agree, c.Differ, c.Judgement, c.Unchecked), "", "  ", "    ")
		for _, line := range uncheckedLines(r, l.o.Lang) {
			l.line(line, "", "    ", "      ")
		}
	}
	if !l.o.Quiet || len(findings) > 0 {
		fmt.Fprintln(l.out)
	}
}

// finding is where and of what entry; the figures and how they come about; the likely slip, or what is to be said.
func (l *Long) finding(r *fuhe.Report, f *fuhe.Finding) {
	place := Plain(f.At.String())
	if place == "" {
		place = "–"
	}
	fmt.Fprintf(l.out, "  %s  %s  %s\n", paint(l.o.Color, bold, place),
		paint(l.o.Color, severityColors[f.Severity], SeverityName(f.Severity, l.o.Lang)+" "+Plain(f.Rule)), Plain(r.Label(f.Field, l.o.Lang)))
	var second []string
	if f.Recomputed != "" || f.Working != "" {
		second = append(second, figures(*f, l.o.Lang))
		if f.Working != "" {
			second = append(second, Plain(f.Working))
		}
	}
	effect := ""
	if e, ok := effectNames[f.Effect]; ok {
		effect = e.In(l.o.Lang)
	}
	if len(second) > 0 {
		second, effect = append(second, effect), ""
	}
	if second = slices.DeleteFunc(second, func(s string) bool { return s == "" }); len(second) > 0 {
		l.line(strings.Join(second, "  "), "", findingIndent, findingIndent+"  ")
	}
	switch {
	case f.Cause != nil && f.Cause.Text != "":
		l.line(causeText(f.Cause, l.o.Lang), "", findingIndent, findingIndent+"  ")
	case f.Message != "":
		l.line(strings.TrimSpace(Plain(f.Message)+" "+effect), "", findingIndent, findingIndent+"  ")
	}
	if f.Kept != "" && f.Cause != nil && f.Cause.Text != "" { // else it ends the message
		l.line(Plain(f.Kept), "", findingIndent, findingIndent+"  ")
	}
	for i := 0; l.o.Causes && i < len(f.Causes); i++ {
		l.line(OrName.In(l.o.Lang)+causeText(&f.Causes[i], l.o.Lang), "", findingIndent, findingIndent+"  ")
	}
}

const findingIndent = "      "

// line prints a text within the width of the terminal.
func (l *Long) line(text, color, first, others string) {
	for i, part := range Wrap(text, l.o.Width-Cells(others)) {
		indent := first
		if i > 0 {
			indent = others
		}
		fmt.Fprintln(l.out, indent+paint(l.o.Color, color, part))
	}
}

// Close prints what the run comes to, and what to do next.
func (l *Long) Close(t Tally, next string) error {
	if !l.o.Quiet {
		l.line(Summary(t, l.o.Lang), "", "", "  ")
		if next != "" {
			l.line(next, "", "", "  ")
		}
	}
	return l.out.Flush()
}

// leastWidth: on a terminal narrower than that nothing is wrapped.
const leastWidth = 30

// Wrap breaks a text into lines of so many cells: between words, and between ideographs, of which each takes two. A width
// too small, or none, breaks nothing.
func Wrap(text string, width int) []string {
	if width < leastWidth || Cells(text) <= width {
		return []string{text}
	}
	var lines []string
	line, word := "", ""
	flush := func() {
		if line != "" && Cells(line)+Cells(word) > width {
			lines = append(lines, strings.TrimRight(line, " "))
			line, word = "", strings.TrimLeft(word, " ")
		}
		line += word
		word = ""
	}
	for _, r := range text {
		s := string(r)
		switch {
		case r == ' ':
			flush()
			word = " "
			continue
		case Cells(s) > 1:
			if !strings.ContainsRune("，。；：、）》”！？%", r) { // these never begin a line
				flush()
			}
			word += s
		default:
			if last, _ := utf8.DecodeLastRuneInString(word); word != "" && runeCells(last) != 1 || strings.HasSuffix(word, "　") {
				flush()
			}
			word += s
		}
	}
	flush()
	return append(lines, strings.TrimRight(line, " "))
}

// statusText names a document without a form, or one that was passed over.
func statusText(out io.Writer, path string, d *fuhe.Document, l fuhe.Lang) {
	switch d.Status() {
	case fuhe.StatusWithoutForm:
		fmt.Fprintf(out, "%s  %s\n", path, withoutFormName.In(l))
	case fuhe.StatusPassedOver:
		fmt.Fprintf(out, "%s  %s  %s\n", path, passedOverName.In(l), Plain(d.PassedOver))
	}
}
