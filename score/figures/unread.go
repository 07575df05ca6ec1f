package figures

import (
	"fuhe"
	"fuhe/score/text"
)

// What could not be read is neither absent nor blank: a sum with it in it is not known, and nothing is held against a form
// that rests on such a sum.

// Unread reports whether something stands in an entry for a figure and no figure was read from it.
func Unread(c *fuhe.Cell) bool {
	return c.Number == nil && c.Present() && (c.Doubt != nil || c.Struck || !text.IsBlank(c.Text) && text.Squeeze(c.Text) != "无")
}

// lost reports whether entries of a part of the form may be missing.
func (f *Figures) lost(part fuhe.Field) bool { return f.Report.Incomplete(part) }

// weighed reports whether the form prints a weight for some indicator.
func (f *Figures) weighed() bool {
	for i := range f.Report.Indicators {
		if f.Report.Indicators[i].Weight.Number != nil {
			return true
		}
	}
	return false
}
