package score_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/score"
)

// waiting are the cases that are not answered yet, with the reason.
var waiting = map[string]string{}

// Cases are forms as text with the errors, warnings and corrections that are right for them, worked out by hand.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".txtar")
		t.Run(name, func(t *testing.T) {
			raw, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			want := sections(string(raw))
			got := answer(t, want["form"])
			same := got == want["said"]+"\n\n"+want["corrected"]
			switch why, waits := waiting[name]; {
			case waits && same:
				t.Errorf("it is answered: take it off the list")
			case waits:
				t.Skip(why)
			case !same:
				t.Errorf("got\n%s\nwant\n%s\n\n%s", got, want["said"], want["corrected"])
			}
		})
	}
}

// sections are the parts of a file by their names.
func sections(raw string) map[string]string {
	out, name := map[string]string{}, ""
	for line := range strings.Lines(raw) {
		if marked, ok := strings.CutPrefix(strings.TrimSpace(line), "-- "); ok {
			name = strings.TrimSuffix(marked, " --")
			continue
		}
		out[name] += line
	}
	for k, v := range out {
		out[k] = strings.TrimSpace(v)
	}
	return out
}

// answer is what is said of a form, and what is corrected on it.
func answer(t *testing.T, text string) string {
	g, err := grid.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	reports, unread := form.Read([]grid.Grid{g})
	if len(reports) != 1 {
		return fmt.Sprint("unread: ", unread)
	}
	r := reports[0]
	score.Check(r, score.Options{Lang: fuhe.EN})
	var said, corrected []string
	for _, f := range r.Findings {
		if f.Severity == fuhe.Note {
			continue
		}
		line := strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s", f.Severity, f.Rule, f.Field, f.Recomputed)), " ")
		if f.Cause != nil {
			line += " " + string(f.Cause.Kind)
		}
		if f.Root != "" {
			line += ", follows"
		}
		said = append(said, line)
	}
	slices.Sort(said)
	for _, c := range score.Recompute(r, score.Options{Lang: fuhe.EN}) {
		corrected = append(corrected, fmt.Sprint(c.Field, " ", c.Corrected.Text))
	}
	return strings.Join(said, "\n") + "\n\n" + strings.Join(corrected, "\n")
}
