package form

import (
	"math/big"
	"slices"
	"strings"

	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

// bare reports whether a row prints points, and neither target nor actual value where the form has columns for them.
func (n *indicatorBlock) bare(r int) bool {
	aimed, pointed := false, false
	for i := range n.Columns.List {
		col := &n.Columns.List[i]
		for _, c := range n.view.CellsUnder(r, col) {
			switch col.Field {
			case words.Target, words.Revised, words.Actual:
				aimed = aimed || !words.IsPlaceholder(c.Text)
			case words.Weight, words.Score:
				pointed = pointed || c.Row == r && looksLikeFigure(c.Text)
			}
		}
	}
	return pointed && !aimed && (n.Columns.Has(words.Target) || n.Columns.Has(words.Revised) || n.Columns.Has(words.Actual))
}

// tellBare tells an indicator that nobody set a target for from a subtotal, a deduction, and a row that may be the total.
func (n *indicatorBlock) tellBare(r int, lost *said) rowKind {
	var said []string
	for _, c := range n.view.In(r) {
		if !n.underPoints(c) && c.Text != "" && !looksLikeFigure(c.Text) {
			said = append(said, words.Squeeze(c.Text))
		}
	}
	name := strings.Join(said, " ")
	switch {
	case words.Deductions.MatchString(name):
		return indicatorRow
	case slices.ContainsFunc(said, words.IsSubtotal):
		return subtotalRow
	case sumLike.MatchString(name):
		n.loseRow(r, "/total", true, both("%s一行可能是合计", "a row that may be a total: %s", quote(name)), lost)
	case n.sumsUp(r):
		reason := both("%s一行等于以上各行之和，可能是合计", "a row that adds up those above it and may be the total: %s", quote(name))
		if name == "" {
			reason = both("没有名称的一行等于以上各行之和，可能是合计", "a row without a name that adds up those above it and may be the total")
		}
		n.loseRow(r, "/total", true, reason, lost)
	case name == "" && !n.named(r):
		n.loseRow(r, "/indicators", true, both("有分数而没有指标名称", "points without an indicator"), lost)
	default:
		return indicatorRow
	}
	return otherRow
}

// label is the name of a bare row that stands left of all levels: 扣分项 in the column of the caption. Such a row is of no
// level.
func (n *indicatorBlock) label(r int) *view.Cell {
	first := n.view.In(r)[0]
	if first.Row != r || first.RowSpan > 1 || first.Right() >= n.Columns.First() || !n.bare(r) {
		return nil
	}
	for _, c := range n.view.In(r)[1:] {
		if !n.underPoints(c) && !words.IsPlaceholder(c.Text) && c.Right() < n.pointsFrom() {
			return nil
		}
	}
	return first
}

// deduction is the label of a row that takes points off or adds some, 扣分项, where it is merged over names, targets and perhaps
// weights; nil where the row holds anything else but its points and a reason.
func (n *indicatorBlock) deduction(r int) *view.Cell {
	score, weight := n.Columns.Find(words.Score), n.Columns.Find(words.Weight)
	var label *view.Cell
	for _, c := range n.view.In(r) {
		switch {
		case weight != nil && c.Col >= weight.From && c.Right() <= weight.To && looksLikeFigure(c.Text):
		case c.Row == r && c.RowSpan <= 1 && n.spansFields(c) && words.Deductions.MatchString(words.Squeeze(c.Text)):
			label = c
		case c.Row == r && score != nil && c.Col < score.From && !words.IsPlaceholder(c.Text):
			return nil
		}
	}
	if label == nil || score == nil || label.Right() >= score.From {
		return nil
	}
	return label
}

// deductionAt reads a row under such a label: it has no target, and no weight of its own unless one is printed.
func (n *indicatorBlock) deductionAt(r int, label *view.Cell) *row {
	now := &row{at: r}
	i := &now.indicator
	i.Name = label.Entry()
	i.Score = figureUnder(n.view, n.Block, r, n.Columns.Find(words.Score))
	if col := n.Columns.Find(words.Weight); col != nil && col.From > label.Right() {
		i.Weight = figureUnder(n.view, n.Block, r, col)
	}
	if col := n.Columns.Find(words.Deviation); col != nil {
		i.Deviation = textUnder(n.view, r, col)
	}
	return now
}

// pointsFrom is the first column of weight or score.
func (n *indicatorBlock) pointsFrom() int {
	from := len(n.view.Cols)
	for _, f := range []words.Field{words.Weight, words.Score} {
		if col := n.Columns.Find(f); col != nil {
			from = min(from, col.From)
		}
	}
	return from
}

// sumLike tells what may be a total under a name never seen.
var sumLike = lazy.New(`总|合计|得分|汇总|小计|等级|评分`)

// named reports whether a row has a name of some level, also one that goes on from above.
func (n *indicatorBlock) named(r int) bool {
	for _, f := range []words.Field{words.Level1, words.Level2, words.Name} {
		if col := n.Columns.Find(f); col != nil {
			if c, ok := n.view.Under(r, col); !ok || !c.Blank() {
				return true
			}
		}
	}
	return false
}

// sumsUp reports whether the points of a row are the sum of all indicators above it, with those of the budget or
// without: what may be the total under a damaged label.
func (n *indicatorBlock) sumsUp(r int) bool {
	for _, f := range []words.Field{words.Weight, words.Score} {
		x := numberIn(n.view, n.Block, r, f)
		if x == nil {
			continue
		}
		sum, rows := new(big.Rat), 0
		for k := n.From; k < r; k++ {
			if len(n.view.In(k)) == 0 || n.view.Dropped[k] || n.rowKind(k) != indicatorRow {
				continue
			}
			if y := numberIn(n.view, n.Block, k, f); y != nil {
				sum.Add(sum, y.Value.Rat())
				rows++
			}
		}
		if total := x.Value.Rat(); rows >= leastSummed && total.Cmp(big.NewRat(leastTotal, 1)) >= 0 && (sum.Cmp(total) == 0 || n.withBudget(sum, f).Cmp(total) == 0) {
			return true
		}
	}
	return false
}

// withBudget is a sum of points with those of the budget execution above the indicators.
func (n *indicatorBlock) withBudget(sum *big.Rat, f words.Field) *big.Rat {
	with := new(big.Rat).Set(sum)
	for r := 0; n.money != nil && r < n.money.To; r++ {
		if x := numberIn(n.view, n.money.Block, r, f); r >= n.money.From && x != nil && n.money.holds(r) {
			return with.Add(with, x.Value.Rat())
		}
	}
	return with
}
