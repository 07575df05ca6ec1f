package interval

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shopspring/decimal"

	"fuhe"
)

func r(s string) *big.Rat {
	v, ok := new(big.Rat).SetString(s)
	if !ok {
		panic(s)
	}
	return v
}

func TestPrintedIntervalIsClosedBelowAndOpenAbove(t *testing.T) {
	p := Printed(r("35.77"), 2)
	for v, want := range map[string]bool{"35.765": true, "35.77": true, "35.77499999": true, "35.775": false, "35.7649999": false} {
		if p.Meets(Exactly(r(v))) != want {
			t.Errorf("35.77 may stand for %s: %v, want %v", v, !want, want)
		}
	}
	n := Printed(r("-1.5"), 1) // half up is away from zero
	for v, want := range map[string]bool{"-1.55": false, "-1.45": true, "-1.5": true, "-1.549": true, "-1.44": false} {
		if n.Meets(Exactly(r(v))) != want {
			t.Errorf("-1.5 may stand for %s: %v, want %v", v, !want, want)
		}
	}
}

func TestMeetsAtTheEnds(t *testing.T) {
	half := Printed(r("1"), 0)  // [0.5, 1.5)
	above := Printed(r("2"), 0) // [1.5, 2.5)
	closed := Exactly(r("1.5")) //
	if half.Meets(above) || above.Meets(half) {
		t.Error("[0.5,1.5) and [1.5,2.5) have nothing in common")
	}
	if half.Meets(closed) || !above.Meets(closed) {
		t.Error("1.5 belongs to the upper one")
	}
	// products and quotients keep which end is open: [0.5,1.5) × −2 is (−3,−1]
	neg := half.Times(r("-2"))
	if neg.Meets(Exactly(r("-3"))) || !neg.Meets(Exactly(r("-1"))) {
		t.Errorf("%v", neg)
	}
	// 1 ÷ [0.5,1.5) is (2/3, 2]
	q, ok := Exactly(r("1")).Over(half)
	if !ok || q.Meets(Exactly(r("2/3"))) || !q.Meets(Exactly(r("2"))) {
		t.Errorf("%v", q)
	}
	if _, ok := half.Over(Printed(r("0"), 0)); ok {
		t.Error("divided by something that may be zero")
	}
	if m := half.AtMost(r("1")); !m.Meets(Exactly(r("1"))) || m.Meets(Exactly(r("1.2"))) {
		t.Errorf("%v", m)
	}
}

func TestRounding(t *testing.T) {
	for _, c := range []struct {
		v      string
		places int32
		half   string
	}{
		{"2.5", 0, "3"}, {"-2.5", 0, "-3"}, {"35.7619", 2, "35.76"}, {"1/3", 4, "0.3333"}, {"7", 2, "7.00"}, {"0.005", 2, "0.01"},
	} {
		if got := Fixed(r(c.v), c.places); got != c.half {
			t.Errorf("%s to %d places is %s, want %s", c.v, c.places, got, c.half)
		}
	}
}

func TestWorkingsShowEnough(t *testing.T) {
	for _, c := range []struct {
		v      string
		places int32
		want   string
	}{
		{"35.761934", 4, "35.7619…"}, {"95.36", 4, "95.36"}, {"75", 4, "75"}, {"89.4500024", 4, "89.450002…"},
		{"1/3", 2, "0.33…"}, {"-1/3", 2, "-0.33…"}, {"0", 2, "0"}, {"100", 0, "100"},
	} {
		if got := Expanded(r(c.v), c.places); got != c.want {
			t.Errorf("%s at %d places is shown as %s, want %s", c.v, c.places, got, c.want)
		}
	}
}

// What is worked out in words is what big numbers give.
func TestWordsAgreeWithBigNumbers(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 20000 {
		any := func() *big.Rat {
			return big.NewRat(rng.Int64N(1<<(1+rng.UintN(62)))-rng.Int64N(3), 1+rng.Int64N(1<<(1+rng.UintN(40))))
		}
		a, b := any(), any()
		if rng.IntN(4) == 0 {
			b = new(big.Rat).Set(a)
		}
		if Compare(a, b) != a.Cmp(b) {
			t.Fatalf("%s against %s", a, b)
		}
		places := int32(rng.IntN(12)) - 2
		floor, exact, half := Scaled(a, places)
		unit := power(-places)
		rest := new(big.Rat).Sub(a, new(big.Rat).Mul(unit, new(big.Rat).SetInt(floor)))
		if rest.Sign() < 0 || rest.Cmp(unit) >= 0 || exact != (rest.Sign() == 0) || half != rest.Mul(rest, ratTwo).Cmp(unit) {
			t.Fatalf("%s at %d places: %s, %v, %d", a, places, floor, exact, half)
		}
	}
}

// Arithmetic in words gives what big numbers give, in lowest terms, and changes nothing that goes in.
func TestArithmeticAgreesWithBigNumbers(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 3))
	any := func() *big.Rat {
		if rng.IntN(8) == 0 { // more than a word
			long := new(big.Int).Lsh(big.NewInt(rng.Int64()-1<<61), rng.UintN(70))
			return new(big.Rat).SetFrac(long, big.NewInt(1+rng.Int64N(1<<(1+rng.UintN(62)))))
		}
		return big.NewRat(rng.Int64N(1<<(1+rng.UintN(62)))-rng.Int64N(1<<(1+rng.UintN(62))), 1+rng.Int64N(1<<(1+rng.UintN(62))))
	}
	edges := []*big.Rat{new(big.Rat), r("0"), r("-1"), r("1/3"), r("-9223372036854775808"), r("9223372036854775807"), r("18446744073709551615"),
		r("1/18446744073709551615"), r("-9223372036854775808/18446744073709551615"), r("1/18446744073709551616")}
	check := func(a, b *big.Rat) {
		before := a.String() + b.String()
		for name, pair := range map[string][2]*big.Rat{
			"+": {Add(a, b), new(big.Rat).Add(a, b)}, "-": {Sub(a, b), new(big.Rat).Sub(a, b)}, "×": {Mul(a, b), new(big.Rat).Mul(a, b)},
		} {
			if pair[0].String() != pair[1].String() || pair[0] == a || pair[0] == b {
				t.Fatalf("%s %s %s is %s, not %s", a, name, b, pair[0], pair[1])
			}
		}
		if Compare(a, b) != a.Cmp(b) {
			t.Fatalf("%s against %s", a, b)
		}
		if b.Sign() != 0 && Quo(a, b).String() != new(big.Rat).Quo(a, b).String() {
			t.Fatalf("%s ÷ %s is %s", a, b, Quo(a, b))
		}
		if a.String()+b.String() != before {
			t.Fatalf("%s became %s and %s", before, a, b)
		}
	}
	for _, a := range edges {
		for _, b := range edges {
			check(a, b)
		}
		check(a, a)
	}
	for range 20000 {
		a, b := any(), any()
		check(a, b)
		limit := rng.Int32N(12)
		v := Quo(a, Pow10(rng.Int32N(9)))
		ends := limit
		for n := limit - 1; n >= 0; n-- {
			if new(big.Rat).Mul(v, power(n)).IsInt() {
				ends = n
			}
		}
		if got := Ends(v, limit); got != ends {
			t.Fatalf("%s ends at %d, not %d", v, ends, got)
		}
		rounded, places := RoundHalfUp(a, 2), int32(2)
		want := new(big.Rat).Abs(a)
		want.Add(want.Mul(want, power(places)), r("1/2"))
		whole := new(big.Rat).SetInt(new(big.Int).Quo(want.Num(), want.Denom()))
		if whole.Quo(whole, power(places)); a.Sign() < 0 {
			whole.Neg(whole)
		}
		if rounded.String() != whole.String() {
			t.Fatalf("%s is rounded to %s, not %s", a, rounded, whole)
		}
		units := new(big.Rat).Mul(whole, power(places)).Num()
		if !RoundsTo(a, places, units) || RoundsTo(a, places, new(big.Int).Add(units, intOne)) {
			t.Fatalf("%s rounds to %s hundredths, or to one more", a, units)
		}
		written, decimal := whole.FloatString(2), Decimal(a, places)
		if got := Fixed(a, places); got != written || decimal.StringFixed(places) != written {
			t.Fatalf("%s is written %s and %s, not %s", a, got, decimal, written)
		}
		rounded.Mul(rounded, b).Quo(rounded, r("7")) // a new rational, with words of its own
	}
	if One.String() != "1/1" || Zero.String() != "0/1" || HalfUnit(2).String() != "1/200" {
		t.Errorf("shared rationals are changed: %s, %s, %s", One, Zero, HalfUnit(2))
	}
}

// TestNumbersWithoutRationals: numbers are compared and added up as their rationals are, within words and beyond them.
func TestNumbersWithoutRationals(t *testing.T) {
	texts := []string{"0", "0.00", "-0.5", "10", "10.00", "9.99", "-3.25", "99999999999999999.9", "123456789012345678901234567890.12", "0.000000000001", "-123456789012345678901", "1e3"}
	var sum Sum
	want := new(big.Rat)
	for _, a := range texts {
		n := fuhe.Number{Value: decimal.RequireFromString(a)}
		for _, b := range texts {
			v, _ := new(big.Rat).SetString(b)
			x, _ := new(big.Rat).SetString(a)
			if got := CompareNumber(&n, v); got != x.Cmp(v) {
				t.Errorf("%s against %s: %d", a, b, got)
			}
		}
		v, _ := new(big.Rat).SetString(a)
		want.Add(want, v)
		sum.Add(n.Value)
		if sum.Rat().Cmp(want) != 0 {
			t.Errorf("with %s the sum is %s, want %s", a, sum.Rat().RatString(), want.RatString())
		}
	}
	if empty := (&Sum{}).Rat(); empty.Sign() != 0 {
		t.Errorf("nothing adds up to %s", empty.RatString())
	}
}

// TestPlainDigits: the digits of a number as they are written in a working, the zeros behind the point left out.
func TestPlainDigits(t *testing.T) {
	for printed, want := range map[string]string{
		"0": "0", "0.00": "0", "100": "100", "100.00": "100", "9.50": "9.5", "0.05": "0.05", "-3.20": "-3.2", "1200": "1200", "147663.64": "147663.64",
		"123456789012345678901.50": "123456789012345678901.5", "12e2": "1200",
	} {
		if got := Plain(&fuhe.Number{Value: decimal.RequireFromString(printed)}); got != want {
			t.Errorf("%s is written %s, want %s", printed, got, want)
		}
	}
}
