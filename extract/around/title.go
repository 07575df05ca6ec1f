package around

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe"
)

// heading is what of the lines over a table belongs to it.
type heading struct {
	title, unit string
	own         []fuhe.Line // title and labels, top down
	rest        []fuhe.Line // what stands farther up
}

// headOf looks from the table upwards: labels (unit, department, number of the form), the title, and labels over it. A
// sentence ends the search; where it ends without a title the labels alone belong to the table.
func headOf(lines []fuhe.Line) heading {
	var h heading
	from := len(lines)
	for from > 0 && len(lines)-from < linesToTitle && label(lines[from-1].Text) {
		from--
	}
	if first := titleFrom(lines, from); first < from {
		texts := make([]string, 0, from-first)
		for _, l := range lines[first:from] {
			texts = append(texts, l.Text)
		}
		h.title = cleanTitle(strings.Join(texts, ""))
		for from = first; from > 0 && first-from < linesToTitle && label(lines[from-1].Text); {
			from--
		}
	}
	h.own, h.rest = lines[from:], lines[:from]
	for _, l := range h.own {
		if u := unitOf(l.Text); u != "" {
			h.unit = u
		}
	}
	return h
}

// titleFrom is the first line of the title that ends before a line; that line itself where there is none. A title set on
// two lines ends in a short second one.
func titleFrom(lines []fuhe.Line, end int) int {
	if end == 0 || !titled(lines[end-1].Text) {
		return end
	}
	last := lines[end-1].Text
	if end > 1 && !strings.HasPrefix(last, "（") && utf8.RuneCountInString(last) <= longestTitle/4 && titled(lines[end-2].Text) && !calledTable(lines[end-2].Text) &&
		calledTable(last) && sameSize(lines[end-2], lines[end-1]) && follows(lines[end-2], lines[end-1]) {
		return end - 2
	}
	return end - 1
}

// sameSize and follows compare lines on a page; lines without a place are neither.
func sameSize(a, b fuhe.Line) bool {
	x, y := a.At.Box, b.At.Box
	return !x.IsZero() && !y.IsZero() && x[3]-x[1] == y[3]-y[1]
}

func follows(a, b fuhe.Line) bool {
	x, y := a.At.Box, b.At.Box
	return y[1]-x[3] <= y[3]-y[1]
}

// titled reports whether a line can be the title of a table: short, no sentence, and not only figures.
func titled(text string) bool {
	s := strings.Join(strings.Fields(text), "")
	most := longestPlain
	if calledTable(s) {
		most = longestTitle
	}
	n := utf8.RuneCountInString(s)
	if n < 2 || n > most || strings.ContainsAny(s, "。；！？;!?") || strings.HasSuffix(s, "：") || strings.HasSuffix(s, ":") || strings.HasSuffix(s, "，") || strings.HasSuffix(s, "、") {
		return false
	}
	if strings.HasSuffix(s, ".") || wholeInBrackets(s) {
		return false
	}
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= 2 && 2*letters >= n-brackets(s)
}

// wholeInBrackets reports whether a text is nothing but what stands in one pair of brackets.
func wholeInBrackets(s string) bool {
	return strings.IndexAny(s, "（(") == 0 && (strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")")) && strings.Count(s, "（")+strings.Count(s, "(") == 1
}

func brackets(s string) int {
	n := 0
	for _, r := range s {
		if strings.ContainsRune("（）()《》“”0123456789年-—", r) {
			n++
		}
	}
	return n
}

// calledTable reports whether a text says that it is one: …表, …表（一）, …表（续）.
func calledTable(text string) bool {
	s := strings.Join(strings.Fields(text), "")
	if i := strings.LastIndexAny(s, "（("); i > 0 && (strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")")) {
		s = s[:i]
	}
	return strings.HasSuffix(s, "表") || strings.HasSuffix(s, "一览") || strings.HasSuffix(s, "明细") || strings.HasSuffix(s, "清单")
}

// cleanTitle is a title without the number of its form and the word that it goes on.
func cleanTitle(s string) string {
	one := strings.Join(strings.Fields(s), " ")
	if rest := strings.TrimSpace(inTitle.ReplaceAllString(one, "")); titled(rest) {
		one = rest
	}
	if rest := strings.TrimSpace(withoutAgain(one)); titled(rest) {
		one = rest
	}
	return one
}
