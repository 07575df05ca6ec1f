package score

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"fuhe"
	"fuhe/score/rulebook"
	"fuhe/score/rules"
)

var update = flag.Bool("update", false, "write RULES.md and RULES.zh-CN.md anew")

func TestRULESIsTrue(t *testing.T) {
	show := func(lang fuhe.Lang) func(*rules.Rule, rulebook.Example) string {
		return func(rule *rules.Rule, e rulebook.Example) string {
			return found(t, rule, e, lang)
		}
	}
	for lang, file := range map[fuhe.Lang]string{fuhe.EN: "rulebook/RULES.md", fuhe.ZH: "rulebook/RULES.zh-CN.md"} {
		want := rulebook.Markdown(lang, show(lang))
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
	for _, r := range rules.Rules() {
		if seen[r.ID] || seen[r.Name] {
			t.Errorf("%s %s: an ID or name is used twice", r.ID, r.Name)
		}
		seen[r.ID], seen[r.Name] = true, true
		for what, ph := range map[string]fuhe.Phrase{"title": r.Title, "basis": r.Basis, "explanation": r.Explain} {
			if ph.ZH == "" || ph.EN == "" {
				t.Errorf("%s: %s is missing in a language", r.ID, what)
			}
		}
		if d := rulebook.Describe(r, fuhe.EN); !strings.Contains(d, r.ID) || !strings.Contains(d, "Example") && !r.Table {
			t.Errorf("%s: described as %q", r.ID, d)
		}
		for _, e := range rulebook.Examples(r) {
			if e.Findings == "" {
				continue
			}
			_, found, ok := strings.Cut(rulebook.Describe(r, fuhe.EN), e.Form) // its findings follow its form
			if !ok || strings.TrimSpace(found) == "" || r.ID[0] != 'C' && strings.Contains(found, e.Findings) {
				t.Errorf("%s: its example has no findings in English", r.ID)
			}
			break
		}
		if rules.Find(r.ID) != r {
			t.Errorf("%s cannot be found by its ID", r.ID)
		}
	}
	if rules.Find("F999") != nil {
		t.Error("a rule that does not exist was found")
	}
}

// A table beside the forms is named by its title; no entry is left without a name.
func TestExamplesNameTheirTables(t *testing.T) {
	for lang, lines := range map[fuhe.Lang][]string{
		fuhe.ZH: {"\nz.pdf  警告  2023年度支出决算表  255.00 → 250.00\n", "\n  ← z.pdf 2023年度收入支出决算总表\n"},
		fuhe.EN: {"\nz.pdf  warning  2023年度支出决算表  255.00 → 250.00\n", "\n  ← z.pdf 2023年度收入支出决算总表\n"},
	} {
		shown := Describe(Find("B104"), lang)
		for _, line := range lines {
			if !strings.Contains(shown, line) {
				t.Errorf("no %q in %s", line, shown)
			}
		}
		nameless := regexp.MustCompile(`(?m)^.*(?:← \S+ *|(?:错误|警告|提示|error|warning|note) {3,}\S.*)$`)
		for _, r := range Rules() {
			if line := nameless.FindString(Describe(r, lang)); line != "" {
				t.Errorf("%s: %q names no entry", r.ID, line)
			}
		}
	}
}

// An example in English is in words as it is in Chinese: no name of a test above it, no pointers and keys of the JSON below.
func TestExamplesAreInWords(t *testing.T) {
	for id, lines := range map[string][]string{
		"F102": {"\nExample:\n", "\nerror  row 1 execution rate  35.77% → 35.76%\n", "\n  [rounded-up] 35.7619…% rounded up", "\n  or [one-digit] "},
		"A101": {"\nz.pdf  warning  row 2 adjusted budget  0 → 20.00\n", "\n  ← 2022.pdf row 1 executed\n"},
		"I305": {"\nwarning  row 1 score  50  (changes the grade)\n"},
	} {
		shown := Describe(Find(id), fuhe.EN)
		for _, line := range lines {
			if !strings.Contains(shown, line) {
				t.Errorf("%s: no %q in %s", id, line, shown)
			}
		}
	}
	pointer := regexp.MustCompile(`(?m)^.*(?: /[a-z]+/| effect (?:score|grade)).*$`)
	for _, r := range Rules() {
		shown := Describe(r, fuhe.EN)
		if line := pointer.FindString(shown); line != "" {
			t.Errorf("%s: %q is for programs", r.ID, line)
		}
		if strings.Contains(shown, "Example: ") {
			t.Errorf("%s: its example is named in Chinese", r.ID)
		}
	}
}
