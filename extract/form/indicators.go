package form

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/lazy"
)

// row is one row under the headings of the indicators, as its cells stand.
type row struct {
	at        int
	indicator fuhe.Indicator
	begins    bool // a level's name is printed in this row
}

// readIndicators reads the rows under the headings of an indicator block up to the next block.
func (f *reader) readIndicators(b *block) {
	v := f.view
	var last, above *row // the last indicator, the last row that may hold names of levels
	levels := newLevels(v, b)
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
			f.carryLevels(levels, above, now)
			above = now
			if !b.columns.has(name) { // a form with two levels: the second one names the indicator
				now.indicator.Name, now.indicator.Level2 = now.indicator.Level2, fuhe.Cell{}
			}
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
	f.dropProse()
}

// prose begins a heading or a paragraph of a report: 一、项目基本情况, （二）存在的问题.
var prose = lazy.New(`^([一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))|。`)

// dropProse leaves out the paragraphs that go on right under a form without a total, as on a sheet: rows with a text in
// the place of a name and nothing else.
func (f *reader) dropProse() {
	list := f.report.Indicators
	for n := len(list) - 1; n > 0; n-- {
		i := list[n]
		said := i.Target.Text + i.Actual.Text + i.Weight.Text + i.Score.Text + i.Deviation.Text
		if said != "" || !prose.MatchString(squeeze(i.Name.Text)) {
			break
		}
		f.report.Indicators = list[:n]
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
	if k, ok := f.kinds[r]; ok {
		return k
	}
	k := f.tellRow(b, r)
	if f.kinds == nil {
		f.kinds = map[int]rowKind{}
	}
	f.kinds[r] = k
	return k
}

func (f *reader) tellRow(b *block, r int) rowKind {
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
		if _, figure := fuhe.ParseNumber(w.text); figure || figuresIn(w.text) > 1 || figuresAtEnd.MatchString(w.text) {
			f.refuse(w.at, "a row with points that stand under two headings: "+quote(w.text))
		}
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

// figuresAtEnd are two figures side by side at the end of a text, points and score.
var figuresAtEnd = lazy.New(`[0-9]\s+[0-9]+(\.[0-9]+)?$`)

// figuresIn counts the words of a text that are figures: a remark has hardly any, an indicator whose rules were not found
// has several.
func figuresIn(text string) int {
	n := 0
	for _, w := range strings.Fields(text) {
		if _, ok := fuhe.ParseNumber(w); ok {
			n++
		}
	}
	return n
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
// points, no indicator is named in its row, and no target is set beside it.
func (f *reader) mayBeTotal(b *block, label *cell) bool {
	for i := range b.columns.list {
		col := &b.columns.list[i]
		switch col.field {
		case weight, score:
			if label.col >= col.from {
				return false
			}
		case name, target, actual, revised:
			for _, c := range f.view.cellsUnder(label.row, col) {
				_, figure := fuhe.ParseNumber(c.text)
				if c != label && c.row == label.row && !isPlaceholder(c.text) && (col.field == name || !figure) {
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

var remarkText = lazy.New(`^(注|备注|说明|附注|填表说明|填报说明|注释)(\d*[.、])?[:：]`)

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
	}{{name, &n.Name}, {actual, &n.Actual}, {deviation, &n.Deviation}} {
		if col := b.columns.find(e.field); col != nil {
			*e.entry = f.text(r, col)
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
	return now
}

// text is what stands under a heading that covers one or more columns, its pieces joined.
func (f *reader) text(r int, col *column) fuhe.Cell {
	v := f.view
	full := v.cellsUnder(r, col)
	if len(full) < 2 {
		c, _ := v.under(r, col)
		return v.entry(c, r, col.from)
	}
	var joined strings.Builder
	for _, c := range full {
		joined.WriteString(c.text)
	}
	return fuhe.NewCell(joined.String(), full[0].at)
}

// carryLevels repeats a first- or second-level name over the rows it stands for where the file leaves them blank.
func (f *reader) carryLevels(l *levels, above, now *row) {
	n := &now.indicator
	var begins1, begins2 bool
	n.Level1, begins1 = l.at(now.at, level1)
	n.Level2, begins2 = l.at(now.at, level2)
	if above == nil || begins1 {
		now.begins = begins1 || begins2
		return
	}
	if n.Level1.Text == "" && n.Level1.Present() && !l.merged[level1] {
		n.Level1 = above.indicator.Level1
	}
	if n.Level2.Text == "" && n.Level2.Present() && !l.merged[level2] && n.Level1.At == above.indicator.Level1.At {
		n.Level2 = above.indicator.Level2
	}
	now.begins = begins2
}

var unusedName = lazy.New(`^(指标\d*|\.+|…+|⋯+|-+|[—⸺⸻]+|/|\d*)[:：.]?$`)

// isUnused tells a row of the template that nobody filled in.
func isUnused(n fuhe.Indicator) bool {
	filled := slices.ContainsFunc([]fuhe.Cell{n.Target, n.Actual, n.Weight, n.Score, n.Deviation}, func(c fuhe.Cell) bool { return c.Text != "" })
	return !filled && unusedName.MatchString(squeeze(n.Name.Text))
}
