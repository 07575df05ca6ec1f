package figures

import (
	"math/big"
	"regexp"
	"strings"
	"sync"

	"fuhe/score/interval"
	"fuhe/score/text"
)

// A form may say below its total what was taken off it or put on it: 审计整改不到位扣2分，总分已扣减. Such a total is not the sum of
// the scores, and what it should be is not said by them alone.

var pointsSaid = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(扣减|扣除|扣|减|加)([0-9]+(?:\.[0-9]+)?)分`)
})

// TotalRemark is the remark below the total that tells why it is apart from the sum of the scores, with the budget score as printed
// or, where that is wrong, with the right one; "" when there is none.
func (f *Figures) TotalRemark() string {
	n, s := f.Cell(TotalScore).Number, f.Scores()
	if n == nil {
		return ""
	}
	apart := interval.Sub(interval.Value(n), s.Known)
	if said := f.remarkOn(apart); said != "" {
		return said
	}
	if b, ok := f.BudgetScore(); ok && s.Budget != nil && !b.Holds() {
		return f.remarkOn(interval.Sub(apart, b.Apart()))
	}
	return ""
}

// remarkOn is the remark below the total that tells why a total is that far apart from the sum of the scores.
func (f *Figures) remarkOn(apart *big.Rat) string {
	for _, said := range f.belowTotal() {
		if apart.Sign() != 0 && accountsFor(text.Squeeze(said), apart) {
			return said
		}
	}
	return ""
}

// accountsFor reports whether a remark names points that are all of a difference, or says that the total was lowered.
func accountsFor(said string, apart *big.Rat) bool {
	sum := new(big.Rat)
	for _, m := range pointsSaid().FindAllStringSubmatch(said, -1) {
		points := figure(m[2])
		if m[1] != "加" {
			points.Neg(points)
		}
		sum = interval.Add(sum, points)
	}
	return interval.Compare(sum, apart) == 0 || apart.Sign() < 0 && strings.Contains(said, "总分已扣")
}

// belowTotal are the texts under the row of the total, in the table and below it.
func (f *Figures) belowTotal() []string {
	var out []string
	if total := f.tableCell(f.Cell(TotalScore).At); total != nil {
		for i := range f.Report.Printed.Table.Cells {
			if c := &f.Report.Printed.Table.Cells[i]; c.Row > total.Row {
				out = append(out, c.Text)
			}
		}
	}
	for _, l := range f.Report.Printed.Below {
		out = append(out, l.Text)
	}
	return out
}
