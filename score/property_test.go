package score

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/profile"
)

// blank is a form to fill in: a money block of four rows, three indicators, a total; every entry has a place.
func blank() *fuhe.Report {
	r := &fuhe.Report{Title: "项目支出绩效自评表", MoneyUnit: "元", Funds: make([]fuhe.Fund, 3), Indicators: make([]fuhe.Indicator, 3)}
	for i, e := range r.Entries() {
		*e.Cell = fuhe.NewCell("", fuhe.Source{Table: 1, Ref: fmt.Sprintf("A%d", i+1)})
	}
	set(r, "/funds/0/name", "年度资金总额")
	set(r, "/funds/1/name", "其中：当年财政拨款")
	set(r, "/funds/2/name", "其他资金")
	return r
}

func set(r *fuhe.Report, f fuhe.Field, text string) {
	c := r.Entry(f)
	*c = fuhe.NewCell(text, c.At)
}

// consistent fills a form with random figures that agree with each other under rounding half up; rate and scores are
// rounded here with integers, apart from the code under test.
func consistent(rng *rand.Rand, unit string) *fuhe.Report {
	r := blank()
	budget, executed := fillAmounts(rng, r, unit)
	weight := []int64{10, 20, 9, 15}[rng.IntN(4)]
	ratePlaces, scorePlaces := rng.IntN(5), rng.IntN(5)
	set(r, "/funds/0/weight", fmt.Sprint(weight))
	percent := big.NewInt(executed * 100)
	switch rng.IntN(4) {
	case 0: // a fraction, at least as fine as a percentage without places
		set(r, "/funds/0/execution_rate", halfUp(big.NewInt(executed), big.NewInt(budget), ratePlaces+2))
	case 1:
		set(r, "/funds/0/execution_rate", halfUp(percent, big.NewInt(budget), ratePlaces))
	default:
		set(r, "/funds/0/execution_rate", halfUp(percent, big.NewInt(budget), ratePlaces)+"%")
	}
	product := new(big.Int).Mul(big.NewInt(weight), big.NewInt(executed))
	for halfUp(product, big.NewInt(budget), scorePlaces) == halfUp(big.NewInt(weight), big.NewInt(1), scorePlaces) && executed < budget && scorePlaces < 12 {
		scorePlaces++ // rounded up to all points is no rounding
	}
	set(r, "/funds/0/score", halfUp(product, big.NewInt(budget), scorePlaces))
	fillIndicators(rng, r, 100-weight, scorePlaces)
	return r
}

// fillAmounts fills in the amounts of a total and two sources, and gives back budget and executed in fen.
func fillAmounts(rng *rand.Rand, r *fuhe.Report, unit string) (budget, executed int64) {
	a1, a2 := 1+rng.Int64N(9e9), rng.Int64N(9e8) // fen
	b1, b2 := rng.Int64N(a1+1), int64(0)
	if a2 > 0 {
		b2 = rng.Int64N(a2 + 1)
	}
	fen := func(v int64) string { return fmt.Sprintf("%d.%02d", v/100, v%100) }
	switch p := rng.IntN(7); unit {
	case "万元": // the amounts are rounded, rate and score follow from the unrounded ones
		r.MoneyUnit = unit
		fen = func(v int64) string { return halfUp(big.NewInt(v), big.NewInt(1_000_000), p) }
	case "mixed": // a unit in the cell under a heading that has another
		units := map[string]int64{"": 1_000_000, "元": 100, "万元": 1_000_000, "千元": 100_000}
		r.MoneyUnit = "万元"
		fen = func(v int64) string {
			u := []string{"", "元", "万元", "千元"}[rng.IntN(4)]
			return halfUp(big.NewInt(v), big.NewInt(units[u]), p) + u
		}
	}
	for i, v := range [][2]int64{{a1 + a2, b1 + b2}, {a1, b1}, {a2, b2}} {
		set(r, fuhe.FundField(i, "initial_budget"), fen(v[0]))
		set(r, fuhe.FundField(i, "adjusted_budget"), fen(v[0]))
		set(r, fuhe.FundField(i, "executed"), fen(v[1]))
	}
	return a1 + a2, b1 + b2
}

// fillIndicators deals out the points that are left, scores each target in proportion, and totals the scores.
func fillIndicators(rng *rand.Rand, r *fuhe.Report, left int64, places int) {
	sum := new(big.Rat)
	add := func(text string) {
		v, _ := new(big.Rat).SetString(text)
		sum.Add(sum, v)
	}
	add(r.Funds[0].Score.Text)
	for i := range r.Indicators {
		w := left / int64(3-i)
		left -= w
		x, target, p := rng.Int64N(200), 1+rng.Int64N(100), rng.IntN(5)
		score := halfUp(big.NewInt(w*min(x, target)), big.NewInt(target), p)
		for score == halfUp(big.NewInt(w), big.NewInt(1), p) && x < target && p < 12 {
			p++
			score = halfUp(big.NewInt(w*x), big.NewInt(target), p)
		}
		set(r, fuhe.IndicatorField(i, "target"), fmt.Sprintf("≥%d次", target))
		set(r, fuhe.IndicatorField(i, "actual"), fmt.Sprintf("%d次", x))
		set(r, fuhe.IndicatorField(i, "weight"), fmt.Sprint(w))
		set(r, fuhe.IndicatorField(i, "score"), score)
		set(r, fuhe.IndicatorField(i, "deviation"), "进度滞后")
		add(score)
		places = max(places, p)
	}
	set(r, "/total/weight", "100")
	set(r, "/total/score", sum.FloatString(places))
}

// halfUp is n ÷ d rounded half up at places, on integers.
func halfUp(n, d *big.Int, places int) string {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	num := new(big.Int).Mul(n, scale)
	num.Mul(num, big.NewInt(2)).Add(num, d)
	q := new(big.Int).Quo(num, new(big.Int).Mul(d, big.NewInt(2)))
	s := fmt.Sprintf("%0*s", places+1, q)
	if places == 0 {
		return s
	}
	return s[:len(s)-places] + "." + s[len(s)-places:]
}

func TestConsistentFormsAreNeverAccused(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for n := range 900 {
		r := consistent(rng, []string{"元", "万元", "mixed"}[n%3])
		Check(r, Options{Lang: fuhe.ZH})
		for _, f := range r.Findings {
			if f.Rule == "X604" {
				continue // the scores are random
			}
			t.Fatalf("form %d: %s at %s: %s (%+v)", n, f.Rule, f.Field, f.Message, r.Funds)
		}
		if c := r.Coverage; c.Differ != 0 || c.Judgement != 0 {
			t.Fatalf("form %d: coverage %+v", n, c)
		}
		if cs := Recompute(r, Options{}); len(cs) != 0 {
			t.Fatalf("form %d: a consistent form is corrected: %+v", n, cs)
		}
	}
}

// ofRounding reports whether a finding names the right figure and leaves open whether scores were cut off, or rounded one by
// one: a note and a warning by the rule book.
func ofRounding(f fuhe.Finding) bool {
	return f.Recomputed != "" && (f.Rule == "F104" || f.Rule == "T401")
}

// A derived entry that is off by one unit of its last place is found, but where another permitted reading gives just
// that figure: a score from the rate as printed, a total with the budget score unrounded.
func TestOneUnitOffIsFound(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	excused := 0
	for n := range 600 {
		r := consistent(rng, "元")
		for _, field := range []fuhe.Field{"/funds/0/execution_rate", "/funds/0/score", "/total/score"} {
			for _, by := range []int64{-1, 1} {
				before := *r.Entry(field)
				moved := *before.Number
				moved.Value = moved.Value.Add(interval.Decimal(new(big.Rat).Mul(big.NewRat(by, 1), interval.Pow10(-moved.Places)), moved.Places))
				if moved.Value.Sign() < 0 {
					continue
				}
				set(r, field, moved.String()+moved.Unit)
				Check(r, Options{})
				// a rate without % that fits no reading is asked about, not accused
				found := slices.ContainsFunc(r.Findings, func(f fuhe.Finding) bool {
					return f.Field == field && (f.Severity == fuhe.Error || f.Rule == "F102" && f.Severity == fuhe.Warning || ofRounding(f))
				})
				if !found && !excusable(r, field) {
					t.Fatalf("form %d: %s printed %s instead of %s is not found", n, field, r.Entry(field).Text, before.Text)
				} else if !found {
					excused++
				}
				*r.Entry(field) = before
			}
		}
	}
	if excused > 180 { // of 3 600: the excuse must stay rare
		t.Errorf("%d figures off by one unit are excused", excused)
	}
}

// excusable works out apart from the code under test whether another permitted reading gives the moved figure.
func excusable(r *fuhe.Report, field fuhe.Field) bool {
	num := func(f fuhe.Field) *big.Rat { return interval.Rat(r.Entry(f).Number.Value) }
	w, rate := num("/funds/0/weight"), num("/funds/0/execution_rate")
	share, hundred := new(big.Rat).Quo(num("/funds/0/executed"), num("/funds/0/adjusted_budget")), big.NewRat(100, 1)
	apart := func(v *big.Rat) *big.Rat { return new(big.Rat).Abs(new(big.Rat).Sub(v, share)) }
	if percent := new(big.Rat).Quo(rate, hundred); r.Funds[0].ExecutionRate.Number.Unit == "%" || apart(percent).Cmp(apart(rate)) < 0 {
		rate = percent
	}
	exact := new(big.Rat).Quo(new(big.Rat).Mul(w, num("/funds/0/executed")), num("/funds/0/adjusted_budget"))
	switch n := r.Entry(field).Number; field {
	case "/funds/0/execution_rate": // without % it may be either
		unit := new(big.Rat).Quo(interval.Pow10(-n.Places), big.NewRat(2, 1))
		near := func(v *big.Rat) bool {
			d := new(big.Rat).Sub(num(field), v)
			return d.Abs(d).Cmp(unit) <= 0
		}
		return n.Unit == "" && (near(share) || near(new(big.Rat).Mul(share, hundred)))
	case "/funds/0/score":
		return interval.Fixed(new(big.Rat).Mul(w, rate), n.Places) == n.String()
	case "/total/score":
		sum := new(big.Rat).Add(exact, new(big.Rat))
		for i := range r.Indicators {
			sum.Add(sum, num(fuhe.IndicatorField(i, "score")))
		}
		return interval.Fixed(sum, n.Places) == n.String()
	}
	return false
}

// writeCorrections writes the corrections into the form, as a corrected workbook does.
func writeCorrections(r *fuhe.Report, cs []fuhe.Correction) {
	for _, c := range cs {
		*r.Entry(c.Field) = fuhe.NewCell(c.Corrected.Text, c.Corrected.At)
	}
}

// A total may stand, and says why, only where a score that goes into it was made wrong as well.
func TestCorrectedFormsHaveNoErrorsLeft(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	stood := 0
	for range 400 {
		r, excused := consistent(rng, "元"), never
		for range 1 + rng.IntN(3) {
			field := []fuhe.Field{"/funds/0/execution_rate", "/funds/0/score", "/total/score", "/indicators/1/score", "/total/grade"}[rng.IntN(5)]
			if field == "/indicators/1/score" {
				excused = func(_ *fuhe.Report, f fuhe.Finding) bool {
					stood++
					return f.Kept != "" && (f.Field == "/total/score" || f.Field == "/total/grade")
				}
			}
			switch field {
			case "/total/grade":
				set(r, field, []string{"优", "良", "中", "差", "优秀", "合格"}[rng.IntN(6)])
			case "/funds/0/execution_rate":
				set(r, field, fmt.Sprintf("%.*f%%", rng.IntN(4), 100*rng.Float64()))
			default:
				set(r, field, fmt.Sprintf("%.*f", rng.IntN(4), 20*rng.Float64()))
			}
		}
		checkCorrectionLaw(t, r, Options{Lang: fuhe.ZH}, excused)
	}
	if stood > 40 {
		t.Errorf("%d totals stand", stood)
	}
	t.Logf("%d totals stand with a reason", stood)
}

// FuzzCheck puts any text into any entry: no panic, every figure in one class, and the law of correction holds.
func FuzzCheck(f *testing.F) {
	f.Add(uint64(1), uint8(10), "35.77%", uint8(3), "—")
	f.Add(uint64(2), uint8(8), "0", uint8(9), "999999999999999999999999.9999")
	f.Add(uint64(3), uint8(12), "-5", uint8(40), "≥0.5")
	f.Add(uint64(4), uint8(24), "=0次", uint8(25), "1")
	f.Add(uint64(102), uint8(9), "0", uint8(5), "A")                             // no budget is known, and the score is wrong
	f.Add(uint64(208), uint8(4), "x", uint8(9), "999999999999999999999999.9999") // a budget score above its weight, under a local formula
	f.Add(uint64(46), uint8(7), "x", uint8(9), "999999999999999999999999.9999")  // the same without a weight
	f.Fuzz(func(t *testing.T, seed uint64, i uint8, x string, j uint8, y string) {
		r := consistent(rand.New(rand.NewPCG(seed, 0)), []string{"元", "万元", "mixed"}[seed%3])
		entries := r.Entries()
		for _, e := range []struct {
			n    uint8
			text string
		}{{i, x}, {j, y}} {
			c := entries[int(e.n)%len(entries)].Cell
			*c = fuhe.NewCell(e.text, c.At)
		}
		o := Options{Profile: profile.IDs()[int(seed%uint64(len(profile.IDs())))], Lang: fuhe.EN}
		Check(r, o)
		if c := r.Coverage; c.Agree+c.Differ+c.Judgement+c.Unchecked != c.Figures {
			t.Fatalf("coverage %+v", c)
		}
		checkCorrectionLaw(t, r, o, withheld)
	})
}
