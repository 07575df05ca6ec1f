package form

import (
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

var (
	bracketUnit = lazy.New(`(?:单位:?)?(?:人民币)?((?:百|千|万|亿|十万|百万|千万)?元)`)
	lineUnit    = lazy.New(`单位[:(]?(?:人民币)?((?:百|千|万|亿|十万|百万|千万)?元)`)
)

// readUnit finds the unit of all amounts: in the headings of the money block, its caption, a line of its own.
func (f *reader) readUnit() {
	v := f.view
	b := f.body.of(view.Money)
	if b == nil {
		if f.report.MoneyUnit == "" {
			f.report.MoneyUnit = f.unitLine()
		}
		return
	}
	found := map[string]bool{}
	for _, col := range b.Columns.List {
		switch col.Field {
		case words.Initial, words.Adjusted, words.Executed:
			noteUnits(found, col.Heading)
		}
	}
	if len(found) == 0 {
		for k := 0; k < b.Columns.First(); k++ {
			for r := b.Zone.Top; r <= min(b.From, b.Zone.Bottom+1); r++ {
				if c := v.At(r, k); !c.Blank() && c.Row <= b.Zone.Bottom {
					noteUnits(found, c)
				}
			}
		}
	}
	if len(found) == 0 {
		for _, c := range b.Columns.Unknown {
			noteUnits(found, c)
		}
	}
	if len(found) > 1 {
		f.note(v.Source(b.Zone.Top, 0), "the headings of the money block name different units")
		return
	}
	for u := range found {
		f.report.MoneyUnit = u
		return
	}
	f.report.MoneyUnit = f.unitLine()
}

func noteUnits(found map[string]bool, c *view.Cell) {
	for _, n := range c.Heading.Notes {
		if m := bracketUnit.FindStringSubmatch(n); m != nil && m[0] == n {
			found[m[1]] = true
		}
	}
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
