package own

import (
	"fmt"
	"math/big"
	"strings"

	"fuhe"
)

// refusal is why an expression cannot be evaluated.
type refusal struct{ fuhe.Phrase }

func (r refusal) Error() string { return r.EN }

func refuse(zh, en string, args ...any) error {
	return refusal{fuhe.Phrase{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}}
}

// meter counts the work of one evaluation.
type meter struct{ steps int }

func (m *meter) take(steps int) error {
	if m.steps += steps; m.steps > maxSteps {
		return refuse("计算量超过上限", "it takes more work than is allowed")
	}
	return nil
}

// operations are what the operators of an expression become: they count exactly, in fractions, whatever the literals and
// figures are. The first argument is the meter.
func operations() map[string]func(m *meter, a, b any) (any, error) {
	return map[string]func(m *meter, a, b any) (any, error){
		"+": plus, "-": exact((*big.Rat).Sub), "*": exact((*big.Rat).Mul), "/": divide, "%": remainder,
		"==": func(m *meter, a, b any) (any, error) { return equal(m, a, b) },
		"!=": func(m *meter, a, b any) (any, error) { e, err := equal(m, a, b); return !e, err },
		"<":  ordered(func(sign int) bool { return sign < 0 }), "<=": ordered(func(sign int) bool { return sign <= 0 }),
		">": ordered(func(sign int) bool { return sign > 0 }), ">=": ordered(func(sign int) bool { return sign >= 0 }),
		"in": within,
	}
}

// arithmetic are the operators that give numbers.
const arithmetic = "+ - * / %"

// number is the exact value of a figure, a literal or a count; whole numbers stay int where they can, for they may be the
// number of a row.
func number(v any) (*big.Rat, bool) {
	switch n := v.(type) {
	case *big.Rat:
		return n, true
	case int:
		return new(big.Rat).SetInt64(int64(n)), true
	}
	return nil, false
}

func numbers(m *meter, a, b any) (x, y *big.Rat, err error) {
	x, okX := number(a)
	y, okY := number(b)
	if !okX || !okY {
		if a == nil || b == nil {
			return nil, nil, refuse("其中一项没有数字", "an entry has no figure")
		}
		return nil, nil, refuse("文字或真假值不能当作数字计算", "a text, list or truth value is no number")
	}
	return x, y, m.take(1 + (x.Num().BitLen()+x.Denom().BitLen()+y.Num().BitLen()+y.Denom().BitLen())/stepBits)
}

// exact is an operation of package big; two ints give an int.
func exact(do func(z, x, y *big.Rat) *big.Rat) func(m *meter, a, b any) (any, error) {
	return func(m *meter, a, b any) (any, error) {
		x, y, err := numbers(m, a, b)
		if err != nil {
			return nil, err
		}
		return result(do(new(big.Rat), x, y), a, b), nil
	}
}

func result(z *big.Rat, from ...any) any {
	for _, v := range from {
		if _, isInt := v.(int); !isInt {
			return z
		}
	}
	if n := z.Num().Int64(); z.IsInt() && z.Num().IsInt64() && int64(int(n)) == n {
		return int(n)
	}
	return z
}

// plus adds numbers, and joins texts.
func plus(m *meter, a, b any) (any, error) {
	s, okS := a.(string)
	t, okT := b.(string)
	if okS && okT {
		return s + t, m.take(1 + (len(s)+len(t))/stepBytes)
	}
	return exact((*big.Rat).Add)(m, a, b)
}

func divide(m *meter, a, b any) (any, error) {
	x, y, err := numbers(m, a, b)
	if err == nil && y.Sign() == 0 {
		err = refuse("除数为零", "division by zero")
	}
	if err != nil {
		return nil, err
	}
	return new(big.Rat).Quo(x, y), nil
}

// remainder is what is left of a division truncated to a whole number, with the sign of the dividend.
func remainder(m *meter, a, b any) (any, error) {
	q, err := divide(m, a, b)
	if err != nil {
		return nil, err
	}
	quotient := q.(*big.Rat)
	whole := new(big.Rat).SetInt(new(big.Int).Quo(quotient.Num(), quotient.Denom()))
	x, _ := number(a)
	y, _ := number(b)
	return result(whole.Sub(x, whole.Mul(whole, y)), a, b), nil
}

// negative is the operator before a number.
func negative(m *meter, v any) (any, error) { return exact((*big.Rat).Sub)(m, 0, v) }

// equal compares numbers by value, and lists element by element.
func equal(m *meter, a, b any) (bool, error) {
	if err := m.take(1); err != nil {
		return false, err
	}
	x, okX := number(a)
	y, okY := number(b)
	switch {
	case okX && okY:
		return x.Cmp(y) == 0, nil
	case okX || okY:
		return false, nil
	}
	switch a := a.(type) {
	case nil:
		return b == nil, nil
	case string:
		t, ok := b.(string)
		return ok && a == t, m.take(len(a) / stepBytes)
	case bool:
		t, ok := b.(bool)
		return ok && a == t, nil
	case []any:
		t, ok := b.([]any)
		if !ok || len(a) != len(t) {
			return false, nil
		}
		for i := range a {
			if same, err := equal(m, a[i], t[i]); !same || err != nil {
				return false, err
			}
		}
		return true, nil
	}
	return false, refuse("整行不能比较，请比较其中的一项", "rows cannot be compared, entries of them can")
}

// ordered compares two numbers, or two texts character by character.
func ordered(holds func(sign int) bool) func(m *meter, a, b any) (any, error) {
	return func(m *meter, a, b any) (any, error) {
		s, okS := a.(string)
		t, okT := b.(string)
		if okS && okT {
			return holds(strings.Compare(s, t)), m.take(1 + len(s)/stepBytes)
		}
		x, y, err := numbers(m, a, b)
		if err != nil {
			return nil, err
		}
		return holds(x.Cmp(y)), nil
	}
}

// within tells whether an element stands in a list.
func within(m *meter, a, b any) (any, error) {
	list, ok := b.([]any)
	if !ok {
		return nil, refuse("in 的右边应是列表", "a list is wanted on the right of in")
	}
	for _, e := range list {
		if is, err := equal(m, a, e); is || err != nil {
			return is, err
		}
	}
	return false, nil
}
