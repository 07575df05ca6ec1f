package form

import (
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

var (
	doubtParted = both("紧邻的无表头一格内可能有它的单位或符号，可能有框线从中间穿过", "its unit or sign may stand beside it under no heading: a rule may run through it")
	doubtShared = both("一个数字对着几行指标，而各行的符号或单位不同，可能缺少框线", "one figure stands beside rows of different signs or units: a rule between them may be missing")
)

// inOnePiece is what stands under a heading, in doubt where it is a figure and beside it, in a column without a heading, stands
// nothing but what may be its unit or its sign.
func inOnePiece(v *view.View, b *view.Block, r int, col *view.Column, c fuhe.Cell) fuhe.Cell {
	if !looksLikeFigure(c.Text) {
		return c
	}
	if right := unheaded(v, b, r, col.To+1); right != nil && mayBeUnit(right.Text) {
		return c.Kept(nil, false, &doubtParted)
	}
	if left := unheaded(v, b, r, col.From-1); left != nil && isSign(left.Text) {
		return c.Kept(nil, false, &doubtParted)
	}
	return c
}

// unheaded is the cell of a row in one column of a block that stands under no heading; nil when there is none with text.
func unheaded(v *view.View, b *view.Block, r, col int) *view.Cell {
	c := v.At(r, col)
	if c.Blank() || c.Col != c.Right() || len(view.HeadingPath(v, b.Zone, col)) > 0 || b.Columns.Over(c) > 0 {
		return nil
	}
	return c
}

// mayBeUnit tells the few characters of a unit from a figure, and from what is printed where nothing is meant.
func mayBeUnit(text string) bool {
	return utf8.RuneCountInString(words.Squeeze(text)) <= maxFragmentRune && !words.IsPlaceholder(text) && !holdsFigure(text)
}

func isSign(text string) bool {
	s, rest := fuhe.CutSign(text)
	return s != fuhe.NoSign && rest == ""
}

// shared reports whether a value stands over several rows beside which a column prints different texts.
func (n *indicatorBlock) shared(r int, value, beside *view.Column) bool {
	c, ok := n.view.Under(r, value)
	if !ok || c.Blank() || beside == nil {
		return false
	}
	said := words.Squeeze(textUnder(n.view, r, beside).Text)
	for k := c.Row; k <= c.Bottom(); k++ {
		if n.entry(k) && words.Squeeze(textUnder(n.view, k, beside).Text) != said {
			return true
		}
	}
	return false
}
