package cause

import (
	"math/big"
	"slices"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// SourceSlip is the one source that makes a sum wrong whose total is vouched for.
type SourceSlip struct {
	Field  fuhe.Field
	Right  string // what the total leaves for it
	Causes []fuhe.Cause
}

// Source is the source that a sum is wrong by, where its rate tells it or nothing but a slip in it explains the sum; else those of
// which one may be wrong, two at least. Neither where nothing vouches for the total.
func Source(f *figures.Figures, s *figures.Sum) (at *SourceSlip, among []SourceSlip) {
	if s.VouchedBy != figures.ByTotal {
		return nil, nil
	}
	found := sourceSlips(f, s)
	slices.SortStableFunc(found, func(a, b sourceGuess) int { return a.ways - b.ways })
	if s.Located > 0 {
		return slipAt(f, s, found, s.Located), nil
	}
	rows := wrongAmong(f, s, found)
	if len(rows) == 1 {
		return slipAt(f, s, found, rows[0]), nil
	}
	for _, row := range rows {
		among = append(among, *slipAt(f, s, found, row))
	}
	return nil, among
}

// slipAt is a slip in the source of a row.
func slipAt(f *figures.Figures, s *figures.Sum, found []sourceGuess, row int) *SourceSlip {
	found = slices.DeleteFunc(slices.Clone(found), func(g sourceGuess) bool { return g.row != row })
	i := slices.IndexFunc(s.Sources, func(a figures.Amount) bool { return a.Field.Row() == row })
	if i < 0 {
		return nil
	}
	return &SourceSlip{Field: s.Sources[i].Field, Right: rightOf(s.Sources[i], s), Causes: ranked(f, plainly(found))}
}

// wrongAmong are the rows of the sources, in print order, in one of which a slip would mend a sum. What else a form prints of a source
// tells: its own parts, and the other amounts of its row. Of those that they vouch for as printed none is wrong while another may be.
func wrongAmong(f *figures.Figures, s *figures.Sum, found []sourceGuess) []int {
	var settled, free, held []int
	for _, a := range s.Sources {
		row := a.Field.Row()
		explained := slices.ContainsFunc(found, func(g sourceGuess) bool { return g.row == row && g.ways < overspentWays })
		right := interval.Mul(leftFor(a, s), a.Factor)
		switch parts := partsOf(f, a.Field); {
		case parts != nil && interval.Compare(parts, a.Exact) == 0:
		case parts != nil && interval.Compare(parts, right) == 0:
			return []int{row} // its parts and the total say the same of it
		case !explained:
		case printedInRow(f, a, right):
			settled = append(settled, row)
		case printedInRow(f, a, a.Exact), emptyRow(f, row):
			held = append(held, row)
		default:
			free = append(free, row)
		}
	}
	for _, rows := range [][]int{settled, free} {
		if len(rows) > 0 {
			return rows
		}
	}
	return held
}

// partsOf is what the parts of a source add up to in a column; nil where it has none.
func partsOf(f *figures.Figures, source fuhe.Field) *big.Rat {
	parts := f.Parts()
	if i := slices.IndexFunc(parts, func(p figures.Sum) bool { return p.Total.Field == source }); i >= 0 {
		return parts[i].Exact
	}
	return nil
}

// printedInRow reports whether the row of a source prints some money once more, in another of its columns.
func printedInRow(f *figures.Figures, source figures.Amount, v *big.Rat) bool {
	m := &f.Funds[source.Field.Row()]
	for _, b := range [...]figures.Amount{m.Initial, m.Adjusted, m.Executed, m.Received} {
		if v.Sign() > 0 && b.Known && b.Field != source.Field && interval.Compare(b.Exact, v) == 0 {
			return true
		}
	}
	return false
}
