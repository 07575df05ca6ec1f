package score

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/extract/work"
	"fuhe/samples/invent"
	"fuhe/score/rulebook"
	"fuhe/score/rules"
)

// given is a form with what is known besides it.
type given struct {
	name    string
	profile string
	report  *fuhe.Report // read anew for each test: a check writes into it
}

// exampleForms are the forms of the rule book and the published ones beside it.
func exampleForms(t testing.TB) []given {
	var out []given
	for _, rule := range rules.Rules() {
		if strings.ContainsRune("ABC", rune(rule.ID[0])) {
			continue // its examples are tables, or several forms
		}
		for _, e := range rulebook.Examples(rule) {
			out = append(out, given{rule.ID + " " + e.Name, e.Profile, readGiven(t, e)})
		}
	}
	files, err := filepath.Glob("testdata/published/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no published forms", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(raw), "-- form --\n")
		text, _, _ := strings.Cut(rest, "-- findings --\n")
		out = append(out, given{file, "", readExample(t, text)})
	}
	return out
}

// formsUnder are the forms of all files in a folder, as far as they can be read; none without the folder.
func formsUnder(t testing.TB, folder string) []given {
	if _, err := os.Stat(folder); err != nil {
		t.Logf("skipped: %s is not here", folder)
		return nil
	}
	inputs := extract.Walk([]string{folder}, nil)
	var out []given
	extract.ReadAll(context.Background(), inputs, extract.Options{}, work.NewJobs(2), func(*fuhe.Document) {}, func(_ int, doc fuhe.Document) {
		for i, r := range doc.Reports {
			out = append(out, given{doc.Path + " #" + strconv.Itoa(i+1), "", r})
		}
	})
	if len(out) == 0 {
		t.Errorf("no form was read under %s", folder)
	}
	return out
}

// inventedForms are so many made-up forms in all layouts, most with a slip, of every kind in turn.
func inventedForms(t testing.TB, count int) []given {
	layouts, kinds := invent.Layouts(), invent.Kinds()
	var out []given
	for n := 0; len(out) < count; n++ {
		layout, kind := layouts[n%len(layouts)], kinds[n/len(layouts)%len(kinds)]
		f, ok := invent.Seed(layout, kind, uint64(n))
		switch {
		case n%5 == 0:
			f = invent.Make(layout, uint64(n))
		case !ok:
			continue
		}
		reports, unread := form.Read([]grid.Grid{f.Grid})
		if len(reports) != 1 || len(unread) > 0 {
			t.Fatalf("%s %s %d: %d forms, unread %v", layout, kind, n, len(reports), unread)
		}
		out = append(out, given{strings.Join([]string{layout, string(kind), strconv.Itoa(n)}, " "), "", reports[0]})
	}
	return out
}
