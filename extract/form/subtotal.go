package form

import (
	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// notRecomputed is said of the figures in a row of a subtotal that stand under no heading of points.
var notRecomputed = fuhe.Phrase{ZH: "小计行，不作为指标读取，也未复算", EN: "a subtotal, which is no indicator and is not recomputed"}

// subtotalAt reads a row that adds up some of the indicators; nil where no points stand in it. What else is printed there is lost.
func (n *indicatorBlock) subtotalAt(r int, lost *said) *fuhe.Subtotal {
	x := fuhe.Subtotal{Name: n.subtotalName(r)}
	for _, e := range []struct {
		field words.Field
		entry *fuhe.Cell
	}{{words.Weight, &x.Weight}, {words.Score, &x.Score}} {
		if col := n.Columns.Find(e.field); col != nil {
			*e.entry = figureUnder(n.view, n.Block, r, col)
		}
	}
	read := x.Weight.Number != nil || x.Score.Number != nil
	for _, c := range n.view.In(r) {
		entry := read && (c.Entry().At == x.Weight.At || c.Entry().At == x.Score.At)
		if c.Row == r && c.Col >= n.Columns.First() && looksLikeFigure(c.Text) && !n.spansFields(c) && !entry {
			lost.lose("/indicators", c.Entry(), false, notRecomputed)
		}
	}
	if !read {
		return nil
	}
	return &x
}

// subtotalName is the cell that calls the row a subtotal, else the first with text.
func (n *indicatorBlock) subtotalName(r int) fuhe.Cell {
	var first *view.Cell
	for _, c := range n.view.In(r) {
		switch {
		case words.IsSubtotal(c.Heading.Key) || words.IsSubtotal(words.Squeeze(c.Text)):
			return c.Entry()
		case first == nil && c.Text != "":
			first = c
		}
	}
	if first == nil {
		return fuhe.Cell{}
	}
	return first.Entry()
}

// subtotalAcross reports whether a cell that begins in the row and is merged over columns up to the points calls it a subtotal.
func (n *indicatorBlock) subtotalAcross(r int) bool {
	for _, c := range n.view.In(r) {
		if c.Row == r && c.RowSpan <= 1 && c.Right() < n.pointsFrom() && n.spansFields(c) && words.IsSubtotal(words.Squeeze(c.Text)) {
			return true
		}
	}
	return false
}
