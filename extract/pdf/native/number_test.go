package native

import (
	"math"
	"testing"
)

// The ways producers write numbers, and words that only begin like one.
func TestNumbersAsWritten(t *testing.T) {
	for word, want := range map[string]float64{
		"0": 0, "7": 7, "-7": -7, "+7": 7, "00012": 12, ".5": .5, "-.5": -.5, "5.": 5, "12.25": 12.25, "-0.0": math.Copysign(0, -1), ".": 0, "-.": math.Copysign(0, -1),
		"--5": -5, "0.00-35": 0, "123456789012345678": 123456789012345678, "1234567890123456789012": 1234567890123456789012,
		"0.1234567890123456789": 0.1234567890123456789, "1e3": 1000,
	} {
		for _, behind := range []string{"", " ", "]", "/"} {
			l := &lexer{b: []byte(word + behind)}
			o := l.next()
			if o.kind != number || o.num != want || math.Signbit(o.num) != math.Signbit(want) || l.i != len(word) {
				t.Errorf("%s: %+v, read up to %d", word+behind, o, l.i)
			}
		}
	}
	for _, word := range []string{"-", "+", "1.2.3", "5a", "12Tj", "-x", "0x1F"} {
		l := &lexer{b: []byte(word + " 1")}
		if o := l.next(); o.kind != operator || string(o.str) != word {
			t.Errorf("%s: %+v", word, o)
		}
	}
}
