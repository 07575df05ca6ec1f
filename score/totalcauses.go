package score

import (
	"math/big"

	"fuhe"
)

// What made a printed total differ from the sum of the scores.

// totalSlip is the printed total beside the sum of the scores.
func (p *Pass) totalSlip(n *fuhe.Number, s *sum) slip {
	out := slip{published: n, exact: s.known, sum: &summed{added: s.known, parts: make([]part, len(s.fields))}}
	for i, f := range s.fields {
		at := p.places.find(f)
		x := part{field: f, value: p.places.cells[at].Number.Value}
		if row := f.Row(); at >= p.places.rows {
			if w := p.Report.Indicators[row].Weight.Number; w != nil && !p.shared(row) {
				x.most = &w.Value
				if w.Value.Cmp(x.value) > 0 {
					x.full = &w.Value
				}
			}
		}
		out.sum.parts[i] = x
	}
	if w := p.cell(totalWeightField).Number; w != nil {
		out.around = []neighbour{{totalWeightField, w}}
	}
	out.inputs = func() []guess { return p.scoreSlips(out) }
	return out
}

// scoreSlips is the score that a slip of the pen would mend the total by, when there is but one; a score that has been
// recomputed and is right is none.
func (p *Pass) scoreSlips(s slip) []guess {
	apart := decimalOf(new(big.Rat).Sub(value(s.published), s.exact), sumApartPlaces)
	var found []guess
	for _, part := range s.sum.parts {
		n := p.cell(part.field).Number
		right := part.value.Add(apart)
		if p.settled(part.field) || right.Sign() < 0 || part.most != nil && right.Cmp(*part.most) > 0 || !right.Equal(right.Round(n.Places)) {
			continue
		}
		kind, ways := slipOfPen(n.String(), right.StringFixed(n.Places))
		if kind == "" {
			continue
		}
		says := causeInputDigit
		if kind == fuhe.Transposed {
			says = causeInputSwapped
		}
		found = append(found, guess{kind, ways * len(s.sum.parts), says, []any{p.label(part.field), n.String(), right.StringFixed(n.Places)}})
	}
	if len(found) != 1 {
		return nil
	}
	return found
}

// overWeight is the score above its weight that explains the total: with any score its row may have, at full points or
// below, the total would be right.
func (p *Pass) overWeight(s slip) *fuhe.Finding {
	apart := decimalOf(new(big.Rat).Sub(value(s.published), s.exact), sumApartPlaces)
	for _, part := range s.sum.parts {
		f := p.wrong(part.field, scoreOverWeight)
		if right := part.value.Add(apart); f != nil && part.most != nil && right.Sign() >= 0 && right.Cmp(*part.most) <= 0 {
			return f
		}
	}
	return nil
}
