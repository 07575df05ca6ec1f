package score

import (
	"cmp"
	"math/big"
	"slices"

	"fuhe"
)

// Which weight is wrong when they do not add up.

// mend is a weight that, changed to the right value, would mend the sum of all. points counts what speaks for it.
type mend struct {
	row    int
	right  *big.Rat
	points int
	kind   fuhe.CauseKind
	ways   int
}

// mends are the weights that could be the one wrong one when their sum is off by that much, the best supported first. A
// weight is looked for in the only group that departs from its points by that much, where points are known.
func (p *Pass) mends(apart *big.Rat) []mend {
	var found []mend
	for _, g := range p.suspects(apart) {
		w := p.weigh(g.rows)
		after := new(big.Rat).Sub(w.sum, apart)
		even := new(big.Rat).Quo(after, big.NewRat(int64(len(w.fields)), 1))
		shared := p.sharedWeights(g.rows)
		for _, i := range g.rows {
			n := p.Report.Indicators[i].Weight.Number
			if n == nil || p.repeats(i, colWeight) {
				continue
			}
			v := new(big.Rat).Sub(value(n), apart)
			if v.Sign() <= 0 || v.Cmp(after) > 0 {
				continue
			}
			m := p.support(mend{row: i, right: v}, n, even, shared)
			if len(w.fields) == 1 {
				m.points-- // alone in its group it is dealt out evenly whatever it weighs
			}
			if after.Cmp(g.expected(p)) == 0 {
				m.points++
			}
			found = append(found, m)
		}
	}
	slices.SortStableFunc(found, func(a, b mend) int { return cmp.Compare(b.points, a.points) })
	return found
}

// support counts what speaks for a mend: the score is full for the right weight, or was above the printed one; other rows
// of the group weigh as much; the group is then dealt out evenly; the two values differ by a slip of the pen; the right one
// is a round figure.
func (p *Pass) support(m mend, n *fuhe.Number, even *big.Rat, shared map[string]int) mend {
	if s := p.Report.Indicators[m.row].Score.Number; s != nil && !p.shared(m.row) {
		switch {
		case value(s).Cmp(m.right) == 0 && s.Value.Cmp(n.Value) != 0:
			m.points += 3
		case value(s).Cmp(m.right) > 0 && s.Value.Cmp(n.Value) < 0:
			m.points -= 2 // then the score would be above the right weight
		}
	}
	if shared[m.right.RatString()] > 0 {
		m.points += min(shared[m.right.RatString()], 2)
	}
	if m.right.Cmp(even) == 0 {
		m.points++
	}
	if shared[value(n).RatString()] > 1 {
		m.points-- // others weigh what this one is printed to weigh
	}
	if m.kind, m.ways = slipOfPen(n.String(), fixed(m.right, n.Places)); m.kind != "" {
		m.points += 2
	}
	if m.right.IsInt() && new(big.Int).Rem(m.right.Num(), big.NewInt(roundWeight)).Sign() == 0 {
		m.points++
	}
	return m
}

// sharedWeights counts the rows of each weight.
func (p *Pass) sharedWeights(rows []int) map[string]int {
	out := make(map[string]int)
	for _, i := range rows {
		if n := p.Report.Indicators[i].Weight.Number; n != nil && !p.repeats(i, colWeight) {
			out[value(n).RatString()]++
		}
	}
	return out
}

// suspects are the groups a wrong weight may stand in: the only one whose weights are off by that much, by the points its
// heading prints or, for want of them, by the profile's split; all of them when neither says anything; none when the
// points of the groups are contradicted otherwise.
func (p *Pass) suspects(apart *big.Rat) []group {
	var found []group
	told := false
	for _, g := range p.groups() {
		points := g.points
		if points == nil {
			points = p.Profile.pointsOf(p.cell(fuhe.IndicatorField(g.rows[0], "level1")).Text)
		}
		if points == nil {
			continue
		}
		told = true
		w := p.weigh(g.rows)
		switch off := new(big.Rat).Sub(w.sum, points); {
		case off.Sign() == 0:
		case off.Cmp(apart) != 0 || found != nil:
			if g.points != nil {
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
	if groups := p.groups(); len(groups) > 0 {
		return groups
	}
	return []group{{rows: p.all()}}
}

// expected is what a group holds by its heading, or in principle by the national rules, which local ones mostly keep.
func (g group) expected(p *Pass) *big.Rat {
	if g.points != nil {
		return g.points
	}
	if v := national().pointsOf(p.cell(fuhe.IndicatorField(g.rows[0], "level1")).Text); v != nil {
		return v
	}
	return new(big.Rat)
}

// explainWeights names the rows that may be the wrong one. It returns the finding at that row when one is certain: much
// better supported than any other.
func (p *Pass) explainWeights(f *fuhe.Finding, n *fuhe.Number, w weighing) *fuhe.Finding {
	apart := new(big.Rat).Sub(w.sum, value(n))
	var guesses []guess
	if value(n).Cmp(scoreFullPoints) != 0 {
		guesses = p.guesses(slip{published: n, exact: w.sum}) // out of a hundred, the total is not what is wrong
	}
	found := p.mends(apart)
	for i, m := range found {
		if m.kind == "" {
			continue // nothing says how this weight would have become wrong
		}
		printed := p.Report.Indicators[m.row].Weight.Number
		guesses = append(guesses, guess{m.kind, mendWays + i, causeOneWeight, []any{p.nameOf(m.row), p.Report.Indicators[m.row].Weight.Text, like(printed, m.right)}})
	}
	p.explain(f, guesses)
	if len(found) == 0 || found[0].points < certainSupport || len(found) > 1 && found[0].points < found[1].points+certainLead || value(n).Cmp(scoreFullPoints) != 0 {
		return nil
	}
	best := found[0]
	field, printed := fuhe.IndicatorField(best.row, "weight"), p.Report.Indicators[best.row].Weight.Number
	return &fuhe.Finding{
		Field: field, Inputs: append([]fuhe.Field{totalWeightField}, w.fields...), Recomputed: like(printed, best.right), Working: f.Working, Cause: f.Cause,
		Message: p.say(saysOneWeight, p.nameOf(best.row), p.Report.Indicators[best.row].Weight.Text, like(printed, best.right), p.cell(totalWeightField).Text, w.text()),
	}
}
