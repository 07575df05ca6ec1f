package pdf

import (
	"bytes"
	"context"
	"maps"
	"os"
	"slices"
	"testing"

	"fuhe/extract/grid"
)

// kind is a file with one odd trait and cells of its first table as a person reads them off the page.
type kind struct {
	file  string
	cells map[string]string // text by place; "?" for a cell that has to be in doubt
}

// kinds are forms with invented names and amounts, each with a trait that was met in published ones.
var kinds = []kind{
	{"trailing-blank-bridges-cells", map[string]string{"E4": "346.73", "F4": "317.49"}},
	{"digits-wider-than-drawn", map[string]string{"E4": "110,344.65", "F4": "101,963.54"}},
	{"stack-joins-next-row", map[string]string{"B16": "满意度指标（10分）", "A17:F17": "总分"}},
	{"clipped-text", map[string]string{"E13": "2023年5月1日-2023年12月31日", "F13": "2023年12月26日完成最后一批结算"}},
}

// TestKinds reads each file with both readers.
func TestKinds(t *testing.T) {
	for _, k := range kinds {
		raw, err := os.ReadFile("testdata/kinds/" + k.file + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		for _, reader := range []Reader{Native, PDFium} {
			t.Run(k.file+"/"+string(reader), func(t *testing.T) {
				b, err := Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), Options{Reader: reader})
				if err != nil {
					t.Fatal(err)
				}
				if len(b.Grids) == 0 {
					t.Fatalf("no table; %v", b.Unread)
				}
				k.check(t, &b.Grids[0])
			})
		}
	}
}

func (k kind) check(t *testing.T, g *grid.Grid) {
	t.Helper()
	for _, ref := range slices.Sorted(maps.Keys(k.cells)) {
		want := k.cells[ref]
		i := slices.IndexFunc(g.Cells, func(c grid.Cell) bool { return c.At.Ref == ref })
		switch {
		case i < 0:
			t.Errorf("no cell %s", ref)
		case want == "?":
			if g.Cells[i].Doubt == nil {
				t.Errorf("%s %q is not in doubt", ref, g.Cells[i].Text)
			}
		case g.Cells[i].Text != want || g.Cells[i].Doubt != nil:
			t.Errorf("%s %q (doubt %v), want %q", ref, g.Cells[i].Text, g.Cells[i].Doubt, want)
		}
	}
}
