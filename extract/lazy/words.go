package lazy

import (
	"strings"
	"unicode/utf8"
)

// words are an expression that is nothing but words and gaps between them — ^(总分|合计.*)$, 说明|备注 — written out. Looking
// for them takes no engine, and making them a tenth of the time that compiling takes.
type words []alternative

// alternative is one way to match: its parts in their order, with anything between them.
type alternative struct {
	parts    []string
	from, to bool // anchored at the beginning, at the end of the text
}

// maxAlternatives bounds what an expression is written out to; beyond it the engine is faster.
const maxAlternatives = 128

// gap stands for .* in a sequence while it is written out; no text of a form holds it.
const gap = "\x00"

// match reports whether a text matches. sure is false for texts with line breaks, which a gap does not reach over.
func (w words) match(text string) (matched, sure bool) {
	for i := range w {
		a := &w[i]
		if len(a.parts) > 1 && strings.Contains(text, "\n") {
			return false, false
		}
		if a.in(text) {
			return true, true
		}
	}
	return false, true
}

// in reports whether a text holds the parts in their order.
func (a *alternative) in(text string) bool {
	first, last := 0, len(a.parts)-1
	if a.from {
		if !strings.HasPrefix(text, a.parts[0]) {
			return false
		}
		if last == 0 {
			return !a.to || len(text) == len(a.parts[0])
		}
		text, first = text[len(a.parts[0]):], 1
	}
	if a.to {
		if !strings.HasSuffix(text, a.parts[last]) {
			return false
		}
		text = text[:len(text)-len(a.parts[last])]
		last--
	}
	for _, part := range a.parts[first : last+1] {
		i := strings.Index(text, part)
		if i < 0 {
			return false
		}
		text = text[i+len(part):]
	}
	return true
}

// wordsOf writes an expression out; ok is false for one that is more than words and gaps.
func wordsOf(expr string) (w words, ok bool) {
	r := reader{rest: expr}
	for {
		from := r.take("^")
		sequences := r.sequence()
		to := r.take("$")
		for _, s := range sequences {
			w = append(w, alternative{strings.Split(s, gap), from, to})
		}
		switch {
		case r.bad || len(w) > maxAlternatives:
			return nil, false
		case r.rest == "":
			return w, true
		case !r.take("|"):
			return nil, false
		}
	}
}

// reader reads an expression from left to right.
type reader struct {
	rest string
	bad  bool // it holds something that is neither a word nor a gap
}

// take passes over a sign where it stands next.
func (r *reader) take(sign string) bool {
	rest, ok := strings.CutPrefix(r.rest, sign)
	r.rest = rest
	return ok
}

// sequence reads up to the next |, ) or $ and gives all that it may stand for.
func (r *reader) sequence() []string {
	all := []string{""}
	for !r.bad && r.rest != "" && !strings.ContainsAny(r.rest[:1], "|)$") {
		next := r.piece()
		if r.take("?") {
			next = append(next, "")
		}
		all = product(all, next)
		r.bad = r.bad || len(all) > maxAlternatives
	}
	return all
}

// piece reads a word, a class, a group or a gap.
func (r *reader) piece() []string {
	switch {
	case r.take(".*"):
		return []string{gap}
	case r.take("(?:"), r.take("("):
		all := r.sequence()
		for r.take("|") {
			all = append(all, r.sequence()...)
		}
		r.bad = r.bad || !r.take(")")
		return all
	case r.take("["):
		class, rest, ok := strings.Cut(r.rest, "]")
		r.rest = rest
		r.bad = r.bad || !ok || class == "" || strings.ContainsAny(class, `^-\[`)
		return strings.Split(class, "")
	}
	return []string{r.word()}
}

// word reads the characters up to the next sign; the last one is left for itself where it may be missing.
func (r *reader) word() string {
	n := strings.IndexAny(r.rest, signs)
	switch {
	case n < 0:
		n = len(r.rest)
	case n == 0:
		r.bad = true
		return ""
	case r.rest[n] == '?':
		if _, last := utf8.DecodeLastRuneInString(r.rest[:n]); last < n {
			n -= last
		}
	}
	word := r.rest[:n]
	r.rest = r.rest[n:]
	return word
}

// signs are characters that mean something else than themselves in an expression, or would in a sequence.
const signs = `\.+*?{}[]^()|$` + gap

// product is each of the first followed by each of the second.
func product(first, second []string) []string {
	if len(second) == 1 {
		for i := range first {
			first[i] += second[0]
		}
		return first
	}
	all := make([]string, 0, len(first)*len(second))
	for _, a := range first {
		for _, b := range second {
			all = append(all, a+b)
		}
	}
	return all
}
