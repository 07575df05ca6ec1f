package invent

import (
	"fmt"
	"math/big"
	"strings"
)

// figure is an exact decimal: units of its last place.
type figure struct {
	units  int64
	places int
}

func whole(n int64) figure { return figure{n, 0} }

func (f figure) rat() *big.Rat { return new(big.Rat).SetFrac64(f.units, power(f.places)) }

// text prints all places.
func (f figure) text() string {
	sign, n := "", f.units
	if n < 0 {
		sign, n = "-", -n
	}
	s := fmt.Sprintf("%0*d", f.places+1, n)
	if f.places == 0 {
		return sign + s
	}
	return sign + s[:len(s)-f.places] + "." + s[len(s)-f.places:]
}

// short prints no zeros at the end.
func (f figure) short() string { return trimmed(f.text()) }

func trimmed(s string) string {
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// commas puts a separator before every three digits.
func commas(s string) string {
	whole, rest, dot := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dot {
		return whole + "." + rest
	}
	return whole
}

func power(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// rounding is what becomes of the places that are not printed.
type rounding uint8

const (
	halfUp rounding = iota
	down
	up
	halfEven
)

// round brings a rational that is not negative to places.
func round(v *big.Rat, places int, how rounding) figure {
	n := new(big.Int).Mul(v.Num(), big.NewInt(power(places)))
	q, rest := new(big.Int).QuoRem(n, v.Denom(), new(big.Int))
	half := new(big.Int).Lsh(rest, 1).Cmp(v.Denom())
	switch {
	case how == up && rest.Sign() > 0, how == halfUp && half >= 0, how == halfEven && (half > 0 || half == 0 && q.Bit(0) == 1):
		q.Add(q, big.NewInt(1))
	}
	return figure{q.Int64(), places}
}

func ratio(a, b figure) *big.Rat { return new(big.Rat).Quo(a.rat(), b.rat()) }

func times(v *big.Rat, n int64) *big.Rat { return new(big.Rat).Mul(v, new(big.Rat).SetInt64(n)) }

// span is what printed figures may stand for, ends included: wider than any reading of them.
type span struct{ low, high *big.Rat }

// around is a printed amount, rounded or not.
func around(f figure, exact bool) span {
	if exact {
		return span{f.rat(), f.rat()}
	}
	half := new(big.Rat).SetFrac64(1, 2*power(f.places))
	return span{new(big.Rat).Sub(f.rat(), half), new(big.Rat).Add(f.rat(), half)}
}

func (s span) over(d span) span {
	return span{new(big.Rat).Quo(s.low, d.high), new(big.Rat).Quo(s.high, d.low)}
}

func (s span) times(n int64) span { return span{times(s.low, n), times(s.high, n)} }

// misses reports whether a printed figure cannot be any of the span rounded in the usual way.
func (s span) misses(f figure) bool {
	printed := around(f, false)
	return printed.high.Cmp(s.low) < 0 || printed.low.Cmp(s.high) > 0
}
