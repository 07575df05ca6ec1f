package score

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"fuhe"
)

// The row 总分: the total is the sum of the scores, the grade is the band of the total.

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
	Title: fuhe.Phrase{ZH: "总分＝各项得分之和", EN: "the total is the sum of the scores"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "含预算执行得分，按各项得分印出的小数位精确相加，不先按总分的小数位取整。只有一种容许：预算执行得分可以未经取整进入总分，因此容许该得分末位半个单位的差。得分有空缺时只核对上下限。",
		EN: "The budget score included, added exactly and never rounded to the places of the total first. One thing is forgiven: the budget score may have entered unrounded, so half a unit of its last place. With scores missing only the bounds are checked.",
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
		if p.agreed[p.places.find(part.field)] || right.Sign() < 0 || part.most != nil && right.Cmp(*part.most) > 0 || !right.Equal(right.Round(n.Places)) {
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
		f := p.wrong(part.field, scoreOverWeight.ID)
		if right := part.value.Add(apart); f != nil && part.most != nil && right.Sign() >= 0 && right.Cmp(*part.most) <= 0 {
			return f
		}
	}
	return nil
}

var gradeBand = &Rule{
	ID: "T403", Name: "grade", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "等级与总分所在档次一致", EN: "the grade is the band of the total"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "90分及以上为优，80分及以上为良，60分及以上为中，其余为差；档次不明的地方（如上海的优、良、合格、不合格）不查。",
		EN: "90 and above 优, 80 良, 60 中, else 差; where the bands are not known (Shanghai names 优, 良, 合格, 不合格) nothing is checked.",
	},
	Check: checkGrade,
}

func checkGrade(p *Pass) {
	const field = fuhe.Field("/total/grade")
	n, printed := p.cell(totalField).Number, p.Profile.gradeIn(p.cell(field).Text)
	if n == nil || printed == "" || !p.outOfHundred() {
		return
	}
	right := p.Profile.grade(value(n))
	if right == printed {
		p.agree(field)
		return
	}
	if p.wrong(totalField, totalScore.ID) != nil {
		if sum := p.scores(); len(sum.missing) > 0 || p.Profile.grade(sum.known) == printed {
			return // the right total is not known, or the grade fits it: T401 has said what is wrong
		}
	}
	p.report(fuhe.Finding{
		Field: field, Inputs: []fuhe.Field{totalField}, Recomputed: right, Effect: fuhe.GradeEffect,
		Message: p.say(saysGrade, p.cell(field).Text, n.String(), right),
	})
}

// outOfHundred reports whether the form is scored out of a hundred, as far as it prints that.
func (p *Pass) outOfHundred() bool {
	w := p.cell("/total/weight").Number
	return w == nil || value(w).Cmp(scoreFullPoints) == 0
}

// grade is the band of a total; "" when the profile has none.
func (p *Profile) grade(total *big.Rat) string {
	for _, b := range p.Bands {
		if total.Cmp(big.NewRat(int64(b.From), 1)) >= 0 {
			return b.Grade
		}
	}
	return ""
}

// gradeIn is the grade of the profile that a printed text names: 优 or 优秀; "" when it names none or more than one.
func (p *Profile) gradeIn(text string) string {
	found := ""
	for _, b := range p.Bands {
		if strings.HasPrefix(squeeze(text), b.Grade) {
			if found != "" {
				return ""
			}
			found = b.Grade
		}
	}
	return found
}

// effectOnTotal is what a change of some points does to the form: the total changes, and perhaps its grade.
func (p *Pass) effectOnTotal(delta *big.Rat) fuhe.Effect {
	if delta.Sign() == 0 {
		return fuhe.NoEffect
	}
	n := p.cell(totalField).Number
	if n == nil || !p.outOfHundred() {
		return fuhe.ScoreEffect
	}
	if p.Profile.grade(value(n)) != p.Profile.grade(new(big.Rat).Add(value(n), delta)) {
		return fuhe.GradeEffect
	}
	return fuhe.ScoreEffect
}
