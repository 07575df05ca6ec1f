package cause

import (
	"math/big"
	"slices"
	"testing"

	"fuhe"
)

func TestSlipsOfThePen(t *testing.T) {
	var ones, swaps []string
	OneDigitOff("10.2", always, func(s string) { ones = append(ones, s) })
	SwappedOff("10.24", always, func(s string) { swaps = append(swaps, s) })
	if len(ones) != 8+9+9 || !slices.Contains(ones, "90.2") || !slices.Contains(ones, "10.0") || slices.Contains(ones, "00.2") || slices.Contains(ones, "10.2") {
		t.Errorf("one digit off 10.2: %v", ones)
	}
	if !slices.Equal(swaps, []string{"12.04", "10.42"}) { // 01.24 leads with a zero
		t.Errorf("two digits of 10.24 swapped: %v", swaps)
	}
	ones = nil
	OneDigitOff("0.5", always, func(s string) { ones = append(ones, s) })
	if len(ones) != 9+9 {
		t.Errorf("one digit off 0.5: %v", ones)
	}
	for _, c := range []struct {
		a, b string
		kind string
	}{{"35.77", "35.76", "one-digit"}, {"86.54", "68.54", "transposed"}, {"8.62", "6.82", "transposed"}, {"8.62", "8.62", ""}, {"10", "9", ""}, {"12.3", "32.1", ""}, {"1234", "2143", ""}} {
		if kind, _ := slipOfPen(c.a, c.b); string(kind) != c.kind {
			t.Errorf("%s for %s is %q, want %q", c.a, c.b, kind, c.kind)
		}
	}
}

// 90.70 with its first digits swapped is 09.70, and is written 9.70.
func TestSwappedLeadingZero(t *testing.T) {
	for _, c := range []struct {
		printed string
		right   int64 // in hundredths
		kind    fuhe.CauseKind
	}{{"9.70", 9070, fuhe.Transposed}, {"9.70", 9170, ""}, {"9.70", 970, ""}, {"9.70", 90700, ""}, {"0.70", 7000, ""}, {"5.00", 5000, fuhe.Transposed}, {"50.00", 5000, ""}} {
		n, _ := fuhe.ParseNumber(c.printed)
		kind := fuhe.CauseKind("")
		for _, g := range digitSlips(readFigure(&n), big.NewInt(c.right)) {
			kind = g.kind
		}
		if kind != c.kind {
			t.Errorf("%s for %d is %q, want %q", c.printed, c.right, kind, c.kind)
		}
	}
}

// The quick test in floating point must be asked with the value of what would be written.
func TestNearIsAskedWithTheValue(t *testing.T) {
	for _, text := range []string{"147663.64", "9", "0.05", "999999999.99", "10.24", "100"} {
		for _, slips := range []func(string, func(float64) bool, func(string)){OneDigitOff, SwappedOff, DigitLessOff, DigitMoreOff} {
			asked := 0.0
			slips(text, func(v float64) bool { asked = v; return true }, func(s string) {
				want, _ := new(big.Rat).SetString(s)
				if w, _ := want.Float64(); asked < w*(1-1e-12)-1e-12 || asked > w*(1+1e-12)+1e-12 {
					t.Errorf("%s from %s: asked with %v", s, text, asked)
				}
			})
		}
	}
}

func always(float64) bool { return true }
