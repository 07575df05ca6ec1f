package lattice

import (
	"math/rand/v2"
	"testing"

	"fuhe"
	"fuhe/extract/page"
)

func (s *sheet) fill(x0, y0, x1, y1 float64) *sheet {
	s.Shades = append(s.Shades, page.Shade{Box: fuhe.Box{x0, y0, x1, y1}})
	return s
}

// Every other row is filled over the whole width: columns are told by the text, and the last row is plain paper.
func TestStripes(t *testing.T) {
	s := a4().fill(100, 100, 400, 116).fill(100, 132, 400, 148)
	for r, row := range [][]string{{"Item", "Budget", "Spent"}, {"Staff", "12.50", "9.75"}, {"Data set downloads", "8", "0"}, {"Rent", "3", "2"}} {
		for c, x := range []float64{104, 250, 340} {
			s.text(x, 112+16*float64(r), row[c])
		}
	}
	g := s.one(t)
	same(t, g, "| Item | Budget | Spent |\n| Staff | 12.50 | 9.75 |\n| Data set downloads | 8 | 0 |\n| Rent | 3 | 2 |")
	if !g.Inferred {
		t.Error("not marked as inferred")
	}
}

// A filled box around a text, or behind a word, is no table.
func TestFillsThatAreNoTables(t *testing.T) {
	s := a4().fill(100, 100, 400, 160).text(110, 114, "注意事项").text(110, 130, "一、按时报送").text(110, 146, "二、不得涂改")
	s.fill(100, 300, 140, 312).text(102, 310, "重点").fill(200, 330, 240, 342).text(202, 340, "说明")
	if grids := s.find(t); len(grids) != 0 {
		t.Errorf("%+v", grids)
	}
}

// Whatever is filled, what comes out is a table, and what a ruled table holds stays as it is.
func TestFillsAnyhow(t *testing.T) {
	for seed := range uint64(200) {
		rnd := rand.New(rand.NewPCG(seed, 9))
		s := filled(a4().lattice(xs3, ys3))
		for range rnd.IntN(40) {
			x, y := 50+500*rnd.Float64(), 200+400*rnd.Float64()
			s.fill(x, y, x+5+150*rnd.Float64(), y+5+40*rnd.Float64())
		}
		for range rnd.IntN(60) {
			s.text(50+450*rnd.Float64(), 200+400*rnd.Float64(), "12.5")
		}
		grids := s.find(t)
		if len(grids) == 0 {
			t.Fatalf("seed %d: the ruled table is gone", seed)
		}
		for _, g := range grids {
			sound(t, g)
		}
		same(t, grids[0], filled3)
	}
}
