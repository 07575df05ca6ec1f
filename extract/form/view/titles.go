package view

import (
	"strings"

	"fuhe/extract/form/words"
)

// Names is the field of the label that begins a header in a row: the name of the project, or of the department where the
// form is about one; none for other rows. Only the first label of the row counts.
func (v *View) Names(r int) words.Field {
	row := v.In(r)
	if len(row) == 0 {
		return words.None
	}
	return words.OwnerOf(claimsOfLabel(row[0].Text, row[0].Heading.Key))
}

// LeadIn is the first row of the lines that stand over a form inside the grid: title, year, unit.
func (v *View) LeadIn(r, from int) int {
	for at := r; at-1 > from; at-- {
		row := v.In(at - 1)
		if v.Dropped[at-1] || len(row) != 1 || words.Remarks.MatchString(row[0].Heading.Key) || words.Totals.MatchString(row[0].Heading.Key) {
			return at
		}
		s := words.Squeeze(row[0].Text)
		if !words.YearLine.MatchString(s) && !words.Annex.MatchString(s) && !words.IsTitle(row[0].Text) && !strings.Contains(s, "单位:") {
			return at
		}
	}
	return r
}

// TitleIn is the title in a row that holds little else; nil when it holds none.
func (v *View) TitleIn(r int) *Cell {
	row := v.In(r)
	if len(row) == 0 || len(row) > 3 {
		return nil
	}
	for _, c := range row {
		if words.IsTitle(c.Text) && c.ColSpan >= len(v.Cols)-len(row) || words.IsTitle(c.Text) && len(row) == 1 {
			return c
		}
	}
	return nil
}
