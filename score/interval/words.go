package interval

import (
	"cmp"
	"math/big"
	"math/bits"

	"github.com/shopspring/decimal"

	"fuhe"
)

// Rationals of a word each above and below the line, nearly all that a form prints and what follows from them, are computed with
// as words; what does not fit goes through big numbers. The answers are the same: new rationals in lowest terms.

// word is a rational as a sign and two words, the lower one not 0.
type word struct {
	n, d     uint64
	negative bool
}

// wordOf is n ÷ d.
func wordOf(n int64, d uint64) word {
	if n < 0 {
		return word{-uint64(n), d, true}
	}
	return word{uint64(n), d, false}
}

// inWords is a rational as words; false for one that does not fit.
func inWords(v *big.Rat) (w word, ok bool) {
	num := v.Num()
	if !num.IsInt64() {
		return w, false
	}
	w = wordOf(num.Int64(), 1)
	if v.IsInt() {
		return w, true
	}
	w.d = v.Denom().Uint64()
	return w, v.Denom().IsUint64()
}

// ofDecimal is a decimal as words, not in lowest terms; false for one that does not fit.
func ofDecimal(d decimal.Decimal) (w word, ok bool) {
	if places := -d.Exponent(); places >= 0 && int(places) < len(wordPowers) && d.NumDigits() <= 18 {
		return wordOf(d.CoefficientInt64(), wordPowers[places]), true
	}
	return w, false
}

// bothInWords is inWords of two rationals.
func bothInWords(a, b *big.Rat) (x, y word, ok bool) {
	if x, ok = inWords(a); ok {
		y, ok = inWords(b)
	}
	return x, y, ok
}

// held is a rational with the words that it is made of, in one piece of memory.
type held struct {
	rat  big.Rat
	n, d [1]big.Word
}

const _ = uint(bits.UintSize - 64) // a word of a big number holds one of ours

// rat is a new rational of words.
func (w word) rat() *big.Rat {
	if shared := commonDivisor(w.n, w.d); shared > 1 {
		w.n, w.d = w.n/shared, w.d/shared
	}
	h := &held{rat: *One, n: [1]big.Word{big.Word(w.n)}, d: [1]big.Word{big.Word(w.d)}}
	num := h.rat.Num().SetBits(h.n[:]) // nothing is left of the one that it was copied from
	h.rat.Denom().SetBits(h.d[:])      // the denominator itself: one has one
	if w.negative {
		num.Neg(num)
	}
	return &h.rat
}

// commonDivisor is the greatest one of a number and one that is not 0.
func commonDivisor(a, b uint64) uint64 {
	if a == 0 || b == 1 {
		return b
	}
	twos := bits.TrailingZeros64(a | b)
	a >>= bits.TrailingZeros64(a)
	for b != 0 {
		b >>= bits.TrailingZeros64(b)
		if a > b {
			a, b = b, a
		}
		b -= a
	}
	return a << twos
}

// plus adds two rationals; false where the sum does not fit.
func (w word) plus(b word) (sum word, ok bool) {
	if w.d != b.d {
		up, by := b.d, w.d
		if w.d%b.d == 0 { // decimals of other places: the denominator of more will do for both
			up, by = 1, w.d/b.d
		} else if b.d%w.d == 0 {
			up, by = b.d/w.d, 1
		}
		h1, n1 := bits.Mul64(w.n, up)
		h2, n2 := bits.Mul64(b.n, by)
		h3, d := bits.Mul64(w.d, up)
		if h1|h2|h3 != 0 {
			return sum, false
		}
		w.n, w.d, b.n = n1, d, n2
	}
	if w.negative == b.negative {
		n, carry := bits.Add64(w.n, b.n, 0)
		return word{n, w.d, w.negative}, carry == 0
	}
	if w.n < b.n {
		w, b = word{b.n, w.d, b.negative}, w
	}
	return word{w.n - b.n, w.d, w.negative}, true
}

// times multiplies two rationals; false where the product does not fit.
func (w word) times(b word) (product word, ok bool) {
	high, n := bits.Mul64(w.n, b.n)
	above, d := bits.Mul64(w.d, b.d)
	return word{n, d, w.negative != b.negative}, high|above == 0
}

// at is a rational in units of its n-th place, by the side that this multiplies; false where it does not fit.
func (w word) at(places int32) (n, d uint64, ok bool) {
	if int(max(places, -places)) >= len(wordPowers) {
		return 0, 0, false
	}
	n, d = w.n, w.d
	high := uint64(0)
	if places < 0 {
		high, d = bits.Mul64(d, wordPowers[-places])
	} else {
		high, n = bits.Mul64(n, wordPowers[places])
	}
	return n, d, high == 0
}

// Add is a + b, a new rational.
func Add(a, b *big.Rat) *big.Rat {
	if x, y, ok := bothInWords(a, b); ok {
		if sum, fits := x.plus(y); fits {
			return sum.rat()
		}
	}
	return new(big.Rat).Add(a, b)
}

// Sub is a − b, a new rational.
func Sub(a, b *big.Rat) *big.Rat {
	if x, y, ok := bothInWords(a, b); ok {
		y.negative = !y.negative
		if rest, fits := x.plus(y); fits {
			return rest.rat()
		}
	}
	return new(big.Rat).Sub(a, b)
}

// Mul is a × b, a new rational.
func Mul(a, b *big.Rat) *big.Rat {
	if x, y, ok := bothInWords(a, b); ok {
		if product, fits := x.times(y); fits {
			return product.rat()
		}
	}
	return new(big.Rat).Mul(a, b)
}

// Quo is a ÷ b, a new rational; b is not 0.
func Quo(a, b *big.Rat) *big.Rat {
	if x, y, ok := bothInWords(a, b); ok && y.n != 0 {
		y.n, y.d = y.d, y.n
		if quotient, fits := x.times(y); fits {
			return quotient.rat()
		}
	}
	return new(big.Rat).Quo(a, b)
}

// Compare is a.Cmp(b).
func Compare(a, b *big.Rat) int {
	if x, y, ok := bothInWords(a, b); ok {
		return x.compare(y)
	}
	return a.Cmp(b)
}

// CompareNumber is Compare of a number as a rational with another, without making one of it.
func CompareNumber(n *fuhe.Number, v *big.Rat) int {
	if x, ok := ofDecimal(n.Value); ok {
		if y, ok := inWords(v); ok {
			return x.compare(y)
		}
	}
	return Value(n).Cmp(v)
}

// compare is −1, 0 or 1 as x is below y, is y or is above it.
func (x word) compare(y word) int {
	if x.negative != y.negative {
		if x.negative {
			return -1
		}
		return 1
	}
	if x.negative {
		x, y = y, x
	}
	high, low := bits.Mul64(x.n, y.d)
	otherHigh, otherLow := bits.Mul64(y.n, x.d)
	return cmp.Or(cmp.Compare(high, otherHigh), cmp.Compare(low, otherLow))
}
