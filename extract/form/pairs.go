package form

import (
	"fuhe"
)

// readMoneyPairs reads a money block without a heading row: each amount beside its name, 全年预算数 | 100 | 执行率 | 90%.
// Such a form has one fund without a name. Names of amounts that cannot be read so are refused: without its budget score
// a form does not add up.
func (f *reader) readMoneyPairs() {
	v := f.view
	fund := fuhe.Fund{}
	entries := map[field]*fuhe.Cell{initial: &fund.InitialBudget, adjusted: &fund.AdjustedBudget, executed: &fund.Executed, rate: &fund.ExecutionRate, weight: &fund.Weight, score: &fund.Score}
	var first *cell
	found := map[string]bool{}
	for r := f.segment.from; r < f.segment.to; r++ {
		if v.dropped[r] || f.inBlock(r) || !f.holdsMoney(r) {
			continue
		}
		for _, c := range v.in(r) {
			claims := moneyHeadings.spelled()[c.heading.key]
			if len(claims) == 0 || claims[0].field == known || claims[0].rank > 3 {
				continue
			}
			entry := entries[claims[0].field]
			value, shown := v.beside(c)
			_, figure := fuhe.ParseNumber(shown.Text)
			open := shown.Present() && shown.Text == "" && !isAmount(claims[0].field) // nothing is executed: no rate
			if !open && (entry.Present() || value.blank() || value.row != c.row || !figure && !isPlaceholder(shown.Text)) {
				f.refuse(c.at, quote(c.text)+" stands under no heading row and has no figure of its own beside it")
				return
			}
			*entry = shown
			if first == nil {
				first = c
			}
			noteUnits(found, c)
			noteUnits(found, v.in(r)[0])
		}
	}
	if first == nil {
		return
	}
	if len(found) == 1 {
		for u := range found {
			f.report.MoneyUnit = u
		}
	}
	f.report.Funds = []fuhe.Fund{fund}
}

// holdsMoney reports whether a row names an amount or the execution rate; points alone may be of anything.
func (f *reader) holdsMoney(r int) bool {
	for _, c := range f.view.in(r) {
		for _, cl := range moneyHeadings.spelled()[c.heading.key] {
			if cl.rank <= 3 && (isAmount(cl.field) || cl.field == rate) {
				return true
			}
		}
	}
	return false
}
