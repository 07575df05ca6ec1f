package html

import (
	"strings"

	"fuhe"
	"fuhe/extract/flow"
)

// pieces are the texts with figures that a cell is put together from, and how they are set.
type pieces struct {
	moved     bool // one stands beside its place
	pulled    bool // one is far from its place, with what stands behind it
	fromRight bool // one is in a line that is written from the right
	count     int
}

func (p *pieces) add(s sight) {
	p.moved = p.moved || s.moved
	p.fromRight = p.fromRight || s.from == fromRight
	p.count++
}

// assemble puts a cell in doubt whose pieces may be seen in another order than they are written.
func (c *cell) assemble() {
	if c.doubt != nil || c.pieces.count == 0 {
		return
	}
	turned := c.pieces.fromRight && c.pieces.count > 1
	if c.pieces.fromRight && !turned {
		_, figure := fuhe.ParseNumber(strings.Join(texts(c.blocks), ""))
		turned = !figure
	}
	if turned || c.pieces.pulled || c.pieces.moved && c.pieces.count > 1 {
		c.doubt = fuhe.DoubtStyled
	}
}

// scripted is a text as it stands to its line; c is nil outside of cells.
func (c *cell) scripted(text string, l look) string {
	how := flow.OnLine
	if l.raised {
		how = flow.Raised
	} else if l.lowered {
		how = flow.Lowered
	}
	if c == nil {
		return (*flow.Beside)(nil).Set(text, how)
	}
	return c.beside.Set(text, how)
}
