// Package picture draws what was read of a PDF page, for people who look for the cause of an error: rules, shades, boxes
// and characters of glyphs as the reader gave them, over them the cells that were found, with their names. A page and
// its grids go in, an SVG comes out. It reads nothing and decides nothing.
package picture

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// Write draws a page as SVG, a point to the unit.
func Write(w io.Writer, p page.Page, grids []grid.Grid) error {
	s := svg{w: bufio.NewWriter(w)}
	s.printf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.2f %.2f" width="%.2f" height="%.2f">`+"\n", p.Width, p.Height, p.Width, p.Height)
	s.printf("<title>page %d, read by %s%s</title>\n", p.Number, escape(p.Reader), escape(because(p)))
	s.printf("<style>%s</style>\n", style)
	s.printf(`<rect class="page" width="%.2f" height="%.2f"/>`+"\n", p.Width, p.Height)
	s.group("shades", len(p.Shades), func(i int) { s.rect("", p.Shades[i].Box, "") })
	s.group("cells", len(grids), func(i int) { s.table(&grids[i]) })
	s.group("rules", len(p.Rules), func(i int) { s.rule(p.Rules[i]) })
	s.group("glyphs", len(p.Glyphs), func(i int) { s.glyph(p.Glyphs[i]) })
	s.group("refs", len(grids), func(i int) { s.refs(&grids[i]) })
	s.printf("</svg>\n")
	if s.err == nil {
		s.err = s.w.Flush()
	}
	return s.err
}

func because(p page.Page) string {
	var out string
	if p.Because != "" {
		out += " because " + p.Because
	}
	if p.Unsure != "" {
		out += "; unsure: " + p.Unsure
	}
	return out
}

const style = `
.page { fill: #fff; stroke: #999; stroke-width: .5 }
.shades rect { fill: #e8e8e8 }
.cells rect { fill: #4a90d9; fill-opacity: .12; stroke: #1f6fc4; stroke-width: .6 }
.cells .unsure { fill: #d94a4a }
.rules line { stroke: #d0021b; stroke-opacity: .55 }
.glyphs rect { fill: none; stroke: #3c9a3c; stroke-width: .2 }
.glyphs .unknown { fill: #d0021b; fill-opacity: .6 }
.glyphs .aside { stroke: #b58900; stroke-dasharray: 1 }
.glyphs text { font-family: serif; fill: #222 }
.refs text { font: 4px sans-serif; fill: #7b1fa2 }
`

// svg writes shapes until the first error.
type svg struct {
	w   *bufio.Writer
	err error
}

func (s *svg) printf(format string, args ...any) {
	if s.err == nil {
		_, s.err = fmt.Fprintf(s.w, format, args...)
	}
}

func (s *svg) group(class string, n int, draw func(i int)) {
	s.printf(`<g class="%s">`+"\n", class)
	for i := range n {
		draw(i)
	}
	s.printf("</g>\n")
}

func (s *svg) rect(class string, b fuhe.Box, title string) {
	s.printf(`<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f"`, b[0], b[1], max(b[2]-b[0], 0), max(b[3]-b[1], 0))
	if class != "" {
		s.printf(` class="%s"`, class)
	}
	if title == "" {
		s.printf("/>\n")
		return
	}
	s.printf("><title>%s</title></rect>\n", escape(title))
}

func (s *svg) rule(r page.Rule) {
	s.printf(`<line x1="%.2f" y1="%.2f" x2="%.2f" y2="%.2f" stroke-width="%.2f"/>`+"\n", r.X0, r.Y0, r.X1, r.Y1, max(r.Thickness, hairPoints))
}

// glyph draws the box of a glyph and, where it is upright, its character.
func (s *svg) glyph(g page.Glyph) {
	class := ""
	switch {
	case g.Text == "":
		class = "unknown"
	case g.Pale || g.Hidden:
		class = "aside"
	}
	s.rect(class, g.Box, "")
	if strings.TrimSpace(g.Text) == "" {
		return
	}
	x, y := g.Box[0], g.Base
	if g.Upright {
		y = g.Box[3] - g.Size/8
	}
	s.printf(`<text x="%.2f" y="%.2f" font-size="%.2f"`, x, y, g.Size)
	if g.Angle != 0 {
		s.printf(` transform="rotate(%.2f %.2f %.2f)"`, g.Angle, x, y)
	}
	s.printf(">%s</text>\n", escape(g.Text))
}

func (s *svg) table(g *grid.Grid) {
	class := ""
	if g.Unsure != "" {
		class = "unsure"
	}
	for _, c := range g.Cells {
		s.rect(class, c.At.Box, c.At.String()+" "+c.Text)
	}
}

func (s *svg) refs(g *grid.Grid) {
	for _, c := range g.Cells {
		s.printf(`<text x="%.2f" y="%.2f">%s</text>`+"\n", c.At.Box[0]+1, c.At.Box[1]+4, escape(c.At.String()))
	}
}

// hairPoints is how thick a line without thickness is drawn, to be seen.
const hairPoints = 0.2

// escape makes text fit for XML: what XML cannot hold becomes a question mark.
func escape(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || unicode.Is(unicode.Cs, r) || r == 0xFFFE || r == 0xFFFF {
			return '?'
		}
		return r
	}, text)
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a strings.Builder takes everything
	return b.String()
}
