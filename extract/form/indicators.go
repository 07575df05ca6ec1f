package form

import (
	"regexp"
	"slices"

	"fuhe"
)

// row is one row under the headings of the indicators, as its cells stand.
type row struct {
	at        int
	indicator fuhe.Indicator
	own       struct{ level1, level2 *cell } // printed in this row or merged over it; nil when blank
}

// readIndicators reads the rows under the headings of an indicator block up to the next block.
func (f *reader) readIndicators(b *block) {
	v := f.view
	var last *row
	for r := b.from; r < b.to; r++ {
		cells := v.in(r)
		if v.dropped[r] || len(cells) == 0 {
			continue
		}
		switch f.rowKind(b, r) {
		case totalRow:
			f.readTotal(b, r)
		case otherRow:
		case indicatorRow:
			now := f.indicatorAt(b, r)
			f.carryLevels(b, last, now)
			if v.breaks[r] && last != nil && f.joinCut(b, last, now) {
				continue
			}
			if isUnused(now.indicator) {
				continue
			}
			f.report.Indicators = append(f.report.Indicators, now.indicator)
			last = now
		}
	}
}

type rowKind uint8

const (
	indicatorRow rowKind = iota
	totalRow
	otherRow
)

// rowKind tells indicators from the total and from rows that only hold text. A row that is neither and holds points is
// refused: its figures would be lost.
func (f *reader) rowKind(b *block, r int) rowKind {
	v := f.view
	label := f.rowLabel(b, r)
	if label != nil {
		key := label.heading.key
		switch {
		case totals.MatchString(key) && f.mayBeTotal(b, label):
			return totalRow
		case subtotals.MatchString(key):
			return otherRow
		case remarks.MatchString(key) || isRemark(label.text):
			return otherRow
		}
		for _, l := range v.labelsIn(r) {
			if l.label == label && l.field != score && !f.isLevel(b, label) {
				return otherRow
			}
		}
	}
	if w := f.acrossFields(b, r); w != nil {
		for _, fd := range []field{weight, score} {
			if col := b.columns.find(fd); col != nil {
				if c, ok := v.under(r, col); !ok || !c.blank() && c != w && c.row == r {
					f.refuse(w.at, "a row with points that is neither an indicator nor a total: "+quote(w.text))
				}
			}
		}
		return otherRow
	}
	return indicatorRow
}

// rowLabel is the first cell with text that begins in the row and is not the caption beside the block. A caption stands
// left of the first heading.
func (f *reader) rowLabel(b *block, r int) *cell {
	for _, c := range f.view.in(r) {
		if c.right() >= b.columns.first() || c.row == r && len(f.view.in(r)) == 1 || totals.MatchString(c.heading.key) || remarks.MatchString(c.heading.key) || isLabel(c) {
			return c
		}
	}
	return nil
}

// mayBeTotal keeps an indicator that is called like a total from being taken for it: a total's label stands left of the
// target and does not share its row with a name of its own.
func (f *reader) mayBeTotal(b *block, label *cell) bool {
	for i := range b.columns.list {
		switch col := &b.columns.list[i]; col.field {
		case target, actual, weight, score:
			if label.col >= col.from {
				return false
			}
		}
	}
	for _, fd := range []field{target, actual} {
		if col := b.columns.find(fd); col != nil {
			if c, ok := f.view.under(label.row, col); ok && !c.blank() && c != label && c.row == label.row {
				if _, number := fuhe.ParseNumber(c.text); !number {
					return false
				}
			}
		}
	}
	return true
}

func (f *reader) isLevel(b *block, c *cell) bool {
	for _, fd := range []field{level1, level2, name} {
		if col := b.columns.find(fd); col != nil && c.col <= col.to && c.right() >= col.from {
			return c.bottom() > c.row || !f.spansFields(b, c)
		}
	}
	return false
}

var remarkText = regexp.MustCompile(`^(注|备注|说明|附注|填表说明|填报说明|注释)(\d*[.、])?[:：]`)

func isRemark(text string) bool { return remarkText.MatchString(squeeze(text)) }

// acrossFields is a cell with text that begins in the row and covers columns which never go together (name and target,
// weight and score): such a row is no indicator.
func (f *reader) acrossFields(b *block, r int) *cell {
	for _, c := range f.view.in(r) {
		if f.spansFields(b, c) {
			return c
		}
	}
	return nil
}

func (f *reader) spansFields(b *block, c *cell) bool {
	groups := 0
	seen := map[int]bool{}
	for i := range b.columns.list {
		col := &b.columns.list[i]
		if col.field == known || c.col > col.to || c.right() < col.from {
			continue
		}
		g := fieldGroup(col.field)
		if !seen[g] {
			seen[g] = true
			groups++
		}
	}
	return groups > 1
}

// fieldGroup puts the columns together that one cell may cover: the levels and the name; the parts of a target with the
// actual value ("及时" printed once for both).
func fieldGroup(f field) int {
	switch f {
	case level1, level2, name:
		return 1
	case target, revised, sign, unit, actual:
		return 2
	}
	return 10 + int(f)
}

// indicatorAt reads a row by its headings.
func (f *reader) indicatorAt(b *block, r int) *row {
	now := &row{at: r}
	n := &now.indicator
	for _, e := range []struct {
		field field
		entry *fuhe.Cell
		own   **cell
	}{{level1, &n.Level1, &now.own.level1}, {level2, &n.Level2, &now.own.level2}, {name, &n.Name, nil}, {actual, &n.Actual, nil}, {deviation, &n.Deviation, nil}} {
		col := b.columns.find(e.field)
		if col == nil {
			continue
		}
		c := f.text(r, col)
		*e.entry = c.entry
		if e.own != nil && !c.cell.blank() {
			*e.own = c.cell
		}
	}
	f.readTarget(b, r, n)
	for _, e := range []struct {
		field field
		entry *fuhe.Cell
	}{{weight, &n.Weight}, {score, &n.Score}} {
		if col := b.columns.find(e.field); col != nil {
			*e.entry = f.figure(b, r, col)
		}
	}
	if b.columns.find(name) == nil { // a form with two levels: the second one names the indicator
		n.Name = n.Level2
		n.Level2 = fuhe.Cell{}
		now.own.level2 = nil
	}
	return now
}

type textAt struct {
	entry fuhe.Cell
	cell  *cell
}

// text is what stands under a heading that covers one or more columns, its pieces joined.
func (f *reader) text(r int, col *column) textAt {
	v := f.view
	full := v.cellsUnder(r, col)
	if len(full) < 2 {
		c, _ := v.under(r, col)
		return textAt{v.entry(c, r, col.from), c}
	}
	joined := ""
	for _, c := range full {
		joined += c.text
	}
	return textAt{fuhe.NewCell(joined, full[0].at), full[0]}
}

// carryLevels repeats a first- or second-level name over the rows it stands for where the file does not merge them: a
// blank one under it, at the top of a page above all.
func (f *reader) carryLevels(b *block, last, now *row) {
	if last == nil {
		return
	}
	same1 := now.own.level1 == nil
	if !same1 && (sameCell(now.own.level1, last.own.level1) || f.view.breaks[now.at] && now.indicator.Level1.Text == last.indicator.Level1.Text) {
		same1 = true
	}
	if !same1 {
		return
	}
	if b.columns.has(level1) && now.indicator.Level1.Text == "" || f.view.breaks[now.at] && now.own.level1 != nil {
		now.indicator.Level1, now.own.level1 = last.indicator.Level1, last.own.level1
	}
	if b.columns.has(level2) && b.columns.has(name) && now.own.level2 == nil {
		now.indicator.Level2, now.own.level2 = last.indicator.Level2, last.own.level2
	}
}

func sameCell(a, b *cell) bool { return a != nil && a == b }

var unusedName = regexp.MustCompile(`^(指标\d*|\.+|…+|-+|—+|/|\d*)[:：.]?$`)

// isUnused tells a row of the template that nobody filled in.
func isUnused(n fuhe.Indicator) bool {
	filled := slices.ContainsFunc([]fuhe.Cell{n.Target, n.Actual, n.Weight, n.Score}, func(c fuhe.Cell) bool { return c.Text != "" })
	return !filled && unusedName.MatchString(squeeze(n.Name.Text))
}
