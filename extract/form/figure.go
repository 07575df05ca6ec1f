package form

import (
	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
)

// figureUnder is the entry of a row under a heading. One that is two texts, or stands under another heading, too, is there
// and in doubt, as one is that may not be whole.
func figureUnder(v *view.View, b *view.Block, r int, col *view.Column) fuhe.Cell {
	c, ok := v.Under(r, col)
	if !ok {
		var parts []string
		var whole []fuhe.Cell
		for _, c := range v.CellsUnder(r, col) {
			parts, whole = append(parts, c.Text), append(whole, c.Entry())
		}
		doubt := both("同一栏内有两个填报项", "two entries stand under one heading")
		return fuhe.NewCell(grid.JoinLines(parts), whole[0].At).And(whole...).Kept(nil, false, &doubt)
	}
	if c.Blank() || words.IsPlaceholder(c.Text) {
		return v.Entry(c, r, col.From)
	}
	for i := range b.Columns.List {
		o := &b.Columns.List[i]
		if o.Field != col.Field && !o.Field.Aside() && c.Col <= o.To && c.Right() >= o.From {
			doubt := both("横跨多栏，无法确定属于哪一栏", "it stands under several headings, and which one it belongs to is not known")
			return v.Entry(c, r, col.From).Kept(nil, false, &doubt)
		}
	}
	return inOnePiece(v, b, r, col, v.Entry(c, r, col.From))
}
