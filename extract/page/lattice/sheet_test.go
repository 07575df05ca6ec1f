package lattice

import (
	"testing"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// sheet is a page drawn by a test: ideographs are as wide as the font is high, all else half of that.
type sheet struct{ page.Page }

func a4() *sheet { return &sheet{page.Page{Number: 1, Width: 595, Height: 842, Reader: "native"}} }

func (s *sheet) across(y, x0, x1 float64) *sheet {
	s.Rules = append(s.Rules, page.Rule{X0: x0, Y0: y, X1: x1, Y1: y, Thickness: 0.5})
	return s
}

func (s *sheet) down(x, y0, y1 float64) *sheet {
	s.Rules = append(s.Rules, page.Rule{X0: x, Y0: y0, X1: x, Y1: y1, Thickness: 0.5})
	return s
}

// lattice draws all rules of a table with these borders.
func (s *sheet) lattice(xs, ys []float64) *sheet {
	for _, y := range ys {
		s.across(y, xs[0], xs[len(xs)-1])
	}
	for _, x := range xs {
		s.down(x, ys[0], ys[len(ys)-1])
	}
	return s
}

func advance(r rune, size float64) float64 {
	if r >= 0x2E80 {
		return size
	}
	return size / 2
}

// text writes a line of 10 points at (x, base), spaced by so many points more than usual.
func (s *sheet) text(x, base float64, text string) *sheet { return s.styled(x, base, 10, 0, text) }

func (s *sheet) styled(x, base, size, spacing float64, text string) *sheet {
	for _, r := range text {
		w := advance(r, size)
		s.Glyphs = append(s.Glyphs, page.Glyph{
			Text: string(r), Box: fuhe.Box{x, base - 0.8*size, x + w, base + 0.2*size}, Base: base, Size: size, Sure: true,
		})
		x += w + spacing
	}
	return s
}

// turned writes text running down (90) or up (-90) from (x, y).
func (s *sheet) turned(x, y, degrees float64, text string) *sheet {
	for _, r := range text {
		w := advance(r, 10)
		b := fuhe.Box{x - 2, y, x + 8, y + w}
		if degrees < 0 {
			b = fuhe.Box{x - 2, y - w, x + 8, y}
			w = -w
		}
		s.Glyphs = append(s.Glyphs, page.Glyph{Text: string(r), Box: b, Base: x, Size: 10, Angle: degrees, Sure: true})
		y += w
	}
	return s
}

func (s *sheet) find(t *testing.T) []grid.Grid {
	t.Helper()
	grids, err := Find(s.Page)
	if err != nil {
		t.Fatal(err)
	}
	return grids
}

// one is the only table of the page.
func (s *sheet) one(t *testing.T) grid.Grid {
	t.Helper()
	grids := s.find(t)
	if len(grids) != 1 {
		t.Fatalf("%d tables, want 1: %+v", len(grids), grids)
	}
	return grids[0]
}

// same checks a grid against one written as text.
func same(t *testing.T, g grid.Grid, want string) {
	t.Helper()
	w, err := grid.Parse(want)
	if err != nil {
		t.Fatal(err)
	}
	if g.Rows != w.Rows || g.Cols != w.Cols {
		t.Errorf("%d × %d, want %d × %d", g.Rows, g.Cols, w.Rows, w.Cols)
	}
	if len(g.Cells) != len(w.Cells) {
		t.Errorf("%d cells, want %d", len(g.Cells), len(w.Cells))
	}
	for _, c := range w.Cells {
		k := g.At(c.Row, c.Col)
		switch {
		case k == nil:
			t.Errorf("%s: no cell, want %q", c.At.Ref, c.Text)
		case k.At.Ref != c.At.Ref || k.Text != c.Text:
			t.Errorf("%s %q, want %s %q", k.At.Ref, k.Text, c.At.Ref, c.Text)
		}
	}
}

func lineTexts(lines []fuhe.Line) []string {
	var out []string
	for _, l := range lines {
		out = append(out, l.Text)
	}
	return out
}

// piece says that the last n glyphs were placed together.
func (s *sheet) piece(n int) *sheet {
	for i := len(s.Glyphs) - n; i < len(s.Glyphs); i++ {
		s.Glyphs[i].Piece = int32(len(s.Glyphs))
	}
	return s
}
