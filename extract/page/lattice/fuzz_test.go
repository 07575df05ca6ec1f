package lattice

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// sound checks what holds for every grid: cells inside it, never two at one position, borders in order, boxes of the
// cells along them.
func sound(t *testing.T, g grid.Grid) {
	t.Helper()
	if len(g.Edges) != g.Cols+1 || g.Rows < 1 || g.Cols < 1 {
		t.Fatalf("%d × %d with %d borders", g.Rows, g.Cols, len(g.Edges))
	}
	for i := 1; i < len(g.Edges); i++ {
		if !(g.Edges[i-1] < g.Edges[i]) {
			t.Fatalf("borders %v", g.Edges)
		}
	}
	taken := make([]bool, g.Rows*g.Cols)
	for _, c := range g.Cells {
		if c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1 || c.Row+c.RowSpan > g.Rows || c.Col+c.ColSpan > g.Cols {
			t.Fatalf("%s outside of %d × %d", c.At.Ref, g.Rows, g.Cols)
		}
		if b := c.At.Box; b[0] != g.Edges[c.Col] || b[2] != g.Edges[c.Col+c.ColSpan] || b[1] >= b[3] {
			t.Fatalf("%s: box %v", c.At.Ref, b)
		}
		for r := c.Row; r < c.Row+c.RowSpan; r++ {
			for k := c.Col; k < c.Col+c.ColSpan; k++ {
				if taken[r*g.Cols+k] {
					t.Fatalf("two cells at %s", fuhe.Ref(r, k, 1, 1))
				}
				taken[r*g.Cols+k] = true
			}
		}
	}
}

// Random merged tables, drawn rule by rule, come back as they were.
func TestMergedTablesComeBack(t *testing.T) {
	for seed := range uint64(300) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		rows, cols := 2+rnd.IntN(6), 2+rnd.IntN(6)
		owner := make([][]int, rows) // of each position
		for r := range owner {
			owner[r] = make([]int, cols)
			for c := range owner[r] {
				owner[r][c] = -1
			}
		}
		cells := 0
		for r := range rows {
			for c := range cols {
				if owner[r][c] >= 0 {
					continue
				}
				h, w := 1+rnd.IntN(3), 1+rnd.IntN(3)
				for h > 1 && r+h > rows {
					h--
				}
				for k := 1; k < w; k++ {
					if c+k >= cols || owner[r][c+k] >= 0 {
						w = k
					}
				}
				for i := r; i < r+h; i++ {
					for j := c; j < c+w; j++ {
						owner[i][j] = cells
					}
				}
				cells++
			}
		}
		s := a4()
		x := func(c int) float64 { return 50 + 60*float64(c) }
		y := func(r int) float64 { return 50 + 25*float64(r) }
		at := func(r, c int) int {
			if r < 0 || c < 0 || r >= rows || c >= cols {
				return -2
			}
			return owner[r][c]
		}
		for r := range rows + 1 {
			for c := range cols + 1 {
				if c < cols && at(r-1, c) != at(r, c) {
					s.across(y(r)+rnd.Float64()/2, x(c), x(c+1))
				}
				if r < rows && at(r, c-1) != at(r, c) {
					s.down(x(c)+rnd.Float64()/2, y(r), y(r+1))
				}
			}
		}
		rnd.Shuffle(len(s.Rules), func(i, j int) { s.Rules[i], s.Rules[j] = s.Rules[j], s.Rules[i] })
		for r := range rows {
			for c := range cols {
				s.text(x(c)+25, y(r)+15, string(rune('A'+owner[r][c]%26)))
			}
		}
		if cells == 1 {
			continue
		}
		g := s.one(t)
		sound(t, g)
		if len(g.Cells) != cells {
			t.Fatalf("seed %d: %d cells, want %d", seed, len(g.Cells), cells)
		}
		letters := 0
		for _, c := range g.Cells {
			for _, r := range c.Text {
				if r != ' ' && r != rune(c.Text[0]) {
					t.Fatalf("seed %d: %s holds %q", seed, c.At.Ref, c.Text)
				}
				if r != ' ' {
					letters++
				}
			}
		}
		if letters != rows*cols {
			t.Fatalf("seed %d: %d letters, want %d", seed, letters, rows*cols)
		}
	}
}

// page bytes are numbers of 16 bits: x0, y0, x1, y1 of rules and of glyphs in turns.
func drawn(bytes []byte) page.Page {
	p := page.Page{Number: 1, Width: 600, Height: 800}
	for len(bytes) >= 9 {
		n := func(i int) float64 { return float64(int16(binary.LittleEndian.Uint16(bytes[2*i:]))) / 16 }
		switch kind := bytes[8]; {
		case kind%4 == 0:
			p.Glyphs = append(p.Glyphs, page.Glyph{
				Text: []string{"0", "项", " ", ".", "", "a"}[kind/4%6], Box: fuhe.Box{n(0), n(1), n(2), n(3)}, Base: n(3), Size: n(3) - n(1),
				Angle: float64(kind/64) * 90, Upright: kind == 8, Pale: kind == 16, Hidden: kind == 32,
			})
		case kind == 255:
			p.Rules = append(p.Rules, page.Rule{X0: math.NaN(), Y0: n(1), X1: math.Inf(1), Y1: n(3)})
		default:
			x0, x1, y0, y1 := n(0), n(2), n(1), n(3)
			if kind%2 == 0 {
				y1 = y0
			} else {
				x1 = x0
			}
			p.Rules = append(p.Rules, page.Rule{X0: min(x0, x1), X1: max(x0, x1), Y0: min(y0, y1), Y1: max(y0, y1)})
		}
		bytes = bytes[9:]
	}
	return p
}

// readable is a grid with the boxes of its cells as they are on the page turned for reading, where its borders are.
func readable(g grid.Grid, p page.Page, quarters int) grid.Grid {
	if quarters == 0 {
		return g
	}
	g.Cells = slices.Clone(g.Cells)
	for i := range g.Cells {
		c := &g.Cells[i]
		b := page.TurnBox(c.At.Box, p.Width, p.Height, quarters)
		if left, right := g.Edges[c.Col], g.Edges[c.Col+c.ColSpan]; math.Abs(b[0]-left) < 1e-6 && math.Abs(b[2]-right) < 1e-6 {
			b[0], b[2] = left, right // turning there and back is not exact
		}
		c.At.Box = b
	}
	return g
}

func FuzzFind(f *testing.F) {
	seed := func(numbers ...uint16) []byte {
		var out []byte
		for i, n := range numbers {
			out = binary.LittleEndian.AppendUint16(out, 16*n)
			if i%4 == 3 {
				out = append(out, byte(2-n%2))
			}
		}
		return out
	}
	f.Add(seed(100, 100, 400, 100, 100, 200, 400, 200, 100, 100, 400, 201, 200, 100, 400, 201, 400, 100, 400, 201))
	f.Fuzz(func(t *testing.T, bytes []byte) {
		p := drawn(bytes)
		grids, err := Find(p)
		if err != nil {
			return
		}
		marks, quarters := 0, sideways(p.Glyphs)
		for i, g := range grids {
			sound(t, readable(g, p, quarters))
			if g.Table != i+1 {
				t.Fatalf("table %d is number %d", i, g.Table)
			}
			for _, c := range g.Cells {
				marks += len([]rune(c.Text))
			}
		}
		if marks > 2*len(p.Glyphs) {
			t.Fatalf("%d characters out of %d", marks, len(p.Glyphs))
		}
		grid.JoinPages(grids)
	})
}
