package baseline

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fuhe"
)

// run is the JSON of a run over one-form files with these findings.
func run(files ...[]string) string {
	docs := make([]fuhe.Document, len(files))
	for i, ids := range files {
		r := &fuhe.Report{Title: "项目支出绩效自评表", Project: fuhe.NewCell("项目", fuhe.Source{Table: 1, Ref: "A1"})}
		for _, id := range ids {
			r.Findings = append(r.Findings, fuhe.Finding{ID: id, Rule: "F102", Severity: fuhe.Error, Field: "/funds/0/execution_rate", Message: "m"})
		}
		docs[i] = fuhe.Document{Path: fmt.Sprintf("%d.pdf", i), Reports: []*fuhe.Report{r}}
	}
	raw, err := json.Marshal(map[string]any{"schema": "fuhe/1", "documents": docs})
	if err != nil {
		panic(err)
	}
	return string(raw)
}

func load(t *testing.T, text string) *Baseline {
	t.Helper()
	b, err := Load(strings.NewReader(text), fuhe.EN)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func ids(entries []Entry) string {
	var out []string
	for _, e := range entries {
		out = append(out, e.ID)
	}
	return strings.Join(out, " ")
}

func everything(map[string]string, string) bool { return true }

func TestDiff(t *testing.T) {
	for _, c := range []struct {
		old, new                 [][]string
		resolved, added, standed string
		notRead                  string
	}{
		{[][]string{{"a", "b"}}, [][]string{{"b", "c"}}, "a", "c", "b", ""},
		{[][]string{{"a"}, {"b"}}, [][]string{{"b"}, {"a"}}, "", "", "b a", ""},
		{[][]string{{"a"}}, [][]string{{"a"}, {"a"}}, "", "a", "a", ""}, // the same form in one more file
		{[][]string{{"a"}, {"a"}}, [][]string{{"a"}}, "", "", "a", "a"}, // one of two copies is left out
		{[][]string{{}}, [][]string{{"a"}}, "", "a", "", ""},
		{[][]string{{"a"}}, [][]string{{}}, "a", "", "", ""},
	} {
		d := Diff(load(t, run(c.old...)), load(t, run(c.new...)), everything)
		if ids(d.Resolved) != c.resolved || ids(d.New) != c.added || ids(d.Unchanged) != c.standed || ids(d.NotRead) != c.notRead {
			t.Errorf("%v to %v: resolved %s, new %s, unchanged %s, not read %s", c.old, c.new, ids(d.Resolved), ids(d.New), ids(d.Unchanged), ids(d.NotRead))
		}
	}
	d := Diff(load(t, run([]string{"a"})), load(t, run(nil)), everything)
	if e := d.Resolved[0]; e.Path != "0.pdf" || e.Title != "项目支出绩效自评表" || e.Project != "项目" || e.Rule != "F102" || e.Severity != fuhe.Error || e.Field != "/funds/0/execution_rate" {
		t.Errorf("%+v", e)
	}
}

func TestDropTakesOutWhatIsKnown(t *testing.T) {
	b := load(t, run([]string{"a", "b"}, []string{"b"}))
	for i, c := range []struct{ has, keeps string }{{"a b c", "c"}, {"b", ""}, {"b a", "b a"}} {
		r := &fuhe.Report{}
		for _, id := range strings.Fields(c.has) {
			r.Findings = append(r.Findings, fuhe.Finding{ID: id})
		}
		dropped := b.Drop(r)
		var kept []string
		for _, f := range r.Findings {
			kept = append(kept, f.ID)
		}
		if strings.Join(kept, " ") != c.keeps || dropped != len(strings.Fields(c.has))-len(kept) {
			t.Errorf("report %d keeps %v, %d dropped", i, kept, dropped)
		}
	}
}

func TestLinesAreReadAsWell(t *testing.T) {
	line := func(id string) string {
		raw, err := json.Marshal(fuhe.Document{Path: id, Reports: []*fuhe.Report{{Findings: []fuhe.Finding{{ID: id}}}}})
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	if b := load(t, line("a")+"\n"+line("b")+"\n"); b.Len() != 2 || ids(b.entries) != "a b" {
		t.Errorf("%+v", b)
	}
}

func TestOtherFilesAreRefused(t *testing.T) {
	for _, text := range []string{"", "{}", "[]", "42", "no", `{"schema":"fuhe/9","documents":[]}`, run([]string{"a"})[:40],
		`{"schema":"fuhe/1","documents":[{"reports":[{"findings":[{"rule":"F102"}]}]}]}`} {
		if b, err := Load(strings.NewReader(text), fuhe.EN); err == nil {
			t.Errorf("%q is read as %+v", text, b)
		}
	}
}

// Whatever the two runs, every finding of either is in exactly one list, and a run against itself changes nothing.
func TestEveryFindingIsCountedOnce(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	random := func() string {
		files := make([][]string, 1+rng.IntN(3))
		for i := range files {
			for range rng.IntN(5) {
				files[i] = append(files[i], string(rune('a'+rng.IntN(4))))
			}
		}
		return run(files...)
	}
	for range 500 {
		a, b := load(t, random()), load(t, random())
		d := Diff(a, b, everything)
		if len(d.Resolved)+len(d.NotRead)+len(d.Unchanged) != a.Len() || len(d.New)+len(d.Unchanged) != b.Len() {
			t.Fatalf("%d and %d findings: %d resolved, %d new, %d unchanged", a.Len(), b.Len(), len(d.Resolved), len(d.New), len(d.Unchanged))
		}
		if back := Diff(b, a, everything); len(back.New) != len(d.Resolved)+len(d.NotRead) || len(back.Resolved)+len(back.NotRead) != len(d.New) {
			t.Fatal("the other way round it is not the other way round")
		}
		if self := Diff(a, a, everything); len(self.New)+len(self.Resolved) != 0 {
			t.Fatal("a run differs from itself")
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(run([]string{"a", "b"}, []string{"c"}))
	f.Add(`{"path":"x","reports":[{"findings":[{"id":"a"}]}]}` + "\n" + `{"path":"y","reports":null}`)
	f.Fuzz(func(t *testing.T, text string) {
		b, err := Load(strings.NewReader(text), fuhe.EN)
		if (b == nil) == (err == nil) {
			t.Fatal(b, err)
		}
		if err == nil && len(Diff(b, b, everything).Unchanged) != b.Len() {
			t.Fatal("a run differs from itself")
		}
	})
}
