package words

import (
	"slices"
	"unicode/utf8"
)

// Near are the fields of the spellings from which a heading that nothing knows differs by one character: misread, left out
// or too many. They give way to all others, and say nothing where more than one of them is still open.
func (v *Vocabulary) Near(key string) []Claim {
	long := utf8.RuneCountInString(key)
	if long < leastNearRune || len(key) > maxPatternByte {
		return nil
	}
	var out []Claim
	for s, claims := range v.Spelled() {
		if max(len(s)-len(key), len(key)-len(s)) > utf8.UTFMax {
			continue
		}
		if n := utf8.RuneCountInString(s); n < 2 || max(n, long) < 3 || !oneApart(key, s, long, n) {
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

// oneApart reports whether one text becomes the other when one character is changed, taken out or put in; n and m are their
// characters.
func oneApart(a, b string, n, m int) bool {
	if n > m {
		a, b, n, m = b, a, m, n
	}
	if m-n > 1 {
		return false
	}
	for a != "" && b != "" {
		r, size := utf8.DecodeRuneInString(a)
		o, other := utf8.DecodeRuneInString(b)
		if r != o {
			break
		}
		a, b = a[size:], b[other:]
	}
	if b == "" {
		return false // the same
	}
	_, size := utf8.DecodeRuneInString(b)
	b = b[size:]
	if n == m {
		_, size = utf8.DecodeRuneInString(a)
		a = a[size:]
	}
	return a == b
}
