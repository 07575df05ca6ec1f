package form

import (
	"strings"

	"fuhe"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

var doubtShifted = both("不像是该栏应填的内容，此行可能错位", "it cannot be what its heading says: the row may stand shifted")

// checkShifted looks at a form told apart by separators only for entries that cannot be what their headings say: a blank
// entry that was left out moves the rest of its row under the wrong headings. A figure with words around it is alone in
// doubt; what belongs under another heading leaves none of the form sure.
func (f *reader) checkShifted() {
	if !f.view.Grid.Spaced {
		return
	}
	percent := f.weightsArePercent()
	for i := range f.report.Funds {
		n := &f.report.Funds[i]
		f.checkRow([]*fuhe.Cell{&n.InitialBudget, &n.AdjustedBudget, &n.Executed, &n.Weight, &n.Score}, func(c *fuhe.Cell) bool {
			return isPercent(*c) && !(percent && c == &n.Weight) || isText(c)
		})
	}
	for i := range f.report.Indicators {
		n := &f.report.Indicators[i]
		f.checkRow([]*fuhe.Cell{&n.Weight, &n.Score, &n.Deviation}, func(c *fuhe.Cell) bool {
			if c == &n.Deviation {
				return c.Number != nil && n.Score.Present() && n.Score.Text == ""
			}
			return isText(c)
		})
	}
}

// checkLeft doubts an indicator that stands one column too far to the left: a target stands under the heading of the names,
// and the last place, that of the score, is left blank.
func (f *reader) checkLeft() {
	for i := range f.report.Indicators {
		n := &f.report.Indicators[i]
		if !n.Score.Blank() || !bareTarget.MatchString(words.Squeeze(n.Name.Text)) {
			continue
		}
		for _, c := range []*fuhe.Cell{&n.Target, &n.Actual, &n.Weight} {
			if c.Text != "" && c.Doubt == nil {
				*c = c.Kept(nil, false, &doubtShifted)
			}
		}
		f.lose("/indicators", n.Name, true, doubtShifted)
	}
}

// bareTarget is a bound without the name of what it bounds.
var bareTarget = lazy.New(`^[≤≥<>＜＞≦≧⩽⩾=＝]+[0-9]`)

func isText(c *fuhe.Cell) bool { return c.Number == nil && !words.IsPlaceholder(c.Text) }

func (f *reader) checkRow(row []*fuhe.Cell, odd func(*fuhe.Cell) bool) {
	for _, c := range row {
		switch {
		case !odd(c):
		case c.Number == nil && strings.ContainsAny(words.Squeeze(c.Text), "0123456789"):
			if c.Doubt == nil {
				*c = c.Kept(nil, false, &doubtShifted)
			}
		default:
			f.refuse(c.At, quote(c.Text)+" cannot be what its heading says: the row may stand shifted")
		}
	}
}

// weightsArePercent reports whether all weights of the form are printed as shares.
func (f *reader) weightsArePercent() bool {
	shares, others := 0, 0
	count := func(c fuhe.Cell) {
		switch {
		case c.Number == nil:
		case isPercent(c):
			shares++
		default:
			others++
		}
	}
	for i := range f.report.Funds {
		count(f.report.Funds[i].Weight)
	}
	for i := range f.report.Indicators {
		count(f.report.Indicators[i].Weight)
	}
	return shares > 0 && others == 0
}

func isPercent(c fuhe.Cell) bool { return c.Number != nil && c.Number.Unit == "%" }
