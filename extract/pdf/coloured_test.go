package pdf

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"fuhe/extract/grid"
)

// neighbours are two texts beside or under each other, blanks between them passed over: what a table says, whatever its
// borders (the measure of the ICDAR 2013 table competition).
type neighbours struct {
	a, b string
	down bool
}

func relations(cells [][]string) map[neighbours]int {
	out := make(map[neighbours]int)
	for r := range cells {
		for c, text := range cells[r] {
			if text == "" {
				continue
			}
			for k := c + 1; k < len(cells[r]); k++ {
				if cells[r][k] != "" {
					out[neighbours{text, cells[r][k], false}]++
					break
				}
			}
			for k := r + 1; k < len(cells); k++ {
				if c < len(cells[k]) && cells[k][c] != "" {
					out[neighbours{text, cells[k][c], true}]++
					break
				}
			}
		}
	}
	return out
}

// solidText is a text without white space and ligatures.
func solidText(s string) string { return strings.Join(strings.Fields(norm.NFKC.String(s)), "") }

func textsOf(g *grid.Grid) [][]string {
	out := make([][]string, g.Rows)
	for r := range out {
		out[r] = make([]string, g.Cols)
	}
	for _, c := range g.Cells {
		out[c.Row][c.Col] = solidText(c.Text)
	}
	return out
}

// TestColouredTables measures tables that colours tell, against the cells their producers were given: F1 over
// neighbouring texts, and no cell that holds the texts of two.
func TestColouredTables(t *testing.T) {
	raw, err := os.ReadFile("testdata/coloured/truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var truth map[string]struct{ Cells [][]string }
	if err := json.Unmarshal(raw, &truth); err != nil {
		t.Fatal(err)
	}
	for _, reader := range []Reader{Native, PDFium} {
		hits, found, wanted := 0, 0, 0
		for _, name := range slices.Sorted(maps.Keys(truth)) {
			want, whole := relationsOf(truth[name].Cells)
			got, n := colouredFile(t, name, reader, whole)
			hit := 0
			for rel, n := range want {
				hit += min(n, got[rel])
				wanted += n
			}
			for _, n := range got {
				found += n
			}
			if hits += hit; n != 1 {
				t.Errorf("%s by %s: %d tables, want 1", name, reader, n)
			}
		}
		f1 := 2 * float64(hits) / float64(found+wanted)
		t.Logf("%s: %d tables of 5 producers, F1 %.3f", reader, len(truth), f1)
		if f1 < 0.97 {
			t.Errorf("%s: F1 %.3f, want 0.97", reader, f1)
		}
	}
}

func relationsOf(cells [][]string) (map[neighbours]int, map[string]bool) {
	whole := make(map[string]bool)
	for r := range cells {
		for c := range cells[r] {
			cells[r][c] = solidText(cells[r][c])
			whole[cells[r][c]] = true
		}
	}
	return relations(cells), whole
}

// colouredFile reads the tables of a file; every text in them is the whole text of a cell.
func colouredFile(t *testing.T, name string, reader Reader, whole map[string]bool) (map[neighbours]int, int) {
	t.Helper()
	raw, err := os.ReadFile("testdata/coloured/" + name + ".pdf")
	if err != nil {
		t.Fatal(err)
	}
	b, err := Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), Options{Reader: reader})
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[neighbours]int)
	for i := range b.Grids {
		g := &b.Grids[i]
		if whiteRules := strings.HasSuffix(name, "-white") || name == "libreoffice-gaps"; !g.Inferred && !whiteRules { // those are drawn
			t.Errorf("%s by %s: not marked as inferred", name, reader)
		}
		for _, row := range textsOf(g) {
			for _, text := range row {
				if text != "" && !whole[text] {
					t.Errorf("%s by %s: %q is glued or cut", name, reader, text)
				}
			}
		}
		for rel, n := range relations(textsOf(g)) {
			out[rel] += n
		}
	}
	return out, len(b.Grids)
}
