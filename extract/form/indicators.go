package form

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

// row is one row under the headings of the indicators, as its cells stand.
type row struct {
	at        int
	indicator fuhe.Indicator
	begins    bool // a level's name is printed in this row
}

// readIndicators reads the rows under the headings of an indicator block up to the next block.
func (f *reader) readIndicators(b *view.Block) {
	v := f.view
	var last, above *row // the last indicator, the last row that may hold names of levels
	levels := newLevels(v, b)
	for r := b.From; r < b.To; r++ {
		cells := v.In(r)
		if v.Dropped[r] || len(cells) == 0 {
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
			if !b.Columns.Has(words.Name) { // a form with two levels: the second one names the indicator
				now.indicator.Name, now.indicator.Level2 = now.indicator.Level2, fuhe.Cell{}
			}
			if v.Breaks[r] && last != nil && f.joinCut(b, last, now) {
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
		if said != "" || !prose.MatchString(words.Squeeze(i.Name.Text)) {
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
func (f *reader) rowKind(b *view.Block, r int) rowKind {
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

func (f *reader) tellRow(b *view.Block, r int) rowKind {
	v := f.view
	label := f.rowLabel(b, r)
	if label != nil {
		key := label.Heading.Key
		switch {
		case words.Totals.MatchString(key) && f.mayBeTotal(b, label):
			return totalRow
		case words.Subtotals.MatchString(key):
			return otherRow
		case words.Remarks.MatchString(key) || words.IsRemark(label.Text):
			return otherRow
		}
		for _, l := range v.LabelsIn(r) {
			if l.Label == label && l.Field != words.Score && !f.isLevel(b, label) {
				return otherRow
			}
		}
	}
	if w := f.acrossFields(b, r); w != nil {
		if _, figure := fuhe.ParseNumber(w.Text); figure || figuresIn(w.Text) > 1 || figuresAtEnd.MatchString(w.Text) {
			f.refuse(w.At, "a row with points that stand under two headings: "+quote(w.Text))
		}
		for _, fd := range []words.Field{words.Weight, words.Score} {
			if col := b.Columns.Find(fd); col != nil {
				if c, ok := v.Under(r, col); !ok || !c.Blank() && c != w && c.Row == r {
					f.refuse(w.At, "a row with points that is neither an indicator nor a total: "+quote(w.Text))
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
func (f *reader) rowLabel(b *view.Block, r int) *view.Cell {
	for _, c := range f.view.In(r) {
		if c.Right() >= b.Columns.First() || c.Row == r && len(f.view.In(r)) == 1 || words.Totals.MatchString(c.Heading.Key) || words.Remarks.MatchString(c.Heading.Key) || view.IsLabel(c) {
			return c
		}
	}
	return nil
}

// mayBeTotal keeps an indicator that is called like a total from being taken for it: a total's label stands left of the
// points, no indicator is named in its row, and no target is set beside it.
func (f *reader) mayBeTotal(b *view.Block, label *view.Cell) bool {
	for i := range b.Columns.List {
		col := &b.Columns.List[i]
		switch col.Field {
		case words.Weight, words.Score:
			if label.Col >= col.From {
				return false
			}
		case words.Name, words.Target, words.Actual, words.Revised:
			for _, c := range f.view.CellsUnder(label.Row, col) {
				_, figure := fuhe.ParseNumber(c.Text)
				if c != label && c.Row == label.Row && !words.IsPlaceholder(c.Text) && (col.Field == words.Name || !figure) {
					return false
				}
			}
		}
	}
	return true
}

func (f *reader) isLevel(b *view.Block, c *view.Cell) bool {
	for _, fd := range []words.Field{words.Level1, words.Level2, words.Name} {
		if col := b.Columns.Find(fd); col != nil && c.Col <= col.To && c.Right() >= col.From {
			return c.Bottom() > c.Row || !f.spansFields(b, c)
		}
	}
	return false
}

// acrossFields is a cell with text that begins in the row and covers columns which never go together (name and target,
// weight and score): such a row is no indicator.
func (f *reader) acrossFields(b *view.Block, r int) *view.Cell {
	for _, c := range f.view.In(r) {
		if f.spansFields(b, c) {
			return c
		}
	}
	return nil
}

func (f *reader) spansFields(b *view.Block, c *view.Cell) bool {
	groups := 0
	seen := map[int]bool{}
	for i := range b.Columns.List {
		col := &b.Columns.List[i]
		if col.Field == words.Known || c.Col > col.To || c.Right() < col.From {
			continue
		}
		g := fieldGroup(col.Field)
		if !seen[g] {
			seen[g] = true
			groups++
		}
	}
	return groups > 1
}

// fieldGroup puts the columns together that one cell may cover: the levels and the name; the parts of a target with the
// actual value ("及时" printed once for both).
func fieldGroup(f words.Field) int {
	switch f {
	case words.Level1, words.Level2, words.Name:
		return 1
	case words.Target, words.Revised, words.Sign, words.Unit, words.Actual:
		return 2
	}
	return 10 + int(f)
}

// indicatorAt reads a row by its headings.
func (f *reader) indicatorAt(b *view.Block, r int) *row {
	now := &row{at: r}
	n := &now.indicator
	for _, e := range []struct {
		field words.Field
		entry *fuhe.Cell
	}{{words.Name, &n.Name}, {words.Actual, &n.Actual}, {words.Deviation, &n.Deviation}} {
		if col := b.Columns.Find(e.field); col != nil {
			*e.entry = f.text(r, col)
		}
	}
	f.readTarget(b, r, n)
	for _, e := range []struct {
		field words.Field
		entry *fuhe.Cell
	}{{words.Weight, &n.Weight}, {words.Score, &n.Score}} {
		if col := b.Columns.Find(e.field); col != nil {
			*e.entry = f.figure(b, r, col)
		}
	}
	return now
}

// text is what stands under a heading that covers one or more columns, its pieces joined.
func (f *reader) text(r int, col *view.Column) fuhe.Cell {
	v := f.view
	full := v.CellsUnder(r, col)
	if len(full) < 2 {
		c, _ := v.Under(r, col)
		return v.Entry(c, r, col.From)
	}
	var joined strings.Builder
	for _, c := range full {
		joined.WriteString(c.Text)
	}
	return fuhe.NewCell(joined.String(), full[0].At)
}

// carryLevels repeats a first- or second-level name over the rows it stands for where the file leaves them blank.
func (f *reader) carryLevels(l *levels, above, now *row) {
	n := &now.indicator
	var begins1, begins2 bool
	n.Level1, begins1 = l.at(now.at, words.Level1)
	n.Level2, begins2 = l.at(now.at, words.Level2)
	if above == nil || begins1 {
		now.begins = begins1 || begins2
		return
	}
	if n.Level1.Text == "" && n.Level1.Present() && !l.merged[words.Level1] {
		n.Level1 = above.indicator.Level1
	}
	if n.Level2.Text == "" && n.Level2.Present() && !l.merged[words.Level2] && n.Level1.At == above.indicator.Level1.At {
		n.Level2 = above.indicator.Level2
	}
	now.begins = begins2
}

var unusedName = lazy.New(`^(指标\d*|\.+|…+|⋯+|-+|[—⸺⸻]+|/|\d*)[:：.]?$`)

// isUnused tells a row of the template that nobody filled in.
func isUnused(n fuhe.Indicator) bool {
	filled := slices.ContainsFunc([]fuhe.Cell{n.Target, n.Actual, n.Weight, n.Score, n.Deviation}, func(c fuhe.Cell) bool { return c.Text != "" })
	return !filled && unusedName.MatchString(words.Squeeze(n.Name.Text))
}
