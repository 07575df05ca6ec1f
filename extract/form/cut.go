package form

import (
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
)

// joinCut joins a row that the page edge cut in two with rules drawn on both sides, and reports whether now was taken into
// last. The points tell: the part without them belongs to the part with them, unless it has a name and a target of its
// own. Where the form prints no points, a part with neither target nor actual value is the rest of the other.
func joinCut(v *view.View, list []fuhe.Indicator, last, now *row) bool {
	if len(list) == 0 || last.at != rowAbove(v, now.at) {
		return false
	}
	above, below := &list[len(list)-1], &now.indicator
	if isUnused(*below) && below.Name.Text != "" {
		return false
	}
	points := func(n *fuhe.Indicator) bool { return n.Weight.Text != "" || n.Score.Text != "" }
	aimed := func(n *fuhe.Indicator) bool { return n.Target.Text != "" || n.Actual.Text != "" }
	up, down := points(above), points(below)
	if !up && !down { // a form without points, or one that nobody scored
		up, down = aimed(above), aimed(below)
	}
	switch {
	case up == down && !(up && isFragment(below) && !now.begins && above.Name.Text != ""):
		return false
	case above.Name.Text != "" && below.Name.Text != "" && aimed(above) && aimed(below):
		return false
	case up && now.begins:
		return false // another level begins: another indicator
	}
	merge(above, below)
	if now.begins {
		above.Level1, above.Level2 = below.Level1, below.Level2
	}
	last.indicator, now.indicator = *above, *above
	last.at = now.at
	return true
}

// isFragment tells what a page edge left of a target or an actual value, the 次 of ≥7545人次, from an entry of its own.
func isFragment(n *fuhe.Indicator) bool {
	left := n.Target.Text + n.Actual.Text
	return n.Name.Text == "" && n.Weight.Text+n.Score.Text == "" && utf8.RuneCountInString(left) <= maxFragmentRune && !strings.ContainsAny(words.Squeeze(left), "0123456789")
}

// rowAbove is the row before one that is neither empty nor dropped.
func rowAbove(v *view.View, r int) int {
	for r--; r >= 0 && (v.Dropped[r] || len(v.In(r)) == 0); r-- {
	}
	return r
}

// merge joins the texts of a cut row; places stay those of the first part that prints anything.
func merge(above, below *fuhe.Indicator) {
	for _, e := range []struct{ a, b *fuhe.Cell }{
		{&above.Name, &below.Name}, {&above.Target, &below.Target}, {&above.Actual, &below.Actual},
		{&above.Weight, &below.Weight}, {&above.Score, &below.Score}, {&above.Deviation, &below.Deviation},
	} {
		switch {
		case e.b.Text == "" && e.b.Doubt == nil:
		case e.a.Text == "" && e.a.Doubt == nil:
			*e.a = *e.b
		default:
			*e.a = fuhe.NewCell(grid.JoinLines([]string{e.a.Text, e.b.Text}), e.a.At).And(*e.a, *e.b)
		}
	}
}
