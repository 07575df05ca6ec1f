package review

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"fuhe"
)

var sum = strings.Repeat("ab", 32)

func verdict(finding string, j Judgement) Verdict {
	return Verdict{SHA256: sum, Finding: finding, Verdict: j}
}

// Two pages open at once, each with its own copy of the file in mind: what both say is kept.
func TestTwoAtOnceLoseNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	var pages [2]*File
	for i := range pages {
		var err error
		if pages[i], err = OpenFile(path, fuhe.EN); err != nil {
			t.Fatal(err)
		}
	}
	var all sync.WaitGroup
	for i, page := range pages {
		all.Go(func() {
			for n := range 20 {
				if err := page.Change(func(r *Review) { r.Say(verdict(fmt.Sprintf("f%d-%d", i, n), Confirmed)) }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	last, err := OpenFile(path, fuhe.EN)
	if err != nil {
		t.Fatal(err)
	}
	if r := last.Review(); len(r.Verdicts) != 40 {
		t.Errorf("%d verdicts of 40", len(r.Verdicts))
	}
	if found, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); err != nil || len(found) != 1 {
		t.Errorf("left behind: %v %v", found, err)
	}
}

// A second verdict on a finding takes the place of the first, and one edited by hand meanwhile is kept.
func TestVerdictsReplaceAndKeep(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	f, err := OpenFile(path, fuhe.ZH)
	if err != nil {
		t.Fatal(err)
	}
	change := func(c func(*Review)) {
		t.Helper()
		if err := f.Change(c); err != nil {
			t.Fatal(err)
		}
	}
	change(func(r *Review) { r.Say(verdict("a", Open)) })
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	byHand := strings.Replace(string(raw), `"verdict": "open"`, `"verdict": "open", "note": "手写"`, 1)
	if err := os.WriteFile(path, []byte(byHand), 0o666); err != nil {
		t.Fatal(err)
	}
	change(func(r *Review) { r.Say(verdict("b", Rejected)) })
	r := f.Review()
	if len(r.Verdicts) != 2 || r.Of(Key{sum, "a"}).Note != "手写" {
		t.Errorf("%+v", r.Verdicts)
	}
	change(func(r *Review) { r.Say(verdict("a", Confirmed)) })
	if r := f.Review(); len(r.Verdicts) != 2 || r.Of(Key{sum, "a"}).Verdict != Confirmed || r.Index()[Key{sum, "b"}].Verdict != Rejected {
		t.Errorf("%+v", r.Verdicts)
	}
}

func TestMistakesByHandAreOneClearLine(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"comma":   {"{\n \"schema\": \"fuhe-review/1\",\n \"verdicts\": [],,\n}", "line 3"},
		"schema":  {`{"schema":"fuhe-review/9"}`, `schema must be "fuhe-review/1"`},
		"word":    {`{"schema":"fuhe-review/1","verdicts":[{"sha256":"` + sum + `","finding":"x","verdict":"yes"}]}`, `verdicts[0]: verdict cannot be "yes"`},
		"hash":    {`{"schema":"fuhe-review/1","verdicts":[{"sha256":"ab","finding":"x","verdict":"open"}]}`, "verdicts[0]: sha256"},
		"key":     {"{\"schema\":\"fuhe-review/1\",\n\"verdict\":[]}", "line 2"},
		"type":    {"{\"schema\":\"fuhe-review/1\",\n\n\"readings\":[{\"report\":\"1\"}]}", "line 3"},
		"time":    {`{"schema":"fuhe-review/1","verdicts":[{"sha256":"` + sum + `","finding":"x","verdict":"open","at":"yesterday"}]}`, "is no time"},
		"reading": {`{"schema":"fuhe-review/1","readings":[{"sha256":"` + sum + `","report":-1,"field":"/total/score","text":"1"}]}`, "readings[0]"},
		"more":    {`{"schema":"fuhe-review/1"} x`, "line 1"},
		"nothing": {"", "line 1"},
	} {
		path := filepath.Join(t.TempDir(), FileName)
		if err := os.WriteFile(path, []byte(c.text), 0o666); err != nil {
			t.Fatal(err)
		}
		f, err := OpenFile(path, fuhe.EN)
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", name, err)
		}
		if err := f.Change(func(r *Review) { r.Say(verdict("a", Open)) }); err == nil {
			t.Errorf("%s: written over", name)
		}
		if now, err := os.ReadFile(path); err != nil || string(now) != c.text {
			t.Errorf("%s: the file is %q now", name, now)
		}
	}
}

// form is a report of one fund with a merged budget.
func form() fuhe.Document {
	at := fuhe.Source{Page: 1, Table: 1, Ref: "B1"}
	r := &fuhe.Report{Funds: []fuhe.Fund{{Executed: fuhe.NewCell("1O0", at)}}, Findings: []fuhe.Finding{{ID: "here"}}}
	r.Printed.Table.Cells = []fuhe.TableCell{{Text: "1O0", At: at}}
	return fuhe.Document{SHA256: sum, Reports: []*fuhe.Report{r}}
}

func TestReadingsAreAppliedAndMarked(t *testing.T) {
	doc := form()
	r := Review{}
	r.Read(Reading{SHA256: sum, Field: "/funds/0/executed", Text: "99"}, false)
	r.Read(Reading{SHA256: sum, Field: "/funds/0/executed", Text: "100"}, false)
	r.Read(Reading{SHA256: sum, Report: 3, Field: "/funds/0/executed", Text: "1"}, false)
	r.Read(Reading{SHA256: sum, Field: "/funds/0/score", Text: "1"}, false)
	homeless := r.Apply(&doc)
	cell := doc.Reports[0].Funds[0].Executed
	if cell.Text != "100" || cell.Number == nil || cell.Doubt != nil || cell.Read == nil || *cell.Read != "1O0" {
		t.Errorf("%+v", cell)
	}
	if doc.Reports[0].Printed.Table.Cells[0].Text != "100" {
		t.Error("the printed form keeps what was read wrong")
	}
	if len(homeless) != 2 {
		t.Errorf("homeless: %+v", homeless)
	}
	if raw, err := cell.MarshalJSON(); err != nil || !strings.Contains(string(raw), `"read":"1O0"`) {
		t.Errorf("%s %v", raw, err)
	}
	r.Read(Reading{SHA256: sum, Field: "/funds/0/executed"}, true)
	if len(r.Readings) != 2 {
		t.Errorf("%+v", r.Readings)
	}
}

func TestGoneVerdictsAreKept(t *testing.T) {
	other := strings.Repeat("cd", 32)
	r := Review{Verdicts: []Verdict{verdict("here", Open), verdict("gone", Open), {SHA256: other, Finding: "x", Verdict: Open}}}
	findings, documents := r.Gone([]fuhe.Document{form()}, nil)
	if len(findings) != 1 || findings[0].Finding != "gone" || len(documents) != 1 || documents[0].SHA256 != other {
		t.Errorf("%+v %+v", findings, documents)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"schema":"fuhe-review/1","verdicts":[{"sha256":"` + sum + `","finding":"x","verdict":"open"}],"readings":[]}`))
	f.Add([]byte("{\n"))
	f.Add([]byte("\uFEFF{}"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		r, err := Parse(raw, fuhe.EN)
		if err != nil {
			return
		}
		var out strings.Builder
		if err := Write(&out, r); err != nil {
			t.Fatal(err)
		}
		if _, err := Parse([]byte(out.String()), fuhe.EN); err != nil {
			t.Errorf("written as %s: %v", out.String(), err)
		}
	})
}
