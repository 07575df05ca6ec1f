package xlsx

import (
	"math"
	"math/big"
	"strconv"
)

// asNumber is an operand of an operator: a number, or a blank cell for a nought.
func (v value) asNumber() (float64, error) {
	if v.kind != numeric && v.kind != blank {
		return 0, errOperand
	}
	return v.number, nil
}

// operate applies an operator to two numbers. A division by zero stays one in what is made of it.
func operate(op string, a, b value) (value, error) {
	x, errX := a.asNumber()
	y, errY := b.asNumber()
	switch {
	case a.kind == divided && (errY == nil || b.kind == divided), b.kind == divided && errX == nil:
		return value{kind: divided}, nil
	case errX != nil || errY != nil:
		return value{}, errOperand
	}
	switch op {
	case "+":
		return total(x, y)
	case "-":
		return total(x, -y)
	case "*":
		return finite(x * y)
	case "/":
		if y == 0 {
			return value{kind: divided}, nil
		}
		return finite(x / y)
	}
	return compare(op, x, y)
}

func finite(n float64) (value, error) {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return value{}, errInexact
	}
	return value{kind: numeric, number: n + 0}, nil
}

// total adds numbers. What is left of larger ones that cancel out is noise, which programs treat in different ways.
func total(terms ...float64) (value, error) {
	sum, largest := 0.0, 0.0
	for _, n := range terms {
		sum += n
		largest = max(largest, math.Abs(n), math.Abs(sum))
	}
	if sum != 0 && math.Abs(sum) < 1e-12*largest {
		return value{}, errInexact
	}
	return finite(sum)
}

// compare compares two numbers that are the same to 15 digits, as Excel does, or clearly are not.
func compare(op string, x, y float64) (value, error) {
	same := digits15(x) == digits15(y)
	if !same && math.Abs(x-y) <= 1e-9*max(math.Abs(x), math.Abs(y)) {
		return value{}, errInexact
	}
	less := !same && x < y
	truth := map[string]bool{"=": same, "<>": !same, "<": less, ">": !same && !less, "<=": same || less, ">=": !less}[op]
	return value{kind: logical, truth: truth}, nil
}

// digits15 is a number to the 15 digits that a spreadsheet holds.
func digits15(n float64) string { return strconv.FormatFloat(n+0, 'e', 14, 64) }

// round rounds a number to so many places, halves away from zero (ROUND), up or down from zero, or to the integer below
// (INT). A number is taken as its 15 digits; where a computed one differs from these and they stand on the edge between
// two results, neither is sure.
func round(name string, n float64, places int) (value, error) {
	if places < -15 || places > 15 {
		return value{}, errNotRead
	}
	text := digits15(n)
	decimal, ok := new(big.Rat).SetString(text)
	if !ok || math.Abs(n) > 1e15 {
		return value{}, errInexact
	}
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil))
	if places < 0 {
		scale.Inv(scale)
	}
	decimal.Mul(decimal, scale)
	half := big.NewRat(1, 2)
	edge := new(big.Rat).Set(decimal)
	if name == "ROUND" {
		edge.Add(edge, half)
	}
	if held, err := strconv.ParseFloat(text, 64); edge.IsInt() && (err != nil || held != n) {
		return value{}, errInexact
	}
	negative := decimal.Sign() < 0
	if name != "INT" {
		decimal.Abs(decimal)
	}
	whole := floor(decimal)
	rest := new(big.Rat).Sub(decimal, new(big.Rat).SetInt(whole))
	if name == "ROUNDUP" && rest.Sign() > 0 || name == "ROUND" && rest.Cmp(half) >= 0 {
		whole.Add(whole, big.NewInt(1))
	}
	result, _ := new(big.Rat).Quo(new(big.Rat).SetInt(whole), scale).Float64()
	if negative && name != "INT" {
		result = -result
	}
	return finite(result)
}

// floor is the integer at or below a fraction.
func floor(r *big.Rat) *big.Int {
	return new(big.Int).Div(r.Num(), r.Denom()) // Euclidean: the divisor is positive
}
