package score

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
)

// TestLayoutsAreNotAccused: a consistent form in each published layout has no error, with its cells merged and with columns
// told apart by tabs only.
func TestLayoutsAreNotAccused(t *testing.T) {
	files, err := filepath.Glob("../extract/form/testdata/*.txt")
	if err != nil || len(files) < 21 {
		t.Fatalf("%d forms, %v", len(files), err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text, _, _ := strings.Cut(string(raw), "-- report --")
		for _, spaced := range []bool{false, true} {
			if spaced {
				text = strings.NewReplacer("| <", "| ", "| ^", "| ").Replace(text)
			}
			g, err := grid.Parse(text)
			if err != nil {
				t.Fatal(file, err)
			}
			g.Spaced = spaced
			reports, unread := form.Read([]grid.Grid{g})
			if spaced && (strings.Contains(file, "fujian") || strings.Contains(file, "shaanxi")) {
				continue // 小计 and 总额 are the budget only under a merged heading
			}
			if len(reports) != 1 || len(unread) > 0 {
				t.Errorf("%s: %d forms, unread %v", file, len(reports), unread)
				continue
			}
			Check(reports[0], Options{Lang: fuhe.EN})
			for _, f := range reports[0].Findings {
				if f.Severity == fuhe.Error {
					t.Errorf("%s: %s %s: %s", file, f.Rule, f.Field, f.Message)
				}
			}
		}
	}
}
