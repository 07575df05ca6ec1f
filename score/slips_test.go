package score

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/interval"
)

// Seeded slips: forms as they are filled in, each with one slip of a known kind.

// filled is a consistent form as a county fills it in: three sources or one, weights mostly of 50, 30 and 10 dealt out over a few
// rows each, some points deducted, figures to two places.
func filled(rng *rand.Rand) *fuhe.Report {
	output := []int{50, 50, 40, 60, 45}[rng.IntN(5)] // in principle 50, 30 and 10
	groups := []struct {
		heading string
		points  int
	}{{"产出指标", output}, {"效益指标", 80 - output}, {"满意度指标", 10}}
	r := &fuhe.Report{Title: "项目支出绩效自评表", MoneyUnit: "元", Funds: make([]fuhe.Fund, 3)}
	if rng.IntN(3) == 0 {
		r.Funds = r.Funds[:1]
	}
	var headings []string
	var weights []int
	for _, g := range groups {
		for _, w := range deal(rng, g.points) {
			headings, weights = append(headings, g.heading), append(weights, w)
		}
	}
	r.Indicators = make([]fuhe.Indicator, len(weights))
	for i, e := range r.Entries() {
		*e.Cell = fuhe.NewCell("", fuhe.Source{Table: 1, Ref: fmt.Sprintf("A%d", i+1)})
	}
	money(rng, r)
	total := new(big.Rat).Set(interval.Value(r.Funds[0].Score.Number))
	for i, w := range weights {
		target, score := 20+rng.IntN(80), fmt.Sprint(w)
		actual := target
		if rng.IntN(4) == 0 {
			actual = target - 1 - rng.IntN(target/2)
			score = halfUp(big.NewInt(int64(w*actual)), big.NewInt(int64(target)), 2)
		}
		for key, text := range map[string]string{
			"level1": headings[i], "name": fmt.Sprintf("任务%d", i+1), "target": fmt.Sprintf("≥%d次", target), "actual": fmt.Sprintf("%d次", actual),
			"weight": fmt.Sprint(w), "score": score, "deviation": "进度滞后",
		} {
			set(r, fuhe.IndicatorField(i, key), text)
		}
		total.Add(total, interval.Value(r.Indicators[i].Score.Number))
	}
	set(r, "/total/weight", "100")
	set(r, "/total/score", total.FloatString(2))
	return r
}

// deal splits points over some rows: evenly with what is left over in the last, or in fives.
func deal(rng *rand.Rand, points int) []int {
	n := 1 + rng.IntN(max(points/8, 1))
	out := make([]int, n)
	for i := range out {
		out[i] = points / n
	}
	out[n-1] += points - points/n*n
	for range n {
		if i, k := rng.IntN(n), rng.IntN(n); out[i] > 5 {
			out[i]--
			out[k]++
		}
	}
	return out
}

// money fills the funds with amounts to the fen, the rate and the budget score to two places.
func money(rng *rand.Rand, r *fuhe.Report) {
	fen := func(v int64) string { return halfUp(big.NewInt(v), big.NewInt(100), 2) }
	names := []string{"年度资金总额", "其中：当年财政拨款", "其他资金"}
	var sums [3]int64
	for i := len(r.Funds) - 1; i >= 0; i-- {
		a := 1_000_000 + rng.Int64N(900_000_000)
		v := [3]int64{a / 1000 * (600 + rng.Int64N(350)), a, a / 10_000 * (5000 + rng.Int64N(4500))}
		if i == 0 && len(r.Funds) > 1 {
			v = sums
		}
		for k, key := range []string{"initial_budget", "adjusted_budget", "executed"} {
			set(r, fuhe.FundField(i, key), fen(v[k]))
			sums[k] += v[k]
		}
		set(r, fuhe.FundField(i, "name"), names[i])
		set(r, fuhe.FundField(i, "execution_rate"), halfUp(big.NewInt(v[2]*100), big.NewInt(v[1]), 2)+"%")
	}
	set(r, "/funds/0/weight", "10")
	a, b := new(big.Rat), new(big.Rat)
	a.SetString(r.Funds[0].AdjustedBudget.Text)
	b.SetString(r.Funds[0].Executed.Text)
	set(r, "/funds/0/score", b.Quo(b, a).Mul(b, big.NewRat(10, 1)).FloatString(2))
}

// seeding is a kind of slip and how it is made; "" when this form has no place for it.
type seeding struct {
	name string
	kind fuhe.CauseKind
	make func(*rand.Rand, *fuhe.Report) fuhe.Field
}

const rateField0 = fuhe.Field("/funds/0/execution_rate")

func exactRate(r *fuhe.Report) *big.Rat {
	q := new(big.Rat).Quo(interval.Value(r.Funds[0].Executed.Number), interval.Value(r.Funds[0].AdjustedBudget.Number))
	return q.Mul(q, big.NewRat(100, 1))
}

func setRate(r *fuhe.Report, v *big.Rat) fuhe.Field {
	set(r, rateField0, v.FloatString(2)+"%")
	return rateField0
}

var seedings = []seeding{
	{"rounded up", fuhe.RoundedUp, func(_ *rand.Rand, r *fuhe.Report) fuhe.Field {
		return setRate(r, wholeHundredths(exactRate(r), true))
	}},
	{"truncated", fuhe.Truncated, func(_ *rand.Rand, r *fuhe.Report) fuhe.Field {
		return setRate(r, wholeHundredths(exactRate(r), false))
	}},
	{"half to even", fuhe.HalfEven, func(rng *rand.Rand, r *fuhe.Report) fuhe.Field {
		if len(r.Funds) > 1 {
			return ""
		}
		k, even := 1+rng.Int64N(90_000), 2*rng.Int64N(4900) // hundredths of a percent
		set(r, "/funds/0/adjusted_budget", fmt.Sprintf("%d.00", 20_000*k))
		set(r, "/funds/0/executed", fmt.Sprintf("%d.00", k*(2*even+1)))
		old := interval.Value(r.Funds[0].Score.Number)
		set(r, "/funds/0/score", halfUp(big.NewInt(2*even+1), big.NewInt(2000), 2))
		total := new(big.Rat).Sub(interval.Value(r.Total.Score.Number), old)
		set(r, "/total/score", total.Add(total, interval.Value(r.Funds[0].Score.Number)).FloatString(2))
		return setRate(r, big.NewRat(even, 100))
	}},
	{"initial budget", fuhe.InitialBudget, func(_ *rand.Rand, r *fuhe.Report) fuhe.Field {
		q := new(big.Rat).Quo(interval.Value(r.Funds[0].Executed.Number), interval.Value(r.Funds[0].InitialBudget.Number))
		return setRate(r, interval.RoundHalfUp(q.Mul(q, big.NewRat(100, 1)), 2))
	}},
	{"source's budget", fuhe.SourceBudget, func(rng *rand.Rand, r *fuhe.Report) fuhe.Field {
		if len(r.Funds) == 1 {
			return ""
		}
		q := new(big.Rat).Quo(interval.Value(r.Funds[0].Executed.Number), interval.Value(r.Funds[1+rng.IntN(2)].AdjustedBudget.Number))
		return setRate(r, interval.RoundHalfUp(q.Mul(q, big.NewRat(100, 1)), 2))
	}},
	{"percent as fraction", fuhe.UnitSlip, func(_ *rand.Rand, r *fuhe.Report) fuhe.Field {
		return setRate(r, interval.RoundHalfUp(new(big.Rat).Quo(exactRate(r), big.NewRat(100, 1)), 2))
	}},
	{"factor 10 000", fuhe.UnitSlip, func(_ *rand.Rand, r *fuhe.Report) fuhe.Field {
		if len(r.Funds) == 1 {
			return ""
		}
		v := new(big.Rat).Mul(interval.Value(r.Funds[0].InitialBudget.Number), big.NewRat(10_000, 1))
		set(r, "/funds/0/initial_budget", v.FloatString(2))
		return "/funds/0/initial_budget"
	}},
	{"digits swapped", fuhe.Transposed, func(rng *rand.Rand, r *fuhe.Report) fuhe.Field {
		f := []fuhe.Field{rateField0, "/total/score", "/funds/0/score"}[rng.IntN(3)]
		return pick(rng, r, f, func(text string, try func(string)) { cause.SwappedOff(text, Always, try) })
	}},
	{"one digit", fuhe.OneDigit, func(rng *rand.Rand, r *fuhe.Report) fuhe.Field {
		f := []fuhe.Field{rateField0, "/total/score"}[rng.IntN(2)]
		return pick(rng, r, f, func(text string, try func(string)) { cause.OneDigitOff(text, Always, try) })
	}},
	{"one digit of an amount", fuhe.OneDigit, func(rng *rand.Rand, r *fuhe.Report) fuhe.Field {
		f := []fuhe.Field{"/funds/0/adjusted_budget", "/funds/0/executed"}[rng.IntN(2)]
		lead := r.Entry(f).Text[:3] // further right it would change no rate
		if f = pick(rng, r, f, func(text string, try func(string)) { cause.OneDigitOff(text, Always, try) }); strings.HasPrefix(r.Entry(f).Text, lead) {
			return ""
		}
		if len(r.Funds) == 1 {
			return rateField0
		}
		return f
	}},
	{"total not updated", fuhe.StaleTotal, func(rng *rand.Rand, r *fuhe.Report) fuhe.Field {
		return onTotal(r, anyRow(rng, r, func(w, s *big.Rat) *big.Rat { return new(big.Rat).Sub(w, s) }))
	}},
	{"row counted twice", fuhe.CountedTwice, func(rng *rand.Rand, r *fuhe.Report) fuhe.Field {
		return onTotal(r, anyRow(rng, r, func(_, s *big.Rat) *big.Rat { return s }))
	}},
	{"row left out", fuhe.LeftOut, func(rng *rand.Rand, r *fuhe.Report) fuhe.Field {
		return onTotal(r, anyRow(rng, r, func(_, s *big.Rat) *big.Rat { return new(big.Rat).Neg(s) }))
	}},
	{"neighbour copied", fuhe.Copied, func(rng *rand.Rand, r *fuhe.Report) fuhe.Field {
		if len(r.Funds) == 1 {
			return ""
		}
		if rng.IntN(2) == 0 {
			set(r, "/funds/0/initial_budget", r.Funds[0].AdjustedBudget.Text)
			return "/funds/0/initial_budget"
		}
		set(r, rateField0, r.Funds[1+rng.IntN(2)].ExecutionRate.Text)
		return rateField0
	}},
}

func Always(float64) bool { return true }

// pick puts one of the figures that a slip of the pen could make of an entry into it.
func pick(rng *rand.Rand, r *fuhe.Report, f fuhe.Field, slips func(string, func(string))) fuhe.Field {
	n := r.Entry(f).Number
	var all []string
	slips(n.String(), func(s string) { all = append(all, s+n.Unit) })
	if len(all) == 0 {
		return ""
	}
	set(r, f, all[rng.IntN(len(all))])
	return f
}

func anyRow(rng *rand.Rand, r *fuhe.Report, change func(w, s *big.Rat) *big.Rat) *big.Rat {
	ind := &r.Indicators[rng.IntN(len(r.Indicators))]
	return change(interval.Value(ind.Weight.Number), interval.Value(ind.Score.Number))
}

func onTotal(r *fuhe.Report, by *big.Rat) fuhe.Field {
	if by.Sign() == 0 {
		return ""
	}
	set(r, "/total/score", new(big.Rat).Add(interval.Value(r.Total.Score.Number), by).FloatString(2))
	return "/total/score"
}

// wholeHundredths is a rational cut off at two places, or the next hundredth above.
func wholeHundredths(v *big.Rat, up bool) *big.Rat {
	hundredths, rest := new(big.Int).QuoRem(new(big.Int).Mul(v.Num(), big.NewInt(100)), v.Denom(), new(big.Int))
	if up && rest.Sign() > 0 {
		hundredths.Add(hundredths, big.NewInt(1))
	}
	return new(big.Rat).SetFrac(hundredths, big.NewInt(100))
}
