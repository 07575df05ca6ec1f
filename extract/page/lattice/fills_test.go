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

// zebra is a form of shaded cells whose rows have columns of their own, 4 points of padding, lines 14 apart: a heading of
// a part above, the row given in the middle left white, a heading of the next part below.
func zebra(high float64) *sheet {
	s := a4()
	for x := 100.0; x < 400; x += 100 {
		s.fill(x, 100, x+100, 122).text(x+4, 114, "预算")
	}
	for x := 100.0; x < 400; x += 150 {
		s.fill(x, 122+high, x+150, 144+high).text(x+4, 136+high, "目标")
	}
	return s
}

// A white band between two rows of fills is one row, whatever columns these have, though its texts are broken.
func TestWhiteRowOfBrokenTexts(t *testing.T) {
	s := zebra(36)
	s.text(104, 136, "其中财政拨").text(104, 150, "款").text(204, 136, "6,753,605.2").text(204, 150, "4").text(304, 136, "2,371,").text(304, 150, "614.16")
	for _, c := range s.one(t).Cells {
		if c.Row == 1 && c.Col == 0 && (c.At.Box[1] != 122 || c.At.Box[3] != 158) {
			t.Errorf("%q in %v, want the row from 122 to 158", c.Text, c.At.Box)
		}
		if c.Text == "6,753,605.2" || c.Text == "款" || c.Text == "614.16" {
			t.Errorf("%q is part of a text", c.Text)
		}
	}
}

// Lines as far from each other as from the edges are rows of their own.
func TestSeveralWhiteRows(t *testing.T) {
	s := zebra(66)
	for i, row := range [][]string{{"甲", "12", "3"}, {"乙", "13", "4"}, {"丙", "14", "5"}} {
		for k, text := range row {
			s.text(104+100*float64(k), 136+22*float64(i), text)
		}
	}
	g := s.one(t)
	texts := map[string]bool{}
	for _, c := range g.Cells {
		texts[c.Text] = true
	}
	for _, want := range []string{"甲", "乙", "丙", "12", "13", "14", "3", "4", "5"} {
		if !texts[want] {
			t.Errorf("no cell holds %q alone: %+v", want, texts)
		}
	}
}

// Below the last fill a text that left no room goes on in the next line of the same row; a note under the table does not.
func TestLastWhiteRow(t *testing.T) {
	s := a4()
	for x := 100.0; x < 400; x += 60 {
		s.fill(x, 100, x+60, 122).text(x+4, 114, "预算").fill(x, 144, x+60, 166).text(x+4, 136, "8").text(x+4, 158, "9")
	}
	s.text(104, 180, "其他财政").text(104, 194, "拨款").text(164, 180, "6753605.2").text(164, 194, "4").text(224, 187, "3").text(284, 187, "5").text(344, 187, "7")
	s.text(104, 220, "注：以上为决算数")
	g := s.one(t)
	texts := map[string]bool{}
	for _, c := range g.Cells {
		texts[c.Text] = true
	}
	if !texts["其他财政拨款"] || texts["6753605.2"] || texts["4"] {
		t.Errorf("%+v", texts)
	}
}
