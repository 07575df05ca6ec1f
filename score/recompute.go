package score

import (
	"math/big"
	"strings"

	"fuhe"
)

// Recompute gives the corrected values of the derived entries that are wrong, in the order in which they follow from
// each other: rate, budget score, indicator scores where a machine scores them, total, grade. Amounts, targets, actual
// values and weights are never touched. A form on which all derived entries are right has no corrections.
func Recompute(r *fuhe.Report, o Options) []fuhe.Correction {
	profile, _ := chooseWith(r, o)
	c := correcting{Pass: newPass(r, profile, o.Lang), changed: make(map[fuhe.Field]*big.Rat)}
	c.run(catalogue)
	c.overlay(o.Own)
	c.rates()
	c.budget()
	c.indicators()
	c.total()
	c.grade()
	return c.out
}

// correcting is a pass whose wrong derived entries are replaced, one after the other.
type correcting struct {
	*Pass
	changed map[fuhe.Field]*big.Rat // corrected values, rounded as printed
	out     []fuhe.Correction
}

// correct adds a correction of a figure.
func (c *correcting) correct(f fuhe.Field, rule *Rule, v *big.Rat, places int32, working, formula, because string) {
	published := *c.cell(f)
	n := *published.Number
	n.Places = places
	n.Value = decimalOf(v, places)
	c.changed[f] = rat(n.Value)
	c.out = append(c.out, fuhe.Correction{
		Field: f, Rule: rule.ID, Published: published,
		Corrected: fuhe.Cell{Text: n.String() + n.Unit, Number: &n, At: published.At},
		Working:   working, Formula: formula, Because: because,
	})
}

// rates corrects every printed rate that is not its own executed ÷ budget.
func (c *correcting) rates() {
	for i, money := range c.moneys {
		field := fuhe.FundField(i, "execution_rate")
		f := c.errorOf(field, executionRate, sourceRate)
		if f == nil {
			continue
		}
		span, exact, ok := share(money.executed, money.base())
		r, sure := readRate(c.cell(field), span, exact)
		if !ok || !sure {
			continue
		}
		shown := new(big.Rat).Mul(exact, r.factor)
		rule := executionRate
		if i > 0 {
			rule = sourceRate
		}
		ratio := ref(money.executed.field) + "/" + money.base().ref()
		if shift := c.shift(money); shift != "" {
			ratio += shift
		}
		places := r.number.Places
		switch {
		case r.number.Unit == "" && r.factor.Cmp(scoreFullPoints) == 0:
			ratio += "*100"
		case r.factor.Cmp(scoreFullPoints) == 0:
			places += 2 // a percentage is a fraction in a spreadsheet
		case r.number.Unit == "‰":
			ratio += "*1000"
		}
		c.correct(field, rule, shown, r.number.Places, f.Working, "ROUND("+ratio+","+itoa(places)+")", f.Message)
	}
}

// shift is the factor between the units of the two amounts as they stand in their cells, "" when they have one unit.
func (c *correcting) shift(money moneyRow) string {
	s := new(big.Rat).Quo(money.executed.factor, money.base().factor)
	if s.Cmp(big.NewRat(1, 1)) == 0 {
		return ""
	}
	if s.IsInt() {
		return "*" + s.RatString()
	}
	return "/" + new(big.Rat).Inv(s).RatString()
}

// budget corrects the budget score.
func (c *correcting) budget() {
	field := fuhe.FundField(0, "score")
	f := c.errorOf(field, budgetScore)
	if f == nil {
		return
	}
	b, ok := c.Pass.budgetScore()
	if !ok {
		return
	}
	weight := c.weightText()
	if c.Report.Funds[0].Weight.Number != nil {
		weight = ref(fuhe.FundField(0, "weight"))
	}
	product := weight + "*" + ref(fuhe.FundField(0, "execution_rate"))
	if b.from[0].Key() == "executed" {
		money := c.moneys[0]
		product = weight + "*" + ref(money.executed.field) + "/" + money.base().ref() + c.shift(money)
	}
	if !c.Profile.Uncapped {
		product = "MIN(" + weight + "," + product + ")"
	}
	c.correct(field, budgetScore, b.exact, b.printed.Places, f.Working, "ROUND("+product+","+itoa(b.printed.Places)+")", f.Message)
}

// indicators corrects the scores of missed targets where the profile says that a machine scores them.
func (c *correcting) indicators() {
	if !c.Profile.MachineScored {
		return
	}
	for i, row := range c.rows {
		field := fuhe.IndicatorField(i, "score")
		f := c.errorOf(field, notInProportion)
		if f == nil {
			continue
		}
		options := row.proportions(c.Profile.Reverse)
		n, w := c.cell(field).Number, c.Report.Indicators[i].Weight.Number
		if len(options) != 1 || n == nil || w == nil {
			continue
		}
		places := max(n.Places, 2)
		exact := new(big.Rat).Mul(options[0].at, value(w))
		share := "*" + options[0].at.Num().String() + "/" + options[0].at.Denom().String()
		c.correct(field, notInProportion, exact, places, f.Working, "ROUND("+ref(fuhe.IndicatorField(i, "weight"))+share+","+itoa(places)+")", f.Message)
	}
}

// total corrects the total to the sum of the scores, corrected ones taken as corrected.
func (c *correcting) total() {
	n := c.cell(totalField).Number
	s := c.scores()
	if n == nil || len(s.missing) > 0 || len(s.fields) == 0 || len(c.Report.Indicators) == 0 {
		return
	}
	known, corrected := new(big.Rat), false
	refs, parts := make([]string, len(s.fields)), make([]string, len(s.fields))
	for i, f := range s.fields {
		v, changed := c.changed[f]
		if !changed {
			v = value(c.cell(f).Number)
		}
		corrected = corrected || changed
		known.Add(known, v)
		refs[i], parts[i] = ref(f), expanded(v, sumPlaces)
	}
	because := c.following(s.fields)
	wrong := c.errorOf(totalField, totalScore)
	if wrong == nil && !corrected || value(n).Cmp(known) == 0 || wrong == nil && c.unroundedHolds(n, known) {
		return
	}
	places := max(n.Places, s.places, ends(known, sumPlaces))
	recomputed := fixed(known, places) + n.Unit
	c.correct(totalField, totalScore, known, places, strings.Join(parts, " + ")+" = "+expanded(known, sumPlaces),
		"ROUND("+strings.Join(refs, "+")+","+itoa(places)+")", c.say(saysTotal, c.cell(totalField).Text, recomputed)+because)
}

// following says which of the entries that another one is made of were corrected before it: the trail of a correction.
func (c *correcting) following(from []fuhe.Field) string {
	trail := ""
	for _, f := range from {
		if v, changed := c.changed[f]; changed {
			trail += c.say(partAlso) + c.say(becauseFollows, c.label(f), expanded(v, sumPlaces))
		}
	}
	return trail
}

// unroundedHolds reports whether a total is right with the recomputed budget score taken unrounded.
func (c *correcting) unroundedHolds(n *fuhe.Number, known *big.Rat) bool {
	b, ok := c.Pass.budgetScore()
	rounded, changed := c.changed[fuhe.FundField(0, "score")]
	if !ok || !changed || new(big.Rat).Abs(new(big.Rat).Sub(value(n), known)).Cmp(halfUnit(b.printed.Places)) > 0 {
		return false
	}
	return claimed(n).meets(b.right.plus(exactly(new(big.Rat).Sub(known, rounded))))
}

// grade corrects the grade to the band of the total, the corrected one if it was.
func (c *correcting) grade() {
	const field = fuhe.Field("/total/grade")
	n, printed := c.cell(totalField).Number, c.Profile.gradeIn(c.cell(field).Text)
	if n == nil || printed == "" || !c.outOfHundred() {
		return
	}
	total, changed := c.changed[totalField]
	if !changed {
		if c.errorOf(totalField, totalScore) != nil {
			return // the total is wrong and the right one not known
		}
		total = value(n)
	}
	right := c.Profile.grade(total)
	if right == printed {
		return
	}
	formula := `"` + c.Profile.Bands[len(c.Profile.Bands)-1].Grade + `"`
	for i := len(c.Profile.Bands) - 2; i >= 0; i-- {
		b := c.Profile.Bands[i]
		formula = "IF(" + ref(totalField) + ">=" + itoa(int32(b.From)) + `,"` + b.Grade + `",` + formula + ")"
	}
	published := *c.cell(field)
	text := expanded(total, sumPlaces)
	c.out = append(c.out, fuhe.Correction{
		Field: field, Rule: gradeBand.ID, Published: published, Corrected: fuhe.Cell{Text: right, At: published.At},
		Working: text + " → " + right, Formula: formula, Because: c.say(saysGrade, published.Text, text, right) + c.following([]fuhe.Field{totalField}),
	})
}

// ref is an operand of a formula.
func ref(f fuhe.Field) string { return "{" + string(f) + "}" }
