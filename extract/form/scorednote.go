package form

import (
	"math/big"
	"slices"

	"fuhe"
	"fuhe/extract/form/words"
)

// withoutScores leaves out what the heading of a score prints in brackets where that is no weight of its block: the score itself,
// 得分（91.5分）, or what the whole form is scored out of, 得分（100分）.
func (f *reader) withoutScores(list []fuhe.Section) []fuhe.Section {
	headed := map[fuhe.Source]bool{}
	for _, b := range f.body {
		if col := b.part().Columns.Find(words.Score); col != nil && col.Heading != nil {
			headed[col.Heading.At] = true
		}
	}
	sum := new(big.Rat)
	var printed []*big.Rat
	for i := range f.report.Indicators {
		if n := f.report.Indicators[i].Score.Number; n != nil {
			sum.Add(sum, n.Value.Rat())
		}
	}
	for _, c := range []fuhe.Cell{f.report.Total.Score, f.report.Total.Weight, f.fundScore()} {
		if c.Number != nil {
			printed = append(printed, c.Number.Value.Rat())
		}
	}
	return slices.DeleteFunc(list, func(s fuhe.Section) bool {
		return headed[s.Name.At] && slices.ContainsFunc(append(printed, sum), func(x *big.Rat) bool { return x.Cmp(s.Weight.Value.Rat()) == 0 }) && !f.mayWeigh(&s)
	})
}

// fundScore is the score of the annual total.
func (f *reader) fundScore() fuhe.Cell {
	if len(f.report.Funds) == 0 {
		return fuhe.Cell{}
	}
	return f.report.Funds[0].Score
}

// mayWeigh reports whether the points of a section are the weights under it, or no weight is printed there.
func (f *reader) mayWeigh(s *fuhe.Section) bool {
	sum := new(big.Rat)
	var weights []fuhe.Cell
	if s.Covers == fuhe.CoversBudget {
		for i := range min(1, len(f.report.Funds)) {
			weights = append(weights, f.report.Funds[i].Weight)
		}
	} else {
		for i := range f.report.Indicators {
			weights = append(weights, f.report.Indicators[i].Weight)
		}
	}
	for _, w := range weights {
		if w.Number != nil {
			sum.Add(sum, w.Number.Value.Rat())
		}
	}
	return sum.Sign() == 0 || sum.Cmp(s.Weight.Value.Rat()) == 0
}
