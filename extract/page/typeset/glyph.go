package typeset

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/page"
)

// Glyph is a glyph that belongs to the text of the page, and the quarter turns its text runs at. The glyph itself is the
// page's, which nobody changes: there are many, and they are large.
type Glyph struct {
	*page.Glyph
	Quarter int8 // 0 to the right, 1 downwards, 2 to the left, 3 upwards
	blank   bool // nothing is seen of it
	Sealed  bool // it may be part of a seal
	Struck  bool // a rule goes through it: it is no text any more
	Crossed bool // a line goes through it that may strike it out
}

func (g *Glyph) Centre() (x, y float64) { return (g.Box[0] + g.Box[2]) / 2, (g.Box[1] + g.Box[3]) / 2 }
func (g *Glyph) Blank() bool            { return g.blank }

// onPaper reports whether all that is told of the place of a glyph can be. Mostly the sum of it could be a place.
func onPaper(g *page.Glyph) bool {
	b := &g.Box
	sum := math.Abs(b[0]) + math.Abs(b[1]) + math.Abs(b[2]) + math.Abs(b[3]) + math.Abs(g.Base) + math.Abs(g.Size) + math.Abs(g.Angle)
	return page.OnPaper(sum) || page.OnPaper(b[:]...) && page.OnPaper(g.Base, g.Size, g.Angle)
}

// isBlank reports whether a text is known, and white space.
func isBlank(text string) bool {
	if len(text) == 1 {
		return text[0] == ' ' || text[0] >= '\t' && text[0] <= '\r'
	}
	if first, _ := utf8.DecodeRuneInString(text); first > lastSpace {
		return false
	}
	return text != "" && strings.TrimFunc(text, unicode.IsSpace) == ""
}

// Readable are the glyphs of a page without watermarks and stamps (pale, or at an angle), seals, and what is no place on
// a page.
func Readable(p page.Page) []Glyph { return readable(p, make([]Glyph, 0, len(p.Glyphs))) }

// Readable are the same; they hold until the desk is cleared.
func (d *Desk) Readable(p page.Page) []Glyph {
	d.glyphs = slices.Grow(d.glyphs[:0], len(p.Glyphs))[:len(p.Glyphs)]
	return readable(p, d.glyphs[:0:len(p.Glyphs)])
}

func readable(p page.Page, out []Glyph) []Glyph {
	for i := range p.Glyphs {
		g := &p.Glyphs[i]
		if g.Pale || !onPaper(g) || g.Size <= 0 {
			continue // seen by nobody as text of the page
		}
		quarter := int8(0)
		if g.Angle != 0 {
			turns := math.Round(g.Angle / 90)
			if math.Abs(g.Angle-90*turns) > uprightDegrees {
				continue // runs across the page: a watermark or a stamp
			}
			quarter = int8(((int(turns) % 4) + 4) % 4)
		}
		if g.Upright {
			quarter = 1 // vertical writing: columns from the right, each read downwards
		}
		out = append(out, Glyph{Glyph: g, Quarter: quarter, blank: isBlank(g.Text)})
	}
	out = withoutSeals(p, out)
	narrowed(out)
	return withoutLayer(out)
}
