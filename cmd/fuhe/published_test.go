package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/score"
)

// Real published tables in their own layouts: what could be read of them, typed as text, with the entries they hold and
// what is wrong with them worked out by hand. Their errors are found, and nothing else is called an error. Rows of which
// nothing could be seen, where a heading prints more points than the rows below hold, were filled up.
func TestPublishedTablesInTheirLayouts(t *testing.T) {
	files, err := filepath.Glob("../../extract/form/testdata/published/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no published tables:", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text, rest, _ := strings.Cut(string(raw), "-- report --\n")
			entries, findings, ok := strings.Cut(rest, "-- findings --\n")
			if !ok {
				t.Fatal("no findings section")
			}
			g, err := grid.Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			r, err := readGrid(g)
			if err != nil {
				t.Fatal(err)
			}
			compareLines(t, "entry", entriesOf(r), strings.Split(strings.TrimSpace(entries), "\n"))
			score.Check(r, score.Options{Lang: fuhe.ZH})
			compareFindings(t, r, strings.Split(strings.TrimSpace(findings), "\n"))
		})
	}
}

// entriesOf are the printed entries of a report, a line each.
func entriesOf(r *fuhe.Report) []string {
	out := []string{"year: " + r.Year, "money_unit: " + r.MoneyUnit}
	for _, e := range r.Entries() {
		if e.Cell.Text != "" && !strings.HasPrefix(string(e.Field), "/sections/") {
			out = append(out, string(e.Field)+": "+e.Cell.Text)
		}
	}
	return out
}

func compareLines(t *testing.T, what string, got, want []string) {
	for _, w := range want {
		if w != "" && !slices.Contains(got, w) {
			t.Errorf("%s missing: %s", what, w)
		}
	}
	for _, g := range got {
		if !slices.Contains(want, g) {
			t.Errorf("%s not there: %s", what, g)
		}
	}
}

// compareFindings wants every finding worked out by hand, and no error besides.
func compareFindings(t *testing.T, r *fuhe.Report, want []string) {
	var got, errors []string
	for _, f := range r.Findings {
		line := strings.TrimSpace(f.Rule + " " + string(f.Severity) + " " + string(f.Field) + " " + f.Published)
		if f.Recomputed != "" {
			line += " → " + f.Recomputed
		}
		if got = append(got, line); f.Severity == fuhe.Error {
			errors = append(errors, line)
		}
	}
	for _, w := range want {
		if w != "" && !slices.Contains(got, w) {
			t.Errorf("not found: %s; said: %s", w, strings.Join(got, "; "))
		}
	}
	for _, e := range errors {
		if !slices.Contains(want, e) {
			t.Errorf("accused without reason: %s", e)
		}
	}
}
