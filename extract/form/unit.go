package form

import "fuhe/extract/lazy"

var (
	bracketUnit = lazy.New(`(?:单位:?)?(?:人民币)?((?:百|千|万|亿|十万|百万|千万)?元)`)
	lineUnit    = lazy.New(`单位[:(]?(?:人民币)?((?:百|千|万|亿|十万|百万|千万)?元)`)
)

// readUnit finds the unit of all amounts: in the headings of the money block, its caption, a line of its own.
func (f *reader) readUnit() {
	v := f.view
	b := f.block(moneyBlock)
	if b == nil {
		if f.report.MoneyUnit == "" {
			f.report.MoneyUnit = f.unitLine()
		}
		return
	}
	found := map[string]bool{}
	for _, col := range b.columns.list {
		switch col.field {
		case initial, adjusted, executed:
			noteUnits(found, col.heading)
		}
	}
	if len(found) == 0 {
		for k := 0; k < b.columns.first(); k++ {
			for r := b.zone.top; r <= min(b.from, b.zone.bottom+1); r++ {
				if c := v.at(r, k); !c.blank() && c.row <= b.zone.bottom {
					noteUnits(found, c)
				}
			}
		}
	}
	if len(found) == 0 {
		for _, c := range b.columns.unknown {
			noteUnits(found, c)
		}
	}
	if len(found) > 1 {
		f.note(v.source(b.zone.top, 0), "the headings of the money block name different units")
		return
	}
	for u := range found {
		f.report.MoneyUnit = u
		return
	}
	f.report.MoneyUnit = f.unitLine()
}

func noteUnits(found map[string]bool, c *cell) {
	for _, n := range c.heading.notes {
		if m := bracketUnit.FindStringSubmatch(n); m != nil && m[0] == n {
			found[m[1]] = true
		}
	}
	if m := lineUnit.FindStringSubmatch(squeeze(c.text)); m != nil {
		found[m[1]] = true
	}
}

// unitLine is the unit in a line such as 单位：万元, in the first rows of the form or above it.
func (f *reader) unitLine() string {
	for r := f.segment.from; r < f.segment.to; r++ {
		for _, c := range f.view.in(r) {
			if m := lineUnit.FindStringSubmatch(squeeze(c.text)); m != nil && len([]rune(c.text)) <= maxHeadingRune {
				return m[1]
			}
		}
		if f.inBlock(r) {
			break
		}
	}
	for _, l := range f.linesAbove() {
		if m := lineUnit.FindStringSubmatch(squeeze(l.Text)); m != nil && len([]rune(l.Text)) <= maxHeadingRune {
			return m[1]
		}
	}
	return ""
}
