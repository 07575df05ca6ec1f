package doc

import (
	"cmp"
	"fmt"

	"fuhe/extract/flow"
)

// sight is what decides whether letters are seen. Colours are six hexadecimal digits, or own.
type sight struct {
	ink, ground string // of the letters, of what is behind them alone; "" where nothing is said
	size        int    // of the letters in half points, 0 where nothing is said
	scale       int    // of their width in per cent, the same
}

// own is the usual colour of letters, or no ground, where that is said.
const own = "own"

// palette are the colours by their numbers of old.
var palette = [...]string{own, "000000", "0000FF", "00FFFF", "00FF00", "FF00FF", "FF0000", "FFFF00", flow.Paper, "000080", "008080", "008000", "800080", "800000", "808000", "808080", "C0C0C0"}

func paletteColour(n int) string {
	if n < 0 || n >= len(palette) {
		return ""
	}
	return palette[n]
}

// colourOf is a colour of four bytes.
func colourOf(b []byte) string {
	if len(b) < 4 || b[3] != 0 {
		return own
	}
	return fmt.Sprintf("%02X%02X%02X", b[0], b[1], b[2])
}

// shadeBytes are the bytes of a shade: two colours and a pattern.
const shadeBytes = 10

// shade is the one colour that a shade paints.
func shade(b []byte) string {
	if len(b) < shadeBytes {
		return ""
	}
	return shaded(colourOf(b), colourOf(b[4:]), u16(b, 8))
}

// oldShade is the same of a shade in two bytes.
func oldShade(v int) string {
	const nothing = 0xFFFF
	if v == nothing {
		return own
	}
	return shaded(paletteColour(v&0x1F), paletteColour(v>>5&0x1F), v>>10)
}

func shaded(front, back string, pattern int) string {
	const clear, solid, nothing = 0, 1, 0xFFFF
	switch {
	case pattern == nothing:
		return own
	case pattern == clear:
		return back
	case pattern != solid:
		return flow.Mixed
	case front == own:
		return palette[1]
	}
	return front
}

// apply takes a property of characters.
func (s *sight) apply(m modifier) {
	switch m.op {
	case opInk:
		s.ink = colourOf(m.operand)
	case opInkOld:
		s.ink = paletteColour(m.value())
	case opMarker:
		s.ground = paletteColour(m.value())
	case opShade:
		s.ground = shade(m.operand[min(1, len(m.operand)):])
	case opShadeOld:
		s.ground = oldShade(m.value())
	case opSize:
		s.size = m.value()
	case opScale:
		s.scale = m.value()
	}
}

// with is a sight with what another one says instead.
func (s sight) with(o sight) sight {
	return sight{ink: cmp.Or(o.ink, s.ink), ground: cmp.Or(o.ground, s.ground), size: cmp.Or(o.size, s.size), scale: cmp.Or(o.scale, s.scale)}
}

// fillOf is a colour that is painted, "" for none.
func fillOf(colour string) string {
	if colour == own {
		return ""
	}
	return colour
}

// grounds are the colours that the cells of tables that stand in no other paint, in the order of the text. A row says so
// behind its last cell.
func (d *document) grounds(length int) []string {
	out, first := []string{}, 0
	for _, p := range d.pieces {
		for cp := p.from; cp < min(p.to, length); cp++ {
			place := p.at + (cp-p.from)*p.size()
			char, _ := d.char(p, place)
			if char != charCell {
				continue
			}
			switch m := d.markAt(place, p, char); {
			case m.depth != 1:
			case m.cellEnds:
				out = append(out, "")
			case m.rowEnds:
				paint(out[first:], m.list)
				first = len(out)
			}
		}
	}
	return out
}

// paint fills in what the cells of a row paint.
func paint(cells []string, list []modifier) {
	put := func(i int, colour string) {
		if i < len(cells) {
			cells[i] = fillOf(colour)
		}
	}
	const most = 22 // cells of which one property tells
	for _, m := range list {
		if len(m.operand) == 0 {
			continue
		}
		b := m.operand[1:]
		switch m.op {
		case opFillsOld:
			for i := range len(b) / 2 {
				put(i, oldShade(u16(b, 2*i)))
			}
		case opFills, opMoreFills, opLastFills:
			first := map[int]int{opFills: 0, opMoreFills: most, opLastFills: 2 * most}[m.op]
			for i := range len(b) / shadeBytes {
				put(first+i, shade(b[shadeBytes*i:]))
			}
		case opFill:
			for i := 0; len(b) >= 2+shadeBytes && i < int(b[1]) && i < len(cells); i++ {
				if i >= int(b[0]) {
					put(i, shade(b[2:]))
				}
			}
		case opTableFill:
			for i := range cells {
				put(i, shade(b))
			}
		}
	}
}
