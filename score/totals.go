package score

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"fuhe"
)

// The row 总分: the total is the sum of the scores.

// sum is the scores of a form, each printed cell once.
type sum struct {
	added   decimal.Decimal
	places  int32      // the most any of them is printed with: the sum is exact to them
	known   *big.Rat   // the same as a rational
	missing []*big.Rat // the weight of each score that is not there; nil for one without a weight
	fields  []fuhe.Field
	parts   []string
	budget  *fuhe.Number // the printed budget score, when it is one of them
}

// scores adds up the budget score and the indicators' scores. A source's score repeats the total row's and is none of
// them; a merged cell counts once.
func (p *Pass) scores() sum { return p.once.sum() }

func (p *Pass) addScores() sum {
	rows := len(p.Report.Indicators) + 1
	s := sum{fields: make([]fuhe.Field, 0, rows), parts: make([]string, 0, rows)}
	if len(p.Report.Funds) > 0 && !p.totalOfIndicators() {
		f := &p.Report.Funds[0]
		if f.Score.Present() || f.Score.Number != nil {
			_, weighs := p.budgetWeight()
			if s.add(fuhe.FundField(0, "score"), &f.Score, f.Weight.Number, weighs) {
				s.budget = f.Score.Number
			}
		}
	}
	if w, some := p.unreadBudget(); some {
		s.missing = append(s.missing, w)
	}
	for i := range p.Report.Indicators {
		n := &p.Report.Indicators[i]
		if p.repeats(i, colScore) {
			continue
		}
		s.add(fuhe.IndicatorField(i, "score"), &n.Score, n.Weight.Number, n.Weight.Number != nil)
	}
	s.known = rat(s.added)
	return s
}

// unreadBudget is what budget execution may weigh where the form prints no entry for its score: it may stand in a sentence,
// 执行率98.75%，得9.88分.
func (p *Pass) unreadBudget() (*big.Rat, bool) {
	if _, weighs := p.budgetWeight(); weighs || len(p.Report.Funds) > 0 && p.Report.Funds[0].Score.Present() {
		return nil, false
	}
	w, full := p.once.indicatorWeights(), scoreFullPoints
	if w.gaps > 0 || len(w.fields) == 0 {
		return mostBudgetPoints, true
	}
	if n := p.cell(totalWeightField).Number; n != nil {
		full = value(n)
	}
	short := new(big.Rat).Sub(full, w.sum)
	return short, budgetPoints[short.RatString()]
}

// add takes in one score; one that is not there is missing only when its entry weighs something.
func (s *sum) add(field fuhe.Field, c *fuhe.Cell, weight *fuhe.Number, weighs bool) bool {
	if c.Number == nil {
		if weighs {
			var w *big.Rat
			if weight != nil {
				w = value(weight)
			}
			s.missing = append(s.missing, w)
		}
		return false
	}
	s.added = s.added.Add(c.Number.Value)
	s.places = max(s.places, c.Number.Places)
	s.fields = append(s.fields, field)
	s.parts = append(s.parts, plain(c.Number))
	return true
}

// most is the highest the sum can be; false when a missing score has no weight.
func (s *sum) most() (*big.Rat, bool) {
	m := new(big.Rat).Set(s.known)
	for _, w := range s.missing {
		if w == nil {
			return nil, false
		}
		m.Add(m, w)
	}
	return m, true
}

func (s *sum) working() string {
	return strings.Join(s.parts, " + ") + " = " + expanded(s.known, sumPlaces)
}

var totalScore = &Rule{
	ID: "T401", Name: "total-score", Severity: fuhe.Error,
	Heeds: []*Rule{scoreOverWeight, budgetScore, metDeducted, missedFull, notInProportion, outsideTier},
	Title: fuhe.Phrase{ZH: "总分＝各项得分之和", EN: "the total is the sum of the scores"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "含预算执行得分，按各项得分印出的小数位精确相加，不先按总分的小数位取整。只有一种容许：预算执行得分可以未经取整进入总分，因此容许该得分末位半个单位的差。得分有空缺，或预算执行得分没有单独一格（可能写在文字里）时，只核对上下限。",
		EN: "The budget score included, added exactly and never rounded to the places of the total first. One thing is forgiven: the budget score may have entered unrounded, so half a unit of its last place. With scores missing, or without an entry for the budget score (it may stand in a sentence), only the bounds are checked.",
	},
	Check: checkTotalScore,
}

const totalField = fuhe.Field("/total/score")

func checkTotalScore(p *Pass) {
	n := p.cell(totalField).Number
	s := p.scores()
	if n == nil || len(s.fields) == 0 || len(p.Report.Indicators) == 0 {
		return
	}
	if len(s.missing) > 0 && value(n).Cmp(s.known) != 0 {
		p.checkTotalBounds(n, &s)
		return
	}
	if p.sumHolds(n, &s, s.known) || p.followsCorrection(n, &s) {
		p.agree(append(slices.Clip(s.fields), totalField)...)
		return
	}
	recomputed := fixed(s.known, max(n.Places, s.places)) + n.Unit
	f := fuhe.Finding{
		Field: totalField, Inputs: s.fields, Recomputed: recomputed, Working: s.working(),
		Effect:  p.effectOnTotal(new(big.Rat).Sub(s.known, value(n))),
		Message: p.say(saysTotal, p.cell(totalField).Text, recomputed),
	}
	slip := p.totalSlip(n, &s)
	if at := p.overWeight(slip); at != nil {
		f.Root, f.Cause = at.ID, &fuhe.Cause{Kind: fuhe.OneDigit, Text: p.say(causeOverWeight, p.nameOf(at.Field.Row()), at.Published, p.cell(totalField).Text)}
	} else {
		p.explain(&f, p.guesses(slip))
	}
	p.report(f)
}

// sumHolds reports whether a printed total is the given sum: exactly, or with the budget score unrounded.
func (p *Pass) sumHolds(n *fuhe.Number, s *sum, known *big.Rat) bool {
	apart := new(big.Rat).Sub(value(n), known)
	if apart.Sign() == 0 {
		return true
	}
	if s.budget == nil || new(big.Rat).Abs(apart).Cmp(halfUnit(s.budget.Places)) > 0 {
		return false
	}
	b, ok := p.budgetScore()
	if !ok || !b.holds() {
		return true // nothing better is known of the unrounded score than its printed places
	}
	others := new(big.Rat).Sub(known, value(s.budget))
	return claimed(n).meets(b.right.plus(exactly(others)))
}

// followsCorrection reports whether the total is right once the budget score is: then the slip is in the score alone,
// and F104 has said it.
func (p *Pass) followsCorrection(n *fuhe.Number, s *sum) bool {
	b, ok := p.budgetScore()
	if s.budget == nil || !ok || b.holds() {
		return false
	}
	return value(n).Cmp(new(big.Rat).Add(s.known, b.delta())) == 0
}

// checkTotalBounds: missing scores lie between nothing and their weights, and so does the sum.
func (p *Pass) checkTotalBounds(n *fuhe.Number, s *sum) {
	most, ok := s.most()
	low, high := s.known, most
	slack := new(big.Rat)
	if s.budget != nil {
		slack = halfUnit(s.budget.Places)
	}
	under := value(n).Cmp(new(big.Rat).Sub(low, slack)) < 0
	over := ok && value(n).Cmp(new(big.Rat).Add(high, slack)) > 0
	if !under && !over {
		return
	}
	shown := "…"
	if ok {
		shown = expanded(high, sumPlaces)
	}
	p.report(fuhe.Finding{
		Field: totalField, Inputs: s.fields, Working: s.working(), Effect: fuhe.ScoreEffect,
		Message: p.say(saysTotalBounds, p.cell(totalField).Text, strconv.Itoa(len(s.missing)), expanded(low, sumPlaces), shown),
	})
}
