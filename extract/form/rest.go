package form

import (
	"math/big"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// goesOnIn reports whether the next table of a file without pages looks like the end of a form that has no total: rows of
// figures in as many columns or its total, and neither headings nor a title of its own.
func (f *reader) goesOnIn(t, next *table) bool {
	a, b := t.grid, next.grid
	if a.Page != 0 || b.Page != 0 || a.Sheet != b.Sheet || next.view() == nil || next.parts() != (parts{}) ||
		f.body.hasTotalRow() || !onlyScraps(b.Above) {
		return false
	}
	v := next.view()
	for r := range v.Rows {
		row := v.In(r)
		if !view.HasFigure(row) {
			continue
		}
		if a.Cols == b.Cols && len(row) >= leastShared-1 || b.Cols <= a.Cols && len(row) > 1 && words.Totals.MatchString(row[0].Heading.Key) {
			return true
		}
	}
	return false
}

// loseRest names the figures of tables that seem to be the rest of the last form of a table, up to one that begins something else:
// the next one, and any that has rows as forms end with while this one has no total.
func (f *reader) loseRest(t *table, after []*table) {
	open := !f.body.hasTotalRow()
	for i, next := range after {
		switch {
		case i > 0 && !(open && t.grid.Page != 0), next.grid.Sheet != t.grid.Sheet, next.view() == nil, next.parts() != (parts{}):
			return
		case i == 0 && isRest(t, next, open):
			f.loseTable(next, both("本表似在此处接续，但两表的栏目不同", "its table seems to go on in this one, whose columns are not the same"))
		case i == 0 && f.goesOnIn(t, next), open && t.grid.Page != 0 && holdsEnd(next):
			f.loseTable(next, both("所在表格似为本表的续表，未能接上", "a table that seems to be the rest of this form, which is not joined to it"))
		}
	}
}

// holdsEnd reports whether a table has rows as forms end with: figures beside the name of a level or behind 总分.
func holdsEnd(t *table) bool {
	v := t.view()
	for r := range v.Rows {
		row := v.In(r)
		if !view.HasFigure(row) || len(row) < 2 {
			continue
		}
		if first := row[0].Heading.Key; words.Totals.MatchString(first) && words.Finals.MatchString(first) && strings.Contains(first, "分") {
			return true
		}
		if len(row) >= leastEndCells && slices.ContainsFunc(row, func(c *view.Cell) bool { return words.LevelName.MatchString(c.Heading.Key) }) {
			return true
		}
	}
	return false
}

// loseTable names the figures of a table that seems to belong to the form.
func (f *reader) loseTable(next *table, reason fuhe.Phrase) {
	v := next.view()
	for r := range v.Rows {
		for _, c := range v.In(r) {
			if c.Row == r && holdsFigure(c.Text) {
				f.lose("/indicators", c.Entry(), true, reason)
			}
		}
	}
	f.report.Lost = f.lost
}

// checkEnd says where a form ends without a total: its end may be missing, all the more when its weights do not add up to what
// forms give.
func (f *reader) checkEnd() {
	f.loseBlankTotal()
	if f.totals.header != nil || f.totals.own.Weight.Text+f.totals.own.Score.Text != "" || f.body.hasTotalRow() {
		return
	}
	sum, count := new(big.Rat), 0
	add := func(c *fuhe.Cell) bool {
		if c.Number != nil {
			sum.Add(sum, c.Number.Value.Rat())
			count++
		}
		return c.Number != nil || c.Doubt == nil && words.IsPlaceholder(c.Text)
	}
	for i := range f.report.Indicators {
		if !add(&f.report.Indicators[i].Weight) {
			return
		}
	}
	least := big.NewRat(pointsWithoutBudget, 1)
	if count == 0 {
		return
	}
	for i := range f.report.Funds {
		if w := &f.report.Funds[i].Weight; w.Number != nil && add(w) {
			least = big.NewRat(pointsOfForm, 1)
		}
	}
	last := &f.report.Indicators[len(f.report.Indicators)-1]
	if sum.Cmp(least) >= 0 {
		f.loseTotal(last.Name)
	}
	if sum.Cmp(least) >= 0 || sum.Cmp(big.NewRat(1, 1)) <= 0 {
		return
	}
	f.lose("/indicators", last.Name, true, both("表止于此行，没有合计，分值之和不足%s分，其后可能缺失", "the form ends at this row without a total, and its weights add up to less than %s: what follows may be missing", least.RatString()))
}

// loseBlankTotal says that a total stands there without its score.
func (f *reader) loseBlankTotal() {
	own := &f.totals.own
	if f.totals.header == nil && own.Weight.Number != nil && own.Score.Blank() {
		f.loseScores(own.Score, both("合计行的得分为空，得分之和无从核对", "the total has no score, so the sum of the scores is not checked"))
	}
}

// loseTotal says that the scores of a form have no total below its last row.
func (f *reader) loseTotal(last fuhe.Cell) {
	f.loseScores(last, both("表止于此行，没有合计，得分之和无从核对，其后可能缺失", "the form ends at this row without a total, so the sum of the scores is not checked: what follows may be missing"))
}

// loseScores says at a cell why the scores of a form are held against no total, unless what may be it was named.
func (f *reader) loseScores(at fuhe.Cell, why fuhe.Phrase) {
	scored := slices.ContainsFunc(f.report.Indicators, func(n fuhe.Indicator) bool { return n.Score.Number != nil })
	named := slices.ContainsFunc(f.lost, func(l fuhe.Lost) bool { return l.Part == "/total" })
	if scored && !named {
		f.lose("/total", at, false, why)
	}
}
