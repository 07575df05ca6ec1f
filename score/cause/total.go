package cause

import (
	"slices"

	"github.com/shopspring/decimal"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// OfTotal is the printed total beside the sum of the scores. settled tells the scores that have been recomputed and are
// right.
func OfTotal(f *figures.Figures, settled func(fuhe.Field) bool) Slip {
	n, scores := f.Cell(figures.TotalScore).Number, f.Scores()
	s := Slip{published: n, exact: scores.Known, sum: &sum{added: scores.Known, parts: make([]part, len(scores.Fields))}}
	for i, field := range scores.Fields {
		at := f.Places.Find(field)
		x := part{field: field, value: f.Places.Cells[at].Number.Value}
		if slices.Contains(scores.Off, field) {
			x.value = x.value.Neg()
		}
		if row := field.Row(); at >= f.Places.Rows {
			if w := f.Report.Indicators[row].Weight.Number; w != nil && !f.Shared(row) {
				x.most = &w.Value
				if w.Value.Cmp(x.value) > 0 {
					x.full = &w.Value
				}
			}
		}
		s.sum.parts[i] = x
	}
	if w := f.Cell(figures.TotalWeight).Number; w != nil {
		s.around = []figures.Neighbour{{Field: figures.TotalWeight, Number: w}}
	}
	s.elsewhere = func() []guess { return s.scoreSlips(f, settled) }
	return s
}

// apart is the published sum less what its parts add up to.
func (s *Slip) apart() decimal.Decimal {
	return interval.Decimal(interval.Sub(interval.Value(s.published), s.exact), figures.ExactPlaces)
}

// Mends reports whether another value of one part, at its full points or below, would make the sum right.
func (s *Slip) Mends(field fuhe.Field) bool {
	for _, p := range s.sum.parts {
		if p.field == field && p.most != nil {
			right := p.value.Add(s.apart())
			return right.Sign() >= 0 && right.Cmp(*p.most) <= 0
		}
	}
	return false
}

// scoreSlips is the score that a slip of the pen would mend the total by, when there is but one; a settled one is none.
func (s *Slip) scoreSlips(f *figures.Figures, settled func(fuhe.Field) bool) []guess {
	apart := s.apart()
	var found []guess
	for _, p := range s.sum.parts {
		n := f.Cell(p.field).Number
		right := p.value.Add(apart)
		if slices.Contains(f.Scores().Off, p.field) {
			continue // what it takes off is nowhere else
		}
		if settled(p.field) || right.Sign() < 0 || p.most != nil && right.Cmp(*p.most) > 0 || !right.Equal(right.Round(n.Places)) {
			continue
		}
		if kind, ways := slipOfPen(n.String(), right.StringFixed(n.Places)); kind != "" {
			found = append(found, inputSlip(kind, ways*len(s.sum.parts), f.Label(p.field), n.String(), right.StringFixed(n.Places)))
		}
	}
	if len(found) != 1 {
		return nil
	}
	return found
}
