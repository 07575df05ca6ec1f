package form

import (
	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// readMoneyPairs reads a money block without a heading row: each amount beside its name, 全年预算数 | 100 | 执行率 | 90%.
// Such a form has one fund without a name. Names of amounts that cannot be read so are refused: without its budget score
// a form does not add up.
func (f *reader) readMoneyPairs() {
	v := f.view
	fund := fuhe.Fund{}
	entries := map[words.Field]*fuhe.Cell{words.Initial: &fund.InitialBudget, words.Adjusted: &fund.AdjustedBudget, words.Executed: &fund.Executed, words.Rate: &fund.ExecutionRate, words.Received: &fund.Received, words.Weight: &fund.Weight, words.Score: &fund.Score}
	var first *view.Cell
	found := map[string]bool{}
	for r := f.from; r < f.to; r++ {
		if v.Dropped[r] || f.body.holds(r) || !f.holdsMoney(r) {
			continue
		}
		for _, c := range v.In(r) {
			claims := words.Money.Spelled()[c.Heading.Key]
			if len(claims) == 0 || claims[0].Field == words.Known || claims[0].Rank > 3 {
				continue
			}
			entry := entries[claims[0].Field]
			value, shown := v.Beside(c)
			_, figure := fuhe.ParseNumber(shown.Text)
			if claims[0].Field == words.Received && !figure || claims[0].Field == words.Reason {
				continue
			}
			open := shown.Present() && shown.Text == "" && !isAmount(claims[0].Field) // nothing is executed: no rate
			if !open && (entry.Present() || value.Blank() || value.Row != c.Row || !figure && !words.IsPlaceholder(shown.Text)) {
				f.refuse(c.At, quote(c.Text)+" stands under no heading row and has no figure of its own beside it")
				return
			}
			*entry = shown
			if first == nil {
				first = c
			}
			noteUnits(found, c)
			noteUnits(found, v.In(r)[0])
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
	for _, c := range f.view.In(r) {
		for _, cl := range words.Money.Spelled()[c.Heading.Key] {
			if cl.Rank <= 3 && (isAmount(cl.Field) || cl.Field == words.Rate) {
				return true
			}
		}
	}
	return false
}
