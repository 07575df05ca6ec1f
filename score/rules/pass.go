package rules

import (
	"cmp"
	"slices"

	"fuhe"
	"fuhe/score/figures"
)

// Pass is one report under check: its figures, and what the rules have found so far.
type Pass struct {
	*figures.Figures

	rule     *Rule                // the rule that is running
	running  RuleSet              // the same as a set
	bits     map[*Rule]RuleSet    // each rule as a set
	findings []fuhe.Finding       //
	errors   map[fuhe.Field][]int // the findings at level error, by entry
	agreed   []RuleSet            // by place of the entry: the rules that found it right
}

// agree marks entries as recomputed or cross-checked, and right.
func (p *Pass) agree(fields ...fuhe.Field) {
	for _, f := range fields {
		if i := p.Places.Find(f); i >= 0 {
			p.agreed[i] |= p.running
		}
	}
}

// agreeIndicator marks target, actual, weight and score of an indicator as right.
func (p *Pass) agreeIndicator(i int) {
	for column := figures.ColTarget; column <= figures.ColScore; column++ {
		p.agreed[p.Places.Indicator(i, column)] |= p.running
	}
}

// report adds a finding of the running rule, and gives back its ID.
func (p *Pass) report(f fuhe.Finding) string {
	f = Complete(p.Figures, p.rule, f)
	if f.Severity == fuhe.Error {
		if p.errors == nil {
			p.errors = make(map[fuhe.Field][]int)
		}
		p.errors[f.Field] = append(p.errors[f.Field], len(p.findings))
	}
	if p.findings == nil {
		p.findings = make([]fuhe.Finding, 0, usualFindings)
	}
	p.findings = append(p.findings, f)
	return f.ID
}

// Complete fills in what follows from the field and the rule of a finding: place, published text, ID, and the severity
// unless the finding brings its own.
func Complete(f *figures.Figures, rule *Rule, found fuhe.Finding) fuhe.Finding {
	c := f.Cell(found.Field)
	found.Rule, found.At = rule.ID, c.At
	found.Severity = cmp.Or(found.Severity, rule.Severity)
	found.Effect = cmp.Or(found.Effect, fuhe.NoEffect)
	found.Published = cmp.Or(found.Published, c.Text)
	found.ID = Identify(f.Report, found)
	return found
}

// explain puts causes into a finding, the simplest first.
func explain(f *fuhe.Finding, causes []fuhe.Cause) {
	f.Cause = &causes[0]
	if len(causes) > 1 {
		f.Causes = causes[1:]
	}
}

// wrong is the finding at a field at level error of one of the rules, which the running rule must heed, the first named
// first; of any that it heeds when none is named. nil when there is none.
func (p *Pass) wrong(f fuhe.Field, rules ...*Rule) *fuhe.Finding {
	for _, r := range rules {
		if !slices.Contains(p.rule.Heeds, r) {
			panic("score: " + p.rule.ID + " looks at what " + r.ID + " found and does not heed it")
		}
	}
	if len(rules) == 0 {
		rules = p.rule.Heeds
	}
	for _, r := range rules {
		for _, i := range p.errors[f] {
			if p.findings[i].Rule == r.ID {
				return &p.findings[i]
			}
		}
	}
	return nil
}

// anyWrong reports whether a rule that the running one heeds found an error anywhere.
func (p *Pass) anyWrong() bool {
	return slices.ContainsFunc(p.findings, func(f fuhe.Finding) bool {
		return f.Severity == fuhe.Error && slices.ContainsFunc(p.rule.Heeds, func(r *Rule) bool { return r.ID == f.Rule })
	})
}

// settled reports whether a rule that the running one heeds found a figure right.
func (p *Pass) settled(f fuhe.Field) bool {
	heeded := RuleSet(0)
	for _, r := range p.rule.Heeds {
		heeded |= p.bits[r]
	}
	i := p.Places.Find(f)
	return i >= 0 && p.agreed[i]&heeded != 0
}
