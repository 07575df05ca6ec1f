package form

import (
	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

var doubtPair = both("不在表头行中，旁边也没有它自己的数字", "it stands under no heading row and has no figure of its own beside it")

// readMoneyPairs reads a money block without a heading row: each amount beside its name, 全年预算数 | 100 | 执行率 | 90%.
// Such a form has one fund without a name. Names of amounts that cannot be read so are named: without its budget score a
// form does not add up.
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
			if !shown.Present() {
				shown = v.BlankBeside(c)
			}
			_, figure := fuhe.ParseNumber(shown.Text)
			if claims[0].Field == words.Received && !figure || claims[0].Field == words.Reason {
				continue
			}
			open := shown.Present() && shown.Text == "" && !isAmount(claims[0].Field) // nothing is executed: no rate
			if !open && (entry.Present() || value.Blank() || value.Row != c.Row || !figure && !words.IsPlaceholder(shown.Text)) {
				f.losePair(c, entry, shown)
				continue
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

// losePair names an amount whose figure is not told; what may be it is in doubt.
func (f *reader) losePair(name *view.Cell, entry *fuhe.Cell, shown fuhe.Cell) {
	f.lose("/funds", name.Entry(), true, doubtPair)
	if !entry.Present() {
		*entry = shown
	}
	if entry.Present() {
		*entry = entry.Kept(nil, false, &doubtPair)
	}
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
