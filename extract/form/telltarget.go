package form

import (
	"fuhe"
	"fuhe/extract/form/words"
)

// compares reports whether most figures of a column are printed with a comparison: they are targets.
func (n *indicatorBlock) compares(u *untold) bool {
	signs := 0
	for _, c := range u.figures {
		if s, _ := fuhe.CutSign(c.Text); s != fuhe.NoSign {
			signs++
		}
	}
	return signs >= leastToldRows && signs*3 >= len(u.figures)*2
}

// betweenTargetAndPoints reports whether a column without a heading stands right behind the targets and right before the points,
// and most of its figures have the units of the targets beside them.
func (n *indicatorBlock) betweenTargetAndPoints(u *untold) bool {
	target := n.Columns.Find(words.Target)
	if target == nil || target.To+1 != u.From || n.pointsFrom() != u.To+1 {
		return false
	}
	alike := 0
	for r, c := range u.figures {
		have, ok := fuhe.ParseNumber(c.Text)
		if want := numberIn(n.view, n.Block, r, words.Target); ok && want != nil && want.Unit == have.Unit {
			alike++
		}
	}
	return alike >= leastToldRows && alike*3 >= len(u.figures)*2
}
