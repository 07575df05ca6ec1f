package words

import (
	"slices"
	"unicode/utf8"
)

// Near are the fields of the spellings from which a heading that nothing knows differs by one character: misread, left out
// or too many. They give way to all others, and say nothing where more than one of them is still open.
func (v *Vocabulary) Near(key string) []Claim {
	r := []rune(key)
	if len(r) < leastNearRune || len(key) > maxPatternByte {
		return nil
	}
	var out []Claim
	for s, claims := range v.Spelled() {
		n := utf8.RuneCountInString(s)
		if n < 2 || max(n, len(r)) < 3 || !oneApart(r, []rune(s)) {
			continue
		}
		for _, c := range claims {
			if near := (Claim{c.Field, NearRank}); !slices.Contains(out, near) {
				out = append(out, near)
			}
		}
	}
	slices.SortFunc(out, func(a, b Claim) int { return int(a.Field) - int(b.Field) })
	return out
}

// oneApart reports whether one text becomes the other when one character is changed, taken out or put in.
func oneApart(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && slices.Equal(a[i+1:], b[i+1:])
	}
	return slices.Equal(a[i:], b[i+1:])
}
