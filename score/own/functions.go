package own

import (
	"math/big"

	"github.com/expr-lang/expr"
)

// functions are those that expressions may call: sums and comparisons on exact numbers, and of the language's own the ones
// that go through lists and look at texts, but for first, last and get, which forget what they pick from, so that a name
// misspelt behind them would only show when a form is read (indicators[0] says the same). Each takes the meter first; it is put there when the expression is compiled.
func functions() []expr.Option {
	options := []expr.Option{expr.DisableAllBuiltins()}
	for _, name := range []string{"all", "none", "any", "one", "filter", "map", "count", "find", "findIndex", "findLast", "findLastIndex",
		"len", "take", "concat", "trim", "trimPrefix", "trimSuffix", "upper", "lower", "split", "replace", "indexOf",
		"lastIndexOf", "hasPrefix", "hasSuffix"} {
		options = append(options, expr.EnableBuiltin(name))
	}
	// All of them give any: a call whose type is known is not looked through a second time, and what is wrong in its arguments
	// would not be said.
	unary, binary := new(func(m, a any) any), new(func(m, a, b any) any)
	for sign, do := range operations() {
		options = append(options, expr.Function(operator+sign, func(args ...any) (any, error) { return do(args[0].(*meter), args[1], args[2]) }, binary))
	}
	return append(options,
		expr.Function(operator+"negative", func(args ...any) (any, error) { return negative(args[0].(*meter), args[1]) }, unary),
		expr.Function(operator+"step", func(args ...any) (any, error) { return nil, args[0].(*meter).take(1) }, new(func(m any) any)),
		expr.Function("sum", func(args ...any) (any, error) { return sum(args[0].(*meter), args[1]) }, unary),
		expr.Function("abs", func(args ...any) (any, error) { return abs(args[0].(*meter), args[1]) }, unary),
		expr.Function("same", func(args ...any) (any, error) { return same(args[0].(*meter), args[1], args[2]) }, binary),
		expr.Function("round", func(args ...any) (any, error) { return round(args[0].(*meter), args[1], args[2]) }, binary),
		expr.Function("min", func(args ...any) (any, error) { return most(args[0].(*meter), -1, args[1:]) }, new(func(m any, v ...any) any)),
		expr.Function("max", func(args ...any) (any, error) { return most(args[0].(*meter), 1, args[1:]) }, new(func(m any, v ...any) any)),
	)
}

// metered are the functions that take the meter as their first argument.
var metered = map[string]bool{"sum": true, "abs": true, "same": true, "round": true, "min": true, "max": true}

// sum adds up a list; entries without a figure are left out.
func sum(m *meter, v any) (any, error) {
	list, ok := v.([]any)
	if !ok {
		return nil, refuse("sum 需要一列数，如 sum(indicators.score)", "sum wants a list of numbers, as sum(indicators.score)")
	}
	var total any = new(big.Rat)
	for _, e := range list {
		if e == nil {
			continue
		}
		var err error
		if total, err = exact((*big.Rat).Add)(m, total, e); err != nil {
			return nil, err
		}
	}
	return total, m.take(len(list))
}

func abs(m *meter, v any) (any, error) {
	x, _, err := numbers(m, v, 0)
	if err != nil {
		return nil, err
	}
	return result(new(big.Rat).Abs(x), v), nil
}

// same compares two numbers to so many places that it reaches past the ends of thirds.
func same(m *meter, a, b any) (any, error) {
	x, y, err := numbers(m, a, b)
	if err != nil {
		return nil, err
	}
	return rounded(x, digitsKept).Cmp(rounded(y, digitsKept)) == 0, nil
}

// round rounds half away from zero at places.
func round(m *meter, v, places any) (any, error) {
	x, _, err := numbers(m, v, 0)
	if err != nil {
		return nil, err
	}
	n, isInt := places.(int)
	if !isInt || n < 0 || n > digitsKept {
		return nil, refuse("round 的位数应为 0 至 %d", "round wants places from 0 to %d", digitsKept)
	}
	return rounded(x, n), nil
}

func rounded(x *big.Rat, places int) *big.Rat {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	twice := new(big.Int).Mul(new(big.Int).Mul(x.Num(), scale), big.NewInt(2))
	half := new(big.Int).Add(twice.Abs(twice), x.Denom())
	half.Quo(half, new(big.Int).Mul(x.Denom(), big.NewInt(2)))
	if x.Sign() < 0 {
		half.Neg(half)
	}
	return new(big.Rat).SetFrac(half, scale)
}

// most is the largest (sign 1) or smallest (sign -1) of numbers, or of one list of them.
func most(m *meter, sign int, args []any) (any, error) {
	if len(args) == 1 {
		if list, ok := args[0].([]any); ok {
			args = list
		}
	}
	var found any
	for _, v := range args {
		if v == nil {
			continue
		}
		if found == nil {
			found = v
		}
		x, y, err := numbers(m, v, found)
		if err != nil {
			return nil, err
		}
		if x.Cmp(y) == sign {
			found = v
		}
	}
	return found, nil
}
