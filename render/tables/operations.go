package tables

import (
	"math/big"
	"slices"
)

// The grammar of formulas that are worked out: comparisons of sums of products of signed values with percent signs behind.

func (e *evaluation) sees(texts ...string) (string, bool) {
	if e.next < len(e.tokens) && slices.Contains(texts, e.tokens[e.next].text) {
		e.next++
		return e.tokens[e.next-1].text, true
	}
	return "", false
}

// comparison gives 1 for what is true and 0 for what is not.
func (e *evaluation) comparison() (*big.Rat, error) {
	a, err := e.sum()
	if err != nil {
		return nil, err
	}
	sign, ok := e.sees("=", "<>", "<", "<=", ">", ">=")
	if !ok {
		return a, nil
	}
	b, err := e.sum()
	if err != nil {
		return nil, err
	}
	n := a.Cmp(b)
	holds := map[string]bool{"=": n == 0, "<>": n != 0, "<": n < 0, "<=": n <= 0, ">": n > 0, ">=": n >= 0}[sign]
	if holds {
		return big.NewRat(1, 1), nil
	}
	return new(big.Rat), nil
}

func (e *evaluation) sum() (*big.Rat, error) {
	return e.chain(e.product, "+", "-")
}

func (e *evaluation) product() (*big.Rat, error) {
	return e.chain(e.signed, "*", "/")
}

// chain works out operations of one rank from left to right.
func (e *evaluation) chain(part func() (*big.Rat, error), signs ...string) (*big.Rat, error) {
	a, err := part()
	for err == nil {
		sign, ok := e.sees(signs...)
		if !ok {
			return a, nil
		}
		var b *big.Rat
		if b, err = part(); err != nil {
			break
		}
		switch {
		case sign == "+":
			a = new(big.Rat).Add(a, b)
		case sign == "-":
			a = new(big.Rat).Sub(a, b)
		case sign == "*":
			a = new(big.Rat).Mul(a, b)
		case b.Sign() == 0:
			err = errDivide
		default:
			a = new(big.Rat).Quo(a, b)
		}
		if err == nil && len(a.Denom().Bits())+len(a.Num().Bits()) > mostWords {
			err = errBeyond
		}
	}
	return nil, err
}

func (e *evaluation) signed() (*big.Rat, error) {
	sign, ok := e.sees("-", "+")
	if !ok {
		return e.percent()
	}
	if e.depth++; e.depth > mostNested {
		return nil, errBeyond
	}
	v, err := e.signed()
	e.depth--
	if err == nil && sign == "-" {
		v = new(big.Rat).Neg(v)
	}
	return v, err
}

func (e *evaluation) percent() (*big.Rat, error) {
	v, err := e.primary()
	for err == nil {
		if _, ok := e.sees("%"); !ok {
			break
		}
		v = new(big.Rat).Mul(v, big.NewRat(1, 100))
	}
	return v, err
}

// primary is a number, a single cell, something in brackets, or a function.
func (e *evaluation) primary() (*big.Rat, error) {
	if e.next >= len(e.tokens) {
		return nil, errBeyond
	}
	t := e.tokens[e.next]
	e.next++
	switch {
	case t.number != nil:
		return t.number, nil
	case t.area != nil:
		if t.area.From != t.area.To {
			return nil, errBeyond
		}
		v, blank, err := e.value(t.area.From.Row, t.area.From.Col)
		if err == nil && blank {
			v = new(big.Rat)
		}
		if err == nil && v == nil {
			err = errBeyond // a text
		}
		return v, err
	case t.text == "(":
		if e.depth++; e.depth > mostNested {
			return nil, errBeyond
		}
		v, err := e.comparison()
		e.depth--
		if _, ok := e.sees(")"); err == nil && !ok {
			err = errBeyond
		}
		return v, err
	}
	if _, ok := e.sees("("); !ok {
		return nil, errBeyond
	}
	if e.depth++; e.depth > mostNested {
		return nil, errBeyond
	}
	defer func() { e.depth-- }()
	return e.call(t.text)
}

// call works out a function whose bracket has just been opened.
func (e *evaluation) call(name string) (*big.Rat, error) {
	var args [][]*big.Rat
	for {
		list, err := e.argument()
		if err != nil {
			return nil, err
		}
		args = append(args, list)
		if _, ok := e.sees(","); ok {
			continue
		}
		if _, ok := e.sees(")"); !ok {
			return nil, errBeyond
		}
		return apply(name, args)
	}
}

// argument is an area, or one value.
func (e *evaluation) argument() ([]*big.Rat, error) {
	if e.next+1 < len(e.tokens) && e.tokens[e.next].area != nil && (e.tokens[e.next+1].text == "," || e.tokens[e.next+1].text == ")") {
		e.next++
		return e.area(e.tokens[e.next-1].area)
	}
	v, err := e.comparison()
	return []*big.Rat{v}, err
}

// apply is what a function gives.
func apply(name string, args [][]*big.Rat) (*big.Rat, error) {
	all := slices.Concat(args...)
	single := len(all) == len(args) && !slices.ContainsFunc(args, func(a []*big.Rat) bool { return len(a) != 1 })
	switch {
	case name == "SUM":
		return added(all), nil
	case name == "AVERAGE" && len(all) > 0:
		return new(big.Rat).Quo(added(all), big.NewRat(int64(len(all)), 1)), nil
	case name == "MIN" && len(all) > 0:
		return slices.MinFunc(all, (*big.Rat).Cmp), nil
	case name == "MAX" && len(all) > 0:
		return slices.MaxFunc(all, (*big.Rat).Cmp), nil
	case name == "ABS" && single && len(args) == 1:
		return new(big.Rat).Abs(all[0]), nil
	case name == "ROUND" && single && len(args) == 2 && all[1].IsInt() && all[1].Sign() >= 0 && all[1].Cmp(big.NewRat(mostPlaces, 1)) <= 0:
		v, ok := new(big.Rat).SetString(all[0].FloatString(int(all[1].Num().Int64())))
		if ok {
			return v, nil
		}
	case name == "IF" && single && len(args) == 3:
		if all[0].Sign() != 0 {
			return all[1], nil
		}
		return all[2], nil
	}
	return nil, errBeyond
}

func added(all []*big.Rat) *big.Rat {
	sum := new(big.Rat)
	for _, v := range all {
		sum.Add(sum, v)
	}
	return sum
}
