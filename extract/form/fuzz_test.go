package form

import (
	"os"
	"path/filepath"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// FuzzRead: no grid makes the reading panic, and every entry of a report stands somewhere in the grid.
func FuzzRead(f *testing.F) {
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, p := range paths {
		text, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), uint16(7), false)
		f.Add(string(text), uint16(12), true)
	}
	f.Fuzz(func(t *testing.T, text string, edge uint16, spaced bool) {
		g, err := grid.Parse(text)
		if err != nil || g.Rows*g.Cols > 1<<16 {
			return
		}
		g.Spaced = spaced
		if int(edge) < g.Rows {
			g.Breaks = []int{int(edge)}
		}
		places := map[fuhe.Source]bool{}
		for _, c := range g.Cells {
			places[c.At] = true
		}
		for _, l := range append(g.Above, g.Below...) {
			places[l.At] = true
		}
		reports, unread := Read([]grid.Grid{g})
		for _, u := range unread {
			if u.Reason == "" {
				t.Error("unread without a reason")
			}
		}
		for _, r := range reports {
			if r.Form == "" || len(r.Indicators) == 0 {
				t.Errorf("a report without %q indicators", r.Form)
			}
			for _, e := range r.Entries() {
				if e.Cell.Text != "" && !places[e.Cell.At] {
					t.Errorf("%s %q stands nowhere: %s", e.Field, e.Cell.Text, e.Cell.At)
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for _, f := range fixtures(b) {
		b.Run(f.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Read([]grid.Grid{f.grid})
			}
		})
	}
}
