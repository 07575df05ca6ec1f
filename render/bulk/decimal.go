package bulk

import (
	"math/big"

	"fuhe"
)

// decimal is DECIMAL(38, 18): a whole number of units of 10^-18, big-endian in two's complement. Amounts of 20 digits and
// shares of 18 places fit.
type decimal = [16]byte

const (
	decimalPlaces = 18
	decimalDigits = 38
)

// decimalOf is a printed number; nil for none, and for one that does not fit (its text stands beside it).
func decimalOf(n *fuhe.Number) *decimal {
	if n == nil {
		return nil
	}
	scaled := n.Value.Shift(decimalPlaces)
	if !scaled.IsInteger() {
		return nil
	}
	whole := scaled.BigInt()
	if new(big.Int).Abs(whole).Cmp(limit()) >= 0 {
		return nil
	}
	if whole.Sign() < 0 {
		whole.Add(whole, new(big.Int).Lsh(big.NewInt(1), 128))
	}
	var d decimal
	whole.FillBytes(d[:])
	return &d
}

// limit is the first whole number with more digits than are kept.
func limit() *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(decimalDigits), nil)
}

// digits is the printed number as text: with its places, without separators.
func digits(n *fuhe.Number) string {
	if n == nil {
		return ""
	}
	return n.String()
}
