package form

import (
	"slices"

	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// loseReviewed names the figures that others put beside the form's own (财政评分, 复核分): no entry takes them and no sum
// needs them, but nobody may think that they were checked.
func loseReviewed(v *view.View, b block) said {
	p := b.part()
	var s said
	for i := range p.Columns.List {
		col := &p.Columns.List[i]
		if col.Field != words.Known || !isReviewed(v, p.Zone, col) {
			continue
		}
		reason := both("表头%s下的数字由他人填列，未复核", "figures under the heading %s are given by others and not checked", quote(col.Heading.Text))
		for r := p.From; r < p.To; r++ {
			c, one := v.Under(r, col)
			if v.Dropped[r] || !one || c.Blank() || c.Row != r || p.Columns.Over(c) > 0 || !looksLikeFigure(c.Text) {
				continue
			}
			n, ok := b.(*indicatorBlock)
			switch {
			case b.entry(r):
				s.lose(partOf(b), c.Entry(), false, reason)
			case ok && n.rowKind(r) == totalRow:
				s.lose("/total", c.Entry(), false, reason)
			}
		}
	}
	return s
}

// isReviewed reports whether the heading of a column, or the one over it, says that others filled it in.
func isReviewed(v *view.View, z view.Zone, col *view.Column) bool {
	return slices.ContainsFunc(view.HeadingPath(v, z, col.From), func(c *view.Cell) bool {
		return words.Reviewed.MatchString(c.Heading.Key) || slices.ContainsFunc(c.Heading.Notes, words.Reviewed.MatchString)
	})
}
