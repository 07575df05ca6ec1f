package figures

import (
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"fuhe"
	"fuhe/score/interval"
)

// inPoints is a report whose weights, printed as fractions of one beside scores out of a hundred (0.10 for ten points),
// are points, with the places that each of them was printed with; the report itself, and nil, where they are none.
func inPoints(r *fuhe.Report) (*fuhe.Report, map[*fuhe.Number]int32) {
	if !dealsFractions(r) {
		return r, nil
	}
	out, printed := *r, map[*fuhe.Number]int32{}
	out.Funds, out.Indicators = slices.Clone(r.Funds), slices.Clone(r.Indicators)
	out.Subtotals = slices.Clone(r.Subtotals)
	scale := func(c *fuhe.Cell, only bool) {
		if c.Number == nil || c.Number.Unit != "" || only && !isFraction(c.Number) {
			return
		}
		n := *c.Number
		n.Value, n.Places = n.Value.Shift(2), max(n.Places-2, 0)
		c.Number, printed[&n] = &n, c.Number.Places
	}
	for i := range out.Indicators {
		scale(&out.Indicators[i].Weight, false)
	}
	for i := range out.Funds {
		scale(&out.Funds[i].Weight, true)
	}
	scale(&out.Total.Weight, true)
	for i := range out.Subtotals {
		scale(&out.Subtotals[i].Weight, true)
	}
	if r.HeaderTotal != nil {
		header := *r.HeaderTotal
		scale(&header.Weight, true)
		out.HeaderTotal = &header
	}
	return &out, printed
}

// dealsFractions reports whether the form weighs in fractions, all but one that may be a slip, and scores in points: many times
// more than such weights would permit.
func dealsFractions(r *fuhe.Report) bool {
	fractions, others, weights, scores := 0, 0, decimal.Zero, decimal.Zero
	take := func(weight, score *fuhe.Cell) {
		n := weight.Number
		if score.Number != nil {
			scores = scores.Add(score.Number.Value)
		}
		switch {
		case n == nil || n.Value.Sign() == 0:
		case isFraction(n):
			fractions, weights = fractions+1, weights.Add(n.Value)
		default:
			others++
		}
	}
	for i := range r.Indicators {
		take(&r.Indicators[i].Weight, &r.Indicators[i].Score)
	}
	if fractions > 0 && fractions < 2 && len(r.Funds) > 0 { // of one indicator the budget has to say the same
		take(&r.Funds[0].Weight, &r.Funds[0].Score)
	}
	return fractions > 1 && others <= 1 && scores.GreaterThan(weights.Mul(decimal.NewFromInt(fractionScores)))
}

// isFraction reports whether a weight is a part of one.
func isFraction(n *fuhe.Number) bool {
	return n.Unit == "" && n.Value.Sign() > 0 && n.Value.LessThanOrEqual(decimal.NewFromInt(1))
}

// WeightAs writes a weight in points as a printed one is written, with as many places as it needs.
func (f *Figures) WeightAs(n *fuhe.Number, points *big.Rat) string {
	places := n.Places
	if printed, ok := f.fractions[n]; ok {
		points, places = interval.Quo(points, FullPoints), printed
	}
	return interval.Fixed(points, max(places, interval.Ends(points, interval.SumPlaces))) + n.Unit
}

// weightRef is a printed weight as an operand in points: a spreadsheet holds 10% as a fraction, too.
func (f *Figures) weightRef(field fuhe.Field) string {
	n := f.Cell(field).Number
	if _, fraction := f.fractions[n]; fraction || n.Unit == "%" {
		return Ref(field) + "*100"
	}
	return Ref(field)
}
