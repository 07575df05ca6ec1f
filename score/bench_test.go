package score

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/rulebook"
	"fuhe/score/rules"
)

// long is a consistent form of many indicators: each of three is printed again and again, and the total takes them all.
func long(indicators int) *fuhe.Report {
	r := consistent(rand.New(rand.NewPCG(7, 8)), "元")
	for len(r.Indicators) < indicators {
		r.Indicators = append(r.Indicators, r.Indicators[len(r.Indicators)%3])
	}
	sum, weights := new(big.Rat).Set(interval.Rat(r.Funds[0].Score.Number.Value)), new(big.Rat).Set(interval.Rat(r.Funds[0].Weight.Number.Value))
	for i := range r.Indicators {
		n := &r.Indicators[i]
		n.Weight.At.Ref, n.Score.At.Ref = fmt.Sprint("W", i), fmt.Sprint("S", i)
		sum.Add(sum, interval.Rat(n.Score.Number.Value))
		weights.Add(weights, interval.Rat(n.Weight.Number.Value))
	}
	set(r, "/total/score", sum.FloatString(4))
	set(r, "/total/weight", weights.FloatString(0))
	return r
}

func BenchmarkCheck(b *testing.B) {
	r := long(15)
	b.ReportAllocs()
	for b.Loop() {
		Check(r, Options{})
	}
}

// BenchmarkCheckWithCauses checks a form as it was read, with headings and printed table, on which the rate, the budget
// score, a weight and the total are wrong.
func BenchmarkCheckWithCauses(b *testing.B) {
	r := readExample(b, rulebook.Examples(rules.Find("F102"))[0].Form)
	set(r, "/funds/0/score", "3.85")
	set(r, "/indicators/1/weight", "35")
	set(r, "/total/score", "39.58")
	b.ReportAllocs()
	for b.Loop() {
		Check(r, Options{})
	}
}

// BenchmarkCheckLong grows with the indicators and no faster.
func BenchmarkCheckLong(b *testing.B) {
	for _, n := range []int{15, 150, 500, 2000} {
		r := long(n)
		set(r, "/total/score", "1.00") // wrong, so that its causes are looked for, too
		set(r, "/total/weight", "1")
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Check(r, Options{})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/indicator")
		})
	}
}
