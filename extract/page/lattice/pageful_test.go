package lattice

import "testing"

// What lines down a page enclose is a row that may fill it; not beside rules across or other tables, between shorter lines, or
// lines that end apart.
func TestRowThatFillsThePage(t *testing.T) {
	lines := func() *sheet { return a4().down(50, 40, 800).down(200, 40, 800).down(550, 40, 800) }
	g := lines().text(60, 100, "甲").text(210, 100, "全文").text(60, 20, "页眉").find(t)
	if len(g) != 1 || g[0].Rows != 1 || g[0].Cols != 2 || !g[0].OpenTop || !g[0].OpenBottom || g[0].At(0, 0).Text != "甲" || g[0].At(0, 1).Text != "全文" {
		t.Errorf("found %+v", g)
	}
	for name, s := range map[string]*sheet{
		"a rule across": lines().across(400, 60, 190).text(60, 100, "甲"),
		"short lines":   a4().down(50, 40, 300).down(200, 40, 300).text(60, 100, "甲"),
		"ends apart":    a4().down(50, 40, 800).down(200, 40, 600).text(60, 100, "甲"),
		"one line":      a4().down(50, 40, 800).text(60, 100, "甲"),
	} {
		if g := s.find(t); len(g) != 0 {
			t.Errorf("%s: found %+v", name, g)
		}
	}
}
