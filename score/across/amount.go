package across

import (
	"math/big"

	"fuhe"
	"fuhe/score/figures"
)

// amount is an amount of money as forms are kept for comparing: what it may stand for, in ten thousandths of a 元. A hundred
// thousand forms have millions of them, and a pair of rationals takes ten times as much.
type amount struct {
	text   string // as printed, with its unit where the cell prints one
	unit   string // of the figure: 元, 万元
	exact  int64  // what is printed
	lo, hi int64  // what it may stand for, both bounds inside
	places int32
	known  bool // a figure, in a unit that is known
	field  fuhe.Field
	at     spot
}

// perYuan is how many units of an amount make one 元.
const perYuan = 10_000

// readAmount takes an amount of a report. One whose unit is not known compares with nothing outside its form.
func readAmount(r *fuhe.Report, a figures.Amount, c *fuhe.Cell) amount {
	out := amount{text: c.Text, field: a.Field, at: spotOf(c.At)}
	if a.Number == nil || !a.Known {
		return out
	}
	out.unit, out.places = a.Number.Unit, a.Number.Places
	if out.unit == "" {
		out.unit = r.MoneyUnit
	}
	if _, money := figures.ScaleOf(out.unit); !money {
		return out
	}
	var okExact, okLo, okHi bool
	out.exact, okExact = units(a.Exact, false)
	out.lo, okLo = units(a.Block.Lo, false)
	out.hi, okHi = units(a.Block.Hi, true)
	out.known = okExact && okLo && okHi
	return out
}

// units is an amount in 元 as whole units, rounded outwards; false for one that is too large to be one.
func units(v *big.Rat, up bool) (int64, bool) {
	n := new(big.Int).Mul(v.Num(), big.NewInt(perYuan))
	quotient, rest := new(big.Int).DivMod(n, v.Denom(), new(big.Int))
	if up && rest.Sign() > 0 {
		quotient.Add(quotient, big.NewInt(1))
	}
	return quotient.Int64(), quotient.IsInt64() && quotient.BitLen() < 60
}

// plus and minus compute with what amounts may stand for. The text of the result is empty.
func (a amount) plus(b amount) amount {
	return amount{exact: a.exact + b.exact, lo: a.lo + b.lo, hi: a.hi + b.hi, places: max(a.places, b.places), unit: a.unit, known: a.known && b.known}
}

func (a amount) minus(b amount) amount {
	return amount{exact: a.exact - b.exact, lo: a.lo - b.hi, hi: a.hi - b.lo, places: max(a.places, b.places), unit: a.unit, known: a.known && b.known}
}

// meets reports whether two amounts may be the same.
func (a amount) meets(b amount) bool { return a.lo <= b.hi && b.lo <= a.hi }

// above reports whether an amount is surely more than another.
func (a amount) above(b amount) bool { return a.lo > b.hi }

// in writes an amount in a unit of money, at places.
func (a amount) in(unit string, places int32) string {
	scale, ok := figures.ScaleOf(unit)
	if !ok {
		scale = 0
	}
	per := new(big.Int).Mul(big.NewInt(perYuan), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(scale)), nil))
	return new(big.Rat).SetFrac(big.NewInt(a.exact), per).FloatString(int(max(places, 0)))
}
