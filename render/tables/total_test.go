package tables

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestTotalIsExact wants a total to be that of fractions, whatever the numbers.
func TestTotalIsExact(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		var sum total
		want := new(big.Rat)
		for range r.IntN(40) {
			text := fmt.Sprint(r.Int64N(999_999_999_999_999))[:1+r.IntN(12)]
			switch r.IntN(5) {
			case 0:
				text = "-" + text
			case 1:
				text = text + "." + strings.Repeat("0", r.IntN(20)) + "7"
			case 2:
				text = "0." + text
			case 3:
				text = strings.Repeat("9", 10+r.IntN(20))
			}
			sum.add(text)
			if v, ok := new(big.Rat).SetString(text); ok {
				want.Add(want, v)
			}
		}
		if got := sum.value(); got.Cmp(want) != 0 {
			t.Fatalf("total %s, want %s", got, want)
		}
	}
	var sum total
	for range 200 { // beyond what a whole number of the machine holds
		sum.add("99999999999999999")
	}
	if got := decimals(sum.value()); got != "19999999999999999800" {
		t.Errorf("total %s", got)
	}
}
