package inferred

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/page"
)

// text is a text on a page: where it begins, and its baseline.
type text struct {
	x, base float64
	text    string
}

// drawn is a page with texts of 10 points; letters and digits are half as wide as ideographs, spaces less.
func drawn(texts ...text) page.Page {
	p := page.Page{Number: 1, Width: 595, Height: 842}
	for i, t := range texts {
		x := t.x
		for _, r := range t.text {
			w := 10.0
			switch {
			case r == ' ':
				w = 3
			case r < 0x2E80:
				w = 5
			}
			p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Box: fuhe.Box{x, t.base - 8, x + w, t.base + 2}, Base: t.base, Size: 10, Sure: true, Shown: int32(i + 1)})
			x += w
		}
	}
	return p
}

// lines are texts at the given places, a line of them each 14 points lower.
func linesAt(y float64, xs []float64, lines ...string) []text {
	var out []text
	for _, l := range lines {
		for i, s := range strings.Split(l, "|") {
			if s != "" {
				out = append(out, text{xs[i], y, s})
			}
		}
		y += 14
	}
	return out
}

func written(g grid.Grid) string {
	var rows []string
	for r := range g.Rows {
		var row []string
		for _, c := range g.Cells {
			if c.Row == r {
				row = append(row, c.Text)
			}
		}
		rows = append(rows, strings.Join(row, "|"))
	}
	return strings.Join(rows, "\n")
}

func TestColumnsStandUnderOneAnother(t *testing.T) {
	texts := append([]text{{80, 80, "Table 1 shows what was spent in each of the years"}},
		linesAt(120, []float64{80, 220, 300, 380}, "Country|2019|2020|Share of", "|||the total", "Spain|12.5|13.0|7%", "France|8|9.25|11%", "Other countries|||", "Malta|0.5||1%")...)
	got := Tables(drawn(texts...), nil)
	if len(got) != 1 || !got[0].Inferred {
		t.Fatalf("%d tables, want one that is marked as inferred", len(got))
	}
	want := "Country|2019|2020|Share of the total\nSpain|12.5|13.0|7%\nFrance|8|9.25|11%\nOther countries|||\nMalta|0.5||1%"
	if s := written(got[0]); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
	if len(got[0].Above) != 1 {
		t.Errorf("%d lines above, want the sentence", len(got[0].Above))
	}
}

func TestRunningTextAndListsAreNoTables(t *testing.T) {
	for name, texts := range map[string][]text{
		"justified": linesAt(120, []float64{80, 160, 250, 330}, "the first|words of|lines that|were set", "apart to|fill the|whole of|a column", "and stand|under one|another as|words do"),
		"list":      linesAt(120, []float64{80, 100}, "•|grants and loans", "•|studies abroad", "•|work experience"),
		"two lines": linesAt(120, []float64{80, 200}, "Date|1 May", "Place|Rome"),
	} {
		if got := Tables(drawn(texts...), nil); len(got) > 0 {
			t.Errorf("%s: read as a table of\n%s", name, written(got[0]))
		}
	}
}

// A ruled frame around rows that no rules part gives way to the rows; one whose cells hold one row each stays.
func TestRowsWithoutRulesInRuledColumns(t *testing.T) {
	texts := linesAt(120, []float64{80, 220}, "Bulgaria|2.3", "Cyprus|0.21", "Estonia|1.1", "Malta|0.28")
	frame := func(bottom float64) grid.Grid {
		left, right := fuhe.Box{70, 105, 200, bottom}, fuhe.Box{200, 105, 280, bottom}
		return grid.Grid{Page: 1, Table: 1, Rows: 1, Cols: 2, Box: fuhe.Box{70, 105, 280, bottom}, Edges: []float64{70, 200, 280},
			Cells: []grid.Cell{{RowSpan: 1, ColSpan: 1, At: fuhe.Source{Page: 1, Table: 1, Box: left}}, {Col: 1, RowSpan: 1, ColSpan: 1, At: fuhe.Source{Page: 1, Table: 1, Box: right}}}}
	}
	if got := Tables(drawn(texts...), []grid.Grid{frame(170)}); len(got) != 1 || got[0].Rows != 4 {
		t.Errorf("four rows in one frame were read as %+v", got)
	}
	if got := Tables(drawn(texts[:2]...), []grid.Grid{frame(125)}); len(got) != 1 || got[0].Inferred {
		t.Errorf("a ruled table of one row was read as %+v", got)
	}
}

// The scales of two charts side by side, and one below a chart: their figures stand as far apart as they differ.
func TestScalesOfChartsAreNoTables(t *testing.T) {
	for name, texts := range map[string][]text{
		"heights": linesAt(120, []float64{80, 300}, "Spain (bp)|France (bp)", "450|30", "400|25", "350|20", "300|15", "250|10", "200|5"),
		"width":   append(linesAt(120, []float64{80, 130, 180, 230, 280}, "1|2|3|4|5"), text{120, 134, "decile of wealth"}, text{100, 148, "95% interval of"}, text{200, 148, "the upper half"}),
	} {
		if got := Tables(drawn(texts...), nil); len(got) > 0 {
			t.Errorf("%s: read as a table of\n%s", name, written(got[0]))
		}
	}
	for name, texts := range map[string][]text{
		"years":     linesAt(120, []float64{80, 200, 300}, "Year|Spain|France", "2022|41|30", "2021|38|29", "2020|40|27", "2019|31|25"),
		"events":    linesAt(120, []float64{80, 200}, "Year|Event", "2022|Flood of the river", "2021|Drought", "2020|Flood of the lake", "2019|Storm"),
		"uneven":    linesAt(120, []float64{80, 300}, "Spain|France", "450|30", "400|25", "390|20", "300|15", "250|10"),
		"numbering": linesAt(120, []float64{80, 160, 240, 320}, "Item|Plan|Done|Rest", "1|2|3|4", "Roads|Built|Open|None", "Schools|Built|Open|None"),
	} {
		if got := Tables(drawn(texts...), nil); len(got) != 1 {
			t.Errorf("%s: %d tables, want one", name, len(got))
		}
	}
}
