package score

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
)

// eachFigureHasItsClassCases are the cases of TestEachFigureHasItsClass.
var eachFigureHasItsClassCases = map[string]struct {
	was, is string
	field   fuhe.Field
	class   fuhe.Class
	because string
}{
	"right":                {"科普", "科普", "/funds/0/execution_rate", fuhe.Agrees, ""},
	"wrong":                {"| 50.00% |", "| 40.00% |", "/funds/0/execution_rate", fuhe.Differs, ""},
	"points of a heading":  {"科普", "科普", "/sections/0/name", fuhe.Agrees, ""},
	"letters in a figure":  {"| 20 | 20 |", "| 2O.0 | 20 |", "/indicators/1/weight", fuhe.Unchecked, "letters"},
	"a sum with that":      {"| 20 | 20 |", "| 2O | 20 |", "/total/weight", fuhe.Unchecked, "not all parts were read"},
	"a deadline":           {"| ≥3场 | 4场 |", "| 12月底前 | 11月完成 |", "/indicators/0/target", fuhe.Unchecked, "no single figure"},
	"no actual value":      {"| ≥3场 | 4场 |", "| ≥3场 | 完成 |", "/indicators/0/target", fuhe.Unchecked, "the actual value is no figure"},
	"a row without a name": {"| 其他资金 | < | 40.00", "|  | < | 40.00", "/funds", fuhe.Unchecked, "no fund"},
}

// TestEachFigureHasItsClass: every entry with a digit is in the list once, with the rules that found it right or named it,
// or with the reason why none did; what became no entry is in it, too.
func TestEachFigureHasItsClass(t *testing.T) {
	for name, c := range eachFigureHasItsClassCases {
		t.Run(name, func(t *testing.T) {
			g, err := grid.Parse(strings.Replace(readWhole, c.was, c.is, 1))
			if err != nil {
				t.Fatal(err)
			}
			reports, unread := form.Read([]grid.Grid{g})
			if len(reports) != 1 {
				t.Fatalf("%d reports, unread %v", len(reports), unread)
			}
			r := reports[0]
			Check(r, Options{Lang: fuhe.EN})
			i := slices.IndexFunc(r.Figures, func(f fuhe.Figure) bool { return f.Field == c.field })
			if i < 0 {
				t.Fatalf("%s is not there: %+v", c.field, r.Figures)
			}
			if f := r.Figures[i]; f.Class != c.class || !strings.Contains(f.Because, c.because) || (f.Because == "") == (c.class == fuhe.Unchecked) || (len(f.By) == 0) != (c.class == fuhe.Unchecked) {
				t.Errorf("%+v", f)
			}
			counted := map[fuhe.Class]int{}
			for _, f := range r.Figures {
				counted[f.Class]++
				if f.At == nil && !strings.ContainsAny(r.Entry(f.Field).Text, "0123456789") {
					t.Errorf("%s holds no digit", f.Field)
				}
			}
			n := r.Coverage
			if n.Figures != len(r.Figures) || n.Agree != counted[fuhe.Agrees] || n.Differ != counted[fuhe.Differs] || n.Judgement != counted[fuhe.Judged] || n.Unchecked != counted[fuhe.Unchecked] {
				t.Errorf("%+v counted as %+v", counted, n)
			}
			for _, e := range r.Entries() {
				key := e.Field.Key()
				if !strings.ContainsAny(e.Cell.Text, "0123456789") || slices.Contains([]string{"level1", "level2", "project"}, key) || key == "name" && !strings.HasPrefix(string(e.Field), "/sections/") {
					continue
				}
				if !slices.ContainsFunc(r.Figures, func(f fuhe.Figure) bool { return f.Field == e.Field }) {
					t.Errorf("%s %q has no class", e.Field, e.Cell.Text)
				}
			}
			if raw, err := json.Marshal(r.Figures[i]); err != nil || !strings.Contains(string(raw), `"field":"`+string(c.field)+`","class":"`+string(c.class)+`","by":[`) {
				t.Errorf("%s %v", raw, err)
			}
		})
	}
}

// TestAScoreByALocalFormulaIsUnchecked: 8 of 10 at an execution rate of 90 % follows from nothing that the form prints; that it was
// added up to the total with the others proves the total alone.
func TestAScoreByALocalFormulaIsUnchecked(t *testing.T) {
	raw, err := os.ReadFile("testdata/cases/own-score-total.txtar")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(raw), "-- form --\n")
	table, _, _ = strings.Cut(table, "-- said --")
	g, err := grid.Parse(strings.Replace(table, "| 97 |", "| 98 |", 1))
	if err != nil {
		t.Fatal(err)
	}
	reports, _ := form.Read([]grid.Grid{g})
	if len(reports) != 1 {
		t.Fatalf("%d reports", len(reports))
	}
	Check(reports[0], Options{Lang: fuhe.EN})
	for field, want := range map[fuhe.Field]fuhe.Class{"/funds/0/score": fuhe.Unchecked, "/total/score": fuhe.Agrees} {
		i := slices.IndexFunc(reports[0].Figures, func(f fuhe.Figure) bool { return f.Field == field })
		if i < 0 || reports[0].Figures[i].Class != want || want == fuhe.Unchecked && !strings.Contains(reports[0].Figures[i].Because, "local formula") {
			t.Errorf("%s: %+v", field, reports[0].Figures[max(i, 0)])
		}
	}
}
