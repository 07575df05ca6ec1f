package native

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	glyphs "fuhe/extract/pdf/glyph"
)

// composite is a Type0 font: codes of one to four bytes, glyphs by character identifier (CID).
type composite struct {
	font      *font
	coding    coding
	toUnicode *cmap
	widths    map[uint32]float64
	usual     float64 // DW
	downs     map[uint32]float64
	down      float64 // DW2
	made      glyphTable
	vertical  bool
}

// coding is how strings are cut into codes and what codes mean.
type coding interface {
	next(s []byte) (code uint32, n int)
	cid(code uint32, n int) (cid uint32, ok bool) // false: not known without the tables of Adobe
	text(code uint32, n int) string               // "" when the coding says nothing of characters
}

func (c *composite) next(s []byte) (uint32, int) { return c.coding.next(s) }

func (c *composite) glyph(code uint32, n int) *glyph {
	if n != 2 || code > 0xFFFF {
		return c.made.odd(coded(code, n), func() *glyph { return held(c.makeGlyph(code, n)) })
	}
	place := c.made.place(code)
	g := place.Load()
	if g == nil {
		g = held(c.makeGlyph(code, n))
		place.Store(g)
	}
	return g
}

func (c *composite) makeGlyph(code uint32, n int) glyph {
	g := glyph{width: c.usual, down: c.down}
	if cid, ok := c.coding.cid(code, n); ok {
		if w, ok := c.widths[cid]; ok {
			g.width = w
		}
		if d, ok := c.downs[cid]; ok {
			g.down = d
		}
	}
	if s, ok := c.toUnicode.lookup(code, n); ok {
		if g.text, ok = c.font.readable(s); ok {
			g.sure = true
			return g
		}
	}
	if s, ok := readable(c.coding.text(code, n)); ok && s != "" {
		g.text, g.sure = s, true
	}
	return g
}

// compositeFont fills a Type0 font.
func (k *fontMaker) compositeFont(f *font, v, base value, toUnicode *cmap) {
	c := &composite{font: f, toUnicode: toUnicode, usual: 1, down: -1}
	f.composite = c
	encoding := v.key("Encoding")
	switch {
	case encoding.isStream():
		b, err := k.unpack(encoding)
		f.doubt(err, "its encoding")
		m := readCMap(b)
		if m.broken {
			f.doubt(brokenMap, "its encoding")
		}
		f.doubt(m.useBase(encoding.key("UseCMap"), k, 0), "its encoding")
		if encoding.key("WMode").integer() == 1 {
			m.vertical = true
		}
		c.coding, c.vertical = m, m.vertical
		f.because("its own CMap and no ToUnicode")
	default:
		c.coding = predefined(encoding.name())
		c.vertical = strings.HasSuffix(encoding.name(), "-V") || encoding.name() == "V"
		f.because(fmt.Sprintf("encoding %s", encoding.name()))
	}
	f.vertical = c.vertical
	if w := base.key("DW"); w.isNumber() {
		c.usual = w.float() / 1000
	}
	c.widths = f.widthList(base.key("W"))
	if w := base.key("DW2"); w.len() == 2 {
		c.down = w.index(1).float() / 1000
	}
	if c.vertical {
		c.downs = f.downList(base.key("W2"))
	}
}

// because keeps the first reason why characters may be missing.
func (f *font) because(why string) {
	if f.why == "" {
		f.why = why
	}
}

// widthList reads W: "c [w …]" and "first last w".
func (f *font) widthList(w value) map[uint32]float64 {
	out := make(map[uint32]float64)
	for i := 0; i < w.len(); {
		first := w.index(i).integer()
		next := w.index(i + 1)
		if next.isArray() {
			for j := range next.len() {
				out[uint32(first+int64(j))] = next.index(j).float() / 1000
			}
			i += 2
		} else {
			width := w.index(i+2).float() / 1000
			for cid := first; cid <= min(next.integer(), 0xFFFF); cid++ {
				out[uint32(cid)] = width
			}
			i += 3
		}
		if len(out) > maxWidths {
			f.doubt(fmt.Errorf("more than %d", maxWidths), "its widths")
			break
		}
	}
	return out
}

// downList reads W2: "c [down x y …]" and "first last down x y".
func (f *font) downList(w value) map[uint32]float64 {
	out := make(map[uint32]float64)
	for i := 0; i < w.len(); {
		first := w.index(i).integer()
		next := w.index(i + 1)
		if next.isArray() {
			for j := 0; j+2 < next.len(); j += 3 {
				out[uint32(first+int64(j/3))] = next.index(j).float() / 1000
			}
			i += 2
		} else {
			down := w.index(i+2).float() / 1000
			for cid := first; cid <= min(next.integer(), 0xFFFF); cid++ {
				out[uint32(cid)] = down
			}
			i += 5
		}
		if len(out) > maxWidths {
			f.doubt(fmt.Errorf("more than %d", maxWidths), "its widths")
			break
		}
	}
	return out
}

// readable is a text as it is shown, with the real characters for radicals; false when it says nothing that can be
// seen: control, private and replacement characters.
func readable(s string) (string, bool) {
	if s == "" || !utf8.ValidString(s) {
		return "", false
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == 0x200B, r == 0x200C, r == 0x200D, r == 0xFEFF: // draw nothing
		case unicode.IsSpace(r) && r != 0x3000:
			b.WriteByte(' ')
		case !unicode.IsPrint(r) && r != 0x3000 && r != 0xAD || r == unicode.ReplacementChar:
			return "", false
		default:
			b.WriteString(glyphs.Meant(r))
		}
	}
	return b.String(), true
}
