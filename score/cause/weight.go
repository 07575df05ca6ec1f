package cause

import (
	"cmp"
	"math/big"
	"slices"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/profile"
)

// Which weight is wrong when they do not add up.

// Weights are the rows that may be the wrong one where weights do not add up to the printed total, and the one of them that
// is certain: much better supported than any other, where the total is out of a hundred; nil when none is.
func Weights(f *figures.Figures, w *figures.Weights) ([]fuhe.Cause, *WrongWeight) {
	n := f.Cell(figures.TotalWeight).Number
	outOfHundred := interval.CompareNumber(n, figures.FullPoints) == 0
	var out []guess
	if !outOfHundred {
		out = guesses(f, Slip{published: n, exact: w.Sum}) // out of a hundred, the total is not what is wrong
	}
	var found []WrongWeight
	if !headingsClose(f) {
		found = wrongWeights(f, interval.Sub(w.Sum, interval.Value(n)))
	}
	for i, m := range found {
		if m.kind == "" {
			continue // nothing says how this weight would have become wrong
		}
		printed := &f.Report.Indicators[m.Row].Weight
		out = append(out, guess{m.kind, weightWays + i, causeOneWeight, []any{f.NameOf(m.Row), printed.Text, f.WeightAs(printed.Number, m.Right)}})
	}
	certain := len(found) > 0 && outOfHundred && found[0].points >= certainSupport &&
		(len(found) == 1 || found[0].points >= found[1].points+certainLead)
	if !certain {
		return ranked(f, out), nil
	}
	return ranked(f, out), &found[0]
}

// headingsClose reports whether every heading prints points and each is the sum of its rows: then no row is to blame.
func headingsClose(f *figures.Figures) bool {
	groups := f.Groups()
	for _, g := range groups {
		if g.Points == nil || interval.Compare(f.WeightsOf(g.Rows).Sum, g.Points) != 0 {
			return false
		}
	}
	return len(groups) > 0
}

// WrongWeight is a weight that, changed to the right value, would mend the sum of all. points counts what speaks for it.
type WrongWeight struct {
	Row    int
	Right  *big.Rat
	points int
	kind   fuhe.CauseKind
}

// wrongWeights are the weights that could be the one wrong one when their sum is off by that much, the best supported first. A
// weight is looked for in the only group that departs from its points by that much, where points are known.
func wrongWeights(f *figures.Figures, apart *big.Rat) []WrongWeight {
	var found []WrongWeight
	for _, g := range suspects(f, apart) {
		w := f.WeightsOf(g.Rows)
		if len(w.Fields) == 0 {
			continue // rows that take points off
		}
		after := interval.Sub(w.Sum, apart)
		even := interval.Quo(after, big.NewRat(int64(len(w.Fields)), 1))
		shared := sharedWeights(f, g.Rows)
		for _, i := range g.Rows {
			n := f.Report.Indicators[i].Weight.Number
			if n == nil || f.Repeats(i, figures.ColWeight) {
				continue
			}
			v := interval.Sub(interval.Value(n), apart)
			if v.Sign() <= 0 || interval.Compare(v, after) > 0 {
				continue
			}
			m := support(f, WrongWeight{Row: i, Right: v}, n, even, shared)
			if len(w.Fields) == 1 {
				m.points-- // alone in its group it is dealt out evenly whatever it weighs
			}
			if interval.Compare(after, expected(f, g)) == 0 {
				m.points++
			}
			found = append(found, m)
		}
	}
	slices.SortStableFunc(found, func(a, b WrongWeight) int { return cmp.Compare(b.points, a.points) })
	return found
}

// support counts what speaks for a mend: the score is full for the right weight, or was above the printed one; other rows
// of the group weigh as much; the group is then dealt out evenly; the two values differ by a slip of the pen; the right one
// is a round figure.
func support(f *figures.Figures, m WrongWeight, n *fuhe.Number, even *big.Rat, shared map[string]int) WrongWeight {
	if s := f.Report.Indicators[m.Row].Score.Number; s != nil && !f.Shared(m.Row) {
		switch {
		case interval.CompareNumber(s, m.Right) == 0 && s.Value.Cmp(n.Value) != 0:
			m.points += 3
		case interval.CompareNumber(s, m.Right) > 0 && s.Value.Cmp(n.Value) < 0:
			m.points -= 2 // then the score would be above the right weight
		}
	}
	if shared[m.Right.RatString()] > 0 {
		m.points += min(shared[m.Right.RatString()], 2)
	}
	if interval.Compare(m.Right, even) == 0 {
		m.points++
	}
	if shared[interval.Value(n).RatString()] > 1 {
		m.points-- // others weigh what this one is printed to weigh
	}
	if m.kind = weightSlip(f, m, n); m.kind != "" && m.kind != fuhe.Copied {
		m.points += 2 // weights of neighbours are often equal
	}
	if m.Right.IsInt() && new(big.Int).Rem(m.Right.Num(), big.NewInt(roundWeight)).Sign() == 0 {
		m.points++
	}
	return m
}

// weightSlip is how a weight may have become wrong: by the pen, by its decimal point, or copied from the row above or below.
func weightSlip(f *figures.Figures, m WrongWeight, n *fuhe.Number) fuhe.CauseKind {
	if kind, _ := slipOfPen(n.String(), interval.Fixed(m.Right, n.Places)); kind != "" {
		return kind
	}
	for _, by := range pointFactors {
		if interval.CompareNumber(n, interval.Mul(m.Right, interval.Pow10(by.power))) == 0 {
			return fuhe.Point
		}
	}
	for _, k := range []int{m.Row - 1, m.Row + 1} {
		if k >= 0 && k < len(f.Report.Indicators) {
			if other := f.Report.Indicators[k].Weight.Number; other != nil && other.Value.Equal(n.Value) {
				return fuhe.Copied
			}
		}
	}
	return ""
}

// sharedWeights counts the rows of each weight.
func sharedWeights(f *figures.Figures, rows []int) map[string]int {
	out := make(map[string]int)
	for _, i := range rows {
		if n := f.Report.Indicators[i].Weight.Number; n != nil && !f.Repeats(i, figures.ColWeight) {
			out[interval.Value(n).RatString()]++
		}
	}
	return out
}

// suspects are the groups a wrong weight may stand in: the only one whose weights are off by that much, by the points its
// heading prints or, for want of them, by the profile's split; all of them when neither says anything; none when the
// points of the groups are contradicted otherwise.
func suspects(f *figures.Figures, apart *big.Rat) []figures.Group {
	var found []figures.Group
	told := false
	for _, g := range f.Groups() {
		points := g.Points
		if points == nil {
			points = f.Profile.PointsOf(f.Cell(fuhe.IndicatorField(g.Rows[0], "level1")).Text)
		}
		if points == nil {
			continue
		}
		told = true
		w := f.WeightsOf(g.Rows)
		switch off := interval.Sub(w.Sum, points); {
		case off.Sign() == 0:
		case interval.Compare(off, apart) != 0 || found != nil:
			if g.Points != nil {
				return nil
			}
			told = false // the split of the profile is a principle, and not kept here
		default:
			found = append(found, g)
		}
		if !told {
			break
		}
	}
	if told && found != nil {
		return found
	}
	if groups := f.Groups(); len(groups) > 0 {
		return groups
	}
	return []figures.Group{{Rows: f.AllRows()}}
}

// expected is what a group holds by its heading, or in principle by the national rules, which local ones mostly keep.
func expected(f *figures.Figures, g figures.Group) *big.Rat {
	if g.Points != nil {
		return g.Points
	}
	if v := profile.National().PointsOf(f.Cell(fuhe.IndicatorField(g.Rows[0], "level1")).Text); v != nil {
		return v
	}
	return new(big.Rat)
}
