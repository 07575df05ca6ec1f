package form

import (
	"fuhe"
	"fuhe/extract/form/words"
)

// checkShifted refuses a form told apart by separators only in which an entry cannot be what its heading says: a blank
// entry that was left out moves the rest of its row under the wrong headings.
func (f *reader) checkShifted() {
	if !f.view.Grid.Spaced {
		return
	}
	for i := range f.report.Funds {
		n := &f.report.Funds[i]
		for _, c := range []fuhe.Cell{n.InitialBudget, n.AdjustedBudget, n.Executed, n.Weight, n.Score} {
			if isPercent(c) || c.Number == nil && !words.IsPlaceholder(c.Text) {
				f.refuse(c.At, quote(c.Text)+" cannot be what its heading says: the row may stand shifted")
			}
		}
	}
	for i := range f.report.Indicators {
		n := &f.report.Indicators[i]
		for _, c := range []fuhe.Cell{n.Weight, n.Score} {
			if c.Number == nil && !words.IsPlaceholder(c.Text) {
				f.refuse(c.At, quote(c.Text)+" cannot be what its heading says: the row may stand shifted")
			}
		}
		if n.Deviation.Number != nil && n.Score.Present() && n.Score.Text == "" {
			f.refuse(n.Deviation.At, quote(n.Deviation.Text)+" cannot be what its heading says: the row may stand shifted")
		}
	}
}

func isPercent(c fuhe.Cell) bool { return c.Number != nil && c.Number.Unit == "%" }
