package figures

import (
	"math/big"
	"slices"
	"strings"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// IsWhole reports whether a rate says all of it: 100%, 100 or the fraction 1.
func IsWhole(n *fuhe.Number) bool {
	v := interval.Value(n)
	return interval.Compare(v, FullPoints) == 0 || n.Unit == "" && interval.Compare(v, big.NewRat(1, 1)) == 0
}

// The annual total against its sources, column by column.

// The amount columns, the adjusted budget first: it is what the rate is computed on.
const (
	AdjustedColumn = iota
	ExecutedColumn
	InitialColumn
	amountColumns
)

// Amounts are the amounts of a fund by column.
func (m *Money) Amounts() [amountColumns]Amount {
	return [amountColumns]Amount{m.Adjusted, m.Executed, m.Initial}
}

// Column is one amount column: its total, and what its sources add up to.
type Column struct {
	Total   Amount
	Sources []Amount
	known   int               // sources that are figures
	blanks  int               // sources whose entry is there and holds no figure
	unread  bool              // a source may be missing, or its figure was not read
	Exact   *big.Rat          // sum of the known ones
	own     interval.Interval // what they may add up to
	block   interval.Interval // the same where all are printed with the places of their block
}

// Column is one column of the annual total as printed, and of its sources.
func (f *Figures) Column(k int) Column { return f.columns[k] }

// emptyColumn adds up nothing.
var emptyColumn = Column{Exact: interval.Zero, own: interval.Exactly(interval.Zero), block: interval.Exactly(interval.Zero)}

// columnOf adds up one column of the rows that are parts of a row.
func (f *Figures) columnOf(row, k int) Column {
	return f.columnOver(row, k, func(i int) bool { return f.tree.parent[i] == row })
}

// columnOver adds up one column of the rows below a row that are taken.
func (f *Figures) columnOver(row, k int, taken func(int) bool) Column {
	c := emptyColumn
	c.Total, c.unread = *f.Funds[row].amountAt(k), f.lost("/funds")
	for i := row + 1; i < len(f.Funds); i++ {
		if !taken(i) {
			continue
		}
		a := f.Funds[i].amountAt(k)
		switch {
		case a.Known:
			c.known++
			c.Exact = interval.Add(c.Exact, a.Exact)
			c.own, c.block = c.own.Plus(a.Own), c.block.Plus(a.Block)
			c.Sources = append(c.Sources, *a)
		case f.Cell(a.Field).Present():
			c.blanks++
			c.unread = c.unread || Unread(f.Cell(a.Field))
		}
	}
	return c
}

// Unread reports whether a source may be missing, or its figure was not read.
func (c Column) Unread() bool { return c.unread }

// closes reports whether the sources add up to the total, digit by digit.
func (c Column) closes() bool {
	return c.Total.Known && c.known > 0 && interval.Compare(c.Total.Exact, c.Exact) == 0
}

// Inputs are the sources that are figures.
func (c Column) Inputs() []fuhe.Field {
	out := make([]fuhe.Field, len(c.Sources))
	for i, a := range c.Sources {
		out[i] = a.Field
	}
	return out
}

// Working is the sum of the sources with its parts; "" for a single one.
func (c Column) Working() string {
	if len(c.Sources) == 1 {
		return ""
	}
	parts := Written(append(slices.Clone(c.Sources), c.Total)...)
	sum := interval.Expanded(interval.Quo(c.Exact, c.Factor()), interval.SumPlaces)
	if total := parts[len(c.Sources)]; c.Total.Known {
		sum += strings.TrimPrefix(total, interval.Plain(c.Total.Number))
	}
	return strings.Join(parts[:len(c.Sources)], " + ") + " = " + sum
}

// Sum is what the sources add up to, written in the unit of the total.
func (c Column) Sum() string { return c.InUnit(c.Exact) }

// InUnit writes an amount in the unit of the total, at the most places of this column.
func (c Column) InUnit(v *big.Rat) string {
	places, unit := int32(0), ""
	if c.Total.Number != nil {
		unit = c.Total.Number.Unit
		places = c.Total.Number.Places
	}
	inTotal := interval.Quo(v, c.Factor())
	return interval.Fixed(inTotal, max(places, interval.Ends(inTotal, interval.SumPlaces))) + unit
}

// Factor turns the unit of the total, or of its sources when the total is no figure, into 元.
func (c Column) Factor() *big.Rat {
	if c.Total.Known {
		return c.Total.Factor
	}
	for i := range c.Sources {
		if c.Sources[i].Known {
			return c.Sources[i].Factor
		}
	}
	return big.NewRat(1, 1)
}

// Nested reports whether sources have parts of their own, or repeat each other by another division: then they do not
// simply add up. A second 其中, a subtotal, a division by level of government beside 财政拨款 are the signs.
func Nested(funds []fuhe.Fund) bool {
	first := text.Squeeze(funds[1].Name.Text)
	fiscal := text.ContainsAny(first, "财政拨款", "财政资金") && !text.ContainsAny(first, governments...) // 中央财政资金 stands beside 省级财政资金
	for _, f := range funds[2:] {
		name := text.Squeeze(f.Name.Text)
		if text.ContainsAny(name, "其中", "小计", "合计", "总额", "总计", "按收入", "按支出") {
			return true
		}
		if fiscal && (text.ContainsAny(name, "一般公共预算", "政府性基金", "国有资本") || text.ContainsAny(name, governments...)) {
			return true
		}
	}
	return false
}

// governments are the levels of government by which a source is divided.
var governments = []string{"中央", "省级", "省财", "市级", "县级", "区级", "旗县", "盟市", "上级", "本级"}

// exhaustive reports whether the printed sources are all there are, so that a sum below the total is a contradiction:
// every one is filled, and there is a row for the rest; or the budget column closes, and then the unprinted rest had no
// budget to execute.
func (f *Figures) exhaustive(c Column, k int) bool {
	if c.blanks > 0 && !f.blankThroughout(k) && !f.nilThroughout(k) {
		return false
	}
	for _, fund := range f.Report.Funds[1:] {
		if name := text.Squeeze(fund.Name.Text); strings.Contains(name, "其他资金") || strings.HasSuffix(name, "其他") {
			return true
		}
	}
	if k != ExecutedColumn {
		return false
	}
	budget := f.Column(AdjustedColumn)
	return budget.Exact.Sign() > 0 && (budget.closes() || f.Funds[0].Adjusted.summed)
}

// blankThroughout reports whether the sources that are blank in a column have no budget either, and the budgets add up: then
// nothing was left out.
func (f *Figures) blankThroughout(k int) bool {
	if k == f.BaseColumn() {
		return false
	}
	if budget := f.Column(f.BaseColumn()); !budget.closes() {
		return false
	}
	for i := 1; i < len(f.Funds); i++ {
		if !f.Funds[i].amountAt(k).Known && f.Funds[i].amountAt(f.BaseColumn()).Positive() {
			return false
		}
	}
	return true
}

// nilThroughout reports whether the sources that are no figure in a column are marked as nothing there (-, —, 无; an accounting format
// shows 0 so), hold nothing in the others either, and the others add up without them: then nothing was left out.
func (f *Figures) nilThroughout(k int) bool {
	closing := 0
	for j := range amountColumns {
		other := f.columnOf(ofTotal, j)
		switch {
		case j == k || !other.Total.Positive():
		case !other.closes():
			return false
		default:
			closing++
		}
	}
	if closing == 0 {
		return false
	}
	for i := 1; i < len(f.Funds); i++ {
		if f.tree.parent[i] != ofTotal || f.Funds[i].amountAt(k).Known {
			continue
		}
		for j := range amountColumns {
			a := f.Funds[i].amountAt(j)
			if cell := f.Cell(a.Field); cell.Present() && !a.Zero() && !marksNothing(cell) {
				return false
			}
		}
	}
	return true
}

// marksNothing reports whether something is written in an entry that says nothing: an empty one may not have been filled in.
func marksNothing(c *fuhe.Cell) bool {
	s := text.Squeeze(c.Text)
	return c.Doubt == nil && !c.Struck && (s == "无" || s != "" && text.IsBlank(s))
}

// SourcesFilled reports whether any source has a budget or was executed.
func (f *Figures) SourcesFilled() bool {
	return f.Column(AdjustedColumn).Exact.Sign() > 0 || f.Column(ExecutedColumn).Exact.Sign() > 0
}
