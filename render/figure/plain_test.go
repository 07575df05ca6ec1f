package figure

import (
	"math/rand/v2"
	"testing"
)

// TestPlainIsAsSpelled wants the short way for plain digits to tell what the long one tells.
func TestPlainIsAsSpelled(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	met := 0
	for range 400_000 {
		text := make([]byte, 1+r.IntN(12))
		for i := range text {
			text[i] = "0000123456789..,,-"[r.IntN(18)]
		}
		if r.IntN(2) == 0 {
			text = []byte(ofForm(r))
		}
		wants(t, string(text), &met)
	}
	for _, text := range []string{"0", "-0", "-0.00", "0.00", "00", "1,234", "12,34", "1234,567", "1.", ".5", "-.5", "--1", "100", "1,000,000.00",
		"999999999999999", "9999999999999999", "0.0000000000000001", "000", "1,234.500", "-1,234.50", "0,123", "12.3.4", "1.2,3"} {
		wants(t, text, &met)
	}
	if met < 50_000 {
		t.Errorf("only %d plain figures were met", met)
	}
}

func wants(t *testing.T, text string, met *int) {
	t.Helper()
	if f, ok := plain(text); ok {
		*met++
		if want, is := spelled(text); !is || f != want {
			t.Fatalf("%q is %+v, want %+v %v", text, f, want, is)
		}
	}
}
