// Package form reads self-evaluation forms (绩效自评表) from grids: which tables are a form, where one ends and the next
// begins, and which cell is which entry. Grids go in; reports come out, and for everything that looked like a form and
// was not understood a reason. Entries are found by the text of headings and labels and by position, never by counting
// columns. Nothing is computed or judged here, and no file is opened.
package form

import (
	"fmt"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
	"fuhe/extract/work"
)

// Read finds the forms in the tables of one file, in the file's order.
func Read(grids []grid.Grid) ([]*fuhe.Report, []fuhe.Unread) { return ReadWith(nil, grids) }

// ReadWith is Read, of several tables at a time where jobs are free.
func ReadWith(jobs *work.Jobs, grids []grid.Grid) ([]*fuhe.Report, []fuhe.Unread) {
	if !mayHoldForms(grids) {
		return nil, nil
	}
	tables := join(jobs, withoutTicks(grids))
	reports, unread := make([][]*fuhe.Report, len(tables)), make([][]fuhe.Unread, len(tables))
	jobs.Each(len(tables), func(i int) {
		var before *grid.Grid
		if i > 0 {
			before = tables[i-1].grid
		}
		reports[i], unread[i] = readTable(tables[i], before, tables[i+1:])
	})
	return slices.Concat(reports...), slices.Concat(unread...)
}

// readTable reads the forms of one table, also where merged cells are left out in the rows they cover.
func readTable(t *table, before *grid.Grid, after []*table) ([]*fuhe.Report, []fuhe.Unread) {
	reports, unread := readForms(t, before, after)
	if len(reports) == 0 && len(unread) > 0 {
		if moved := leftOut(t, before, after); moved != nil {
			return moved, nil
		}
	}
	return reports, unread
}

// readForms reads the forms of one table as it is. The lines under the table before may hold this one's title; those after it may
// hold the rest of the last form.
func readForms(t *table, before *grid.Grid, after []*table) ([]*fuhe.Report, []fuhe.Unread) {
	if !t.mayHoldForm(before) {
		return nil, nil
	}
	g, v := t.grid, t.view()
	at := fuhe.Source{Sheet: g.Sheet, Page: g.Page, Table: g.Table}
	if v == nil {
		if !t.parts().title {
			return nil, nil
		}
		return nil, []fuhe.Unread{{At: at, Reason: fmt.Sprintf("a table of %d rows × %d columns is larger than any form", g.Rows, g.Cols)}}
	}
	var reports []*fuhe.Report
	var unread []fuhe.Unread
	for n, s := range t.forms {
		f := &reader{found: t.blocksIn(s), place: place{v, s, n == 0, n == len(t.forms)-1, before, len(after) == 0 || after[0].grid.Sheet != g.Sheet}, report: &fuhe.Report{Inferred: g.Placed, Scanned: g.Scanned}}
		if g.Hidden {
			f.report.HiddenSheet = g.Sheet
		}
		if !f.read() {
			continue
		}
		if g.Unsure != "" {
			f.refuse(at, g.Unsure)
		}
		if f.last && !f.refused {
			f.loseRest(t, after)
		}
		if unread = append(unread, f.unread...); !f.refused {
			unread = append(unread, f.lostUnread()...)
			reports = append(reports, f.report)
		}
	}
	if len(reports)+len(unread) == 0 {
		unread = undivided(v)
	}
	return reports, unread
}

// undivided says that a cell holds a whole form: its rules were not found, or it is text in a frame.
func undivided(v *view.View) []fuhe.Unread {
	for i := range v.Cells {
		if len(v.Cells[i].Text) < leastFormBytes {
			continue
		}
		s := words.Squeeze(v.Cells[i].Text)
		if !words.SelfTitle.MatchString(s) {
			continue
		}
		for _, word := range []string{"一级指标", "指标值", "得分"} {
			if !strings.Contains(s, word) {
				s = ""
			}
		}
		if s != "" {
			return []fuhe.Unread{{At: v.Cells[i].At, Reason: "form not read: its cells are not told apart"}}
		}
	}
	return nil
}

// reader assembles one form. Each part of it is read to a value; the order in which they are put together stands in read.
type reader struct {
	place
	said
	report *fuhe.Report
	found  []view.Block // under headings, in print order
	body   body
	header header
	totals totals
}

// place is where a form stands: its rows of a view, and what is around them.
type place struct {
	view *view.View
	segment
	first, last bool       // of the forms in the grid: lines above belong to the first, lines below to the last
	before      *grid.Grid // the table before in the file
	ends        bool       // no table stands below
}

// read fills the report; false when the rows are no form and nothing need be said.
func (f *reader) read() bool {
	blocks := f.found
	f.header = readHeader(f.place, blocks)
	if !f.isForm(blocks) {
		return f.looksLikeForm(blocks)
	}
	blocks, more := oneMoneyBlock(f.view, blocks)
	f.add(more)
	f.body, more = newBody(f.view, blocks)
	f.add(more)
	f.report.Title = f.header.shownTitle()
	if f.refused {
		return true
	}
	f.readBlocks()
	if f.body.of(view.Money) == nil && !f.lacks("/funds") {
		f.readMoneyPairs()
	}
	if f.body.of(view.Goals) == nil {
		f.readGoalLabels()
	}
	f.readLabels()
	f.report.Total, f.report.HeaderTotal = f.totals.graded(), f.totals.header
	f.report.Year = f.header.year()
	f.readUnit()
	f.doubtRowUnits()
	f.report.Sections = f.withoutScores(readSections(f.body, f.report.Indicators))
	f.report.Headings = f.headings()
	f.report.Form = layoutOf(f)
	f.report.Printed = f.printed()
	f.readOutOf()
	f.check()
	f.loseStrays()
	f.report.Lost = f.lost
	return true
}

// readBlocks reads the parts under headings in print order.
func (f *reader) readBlocks() {
	for _, b := range f.body {
		var more said
		switch b := b.(type) {
		case *moneyBlock:
			var read money
			read, more = b.read()
			f.report.Funds, f.report.FundReason = read.funds, read.reason
		case *goalBlock:
			f.report.Goals, more = b.read(f.report.Goals)
		case *indicatorBlock:
			more = f.readIndicators(b)
		}
		f.add(more)
	}
}

// readIndicators takes the indicators of a block and the rows that may be the total.
func (f *reader) readIndicators(b *indicatorBlock) said {
	read, more := b.read()
	before, all := len(f.report.Indicators), read.indicators
	switch {
	case before > 0:
		all = slices.Concat(f.report.Indicators, all)
	case len(all) == 0:
		all = nil
	}
	for _, r := range read.totals {
		more.add(f.totals.readRow(b, r.at, f.report.Funds, all[:before+r.above]))
	}
	for _, x := range read.subtotals {
		x.Above += before
		f.report.Subtotals = append(f.report.Subtotals, x)
	}
	f.report.Indicators = withoutProse(all)
	return more
}

// isForm wants the indicator block of a form that was filled in: targets with what became of them, or points; and a
// title, or so many of its headings that it can be nothing else.
func (f *reader) isForm(blocks []view.Block) bool {
	n, money := firstOf(blocks, view.Indicators), firstOf(blocks, view.Money) != nil
	if n == nil {
		return false
	}
	done := n.Columns.Has(words.Actual)
	aimed := n.Columns.Has(words.Target) || n.Columns.Has(words.Revised)
	switch {
	case done && (aimed || n.Columns.Has(words.Score)):
		return f.header.title != nil || money || aimed && n.Columns.Has(words.Weight) && n.Columns.Has(words.Score)
	case n.Columns.Has(words.Score): // that of the actual value may be damaged
		return f.header.title != nil && (money || aimed && n.Columns.Has(words.Weight))
	}
	return false
}

// looksLikeForm says why rows that look like a form were not read.
func (f *reader) looksLikeForm(blocks []view.Block) bool {
	v, title := f.view, f.header.title
	n := firstOf(blocks, view.Indicators)
	at := v.Source(f.from, 0)
	switch {
	case n != nil && n.Columns.Has(words.Actual) && n.Columns.Has(words.Target):
		f.refuse(v.Source(n.Zone.Top, n.Columns.First()), "a table of indicators with targets and actual values, but without a title, a money block or points")
	case title == nil || f.wordsSeen() < leastWords:
		return false
	case n != nil:
		f.refuse(at, "titled "+quote(title.Text)+", but its indicators have no column for the actual value")
	case len(blocks) > 0:
		f.refuse(at, "titled "+quote(title.Text)+", but no heading row of indicators was recognised")
	default:
		f.refuse(at, "titled "+quote(title.Text)+", but neither money block nor indicators were recognised")
	}
	return true
}

// wordsSeen counts the headings and labels of a form in the rows.
func (f *reader) wordsSeen() int {
	n := 0
	for r := f.from; r < f.to; r++ {
		for _, c := range f.view.In(r) {
			k := c.Heading.Key
			if len(words.Labels.Spelled()[k]) > 0 || len(words.Money.Spelled()[k]) > 0 || len(words.Indicators.Spelled()[k]) > 0 || len(words.Goals.Spelled()[k]) > 0 {
				n++
			}
		}
	}
	return n
}
