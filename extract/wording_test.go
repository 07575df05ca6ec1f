package extract

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// expression is a wording as a regular expression: what match is to give is what this gives.
func (w *wording) expression() *regexp.Regexp {
	parts := make([]string, len(w.english))
	for i, part := range w.english {
		parts[i] = regexp.QuoteMeta(part)
	}
	return regexp.MustCompile(`(?s)^` + strings.Join(parts, `(.+?)`) + `$`)
}

func agree(t *testing.T, w *wording, re *regexp.Regexp, text string) {
	t.Helper()
	found, ok := w.match(text)
	if want := re.FindStringSubmatch(text); ok != (want != nil) || ok && !slices.Equal(found, want[1:]) {
		t.Errorf("%q in %q: %q %v, want %q", w.english, text, found, ok, want)
	}
}

// Every wording finds in a text what the regular expression of it finds: in its own texts with anything in its places, pieces
// of itself and of others among them, and in those of others.
func TestWordingsMatchAsExpressions(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	all := wordings()
	filler := func() string {
		w := all[r.IntN(len(all))]
		part := w.english[r.IntN(len(w.english))]
		return []string{"", "7", "表", "\xff", "a: b", "\n", part, part[:r.IntN(len(part)+1)], strings.Join(w.english, "1")}[r.IntN(9)]
	}
	for i := range all {
		w := &all[i]
		re := w.expression()
		for range 30 {
			text := w.english[0]
			for _, part := range w.english[1:] {
				text += filler() + filler() + part
			}
			agree(t, w, re, text)
			agree(t, w, re, filler()+text)
			agree(t, w, re, text+filler())
			agree(t, w, re, filler())
		}
	}
}

func FuzzWording(f *testing.F) {
	f.Add("page {} of {}", "page 3 of 4 of 5")
	f.Add("{}{} MB", "12 MB MB")
	f.Add("{}", "\xe8\xa1\xff")
	f.Fuzz(func(t *testing.T, english, text string) {
		w := &wording{english: strings.Split(strings.ToValidUTF8(english, "?"), "{}")}
		agree(t, w, w.expression(), text)
	})
}
