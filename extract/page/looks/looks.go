// Package looks tells how the texts of a table are set: a page and the tables found on it go in, the size, the weight and the
// colour that most of the glyphs in each cell have are noted in the cell. What is drawn behind the texts it does not tell.
package looks

import (
	"fmt"
	"math"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

const (
	mostWork    = 20_000_000 // glyphs times cells of a page
	lightestInk = 0.7        // of a colour that is seen on white paper; a lighter one stands on a ground that is not told
)

// boldNames are parts of the names of fonts that are bold.
var boldNames = []string{"bold", "heavy", "black", "simhei", "heiti", "黑体"}

// Set notes in every cell of the tables of a page how its text is set.
func Set(p *page.Page, grids []grid.Grid) {
	styles := map[fuhe.CellStyle]*fuhe.CellStyle{}
	for i := range grids {
		g := &grids[i]
		if len(g.Cells) == 0 || len(p.Glyphs) > mostWork/len(g.Cells) {
			continue
		}
		for k := range g.Cells {
			c := &g.Cells[k]
			if s, found := most(p.Glyphs, c.At.Box); found {
				if styles[s] == nil {
					styles[s] = &s
				}
				c.Style = styles[s]
			}
		}
	}
}

// most is the look that most of the glyphs in a box have.
func most(glyphs []page.Glyph, b fuhe.Box) (best fuhe.CellStyle, found bool) {
	counts := map[fuhe.CellStyle]int{}
	for i := range glyphs {
		g := &glyphs[i]
		x, y := (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2
		if g.Hidden || g.Pale || strings.TrimSpace(g.Text) == "" || x < b[0] || x > b[2] || y < b[1] || y > b[3] {
			continue
		}
		s := lookOf(g)
		counts[s]++
		if n := counts[s]; n > counts[best] || !found {
			best, found = s, true
		}
	}
	return best, found
}

func lookOf(g *page.Glyph) fuhe.CellStyle {
	s := fuhe.CellStyle{Size: math.Round(g.Size*2) / 2}
	name := strings.ToLower(g.Font)
	for _, b := range boldNames {
		s.Bold = s.Bold || strings.Contains(name, b)
	}
	red, green, blue := float64(g.Ink>>16&0xFF), float64(g.Ink>>8&0xFF), float64(g.Ink&0xFF)
	if g.Ink != 0 && (0.3*red+0.59*green+0.11*blue)/255 <= lightestInk {
		s.Color = fmt.Sprintf("%06X", uint32(g.Ink))
	}
	return s
}
