package form

import (
	"strconv"

	"fuhe/extract/lazy"

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

// isFundRow wants a name that stays left of the amounts and amounts that each stay under their own heading. A remark beside
// an amount, or in its place, makes no other row of it where another amount is printed.
func (m *moneyBlock) isFundRow(r int, label *view.Cell) bool {
	v, amount := m.view, m.hasAmount(r)
	if label != nil {
		if label.Right() >= m.Columns.First() || utf8.RuneCountInString(label.Text) > maxNameRune && !amount || isNumbering(v.In(r)) {
			return false
		}
		if label.Row < r && label.Row < m.From {
			return false
		}
		if label.RowSpan > 1 && !amount && label.Right() < m.names[len(m.names)-1] {
			return false // the caption beside the block
		}
	}
	for _, c := range v.In(r) {
		if c.Col >= m.Columns.First() && strings.ContainsAny(c.Text, "：:") && !m.Columns.Remarked(c) && !(amount && (m.Columns.Over(c) == 1 || m.beside(c))) {
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
			case !number && m.Columns.Over(c) > 1 && !m.pointsOnly(c): // 情况说明 and other text across the amounts
				return false
			case !number && isAmount(col.Field) && utf8.RuneCountInString(c.Text) > maxAmountRune && !amount:
				return false
			}
		}
	}
	return true
}

// beside reports whether a cell stands right of all headings of the block: a note of whoever checked the form.
func (m *moneyBlock) beside(c *view.Cell) bool {
	last := &m.Columns.List[len(m.Columns.List)-1]
	return c.Col > last.To && m.view.At(m.Zone.Bottom, c.Col).Blank()
}

// pointsOnly reports whether a placeholder covers weight, rate and score and no amount.
func (m *moneyBlock) pointsOnly(c *view.Cell) bool {
	for i := range m.Columns.List {
		if col := &m.Columns.List[i]; isAmount(col.Field) && c.Col <= col.To && c.Right() >= col.From {
			return false
		}
	}
	return words.IsPlaceholder(c.Text)
}

// loseRow names the figures of a row that is no fund: those under one heading may be a fund's, a list of its own beside the
// funds (按支出性质分：760.00) is none of theirs.
func (m *moneyBlock) loseRow(r int, s *said) {
	row := m.view.In(r)
	if isNumbering(row) {
		return
	}
	for _, c := range row {
		over := m.Columns.Over(c)
		switch {
		case over > 1 && figuresIn(c.Text) > 1:
			s.lose("/funds", c.Entry(), true, both("资金及其金额写在同一格内", "a fund and its amounts in one cell"))
		case over == 1 && c.Row == r && looksLikeFigure(c.Text):
			s.lose("/funds", c.Entry(), true, both("所在行不是资金行", "a row of the money block that is no fund"))
		case over > 1 && listedAmount.MatchString(words.Squeeze(c.Text)):
			s.lose("/funds", c.Entry(), false, both("资金栏中另列的金额，未读取", "an amount listed beside the funds, which is not read"))
		}
	}
}

// listedAmount is a name with its amount in one cell.
var listedAmount = lazy.New(`^.{2,20}[:：][0-9][0-9,.]*(万?元)?$`)

// restOfLabel reports whether a row holds nothing but a text in the columns of the names, beside amounts that began above:
// a stray rule runs through the name of a fund.
func (m *moneyBlock) restOfLabel(r int, label *view.Cell) bool {
	if label == nil || label.Row != r {
		return false
	}
	above := 0
	for i := range m.Columns.List {
		col := &m.Columns.List[i]
		if col.Field.Aside() {
			continue
		}
		c, ok := m.view.Under(r, col)
		if !ok || c != nil && c.Row == r && !c.Blank() {
			return false
		}
		if c != nil && c.Row < r && c.Row >= m.From && isAmount(col.Field) && !c.Blank() {
			above++
		}
	}
	return above > 0
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

// isNumbering tells the row that numbers the columns (栏次 1 2 3, 列次 A B C, （A） （B） （B/A）) from figures.
func isNumbering(row []*view.Cell) bool {
	switch row[0].Heading.Key {
	case "栏次", "列次", "行次":
		return true
	}
	letters, digits, notes := true, true, true
	for i, c := range row[1:] {
		s := words.Squeeze(c.Text)
		notes = notes && strings.ContainsAny(s, "ABCDEF") && formulaNote.MatchString(s)
		letters = letters && s == string(rune('A'+i))
		digits = digits && s == strconv.Itoa(i+1)
	}
	return len(row) > 2 && (letters || notes || digits && len(row) > 3)
}

// formulaNote is the note of a heading that stands in a row of its own under it.
var formulaNote = lazy.New(`^\(?[A-F]([/÷][A-F])?([×x*]100%)?\)?$`)
