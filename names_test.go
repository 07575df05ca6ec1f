package fuhe_test

import (
	"os"
	"regexp"
	"testing"

	"fuhe"
)

// Every kind of slip that finding.go declares has its words in both languages, the Chinese ones without a Latin letter.
func TestEveryCauseHasWords(t *testing.T) {
	source, err := os.ReadFile("finding.go")
	if err != nil {
		t.Fatal(err)
	}
	kinds := regexp.MustCompile(`CauseKind = "([a-z-]+)"`).FindAllSubmatch(source, -1)
	if len(kinds) < 20 {
		t.Fatalf("%d kinds are found", len(kinds))
	}
	latin := regexp.MustCompile(`[A-Za-z]`)
	for _, k := range kinds {
		kind := fuhe.CauseKind(k[1])
		if zh := kind.Name(fuhe.ZH); latin.MatchString(zh) {
			t.Errorf("%s is %q in Chinese", kind, zh)
		}
		if en := kind.Name(fuhe.EN); !latin.MatchString(en) {
			t.Errorf("%s is %q in English", kind, en)
		}
	}
	for _, s := range []fuhe.Severity{fuhe.Error, fuhe.Warning, fuhe.Note} {
		if s.Name(fuhe.EN) != string(s) || latin.MatchString(s.Name(fuhe.ZH)) {
			t.Errorf("%s is %q and %q", s, s.Name(fuhe.EN), s.Name(fuhe.ZH))
		}
	}
	if got := fuhe.Severity("odd").Name(fuhe.ZH); got != "odd" {
		t.Errorf("a severity nobody knows is %q", got)
	}
}
