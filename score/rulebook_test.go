package score

import (
	"flag"
	"os"
	"strings"
	"testing"

	"fuhe"
)

var update = flag.Bool("update", false, "write RULES.md and RULES.zh-CN.md anew")

func TestRULESIsTrue(t *testing.T) {
	show := func(lang fuhe.Lang) func(*Rule, Example) string {
		return func(rule *Rule, e Example) string {
			var mine []fuhe.Finding
			for _, f := range checkExample(t, e, lang).Findings {
				if f.Rule == rule.ID {
					mine = append(mine, f)
				}
			}
			return strings.TrimSpace(Lines(mine))
		}
	}
	for lang, file := range map[fuhe.Lang]string{fuhe.EN: "RULES.md", fuhe.ZH: "RULES.zh-CN.md"} {
		want := Markdown(lang, show(lang))
		if *update {
			if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s differs from the catalogue; run go test ./score -run RULES -update", file)
		}
	}
}

func TestEveryRuleIsDescribedInBothLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.ID] || seen[r.Name] {
			t.Errorf("%s %s: an ID or name is used twice", r.ID, r.Name)
		}
		seen[r.ID], seen[r.Name] = true, true
		for what, ph := range map[string]fuhe.Phrase{"title": r.Title, "basis": r.Basis, "explanation": r.Explain} {
			if ph.ZH == "" || ph.EN == "" {
				t.Errorf("%s: %s is missing in a language", r.ID, what)
			}
		}
		if d := r.Describe(fuhe.EN); !strings.Contains(d, r.ID) || !strings.Contains(d, "Example") {
			t.Errorf("%s: described as %q", r.ID, d)
		}
		if e, ok := r.speaks(); ok && (r.foundInEnglish() == "" || strings.Contains(r.Describe(fuhe.EN), e.Findings)) {
			t.Errorf("%s: its example has no findings in English", r.ID)
		}
		if Find(r.ID) != r {
			t.Errorf("%s cannot be found by its ID", r.ID)
		}
	}
	if Find("F999") != nil {
		t.Error("a rule that does not exist was found")
	}
}
