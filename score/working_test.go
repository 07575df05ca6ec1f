package score

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fuhe"
)

// What a finding shows as its arithmetic must be true: every working is read as it is printed and computed anew, on exact
// rationals and apart from the code under test. "…" stands for the digits cut off, so that a figure with it is a range.

// quantity is a range of values with what they are: points, percent, money in 元, or a unit of its own.
type quantity struct {
	lo, hi *big.Rat
	unit   string // "" bare, "%", "元", or as printed
}

func (q quantity) String() string { return q.lo.FloatString(8) + "…" + q.hi.FloatString(8) + q.unit }

// working is a printed working on its way to be computed.
type working struct {
	rest  string
	money string // the unit of bare amounts beside one with a unit
}

// holdsTrue computes a working anew; an error says what is false in it, or what was not understood.
func holdsTrue(text, moneyUnit string) (err error) {
	defer func() {
		if said := recover(); said != nil {
			err = fmt.Errorf("%v", said)
		}
	}()
	for _, part := range strings.Split(text, "; ") {
		w := &working{rest: part, money: moneyUnit}
		left := w.sum()
		switch {
		case w.eat(" = "):
			w.compare(left, "=")
		case w.eat(" > "):
			w.compare(left, ">")
		case strings.HasPrefix(part, "min(") || strings.HasPrefix(part, "max("): // the equation stands inside
		case w.eat(" → ") && w.rest != "": // a total and its grade
			return nil
		default:
			return fmt.Errorf("no equation: %q", part)
		}
		if w.rest != "" {
			return fmt.Errorf("not understood: %q in %q", w.rest, part)
		}
	}
	return nil
}

func (w *working) compare(left quantity, sign string) {
	right := w.sum()
	left, right = w.like(left, right)
	ok := left.lo.Cmp(right.hi) <= 0 && right.lo.Cmp(left.hi) <= 0
	if sign == ">" {
		ok = left.lo.Cmp(right.hi) > 0
	}
	if !ok {
		panic(fmt.Sprintf("%v %s %v is false", left, sign, right))
	}
}

func (w *working) eat(s string) bool {
	rest, ok := strings.CutPrefix(w.rest, s)
	w.rest = rest
	return ok
}

func (w *working) sum() quantity {
	q := w.product()
	for {
		switch {
		case w.eat(" + "):
			a, b := w.like(q, w.product())
			q = quantity{new(big.Rat).Add(a.lo, b.lo), new(big.Rat).Add(a.hi, b.hi), a.unit}
		case w.eat(" − "):
			a, b := w.like(q, w.product())
			q = quantity{new(big.Rat).Sub(a.lo, b.hi), new(big.Rat).Sub(a.hi, b.lo), a.unit}
		default:
			return q
		}
	}
}

// product reads a × b ÷ c. Two figures with units make a bare share when one is divided by the other: in 10 × 80 ÷ 100元 the
// division counts first, so that its figures are brought to one unit.
func (w *working) product() quantity {
	q := w.factor()
	for {
		switch {
		case w.eat(" × "):
			next := w.factor()
			for w.eat(" ÷ ") {
				next = w.divide(next, w.factor())
			}
			if next.unit == "%" {
				next = times(next, big.NewRat(1, 100), "")
			}
			q = quantity{new(big.Rat).Mul(q.lo, next.lo), new(big.Rat).Mul(q.hi, next.hi), q.unit}
		case w.eat(" ÷ "):
			q = w.divide(q, w.factor())
		default:
			return q
		}
	}
}

func (w *working) divide(a, b quantity) quantity {
	a, b = w.like(a, b)
	if b.lo.Sign() <= 0 {
		panic("divided by nothing")
	}
	return quantity{new(big.Rat).Quo(a.lo, b.hi), new(big.Rat).Quo(a.hi, b.lo), ""}
}

func times(q quantity, by *big.Rat, unit string) quantity {
	return quantity{new(big.Rat).Mul(q.lo, by), new(big.Rat).Mul(q.hi, by), unit}
}

// like brings two figures to one unit. A bare one beside an amount is in the unit of the form's amounts, a bare result
// beside percent is a share, a bare figure beside any other unit has that one.
func (w *working) like(a, b quantity) (quantity, quantity) {
	switch {
	case a.unit == b.unit:
	case a.unit == "":
		b, a = w.like(b, a)
	case b.unit == "" && a.unit == "元":
		b = times(b, yuan(w.money), "元")
	case b.unit == "" && a.unit == "%":
		b = times(b, big.NewRat(100, 1), "%")
	case b.unit == "":
		b.unit = a.unit
	default:
		panic(fmt.Sprintf("%v beside %v", a, b))
	}
	return a, b
}

// yuan is what one of a unit of money is in 元; 1 for what is none.
func yuan(unit string) *big.Rat {
	ones := map[string]int64{"元": 1, "百元": 100, "千元": 1000, "万元": 10_000, "万": 10_000, "百万元": 1_000_000, "千万元": 10_000_000, "亿元": 100_000_000, "亿": 100_000_000}
	if n, ok := ones[unit]; ok {
		return big.NewRat(n, 1)
	}
	return big.NewRat(1, 1)
}

func (w *working) factor() quantity {
	for _, end := range []string{"min(", "max("} {
		if w.eat(end) {
			return w.bounded(end == "min(")
		}
	}
	if w.eat("(") {
		q := w.sum()
		if !w.eat(")") {
			panic("a bracket is not closed before " + w.rest)
		}
		return q
	}
	return w.number()
}

// bounded reads min(10, 10 × 11 ÷ 10 = 11): the bound, then an equation that must hold and reach it.
func (w *working) bounded(least bool) quantity {
	bound := w.sum()
	if !w.eat(", ") {
		panic("no second part before " + w.rest)
	}
	q := w.sum()
	if !w.eat(" = ") {
		panic("no result before " + w.rest)
	}
	result := *w
	w.compare(q, "=")
	shown := result.sum()
	if !w.eat(")") || least != (shown.hi.Cmp(bound.lo) >= 0) {
		panic("the bound is not reached, or not closed")
	}
	return bound
}

// number reads 147663.64, 35.7619…%, -3.5, 50万元.
func (w *working) number() quantity {
	end := strings.IndexFunc(w.rest, func(r rune) bool { return !strings.ContainsRune("-0123456789.", r) })
	if end < 0 {
		end = len(w.rest)
	}
	digits := w.rest[:end]
	w.rest = w.rest[end:]
	v, ok := new(big.Rat).SetString(digits)
	if !ok {
		panic(fmt.Sprintf("no figure: %q before %q", digits, w.rest))
	}
	q := quantity{lo: v, hi: v}
	if w.eat("…") {
		_, decimals, _ := strings.Cut(digits, ".")
		unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(decimals))), nil))
		if strings.HasPrefix(digits, "-") {
			q.lo = new(big.Rat).Sub(v, unit)
		} else {
			q.hi = new(big.Rat).Add(v, unit)
		}
	}
	end = strings.IndexFunc(w.rest, func(r rune) bool { return strings.ContainsRune(" ()=,;", r) })
	if end < 0 {
		end = len(w.rest)
	}
	unit := w.rest[:end]
	w.rest = w.rest[end:]
	switch unit {
	case "%", "％", "百分比", "百分点":
		q.unit = "%"
	case "‰":
		q = times(q, big.NewRat(1, 10), "%")
	default:
		q.unit = unit
		if by := yuan(unit); by.Cmp(big.NewRat(1, 1)) != 0 || unit == "元" || unit == "人民币元" {
			q = times(q, by, "元")
		}
	}
	return q
}

// workingsOf are the workings of all findings and corrections of a form.
func workingsOf(g given) (all []string) {
	o := Options{Profile: g.profile, Lang: fuhe.EN}
	for _, c := range Recompute(g.report, o) {
		all = append(all, c.Working)
	}
	Check(g.report, o)
	for _, f := range g.report.Findings {
		all = append(all, f.Working)
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

func TestPrintedWorkingsHold(t *testing.T) {
	forms := slices.Concat(exampleForms(t), formsUnder(t, "../samples"), formsUnder(t, "../../shared/corpus/generated"), inventedForms(t, 1000))
	workings := 0
	for _, g := range forms {
		for _, text := range workingsOf(g) {
			workings++
			if err := holdsTrue(text, g.report.MoneyUnit); err != nil {
				t.Errorf("%s: %s: %v", g.name, text, err)
			}
		}
	}
	t.Logf("%d workings on %d forms", workings, len(forms))
	if workings < len(forms)/2 {
		t.Errorf("only %d workings on %d forms", workings, len(forms))
	}
}

// The test itself tells true from false.
func TestFalseWorkingsAreToldFromTrueOnes(t *testing.T) {
	for text, want := range map[string]bool{
		"147663.64 ÷ 412907 = 35.7619…%": true, "147663.64 ÷ 412907 = 35.7620…%": false, "110 ÷ 120 = 110%": false, "110 > 120": false, "110 > 100": true,
		"10 × 35.76% ÷ 80% = 4.47": true, "10 × 35.76% ÷ 80% = 4.48": false, "8 + 50 + 30 + 9.5 = 97.5": true, "8 + 50 = 59": false, "50 − 8 = 42": true,
		"min(10, 10 × 110 ÷ 100 = 11)": true, "min(10, 10 × 90 ÷ 100 = 9)": false, "min(10, 10 × 110 ÷ 100 = 12)": false, "max(0, 10 × (1 − (250 − 100) ÷ 100) = -5)": true,
		"10 × 80万元 ÷ 100 = 8": true, "10 × 800000元 ÷ 100 = 8": true, "10 × 80元 ÷ 100 = 8": false, "800000元 ÷ 100 = 80%": true, "95.2 → 优": true,
		"2 ÷ 3 = 0.66…": true, "2 ÷ 3 = 0.67": false, "20000元 ÷ 1万元 = 200%": true, "10 × 3次 ÷ 0次 = 0": false, "10 × 80% ÷ 95% = 8.4210…": true, "10 × 80 ÷ 95% = 8.4210…": false,
		"something": false, "10 × 8": false, "": false, "1 = 1 = 1": false,
	} {
		if err := holdsTrue(text, "万元"); (err == nil) != want {
			t.Errorf("%q: %v, want it true: %v", text, err, want)
		}
	}
	if utf8.RuneCountInString("−") != 1 {
		t.Error("the minus of workings is one rune")
	}
}
