package form

import (
	"strings"

	"github.com/shopspring/decimal"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// A total whose figures stand beside their headings: the label of its row covers a column less or more than the label of
// the form does. What it adds up tells which figure is which; where that does not, it is lost.

// sums are what the points above a total add up to, with those of the budget and without.
type sums struct {
	weights, scores, budgetWeight, budgetScore decimal.Decimal

	unsigned decimal.Decimal // of the scores, points taken off that print no minus
}

// sumAbove adds up the points above a total, each printed cell once.
func sumAbove(funds []fuhe.Fund, above []fuhe.Indicator) sums {
	var s sums
	add := func(to *decimal.Decimal, c, before *fuhe.Cell) {
		if c.Number != nil && (before == nil || c.At != before.At) {
			*to = to.Add(c.Number.Value)
		}
	}
	for i := range above {
		var weight, score *fuhe.Cell
		if i > 0 {
			weight, score = &above[i-1].Weight, &above[i-1].Score
		}
		add(&s.weights, &above[i].Weight, weight)
		add(&s.scores, &above[i].Score, score)
		if n := above[i].Score.Number; n != nil && n.Value.Sign() > 0 && above[i].Weight.Number == nil && takesOff(&above[i]) {
			add(&s.unsigned, &above[i].Score, score)
		}
	}
	for i := range funds[:min(1, len(funds))] {
		add(&s.budgetWeight, &funds[i].Weight, nil)
		add(&s.budgetScore, &funds[i].Score, nil)
	}
	return s
}

func (s *sums) areWeights(n decimal.Decimal) bool {
	return n.Equal(s.weights) || n.Equal(s.weights.Add(s.budgetWeight))
}

func (s *sums) areScores(n decimal.Decimal) bool {
	off := s.scores.Sub(s.unsigned).Sub(s.unsigned)
	return n.Equal(s.scores) || n.Equal(s.scores.Add(s.budgetScore)) || n.Equal(off) || n.Equal(off.Add(s.budgetScore))
}

// takesOff reports whether a row takes points off by its name, 扣分项.
func takesOff(i *fuhe.Indicator) bool {
	name := words.Squeeze(i.Level1.Text + i.Level2.Text + i.Name.Text)
	return strings.Contains(name, "扣") && words.Deductions.MatchString(name)
}

// beside reports whether the row of a total does not stand under its headings, and takes what the sums above it prove; what they
// do not prove is lost. The row is left as its headings have it where nothing speaks against them.
func (n *indicatorBlock) besidePoints(r int, weight, score *view.Cell, total *fuhe.Total, above sums, s *said) bool {
	figures := n.figuresOfTotal(r)
	switch {
	case len(figures) == 2 && (figures[1] == weight && score != figures[1] || figures[0] == score && weight.Blank() && n.amongReasons(figures[1])):
		// one column left of its headings, or one right of them
		first, second := *figures[0].Entry().Number, *figures[1].Entry().Number
		if !above.areWeights(first.Value) && !above.areScores(second.Value) {
			return false
		}
		total.Weight, total.Score = figures[0].Entry(), figures[1].Entry()
		return true
	case len(figures) != 1 || figures[0] != weight || score == weight || !n.mayBeScore(score):
		return false
	}
	alone := weight.Entry().Number.Value
	switch graded := !score.Blank() || n.spansFields(weight); {
	case alone.Equal(above.weights.Add(above.budgetWeight)):
		return false
	case above.areScores(alone) && (graded || !above.areWeights(alone)):
		total.Score = weight.Entry()
		return true
	case above.areWeights(alone):
		return false
	case graded && !alone.Equal(full):
		s.lose("/total", weight.Entry(), true, both("合计数不在其表头之下", "the total does not stand under its headings"))
		return true
	}
	return false
}

// amongReasons reports whether a figure stands where reasons do, on a form that has a column of weights: no figure belongs there,
// as one may in a column of second scores.
func (n *indicatorBlock) amongReasons(c *view.Cell) bool {
	reasons := n.Columns.Find(words.Deviation)
	return n.Columns.Has(words.Weight) && reasons != nil && c.Col >= reasons.From && c.Right() <= reasons.To
}

// full is what a form is scored out of where it says nothing else.
var full = decimal.NewFromInt(100)

// mayBeScore reports whether what stands under the heading of the score leaves open that the score stands elsewhere: nothing,
// or words such as the grade or its label.
func (n *indicatorBlock) mayBeScore(score *view.Cell) bool {
	return score.Blank() || !looksLikeFigure(score.Text) && !words.IsPlaceholder(score.Text)
}

// figuresOfTotal are the figures in the row of a total, from the left.
func (n *indicatorBlock) figuresOfTotal(r int) []*view.Cell {
	var out []*view.Cell
	for _, c := range n.view.In(r) {
		if c.Row == r && c.Col >= n.Columns.First() && c.Entry().Number != nil {
			out = append(out, c)
		}
	}
	return out
}
