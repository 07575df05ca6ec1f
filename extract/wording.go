package extract

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// wording is a message: what stands between its {}, and its Chinese.
type wording struct {
	english []string
	chinese string
}

// wordings are made when the first reason is told: most runs have none.
var wordings = sync.OnceValue(func() []wording {
	all := slices.Concat(chineseOfForms, chineseOfScans, chineseOfUnruled, chineseOfPages, chineseOfBudgets, chineseOfDamage, chineseOfPDF, chineseOfFormats, chineseOfLibraries, chinese)
	out := make([]wording, len(all))
	for i, w := range all {
		out[i] = wording{strings.Split(w[0], "{}"), w[1]}
	}
	slices.SortStableFunc(out, func(a, b wording) int { return b.says() - a.says() }) // the one that says most first
	return out
})

// says is how much of a wording is its own.
func (w *wording) says() (n int) {
	for _, part := range w.english {
		n += len(part)
	}
	return n
}

// match tells whether a text is of this wording, and what stands in it: something in each place, as little as can be.
func (w *wording) match(text string) (found []string, ok bool) {
	first, last := w.english[0], w.english[len(w.english)-1]
	if len(w.english) == 1 {
		return nil, text == first
	}
	text, begins := strings.CutPrefix(text, first)
	text, ends := strings.CutSuffix(text, last)
	if !begins || !ends || text == "" {
		return nil, false
	}
	for _, next := range w.english[1 : len(w.english)-1] {
		_, least := utf8.DecodeRuneInString(text)
		at := strings.Index(text[least:], next)
		if at < 0 {
			return nil, false
		}
		found = append(found, text[:least+at])
		if text = text[least+at+len(next):]; text == "" {
			return nil, false
		}
	}
	return append(found, text), true
}
