package figures

import (
	"fuhe/score/interval"
	"fuhe/score/text"
)

// Sources may have parts of their own (一般公共预算资金 with 人员经费 and 公用经费 under it), be added up on the way (财政资金小计), or
// be no source at all (结余资金). Names say what may be what; the arrangement that adds up says what is.

// The parent of a fund that is a source is the annual total, row 0.
const (
	ofTotal = 0
	ofNone  = -1 // it is no part of the annual total
)

// tree is how the rows of a money block make up the annual total.
type tree struct {
	parent []int // by row: of what it is a part
	nested bool  // some are parts of a source, or may be by their names
	told   bool  // it adds up in some column, or nothing says that it is other than a plain list
}

// arrange finds the parents of the sources. A plain list is taken unless another arrangement, which the names permit, adds up
// in more columns.
func (f *Figures) arrange() tree {
	best := tree{parent: make([]int, len(f.Funds)), told: true}
	if len(f.Funds) < 2 {
		return best
	}
	best.nested = Nested(f.Report.Funds)
	branches := f.mayBranch()
	if !best.nested && !branches {
		return best
	}
	most, filled := f.closing(best.parent)
	if most < filled && branches {
		try := make([]int, len(f.Funds))
		f.branch(try, 1, func() {
			if n, _ := f.closing(try); n > most {
				most = n
				best.parent, best.nested = append([]int(nil), try...), true
			}
		})
	}
	best.told = !best.nested || most > 1 || most == filled && filled > 0
	return best
}

// fundsArranged: of more rows than these nothing but a plain list is tried.
const fundsArranged = 16

// mayBranch reports whether any name permits another arrangement than a plain list.
func (f *Figures) mayBranch() bool {
	if len(f.Funds) > fundsArranged {
		return false
	}
	for i := 1; i < len(f.Funds); i++ {
		if f.mayBeUnspent(i) || i+1 < len(f.Funds) && f.mayHaveParts(i) && f.mayBePart(i+1) {
			return true
		}
	}
	return false
}

// branch tries every arrangement of the rows from one on.
func (f *Figures) branch(parent []int, from int, tried func()) {
	if from == len(parent) {
		tried()
		return
	}
	parent[from] = ofTotal
	f.branch(parent, from+1, tried)
	if f.mayBeUnspent(from) {
		parent[from] = ofNone
		f.branch(parent, from+1, tried)
	}
	if !f.mayHaveParts(from) {
		return
	}
	for end := from + 1; end < len(parent) && f.mayBePart(end); end++ {
		parent[from] = ofTotal
		for i := from + 1; i <= end; i++ {
			parent[i] = from
		}
		f.branch(parent, end+1, tried)
	}
}

func (f *Figures) fundNamed(i int) string { return text.Squeeze(f.Report.Funds[i].Name.Text) }

// mayHaveParts: a subtotal, or public money of some kind.
func (f *Figures) mayHaveParts(i int) bool {
	return text.ContainsAny(f.fundNamed(i), "小计", "预算", "财政", "拨款")
}

// mayBePart: money of another origin than its source's stands beside it.
func (f *Figures) mayBePart(i int) bool {
	return !text.ContainsAny(f.fundNamed(i), "其他", "上年结转", "结余", "单位资金", "自有", "自筹", "小计")
}

// mayBeUnspent: what is left over at the end of the year; 上年结余 is a source.
func (f *Figures) mayBeUnspent(i int) bool {
	name := f.fundNamed(i)
	return text.ContainsAny(name, "结余", "结转下年", "未使用") && !text.ContainsAny(name, "上年", "年初", "以前年度")
}

// closing is the number of columns with money in them that add up throughout, and of those with money in them.
func (f *Figures) closing(parent []int) (closing, filled int) {
	for k := range amountColumns {
		total := f.Funds[0].Amounts()[k]
		if !total.Known || total.Exact.Sign() == 0 {
			continue
		}
		filled++
		if f.closesIn(parent, k) {
			closing++
		}
	}
	return closing, filled
}

func (f *Figures) closesIn(parent []int, k int) bool {
	zero := interval.Exactly(interval.Pow10(0))
	zero = zero.Minus(zero)
	sums, some := make([]interval.Interval, len(parent)), make([]bool, len(parent))
	for i := 1; i < len(parent); i++ {
		a := f.Funds[i].Amounts()[k]
		if to := parent[i]; to >= 0 && a.Known {
			if !some[to] {
				sums[to], some[to] = zero, true
			}
			sums[to] = sums[to].Plus(a.Own)
		}
	}
	for i := range parent {
		if a := f.Funds[i].Amounts()[k]; some[i] && (!a.Known || !a.Own.Meets(sums[i])) {
			return false
		}
	}
	return some[ofTotal]
}

// Parts are the columns of the sources that have parts of their own, beside what those add up to.
func (f *Figures) Parts() []Sum {
	if !f.tree.told {
		return nil
	}
	var out []Sum
	for i := 1; i < len(f.Funds); i++ {
		for k := range amountColumns {
			c := f.columnOf(i, k)
			if c.known == 0 || !c.Total.Known && !f.Cell(c.Total.Field).Present() {
				continue
			}
			s := Sum{Column: c, State: SumBroken}
			if c.Total.Known && c.Total.Own.Meets(c.own) {
				s.State = SumHolds
			}
			out = append(out, s)
		}
	}
	return out
}

// IsSubtotal reports whether a row adds up others by its name.
func (f *Figures) IsSubtotal(i int) bool { return text.ContainsAny(f.fundNamed(i), "小计") }

// Under is a column of a subtotal beside the rows that follow it, down to the next subtotal or to money of another origin.
func (f *Figures) Under(i, k int) Column {
	end := i + 1
	for end < len(f.Funds) && f.mayBePart(end) {
		end++
	}
	return f.columnOver(i, k, func(n int) bool { return n < end })
}

// IsSource reports whether a row is money that the annual total or one of its sources is made of; what is left over is not.
func (f *Figures) IsSource(i int) bool { return f.tree.parent[i] != ofNone }
