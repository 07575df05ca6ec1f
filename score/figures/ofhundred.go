package figures

import (
	"math/big"
	"slices"

	"fuhe"
	"fuhe/score/interval"
)

// WeightedSum is the total of a form whose scores are each out of a hundred, whatever their row weighs.
type WeightedSum struct {
	Exact  *big.Rat
	Span   interval.Interval // what it may be
	Fields []fuhe.Field      // scores and weights
}

// ofHundred is why the scores of such a form are no points of their own.
var ofHundred = fuhe.Phrase{ZH: "各项得分似按百分制打分，再按分值加权，只随总分一并核对", EN: "the scores seem to be out of a hundred each and weighted in the total: checked together with it only"}

// eachOfHundred is a report without its scores and what they add up to weighted, where they are each out of a hundred: most of them
// are above the weight of their row. The report itself, and nil, where they are not.
func eachOfHundred(r *fuhe.Report) (*fuhe.Report, *WeightedSum) {
	if !mostlyOver(r) {
		return r, nil
	}
	plain := new(big.Rat)
	w := WeightedSum{Exact: new(big.Rat), Span: interval.Exactly(new(big.Rat))}
	take := func(weight, score *fuhe.Cell, scoreAt, weightAt fuhe.Field) bool {
		if weight.Number == nil || score.Number == nil {
			return true
		}
		v, share := interval.Value(score.Number), interval.Quo(interval.Value(weight.Number), FullPoints)
		if v.Sign() < 0 || interval.Compare(v, FullPoints) > 0 || share.Sign() < 0 {
			return false
		}
		plain = interval.Add(plain, v)
		w.Exact = interval.Add(w.Exact, interval.Mul(v, share))
		w.Span = w.Span.Plus(interval.Claimed(score.Number).Times(share))
		w.Fields = append(w.Fields, scoreAt, weightAt)
		return true
	}
	for i := range r.Indicators {
		ind := &r.Indicators[i]
		if i > 0 && ind.Score.Present() && ind.Score.At == r.Indicators[i-1].Score.At {
			return r, nil // merged over rows
		}
		if !take(&ind.Weight, &ind.Score, fuhe.IndicatorField(i, "score"), fuhe.IndicatorField(i, "weight")) {
			return r, nil
		}
	}
	if len(r.Funds) > 0 && !take(&r.Funds[0].Weight, &r.Funds[0].Score, fuhe.FundField(0, "score"), fuhe.FundField(0, "weight")) {
		return r, nil
	}
	if interval.Compare(plain, FullPoints) <= 0 {
		return r, nil
	}
	return withoutScores(r), &w
}

// mostlyOver reports whether most scores are above the weight of their row.
func mostlyOver(r *fuhe.Report) bool {
	rows, over := 0, 0
	take := func(weight, score *fuhe.Cell) {
		if weight.Number == nil || score.Number == nil {
			return
		}
		if rows++; weight.Text != score.Text && score.Number.Value.GreaterThan(weight.Number.Value) {
			over++
		}
	}
	for i := range r.Indicators {
		take(&r.Indicators[i].Weight, &r.Indicators[i].Score)
	}
	if len(r.Funds) > 0 {
		take(&r.Funds[0].Weight, &r.Funds[0].Score)
	}
	return rows >= fewestOfHundred && over*2 > rows
}

// withoutScores is a report with its scores in doubt.
func withoutScores(r *fuhe.Report) *fuhe.Report {
	out := *r
	out.Funds, out.Indicators = slices.Clone(r.Funds), slices.Clone(r.Indicators)
	for i := range out.Indicators {
		out.Indicators[i].Score = out.Indicators[i].Score.Kept(nil, false, &ofHundred)
	}
	for i := range out.Funds {
		if c := &out.Funds[i].Score; c.Number != nil {
			*c = c.Kept(nil, false, &ofHundred)
		}
	}
	return &out
}
