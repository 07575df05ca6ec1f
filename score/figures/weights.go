package figures

import (
	"math/big"
	"strings"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// The points a form deals out: they add up to what its headings and its last row print.

// Weights is the weights of some indicators, each printed cell once.
type Weights struct {
	Sum    *big.Rat
	Fields []fuhe.Field
	parts  []string
	Gaps   int // indicators whose weight is no figure although some of them score
}

// WeightsOf adds up the weights of the given indicators. A cell merged over rows that follow each other counts once.
func (f *Figures) WeightsOf(rows []int) Weights {
	w := Weights{Fields: make([]fuhe.Field, 0, len(rows)+1), parts: make([]string, 0, len(rows)+1)}
	if f.lost("/indicators") {
		w.Gaps++
	}
	var sum interval.Sum
	for k, i := range rows {
		ind := &f.Report.Indicators[i]
		if k > 0 && rows[k-1] == i-1 && f.Repeats(i, ColWeight) {
			continue
		}
		n := ind.Weight.Number
		if n == nil {
			if Deducts(ind) && !Unread(&ind.Weight) {
				continue // it deals out no points
			}
			if ind.Score.Number != nil || Unread(&ind.Weight) {
				w.Gaps++
			}
			continue
		}
		sum.Add(n.Value)
		w.Fields = append(w.Fields, fuhe.IndicatorField(i, "weight"))
		w.parts = append(w.parts, interval.Plain(n))
	}
	w.Sum = sum.Rat()
	return w
}

// Text is the sum as it is written.
func (w *Weights) Text() string { return interval.Expanded(w.Sum, interval.SumPlaces) }

// Working is the sum with its parts; "" for a single one.
func (w *Weights) Working() string {
	if len(w.parts) < 2 {
		return ""
	}
	return strings.Join(w.parts, " + ") + " = " + w.Text()
}

// Extra is what the rows weigh that stand beside the points of the form, 加分项 and 附加分 by their headings.
func (f *Figures) Extra() *big.Rat {
	sum := new(big.Rat)
	for i := range f.Report.Indicators {
		ind := &f.Report.Indicators[i]
		if ind.Weight.Number != nil && !f.Repeats(i, ColWeight) && onTop(ind) {
			sum = interval.Add(sum, interval.Value(ind.Weight.Number))
		}
	}
	return sum
}

// onTop reports whether a row stands under a heading that says that it gives points on top, or is such a row by itself: of no
// level, without a target.
func onTop(ind *fuhe.Indicator) bool {
	levels := ind.Level1.Text + ind.Level2.Text
	return text.ContainsAny(levels, "加分") || levels == "" && ind.Target.Text == "" && text.ContainsAny(ind.Name.Text, "加分")
}

// IndicatorWeights is the weights of all indicators, the budget's left out.
func (f *Figures) IndicatorWeights() *Weights {
	f.derived.indicatorWeights.of(func() Weights { return f.WeightsOf(f.AllRows()) })
	return &f.derived.indicatorWeights.value
}

// AllRows are the rows of every indicator.
func (f *Figures) AllRows() []int {
	rows := make([]int, len(f.Report.Indicators))
	for i := range rows {
		rows[i] = i
	}
	return rows
}

// AllWeights is all weights of the form, the budget's included; false when they cannot be added up.
func (f *Figures) AllWeights() (Weights, bool) {
	w := f.derived.weights.of(maybe(f.addWeights))
	return w.value, w.ok
}

func (f *Figures) addWeights() (Weights, bool) {
	w := *f.IndicatorWeights()
	if w.Gaps > 0 || len(w.Fields) == 0 {
		return w, false
	}
	if f.lost("/funds") {
		return w, false
	}
	if len(f.Report.Funds) == 0 {
		return w, true
	}
	if b, ok := f.BudgetWeight(); ok {
		w.Sum = interval.Add(b, w.Sum)
		w.parts = append([]string{f.WeightText()}, w.parts...)
		if f.Report.Funds[0].Weight.Number != nil {
			w.Fields = append([]fuhe.Field{fuhe.FundField(0, "weight")}, w.Fields...)
		}
		return w, true
	}
	// A budget score without printed points, or a place for its points with none in it: what it weighs is not known, and
	// neither is the sum.
	fund := &f.Report.Funds[0]
	return w, fund.Score.Number == nil && (!fund.Weight.Present() || text.IsBlank(fund.Weight.Text) || interval.Compare(w.Sum, FullPoints) == 0)
}

// BudgetPoints are what budget execution weighs where it is scored.
var (
	BudgetPoints     = map[string]bool{"10": true, "20": true}
	mostBudgetPoints = big.NewRat(20, 1)
)

// TotalOfIndicators reports whether the last row totals the indicators alone, the budget left out: its weight is exactly
// theirs, and so is its score where it prints one.
func (f *Figures) TotalOfIndicators() bool { return f.derived.totalOfOthers.of(f.isTotalOfIndicators) }

func (f *Figures) isTotalOfIndicators() bool {
	n := f.Cell(TotalWeight).Number
	w := f.IndicatorWeights()
	_, ok := f.BudgetWeight()
	return n != nil && ok && w.Gaps == 0 && len(w.Fields) > 0 && interval.CompareNumber(n, w.Sum) == 0 && !f.totalCountsBudget()
}

// totalCountsBudget reports whether the total score is that of all scores, the budget's included, and not of the indicators.
func (f *Figures) totalCountsBudget() bool {
	n, budget := f.Cell(TotalScore).Number, f.Report.Funds[0].Score.Number
	if n == nil || budget == nil || budget.Value.Sign() == 0 {
		return false
	}
	others := new(big.Rat)
	for i := range f.Report.Indicators {
		if score := f.Report.Indicators[i].Score.Number; score != nil && !f.Repeats(i, ColScore) {
			others = interval.Add(others, interval.Value(score))
		}
	}
	return interval.CompareNumber(n, others) != 0
}

// Group is the indicators under one printed first-level heading.
type Group struct {
	Rows   []int
	Points *big.Rat // what the heading prints; nil when it prints none
}

// Groups are the runs of indicators under one first-level heading; none when a row that counts stands under no heading,
// because it may belong to any of them.
func (f *Figures) Groups() []Group { return f.derived.groups.of(f.findGroups) }

func (f *Figures) findGroups() []Group {
	var out []Group
	for i := range f.Report.Indicators {
		ind := &f.Report.Indicators[i]
		c := &ind.Level1
		if c.Text == "" {
			if ind.Weight.Number != nil || ind.Score.Number != nil {
				return nil
			}
			continue
		}
		if n := len(out); n > 0 {
			last := &f.Report.Indicators[out[n-1].Rows[0]].Level1
			if last.Text == c.Text {
				out[n-1].Rows = append(out[n-1].Rows, i)
				continue
			}
		}
		out = append(out, Group{Rows: []int{i}, Points: f.pointsAt(c)})
	}
	return out
}

// pointsAt is the points that a first-level heading prints: in its own text, or in the section that stands at its place.
func (f *Figures) pointsAt(level *fuhe.Cell) *big.Rat {
	for i := range f.Report.Sections {
		s := &f.Report.Sections[i]
		if level.Present() && s.Name.At == level.At && s.Weight.Value.Sign() > 0 {
			return interval.Value(&s.Weight)
		}
	}
	points, _ := pointsIn(level.Text)
	return points
}

// pointsIn is the points a heading prints in brackets: 产出指标（50分） is 50.
func pointsIn(heading string) (*big.Rat, bool) {
	s := text.Squeeze(heading)
	for i, r := range s {
		if r != '(' {
			continue
		}
		inside, _, closed := strings.Cut(s[i+1:], ")")
		digits, isPoints := strings.CutSuffix(inside, "分")
		if n, ok := fuhe.ParseNumber(digits); closed && isPoints && ok && n.Unit == "" && n.Sign == fuhe.NoSign {
			return interval.Value(&n), true
		}
	}
	return nil, false
}
