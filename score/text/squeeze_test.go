package text

import (
	"testing"
	"unicode"
	"unicode/utf8"
)

// TestSqueezedStays: of every character, alone and in a text, what is said to be squeezed holds nothing to take out or to map.
func TestSqueezedStays(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		for _, s := range []string{string(r), "预算" + string(r) + "数1"} {
			changes := unicode.IsSpace(r) || r >= '！' && r <= '～' || r == '×'
			if isSqueezed(s) && changes {
				t.Fatalf("%U is changed", r)
			}
			if got := Squeeze(s); (got != s) != changes {
				t.Fatalf("%U: %q", r, got)
			}
		}
	}
	for _, s := range []string{"\xff", "预\x80算", "预算\xe9"} {
		if isSqueezed(s) {
			t.Errorf("%q is no UTF-8", s)
		}
	}
}
