package worksheet

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"
)

// TestValue holds values against fractions: the digits that Excel keeps, rounded half away from zero at any place.
func TestValue(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	floats := []float64{0, 1, -1, 0.5, 0.05, 0.005, 0.995, 9.995, 99.5, 999999.995, 1.005, 0.1 + 0.2, 1e15, 123456789012345, -0.0001, 0.00009999, 1e-20, 1e20, -1e300, 5e-324, math.Copysign(0, -1)}
	for range 20_000 {
		f := math.Round(r.Float64()*1e9) / math.Pow10(r.IntN(9))
		if r.IntN(2) == 0 {
			f = math.Ldexp(r.Float64()-0.5, r.IntN(160)-80)
		}
		floats = append(floats, f)
	}
	for _, f := range floats {
		stored := strconv.FormatFloat(f, 'g', -1, 64)
		v, ok := ParseStored(stored)
		want, valid := new(big.Rat).SetString(strconv.FormatFloat(f, 'e', significantDigits-1, 64))
		if !ok || !valid || v.rat().Cmp(want) != 0 || v.Sign() != want.Sign() {
			t.Fatalf("%s is %v", stored, v)
		}
		for _, places := range []int{0, 1, 2, 4, 10} {
			if got := v.fixed(places); got != want.FloatString(places) && want.Sign() != 0 {
				t.Fatalf("%s with %d places is %s, want %s", stored, places, got, want.FloatString(places))
			}
		}
		percent := new(big.Rat).Mul(want, big.NewRat(100, 1))
		if got := v.times10(2).fixed(2); got != percent.FloatString(2) && want.Sign() != 0 {
			t.Fatalf("%s in percent is %s, want %s", stored, got, percent.FloatString(2))
		}
	}
	if got := (Value{}).fixed(2); got != "0.00" {
		t.Errorf("zero is %s", got)
	}
}
