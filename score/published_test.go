package score

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe"
)

// Figures of published forms, typed from the tables with what is wrong with them worked out by hand: nothing else may be
// said, at any level.
func TestPublishedFormsAreJudgedAsWorkedOutByHand(t *testing.T) {
	files, err := filepath.Glob("testdata/published/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no published forms", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, rest, _ := strings.Cut(string(raw), "-- form --\n")
			text, want, ok := strings.Cut(rest, "-- findings --\n")
			if !ok {
				t.Fatal("no findings section")
			}
			r := readExample(t, text)
			Check(r, Options{Lang: fuhe.ZH})
			var got []string
			for _, f := range r.Findings {
				line := strings.TrimSpace(f.Rule + " " + string(f.Severity) + " " + string(f.Field) + " " + f.Published)
				if f.Recomputed != "" {
					line += " → " + f.Recomputed
				}
				if f.Cause != nil {
					line += " " + string(f.Cause.Kind)
				}
				got = append(got, line)
			}
			if g := strings.Join(got, "\n"); g != strings.TrimSpace(want) {
				t.Errorf("profile %s (%s): got\n%s\nwant\n%s", r.Profile.ID, r.Profile.Because, g, want)
			}
		})
	}
}
