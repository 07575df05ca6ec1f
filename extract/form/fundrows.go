package form

import (
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// endsBefore tells the first row behind the money block from a fund.
func (m *moneyBlock) endsBefore(r int) bool {
	v := m.view
	if v.TitleIn(r) != nil {
		return true
	}
	row := v.In(r)
	first := row[0]
	if m.anotherCaption(first) {
		return true
	}
	if first.Is(&words.Goals, words.Expected) && first.Right() >= m.Columns.First() || words.Remarks.MatchString(first.Heading.Key) {
		return true
	}
	for _, l := range v.LabelsIn(r) {
		if l.Field != words.Known && l.Field != words.Score && l.Field != words.Year && l.Label.Bottom() == r {
			return true
		}
	}
	return false
}

// anotherCaption reports whether a cell begins the part of the form behind the money block: it stands where the block's
// caption ran down the side until here, and is no name of a fund in one row. Behind a page edge it may be the rest of
// that caption.
func (m *moneyBlock) anotherCaption(c *view.Cell) bool {
	beside := m.view.At(m.Zone.Bottom, c.Col)
	if m.view.Breaks[c.Row] || beside.Blank() || beside.Bottom() <= m.Zone.Bottom || c.Row <= beside.Bottom() || beside.Right() >= m.Columns.First() {
		return false
	}
	return c.RowSpan > 1 || c.Right() <= beside.Right()
}

// isFundRow wants a name that stays left of the amounts and amounts that each stay under their own heading.
func (m *moneyBlock) isFundRow(r int, label *view.Cell) bool {
	v := m.view
	if label != nil {
		if label.Right() >= m.Columns.First() || utf8.RuneCountInString(label.Text) > maxNameRune && !m.hasAmount(r) || isNumbering(v.In(r)) {
			return false
		}
		if label.Row < r && label.Row < m.From {
			return false
		}
	}
	for _, c := range v.In(r) {
		if c.Col >= m.Columns.First() && strings.ContainsAny(c.Text, "：:") && !m.Columns.Remarked(c) {
			return false // 按支出性质分：, another list beside the funds
		}
	}
	for i := range m.Columns.List {
		col := &m.Columns.List[i]
		if col.Field.Aside() {
			continue
		}
		for _, c := range v.CellsUnder(r, col) {
			_, number := fuhe.ParseNumber(c.Text)
			switch {
			case c.Col < m.Columns.First():
				return false
			case !number && m.Columns.Over(c) > 1: // 情况说明 and other text across the amounts
				return false
			case !number && isAmount(col.Field) && utf8.RuneCountInString(c.Text) > maxAmountRune:
				return false
			}
		}
	}
	return true
}

func isAmount(f words.Field) bool {
	return f == words.Initial || f == words.Adjusted || f == words.Executed
}

func (m *moneyBlock) hasAmount(r int) bool {
	for i := range m.Columns.List {
		for _, c := range m.view.CellsUnder(r, &m.Columns.List[i]) {
			if _, ok := fuhe.ParseNumber(c.Text); ok {
				return true
			}
		}
	}
	return false
}

// isNumbering tells the row that numbers the columns (栏次 1 2 3, 列次 A B C) from figures.
func isNumbering(row []*view.Cell) bool {
	switch row[0].Heading.Key {
	case "栏次", "列次", "行次":
		return true
	}
	for i, c := range row[1:] {
		if s := words.Squeeze(c.Text); s != string(rune('A'+i)) {
			return false
		}
	}
	return len(row) > 2
}
