package score

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"sync"

	"fuhe"
)

// Pass is one report under check: its figures, read once, and what the rules have found so far.
type Pass struct {
	Report  *fuhe.Report
	Profile *Profile

	rule     *Rule   // the rule that is running
	running  ruleSet // the same as a set
	order    []*Rule // all that run, one after the other
	lang     fuhe.Lang
	places   places
	findings []fuhe.Finding
	at       []int         // the place of the entry of each finding; −1 for none
	errors   map[int][]int // by place of the entry: the findings at level error
	agreed   []ruleSet     // by place: the rules that recomputed or cross-checked it and found it right
	moneys   []moneyRow    // the amounts of each fund, in 元 when the unit is known; see sumColumns for the annual total
	printed  moneyRow      // the amounts of the annual total as printed
	sums     []columnSum   // the columns beside their totals; none where the sources do not simply add up
	rows     []indicatorRow
	once     derivations
}

// derivations are what several rules ask for, worked out once.
type derivations struct {
	budget  func() (scored, bool)
	sum     func() sum
	weights func() (weighing, bool)
	groups  func() []group

	indicatorWeights func() *weighing // of the indicators alone
	totalOfOthers    func() bool      // see totalOfIndicators
}

func newPass(r *fuhe.Report, profile *Profile, lang fuhe.Lang) *Pass {
	p := &Pass{Report: r, Profile: profile, lang: lang, places: findPlaces(r)}
	p.agreed = make([]ruleSet, len(p.places.cells))
	p.moneys = readMoney(r)
	p.findBases()
	p.sumColumns()
	p.rows = readIndicators(r)
	p.once = derivations{
		budget: sync.OnceValues(p.deriveBudgetScore), sum: sync.OnceValue(p.addScores),
		weights: sync.OnceValues(p.addWeights), groups: sync.OnceValue(p.findGroups),
		indicatorWeights: sync.OnceValue(func() *weighing { w := p.weigh(p.all()); return &w }),
		totalOfOthers:    sync.OnceValue(p.isTotalOfIndicators),
	}
	return p
}

// say is a wording in the language asked for.
func (p *Pass) say(ph fuhe.Phrase, args ...any) string { return sprintf(ph.In(p.lang), args...) }

// cell is the entry at a field; a zero Cell when the report has none.
func (p *Pass) cell(f fuhe.Field) *fuhe.Cell {
	if i := p.places.find(f); i >= 0 {
		return p.places.cells[i]
	}
	return &fuhe.Cell{}
}

// agree marks entries as recomputed or cross-checked, and right.
func (p *Pass) agree(fields ...fuhe.Field) {
	for _, f := range fields {
		if i := p.places.find(f); i >= 0 {
			p.agreed[i] |= p.running
		}
	}
}

// agreeIndicator marks target, actual, weight and score of an indicator as right.
func (p *Pass) agreeIndicator(i int) {
	for column := colTarget; column <= colScore; column++ {
		p.agreed[p.places.indicator(i, column)] |= p.running
	}
}

// report adds a finding of the running rule. The severity is the rule's unless the finding brings its own; place,
// published text and ID are filled in.
func (p *Pass) report(f fuhe.Finding) {
	c := p.cell(f.Field)
	f.Rule, f.At = p.rule.ID, c.At
	if f.Severity == "" {
		f.Severity = p.rule.Severity
	}
	if f.Effect == "" {
		f.Effect = fuhe.NoEffect
	}
	if f.Published == "" {
		f.Published = c.Text
	}
	f.ID = identify(p.Report, f)
	p.keep(f)
}

// keep adds a finding to those of the report.
func (p *Pass) keep(f fuhe.Finding) {
	at := p.places.find(f.Field)
	if f.Severity == fuhe.Error {
		if p.errors == nil {
			p.errors = make(map[int][]int)
		}
		p.errors[at] = append(p.errors[at], len(p.findings))
	}
	p.findings, p.at = append(p.findings, f), append(p.at, at)
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
	return p.errorOf(f, rules...)
}

// errorOf is the finding of one of the rules at a field at level error, the first named first; nil when there is none.
func (p *Pass) errorOf(f fuhe.Field, rules ...*Rule) *fuhe.Finding {
	if len(p.errors) == 0 {
		return nil
	}
	at := p.errors[p.places.find(f)]
	for _, r := range rules {
		for _, i := range at {
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
	i := p.places.find(f)
	return i >= 0 && p.agreed[i]&p.setOf(p.rule.Heeds) != 0
}

// ruleSet is rules by their place in the order of running, a bit each.
type ruleSet uint64

func (p *Pass) setOf(rules []*Rule) (set ruleSet) {
	for i, r := range p.order {
		if slices.Contains(rules, r) {
			set |= 1 << i
		}
	}
	return set
}

// label names an entry for a reader: its row, and the heading it stands under as the form prints it.
func (p *Pass) label(f fuhe.Field) string {
	text := p.Report.Label(f, p.lang)
	if heading := p.headingOver(f); heading != "" && p.lang != fuhe.EN && f.Key() != "name" {
		row := text[:strings.LastIndexByte(text, ' ')+1]
		text = row + heading
	}
	return strings.NewReplacer("： ", " ", ": ", " ").Replace(text)
}

// nameOf names an indicator by what its row prints: its own name, else the headings it stands under, else its number.
func (p *Pass) nameOf(i int) string {
	ind := &p.Report.Indicators[i]
	for _, c := range []*fuhe.Cell{&ind.Name, &ind.Level2, &ind.Level1} {
		if c.Text != "" {
			return c.Text
		}
	}
	return p.say(partIndicator, strconv.Itoa(i+1))
}

// like writes a recomputed value as the published entry is written: same places, same unit.
func like(n *fuhe.Number, v *big.Rat) string { return fixed(v, n.Places) + n.Unit }

// claimed is the interval of a printed figure in its own unit.
func claimed(n *fuhe.Number) interval { return printed(value(n), n.Places) }
