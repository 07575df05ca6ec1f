package form

import (
	"slices"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// loseAside names the figures under headings that are understood and are no entry of the report: 完成率, 扣分, 结余, and what
// others put beside the form's own (财政评分, 复核分). No sum needs them, but nobody may think that they were checked.
func loseAside(v *view.View, b block) said {
	p := b.part()
	var s said
	for i := range p.Columns.List {
		col := &p.Columns.List[i]
		if !col.Field.Aside() || words.Numbering.MatchString(col.Heading.Heading.Key) {
			continue
		}
		reason := whyAside(v, p.Zone, col)
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

// whyAside is why the figures of a column are not checked.
func whyAside(v *view.View, z view.Zone, col *view.Column) fuhe.Phrase {
	if isReviewed(v, z, col) {
		return both("表头%s下的数字由他人填列，未复核", "figures under the heading %s are given by others and not checked", quote(col.Heading.Text))
	}
	return both("表头%s下的数字没有规则核对", "figures under the heading %s, which no rule checks", quote(col.Heading.Text))
}

// isReviewed reports whether the heading of a column, or the one over it, says that others filled it in.
func isReviewed(v *view.View, z view.Zone, col *view.Column) bool {
	return slices.ContainsFunc(view.HeadingPath(v, z, col.From), func(c *view.Cell) bool {
		return words.Reviewed.MatchString(c.Heading.Key) || slices.ContainsFunc(c.Heading.Notes, words.Reviewed.MatchString)
	})
}
