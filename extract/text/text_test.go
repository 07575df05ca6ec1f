package text

import (
	"os"
	"strings"
	"testing"

	"fuhe/extract/grid"
)

func read(t *testing.T, s string) grid.Book {
	t.Helper()
	b, err := Read(strings.NewReader(s), int64(len(s)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// rowsOf are the texts of a grid, a row a line, cells between bars.
func rowsOf(g grid.Grid) string {
	var b strings.Builder
	for i, c := range g.Cells {
		if i > 0 && c.Col == 0 {
			b.WriteByte('\n')
		} else if i > 0 {
			b.WriteByte('|')
		}
		b.WriteString(c.Text)
	}
	return b.String()
}

func TestSeed(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/seed/shanghai-2021.txt")
	if err != nil {
		t.Skip("the seed form is not at hand")
	}
	b := read(t, string(raw))
	if len(b.Grids) != 1 {
		t.Fatalf("%d grids, want 1", len(b.Grids))
	}
	g := b.Grids[0]
	if g.Rows != 19 || g.Cols != 10 || !g.Spaced {
		t.Errorf("%d × %d, spaced %v", g.Rows, g.Cols, g.Spaced)
	}
	if len(g.Above) != 2 || g.Above[0].Text != "财政项目支出绩效自评表" || g.Above[1].Text != "(2021 年度)" {
		t.Errorf("above: %v", g.Above)
	}
	for ref, want := range map[string]string{
		"A1": "项目名称", "B1": "新能源产业推进 (2021) 年", "E2": "实施单位", "C4": "530000.00", "E4": "147,663.64", "G4": "35.77%", "A5": "",
		"E12": "≥80%", "F12": "35.76%", "E13": "≥ 20 次", "F13": "> 20 次", "F15": "> 80%", "F16": "", "I18": "",
	} {
		for _, c := range g.Cells {
			if c.At.Ref == ref && c.Text != want {
				t.Errorf("%s is %q, want %q", ref, c.Text, want)
			}
		}
	}
	for _, c := range g.Cells {
		if strings.ContainsAny(c.Text, "<$\\") {
			t.Errorf("%s keeps markup: %q", c.At.Ref, c.Text)
		}
	}
}
