package score

import (
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"fuhe"
)

// The points a form deals out: they add up to what its headings and its last row print.

// weighing is the weights of some indicators, each printed cell once.
type weighing struct {
	sum    *big.Rat
	fields []fuhe.Field
	parts  []string
	gaps   int // indicators whose weight is no figure although some of them score
}

// weigh adds up the weights of the given indicators. A cell merged over rows that follow each other counts once.
func (p *Pass) weigh(rows []int) weighing {
	w := weighing{fields: make([]fuhe.Field, 0, len(rows)+1), parts: make([]string, 0, len(rows)+1)}
	added := decimal.Zero
	for k, i := range rows {
		ind := &p.Report.Indicators[i]
		if k > 0 && rows[k-1] == i-1 && p.repeats(i, colWeight) {
			continue
		}
		n := ind.Weight.Number
		if n == nil {
			if ind.Score.Number != nil {
				w.gaps++
			}
			continue
		}
		added = added.Add(n.Value)
		w.fields = append(w.fields, fuhe.IndicatorField(i, "weight"))
		w.parts = append(w.parts, plain(n))
	}
	w.sum = rat(added)
	return w
}

func (w *weighing) text() string { return expanded(w.sum, sumPlaces) }

func (w *weighing) working() string {
	if len(w.parts) < 2 {
		return ""
	}
	return strings.Join(w.parts, " + ") + " = " + w.text()
}

// all are the rows of every indicator.
func (p *Pass) all() []int {
	rows := make([]int, len(p.Report.Indicators))
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// everyWeight is all weights of the form, the budget's included; false when they cannot be added up.
func (p *Pass) everyWeight() (weighing, bool) { return p.once.weights() }

func (p *Pass) addWeights() (weighing, bool) {
	w := *p.once.indicatorWeights()
	if w.gaps > 0 || len(w.fields) == 0 {
		return w, false
	}
	if len(p.Report.Funds) == 0 {
		return w, true
	}
	if b, ok := p.budgetWeight(); ok {
		w.sum = new(big.Rat).Add(b, w.sum)
		w.parts = append([]string{p.weightText()}, w.parts...)
		if p.Report.Funds[0].Weight.Number != nil {
			w.fields = append([]fuhe.Field{fuhe.FundField(0, "weight")}, w.fields...)
		}
		return w, true
	}
	// A budget score without printed points, or a place for its points with none in it: what it weighs is not known, and
	// neither is the sum.
	f := &p.Report.Funds[0]
	return w, f.Score.Number == nil && (!f.Weight.Present() || w.sum.Cmp(scoreFullPoints) == 0)
}

var weightSum = &Rule{
	ID: "W201", Name: "weight-sum", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "各项分值（含预算执行）之和＝印出的总分值", EN: "weights, the budget weight included, add up to the printed total"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "合并的分值只计一次；有得分而无分值的指标存在时不查。同组分值与比例都指向同一项的，另在该项记一条，指明当为多少；指不明的只在原因里列出。表上未印总分值时，合计超过100分报错，不足100分只作警告（可能有未印的分值）。",
		EN: "A merged weight counts once; with a scored indicator that has no weight nothing is checked. Where the other weights of a group, and what it holds, all point to one row, that row has a finding of its own with the right weight; where they do not, the causes list the candidates. Where no total weight is printed, more than 100 is an error and less only a warning: some points may not be printed.",
	},
	Check: func(p *Pass) {
		if !p.weightAlone() { // T402
			checkWeightSum(p)
		}
	},
}

// budgetPoints are what budget execution weighs where it is scored.
var (
	budgetPoints     = map[string]bool{"10": true, "20": true}
	mostBudgetPoints = big.NewRat(20, 1)
)

const totalWeightField = fuhe.Field("/total/weight")

func checkWeightSum(p *Pass) {
	w, ok := p.everyWeight()
	if !ok {
		return
	}
	n := p.cell(totalWeightField).Number
	if n == nil {
		p.checkUnprintedSum(w)
		return
	}
	if value(n).Cmp(w.sum) == 0 || p.totalOfIndicators() {
		p.agree(append(slices.Clip(w.fields), totalWeightField)...)
		return
	}
	if _, weighs := p.budgetWeight(); !weighs && budgetPoints[new(big.Rat).Sub(value(n), w.sum).RatString()] {
		return // the points of budget execution are counted in and nowhere printed
	}
	recomputed := fixed(w.sum, max(n.Places, ends(w.sum, sumPlaces))) + n.Unit
	f := fuhe.Finding{
		Field: totalWeightField, Inputs: w.fields, Recomputed: recomputed, Working: w.working(),
		Message: p.say(saysWeightSum, p.cell(totalWeightField).Text, recomputed),
	}
	if at := p.explainWeights(&f, n, w); at != nil {
		p.report(*at)
		f.Root = p.findings[len(p.findings)-1].ID
	}
	p.report(f)
}

// totalOfIndicators reports whether the last row totals the indicators alone, the budget left out: its weight is exactly
// theirs, and with the budget's it makes a hundred. 100 points of indicators and 10 more for the budget are too many.
func (p *Pass) totalOfIndicators() bool { return p.once.totalOfOthers() }

func (p *Pass) isTotalOfIndicators() bool {
	n := p.cell(totalWeightField).Number
	w := p.once.indicatorWeights()
	budget, ok := p.budgetWeight()
	return n != nil && ok && w.gaps == 0 && value(n).Cmp(w.sum) == 0 && new(big.Rat).Add(w.sum, budget).Cmp(scoreFullPoints) == 0
}

// checkUnprintedSum: a form that prints no total weight is scored out of a hundred by the rules, not by its own figures.
// More than a hundred points cannot be dealt out; fewer may only mean that some are not printed.
func (p *Pass) checkUnprintedSum(w weighing) {
	if w.sum.Cmp(scoreFullPoints) == 0 {
		p.agree(w.fields...)
		return
	}
	_, weighs := p.budgetWeight()
	short := new(big.Rat).Sub(scoreFullPoints, w.sum)
	if p.cell(totalField).Number == nil || !weighs && budgetPoints[short.RatString()] {
		return
	}
	severity := fuhe.Warning
	if short.Sign() < 0 {
		severity = fuhe.Error
	}
	p.report(fuhe.Finding{
		Severity: severity, Field: totalField, Inputs: w.fields, Working: w.working(),
		Message: p.say(saysWeightSumUnprinted, w.text()),
	})
}

var groupWeights = &Rule{
	ID: "W202", Name: "group-weights", Severity: fuhe.Error, Heeds: []*Rule{weightSum, totalWeightOnly},
	Title: fuhe.Phrase{ZH: "一级指标下各分值之和＝标题印出的分数", EN: "weights under a first-level heading add up to the points it prints"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "标题印有分数（如“产出指标（50分）”）且其下各行分值齐全时核对。",
		EN: "Checked where the heading prints points, 产出指标（50分）, and every row under it has a weight.",
	},
	Check: func(p *Pass) {
		for _, g := range p.groups() {
			checkGroup(p, g)
		}
	},
}

// group is the indicators under one printed first-level heading.
type group struct {
	rows   []int
	points *big.Rat // what the heading prints; nil when it prints none
}

// groups are the runs of indicators under one first-level heading; none when a row that counts stands under no heading,
// because it may belong to any of them.
func (p *Pass) groups() []group { return p.once.groups() }

func (p *Pass) findGroups() []group {
	var out []group
	for i := range p.Report.Indicators {
		ind := &p.Report.Indicators[i]
		c := &ind.Level1
		if c.Text == "" {
			if ind.Weight.Number != nil || ind.Score.Number != nil {
				return nil
			}
			continue
		}
		if n := len(out); n > 0 {
			last := &p.Report.Indicators[out[n-1].rows[0]].Level1
			if last.Text == c.Text {
				out[n-1].rows = append(out[n-1].rows, i)
				continue
			}
		}
		out = append(out, group{rows: []int{i}, points: p.pointsAt(c)})
	}
	return out
}

func checkGroup(p *Pass, g group) {
	w := p.weigh(g.rows)
	if g.points == nil || w.gaps > 0 || len(w.fields) == 0 {
		return
	}
	if w.sum.Cmp(g.points) == 0 {
		p.agree(w.fields...)
		return
	}
	field, root := fuhe.IndicatorField(g.rows[0], "level1"), ""
	for _, i := range g.rows {
		if at := p.wrong(fuhe.IndicatorField(i, "weight")); at != nil {
			root = at.ID
		}
	}
	p.report(fuhe.Finding{
		Field: field, Inputs: w.fields, Recomputed: w.text(), Working: w.working(), Root: root,
		Published: expanded(g.points, sumPlaces),
		Message:   p.say(saysGroupWeights, p.cell(field).Text, expanded(g.points, sumPlaces), w.text()),
	})
}

// pointsAt is the points that a first-level heading prints: in its own text, or in the section that stands at its place.
func (p *Pass) pointsAt(level *fuhe.Cell) *big.Rat {
	for i := range p.Report.Sections {
		s := &p.Report.Sections[i]
		if level.Present() && s.Name.At == level.At && s.Weight.Value.Sign() > 0 {
			return value(&s.Weight)
		}
	}
	points, _ := pointsIn(level.Text)
	return points
}

// pointsIn is the points a heading prints in brackets: 产出指标（50分） is 50.
func pointsIn(heading string) (*big.Rat, bool) {
	s := squeeze(heading)
	for i, r := range s {
		if r != '(' {
			continue
		}
		inside, _, closed := strings.Cut(s[i+1:], ")")
		digits, isPoints := strings.CutSuffix(inside, "分")
		if n, ok := fuhe.ParseNumber(digits); closed && isPoints && ok && n.Unit == "" && n.Sign == fuhe.NoSign {
			return value(&n), true
		}
	}
	return nil, false
}
