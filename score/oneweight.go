package score

import (
	"math/big"

	"fuhe"
)

// oneWeight names the single weight whose correction would mend the sum of all weights, when there is only one way:
// exactly one group departs from its points, by the same difference, and exactly one weight in it becomes right by
// changing one digit. With two ways to mend it nothing is named.
func (p *Pass) oneWeight() *fuhe.Cause {
	w, ok := p.everyWeight()
	n := p.cell(totalWeightField).Number
	if !ok || n == nil {
		return nil
	}
	rows, ok := p.departing(new(big.Rat).Sub(w.sum, value(n)))
	if !ok {
		return nil
	}
	f, right, ok := p.mend(rows, new(big.Rat).Sub(w.sum, value(n)))
	if !ok {
		return nil
	}
	cell := p.cell(f)
	return &fuhe.Cause{
		Kind: fuhe.OneDigit,
		Text: p.say(causeOneWeight, p.Report.Indicators[f.Row()].Name.Text, cell.Text, like(cell.Number, right)),
	}
}

// departing are the rows of the only group whose weights are off by that much, by the points its heading prints or, for
// want of them, by the profile's split; all rows when neither says anything.
func (p *Pass) departing(apart *big.Rat) ([]int, bool) {
	var found []int
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
			return nil, false
		default:
			found = g.rows
		}
	}
	if !told {
		return p.all(), true
	}
	return found, found != nil
}

// mend is the only weight of the rows that a change of one digit brings down by that much, and its right value.
func (p *Pass) mend(rows []int, apart *big.Rat) (fuhe.Field, *big.Rat, bool) {
	var field fuhe.Field
	var right *big.Rat
	for _, i := range rows {
		n := p.Report.Indicators[i].Weight.Number
		if n == nil || p.repeats(i, colWeight) {
			continue
		}
		v := new(big.Rat).Sub(value(n), apart)
		if v.Sign() <= 0 || !oneDigitApart(n.String(), fixed(v, n.Places)) {
			continue
		}
		if right != nil {
			return "", nil, false
		}
		field, right = fuhe.IndicatorField(i, "weight"), v
	}
	return field, right, right != nil
}

// oneDigitApart reports whether two figures as written differ in exactly one digit.
func oneDigitApart(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	differ := 0
	for i := range a {
		if a[i] != b[i] {
			differ++
		}
	}
	return differ == 1
}
