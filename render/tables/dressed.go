package tables

import (
	"fuhe"
	"fuhe/render/stream"
)

// dressed is a look with the font and the ground of the original, where they are told. A cell that is set like most keeps
// the weight of the original: bold headings are bold there, too, or are not.
func dressed(st stream.Style, as *fuhe.CellStyle) stream.Style {
	if as == nil {
		return st
	}
	st.Bold, st.Color, st.Fill = as.Bold, as.Color, as.Fill
	if as.Size > 0 {
		st.Size = min(max(as.Size, smallestFont), largestFont)
	}
	return st
}

// points is the size of the font that a cell is written in.
func points(c *fuhe.TableCell) float64 {
	if c.Style == nil || c.Style.Size <= 0 {
		return fontPoints
	}
	return min(max(c.Style.Size, smallestFont), largestFont)
}

// numbered is a style and its number in the workbook.
type numbered struct {
	style stream.Style
	n     int
}

// styleOf is the number of a style in the workbook; in a column most are the one before.
func (p *paper) styleOf(col int, st stream.Style) int {
	for len(p.styles) <= col {
		p.styles = append(p.styles, numbered{n: -1})
	}
	last := &p.styles[col]
	if last.n < 0 || last.style != st {
		*last = numbered{st, p.book.Style(st)}
	}
	return last.n
}
