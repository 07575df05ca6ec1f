package form

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// fixture is a form as grid text with what a reader sees on it: "form", "year", "money_unit", "section" lines and the
// text of each entry by its field.
type fixture struct {
	name   string
	grid   grid.Grid
	report []string // lines in the order of the file
}

func fixtures(t testing.TB) []fixture {
	t.Helper()
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	var out []fixture
	for _, p := range paths {
		text, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		form, want, ok := strings.Cut(string(text), "-- report --\n")
		if !ok {
			t.Fatalf("%s has no report", p)
		}
		out = append(out, fixture{strings.TrimSuffix(filepath.Base(p), ".txt"), parse(t, form), strings.Split(strings.TrimSpace(want), "\n")})
	}
	return out
}

func parse(t testing.TB, text string) grid.Grid {
	t.Helper()
	g, err := grid.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// shown are the lines of a fixture for a report: every entry with text, and what is told about the form.
func shown(r *fuhe.Report) []string {
	out := []string{"form: " + r.Form, "year: " + r.Year, "money_unit: " + r.MoneyUnit}
	for _, s := range r.Sections {
		out = append(out, "section: "+string(s.Covers)+" "+s.Weight.String()+" "+s.Name.Text)
	}
	for _, e := range r.Entries() {
		if e.Cell.Text != "" && !strings.HasPrefix(string(e.Field), "/sections/") {
			out = append(out, string(e.Field)+": "+e.Cell.Text)
		}
	}
	return out
}

// readOne reads a grid that must be one form, read without a word.
func readOne(t testing.TB, g grid.Grid) *fuhe.Report {
	t.Helper()
	reports, unread := Read([]grid.Grid{g})
	for _, u := range unread {
		t.Errorf("unread %s: %s", u.At, u.Reason)
	}
	if len(reports) != 1 {
		t.Fatalf("%d reports, want 1", len(reports))
	}
	return reports[0]
}

// sameLines reports each line that only one of the two has.
func sameLines(t testing.TB, got, want []string) {
	t.Helper()
	count := map[string]int{}
	for _, l := range want {
		count[l]++
	}
	for _, l := range got {
		count[l]--
	}
	for _, l := range append(append([]string{}, want...), got...) {
		switch n := count[l]; {
		case n > 0:
			t.Errorf("missing  %s", l)
		case n < 0:
			t.Errorf("not there %s", l)
		}
		count[l] = 0
	}
}

func TestPublishedLayouts(t *testing.T) {
	for _, f := range fixtures(t) {
		t.Run(f.name, func(t *testing.T) {
			sameLines(t, shown(readOne(t, f.grid)), f.report)
		})
	}
}
