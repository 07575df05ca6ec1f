package score

import (
	"math/big"
	"strconv"
	"strings"
	"sync"

	"fuhe"
)

// Pass is one report under check: its figures, read once, and what the rules have found so far.
type Pass struct {
	Report  *fuhe.Report
	Profile *Profile

	rule     *Rule // the rule that is running
	lang     fuhe.Lang
	entries  []fuhe.Entry
	order    map[fuhe.Field]int // where an entry stands among the entries
	findings []fuhe.Finding
	agreed   map[fuhe.Field]bool // recomputed or cross-checked, and right
	moneys   []moneyRow          // the amounts of each fund, in 元 when the unit is known
	rows     []indicatorRow      // the figures of each indicator
	once     derivations
}

// derivations are what several rules ask for, worked out once. The first rule may exchange an amount (see witness);
// everything here is asked for after it.
type derivations struct {
	budget  func() (scored, bool)
	sum     func() sum
	weights func() (weighing, bool)
	groups  func() []group
}

func newPass(r *fuhe.Report, profile *Profile, lang fuhe.Lang) *Pass {
	entries := r.Entries()
	p := &Pass{
		Report: r, Profile: profile, lang: lang,
		entries: entries, order: make(map[fuhe.Field]int, len(entries)), agreed: make(map[fuhe.Field]bool, len(entries)),
	}
	for i, e := range entries {
		p.order[e.Field] = i
	}
	p.moneys = readMoney(r)
	p.rows = readIndicators(r)
	p.once = derivations{
		budget: sync.OnceValues(p.deriveBudgetScore), sum: sync.OnceValue(p.addScores),
		weights: sync.OnceValues(p.addWeights), groups: sync.OnceValue(p.findGroups),
	}
	return p
}

// say is a wording in the language asked for.
func (p *Pass) say(ph fuhe.Phrase, args ...any) string { return sprintf(ph.In(p.lang), args...) }

// cell is the entry at a field; a zero Cell when the report has none.
func (p *Pass) cell(f fuhe.Field) *fuhe.Cell {
	if i, ok := p.order[f]; ok {
		return p.entries[i].Cell
	}
	return &fuhe.Cell{}
}

// agree marks entries as recomputed or cross-checked, and right.
func (p *Pass) agree(fields ...fuhe.Field) {
	for _, f := range fields {
		p.agreed[f] = true
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
	p.findings = append(p.findings, f)
}

// wrong is the finding at a field at level error, nil when there is none.
func (p *Pass) wrong(f fuhe.Field, rules ...string) *fuhe.Finding {
	for i := range p.findings {
		found := &p.findings[i]
		if found.Field != f || found.Severity != fuhe.Error {
			continue
		}
		if len(rules) == 0 {
			return found
		}
		for _, id := range rules {
			if found.Rule == id {
				return found
			}
		}
	}
	return nil
}

// label names an entry for a reader.
func (p *Pass) label(f fuhe.Field) string {
	return strings.NewReplacer("： ", " ", ": ", " ").Replace(p.Report.Label(f, p.lang))
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
