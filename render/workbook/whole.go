package workbook

import (
	"fmt"
	"strings"

	"fuhe"
)

// whole is the printed form with everything that its report holds: title, year and unit stand above the table, where
// they are known and stand nowhere on it, and entries that were read elsewhere stand below it. A sheet without them
// could not be read back as the same form.
func whole(r *fuhe.Report) fuhe.Printed {
	p := r.Printed
	switch {
	case spanless(p.Table) && len(r.Indicators) > 0:
		p = relaid(r)
	case p.Table.Page > 0 && sound(p.Table):
		p.Table = mended(r)
	}
	p.Above = headingLines(p.Above, r.Title)
	on := bareTexts(p)
	has := func(text string) bool { return strings.Contains(on, bare(text)) }
	var title, head []fuhe.Line
	if r.Title != "" && !has(r.Title) {
		title = []fuhe.Line{{Text: r.Title}}
	}
	if r.Year != "" && !has(r.Year) {
		head = append(head, fuhe.Line{Text: fmt.Sprintf("（%s年度）", r.Year)})
	}
	if r.MoneyUnit != "" && !has(r.MoneyUnit) {
		head = append(head, fuhe.Line{Text: "单位：" + r.MoneyUnit})
	}
	above := make([]fuhe.Line, 0, len(p.Above)+3)
	p.Above = append(append(append(above, title...), p.Above...), head...)
	if strays := strays(r, p.Table, on); len(strays) > 0 {
		p.Below = append(append(make([]fuhe.Line, 0, len(p.Below)+len(strays)), p.Below...), strays...)
	}
	return p
}

// strays are the entries that stand neither in a cell of the table nor in a line around it.
func strays(r *fuhe.Report, t fuhe.Table, on string) []fuhe.Line {
	placed := map[fuhe.Source]bool{}
	for _, c := range t.Cells {
		placed[c.At] = true
	}
	var out []fuhe.Line
	for _, e := range r.Entries() {
		if e.Cell.Text == "" || placed[e.Cell.At] || strings.Contains(on, bare(e.Cell.Text)) {
			continue
		}
		placed[e.Cell.At] = e.Cell.Present()
		out = append(out, fuhe.Line{Text: r.Label(e.Field, fuhe.ZH) + "：" + e.Cell.Text, At: e.Cell.At})
	}
	return out
}

// bareTexts are all texts of a printed form in one, apart from each other.
func bareTexts(p fuhe.Printed) string {
	var b strings.Builder
	for _, lines := range [][]fuhe.Line{p.Above, p.Below} {
		for _, l := range lines {
			b.WriteString(bare(l.Text) + "\x00")
		}
	}
	for _, c := range p.Table.Cells {
		b.WriteString(bare(c.Text) + "\x00")
	}
	return b.String()
}

// bare is a text without white space.
func bare(s string) string { return strings.Join(strings.Fields(s), "") }

// linesBeforeTitle are kept for an annex number or a form number; more of them are the report around the form.
const linesBeforeTitle = 3

// headingLines are the lines above a table that belong to its form: on a page that begins with a narrative they are the
// last ones, from the title on.
func headingLines(above []fuhe.Line, title string) []fuhe.Line {
	for i := len(above) - 1; i >= 0; i-- {
		if sameText(above[i].Text, title) {
			return above[max(0, i-linesBeforeTitle):]
		}
	}
	return above
}
