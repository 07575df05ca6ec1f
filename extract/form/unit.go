package form

import (
	"fuhe"

	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

var (
	bracketUnit = lazy.New(`(?:单位:?)?(?:人民币)?((?:百|千|万|亿|十万|百万|千万)?元)`)
	lineUnit    = lazy.New(`单位[:(]?(?:人民币)?((?:百|千|万|亿|十万|百万|千万)?元)`)
)

// readUnit finds the unit of all amounts: in the headings of the money block, its caption, a line of its own. Where the
// headings name different ones each amount carries that of its column.
func (f *reader) readUnit() {
	b := f.body.of(view.Money)
	if b == nil {
		if f.report.MoneyUnit == "" {
			f.report.MoneyUnit = f.unitLine()
		}
		return
	}
	found, byField := map[string]bool{}, map[words.Field]string{}
	for _, col := range b.Columns.List {
		if isAmount(col.Field) {
			own := map[string]bool{}
			for _, h := range view.HeadingPath(f.view, b.Zone, col.From) {
				noteUnits(own, h)
			}
			for u := range own {
				found[u], byField[col.Field] = true, u
			}
		}
	}
	if len(found) > 1 {
		f.unitByColumn(byField)
		return
	}
	if len(found) == 0 {
		f.unitOfCaption(b, found)
	}
	if len(found) > 1 {
		f.note(f.view.Source(b.Zone.Top, 0), "the headings of the money block name different units")
		return
	}
	for u := range found {
		f.report.MoneyUnit = u
		return
	}
	f.report.MoneyUnit = f.unitLine()
}

// unitOfCaption notes the units in the captions of the money block and in headings that mean nothing to it.
func (f *reader) unitOfCaption(b *view.Block, found map[string]bool) {
	for k := 0; k < b.Columns.First(); k++ {
		for r := b.Zone.Top; r <= min(b.From, b.Zone.Bottom+1); r++ {
			if c := f.view.At(r, k); !c.Blank() && c.Row <= b.Zone.Bottom {
				noteUnits(found, c)
			}
		}
	}
	for _, c := range b.Columns.Unknown {
		if len(found) == 0 && c.Heading != nil {
			noteUnits(found, c.Heading)
		}
	}
}

// doubtRowUnits leaves the amounts of a row open whose label names another unit than the block: which of the two they are
// in, nothing says.
func (f *reader) doubtRowUnits() {
	unit := f.report.MoneyUnit
	if unit == "" {
		return
	}
	for i := range f.report.Funds {
		n := &f.report.Funds[i]
		own := map[string]bool{}
		noteHeadingUnits(own, words.Read(n.Name.Text))
		if len(own) == 0 || own[unit] {
			continue // the label says nothing of its own
		}
		for _, c := range []*fuhe.Cell{&n.InitialBudget, &n.AdjustedBudget, &n.Executed, &n.Received} {
			if c.Number != nil && c.Number.Unit == "" {
				why := both("此行名称所印单位与资金栏的单位“%s”不同，无法确定金额以何为单位", "the label of the row names another unit than the block (%s): the amount may be in either", unit)
				*c = c.Kept(nil, false, &why)
			}
		}
	}
}

// unitByColumn puts the unit in the heading of each column behind its amounts, where they do not print one.
func (f *reader) unitByColumn(units map[words.Field]string) {
	for i := range f.report.Funds {
		n := &f.report.Funds[i]
		for fd, c := range map[words.Field]*fuhe.Cell{words.Initial: &n.InitialBudget, words.Adjusted: &n.AdjustedBudget, words.Executed: &n.Executed} {
			if c.Number != nil && c.Number.Unit == "" {
				own := *c.Number
				own.Unit = units[fd]
				c.Number = &own
			}
		}
	}
}

// noteHeadingUnits notes the units that stand in brackets.
func noteHeadingUnits(found map[string]bool, h words.Heading) {
	for _, n := range h.Notes {
		if m := bracketUnit.FindStringSubmatch(n); m != nil && m[0] == n {
			found[m[1]] = true
		}
	}
}

func noteUnits(found map[string]bool, c *view.Cell) {
	noteHeadingUnits(found, c.Heading)
	if m := lineUnit.FindStringSubmatch(words.Squeeze(c.Text)); m != nil {
		found[m[1]] = true
	}
}

// unitLine is the unit in a line such as 单位：万元, in the first rows of the form or above it.
func (f *reader) unitLine() string {
	for r := f.from; r < f.to; r++ {
		for _, c := range f.view.In(r) {
			if m := lineUnit.FindStringSubmatch(words.Squeeze(c.Text)); m != nil && len([]rune(c.Text)) <= words.MaxHeadingRune {
				return m[1]
			}
		}
		if f.body.holds(r) {
			break
		}
	}
	for _, l := range f.linesAbove() {
		if m := lineUnit.FindStringSubmatch(words.Squeeze(l.Text)); m != nil && len([]rune(l.Text)) <= words.MaxHeadingRune {
			return m[1]
		}
	}
	return ""
}
