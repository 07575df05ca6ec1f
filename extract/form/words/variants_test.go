package words

import (
	"testing"
	"unicode/utf8"
)

// TestVariantsAreOfNoHeading: no spelling of the vocabularies and no character mapped to is itself mapped.
func TestVariantsAreOfNoHeading(t *testing.T) {
	for from, to := range variants {
		if _, again := variants[to]; again || utf8.RuneLen(from) < 3 {
			t.Errorf("%c is mapped to %c", from, to)
		}
	}
	for _, vocab := range []*Vocabulary{&Money, &Indicators, &Goals, &Labels} {
		for s := range vocab.Spelled() {
			if Squeeze(s) != s {
				t.Errorf("%s is never found: it is compared as %s", s, Squeeze(s))
			}
		}
	}
}
