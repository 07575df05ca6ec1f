package score

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/account"
	"fuhe/extract/around"
	"fuhe/extract/form"
	"fuhe/extract/grid"
	"fuhe/extract/work"
	"fuhe/score/across"
	"fuhe/score/rulebook"
	"fuhe/score/rules"
)

// readExample reads the one form of an example.
func readExample(t testing.TB, text string) *fuhe.Report {
	t.Helper()
	g, err := grid.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	reports, unread := form.Read([]grid.Grid{g})
	for _, u := range unread {
		t.Errorf("unread at %s: %s", u.At, u.Reason)
	}
	if len(reports) != 1 {
		t.Fatalf("%d forms read from the example", len(reports))
	}
	return reports[0]
}

// readGiven reads the form of an example with what is known besides it.
func readGiven(t testing.TB, e rulebook.Example) *fuhe.Report {
	t.Helper()
	r := readExample(t, e.Form)
	if e.HeaderTotal != "" {
		parts := strings.Split(e.HeaderTotal, "|")
		at := func(i int) fuhe.Cell { return fuhe.NewCell(parts[i], fuhe.Source{Table: 9, Ref: fuhe.Ref(0, i, 1, 1)}) }
		r.HeaderTotal = &fuhe.Total{Weight: at(0), Score: at(1), Grade: at(2)}
	}
	return r
}

// checkExample checks the form of an example.
func checkExample(t testing.TB, e rulebook.Example, lang fuhe.Lang) *fuhe.Report {
	t.Helper()
	r := readGiven(t, e)
	Check(r, Options{Profile: e.Profile, Lang: lang})
	if e.Elsewhere != "" {
		Across([]fuhe.Document{{Path: "a.pdf", Reports: []*fuhe.Report{readExample(t, e.Elsewhere)}}, {Path: "b.pdf", Reports: []*fuhe.Report{r}}}, Options{Lang: lang})
	}
	return r
}

// found is what a rule finds on an example, as the rule book shows it.
func found(t testing.TB, rule *rules.Rule, e rulebook.Example, lang fuhe.Lang) string {
	t.Helper()
	switch {
	case len(e.With) > 0 || rule.ID[0] == 'B':
		return foundAcross(t, rule, e, lang)
	case rule.ID[0] == 'C':
		return footed(t, rule, e)
	}
	var mine []fuhe.Finding
	for _, f := range checkExample(t, e, lang).Findings {
		if f.Rule == rule.ID {
			mine = append(mine, f)
		}
	}
	return strings.TrimSpace(rulebook.Lines(mine))
}

// footed is what adding up the table of an example gives.
func footed(t testing.TB, rule *rules.Rule, e rulebook.Example) string {
	t.Helper()
	g, err := grid.Parse(e.Form)
	if err != nil {
		t.Fatal(err)
	}
	tables, _ := around.Tables(nil, grid.Book{Grids: []grid.Grid{g}}, true)
	var out []string
	for i := range tables {
		for _, f := range Foot(&tables[i]) {
			if f.Rule == rule.ID {
				out = append(out, "error "+fuhe.Ref(f.Row, f.Col, 1, 1)+"  "+f.Published+" → "+f.Recomputed+"\n  "+f.Working)
			}
		}
	}
	return strings.Join(out, "\n")
}

// foundAcross is the same over the several forms of an example.
func foundAcross(t testing.TB, rule *rules.Rule, e rulebook.Example, lang fuhe.Lang) string {
	t.Helper()
	aliases, err := across.ReadAliases(strings.NewReader(e.Aliases), lang)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Lang: lang, Aliases: aliases, Each: work.NewJobs(3).Each}
	var docs []fuhe.Document
	for _, g := range append(slices.Clone(e.With), rulebook.Given{Path: rulebook.LastPath, Form: e.Form}) {
		if len(docs) == 0 || docs[len(docs)-1].Path != g.Path {
			docs = append(docs, fuhe.Document{Path: g.Path})
		}
		fillDocument(t, &docs[len(docs)-1], g.Form, o)
	}
	var mine []fuhe.Across
	for _, x := range Across(docs, o) {
		if x.Rule == rule.ID {
			mine = append(mine, x)
		}
	}
	return strings.TrimSpace(rulebook.AcrossLines(mine))
}

// fillDocument reads the forms, accounts and running text of a document, which stand apart by blank lines.
func fillDocument(t testing.TB, doc *fuhe.Document, text string, o Options) {
	t.Helper()
	for i, part := range strings.Split(strings.TrimSpace(text), "\n\n") {
		g, err := grid.Parse(part + "\n")
		if err != nil {
			t.Fatal(err)
		}
		g.Table = i + 1
		if g.Rows == 0 {
			doc.Statements = append(doc.Statements, account.Stated(append(g.Above, g.Below...), doc.Accounts, nil)...)
			continue
		}
		tables, _ := around.Tables(nil, grid.Book{Grids: []grid.Grid{g}}, true)
		if accounts := account.Read(tables); len(accounts) > 0 {
			doc.Accounts = append(doc.Accounts, accounts...)
			continue
		}
		r := readExample(t, part+"\n")
		Check(r, o)
		doc.Reports = append(doc.Reports, r)
	}
}

// Every rule has forms it speaks on and forms it is silent on, and says there what was worked out by hand.
func TestRulesSayWhatTheirExamplesSay(t *testing.T) {
	for _, rule := range rules.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			examples := rulebook.Examples(rule)
			speaks, silent := 0, 0
			for _, e := range examples {
				t.Run(e.Name, func(t *testing.T) {
					if got := found(t, rule, e, fuhe.ZH); got != e.Findings {
						t.Errorf("got\n%s\nwant\n%s", got, e.Findings)
					}
				})
				if e.Findings == "" {
					silent++
				} else {
					speaks++
				}
			}
			if (speaks == 0 || silent == 0) && !rule.Table {
				t.Errorf("%s has %d examples on which it speaks and %d on which it is silent; it needs both", rule.ID, speaks, silent)
			}
		})
	}
}

// Wordings are filled in by number, which the compiler does not check.
func TestWordingsAreFilledInInBothLanguages(t *testing.T) {
	for _, rule := range rules.Rules() {
		for _, e := range rulebook.Examples(rule) {
			for _, lang := range []fuhe.Lang{fuhe.ZH, fuhe.EN} {
				if rule.ID[0] == 'C' {
					continue // figures alone
				}
				if len(e.With) > 0 || rule.ID[0] == 'B' {
					if said := foundAcross(t, rule, e, lang); strings.Contains(said, "%!") || strings.Contains(said, "%[") {
						t.Errorf("%s, %s, %s: %s", rule.ID, e.Name, lang, said)
					}
					continue
				}
				r := checkExample(t, e, lang)
				said := r.Profile.Because + rulebook.Lines(r.Findings)
				for _, c := range Recompute(r, Options{Profile: e.Profile, Lang: lang}) {
					said += c.Because
				}
				if strings.Contains(said, "%!") || strings.Contains(said, "%[") {
					t.Errorf("%s, %s, %s: %s", rule.ID, e.Name, lang, said)
				}
			}
		}
	}
}

func TestEveryTestFileBelongsToARule(t *testing.T) {
	files, err := filepath.Glob("rulebook/testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no test files", err)
	}
	for _, f := range files {
		if rules.Find(strings.TrimSuffix(filepath.Base(f), ".txtar")) == nil {
			t.Errorf("%s belongs to no rule", f)
		}
		if raw, err := os.ReadFile(f); err != nil || strings.Contains(string(raw), "\r") {
			t.Errorf("%s: %v, or carriage returns in it", f, err)
		}
	}
}
