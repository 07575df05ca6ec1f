// Package form reads self-evaluation forms (绩效自评表) from grids: which tables are a form, where one ends and the next
// begins, and which cell is which entry. Grids go in; reports come out, and for everything that looked like a form and
// was not understood a reason. Entries are found by the text of headings and labels and by position, never by counting
// columns. Nothing is computed or judged here, and no file is opened.
package form

import (
	"fmt"
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
)

// Read finds the forms in the tables of one file, in the file's order.
func Read(grids []grid.Grid) ([]*fuhe.Report, []fuhe.Unread) {
	var reports []*fuhe.Report
	var unread []fuhe.Unread
	tables := join(grids)
	for i := range tables {
		var before *grid.Grid
		var after *table
		if i > 0 {
			before = tables[i-1].grid
		}
		if i+1 < len(tables) {
			after = tables[i+1]
		}
		rs, us := readTable(tables[i], before, after)
		reports, unread = append(reports, rs...), append(unread, us...)
	}
	return reports, unread
}

// readTable reads the forms of one table. The lines under the table before may hold this one's title; the table after may
// be the rest of the last form.
func readTable(t *table, before *grid.Grid, after *table) ([]*fuhe.Report, []fuhe.Unread) {
	g, v := t.grid, t.view
	at := fuhe.Source{Sheet: g.Sheet, Page: g.Page, Table: g.Table}
	if v == nil {
		if !t.parts.title {
			return nil, nil
		}
		return nil, []fuhe.Unread{{At: at, Reason: fmt.Sprintf("a table of %d rows × %d columns is larger than any form", g.Rows, g.Cols)}}
	}
	var reports []*fuhe.Report
	var unread []fuhe.Unread
	segments := split(v)
	for n, s := range segments {
		f := &reader{view: v, segment: s, first: n == 0, last: n == len(segments)-1, before: before, report: &fuhe.Report{}}
		if !f.read() {
			continue
		}
		if g.Unsure != "" {
			f.refuse(at, g.Unsure)
		}
		if f.last && !f.refused && after != nil && isRest(t, after, !totalRowAt(f)) {
			f.refuse(fuhe.Source{Sheet: after.grid.Sheet, Page: after.grid.Page, Table: after.grid.Table}, "its table seems to go on in this one, whose columns are not the same")
		}
		unread = append(unread, f.unread...)
		if !f.refused {
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

// reader reads one form. What it cannot read goes to unread: a note leaves one entry out, a refusal the whole form,
// because a form with a figure missing would be accused of sums that do not add up.
type reader struct {
	view        *view.View
	segment     segment
	first, last bool // of the forms in the grid: lines above belong to the first, lines below to the last
	before      *grid.Grid
	report      *fuhe.Report
	blocks      []view.Block
	labels      []view.Labelled
	title       *fuhe.Cell
	titleRow    int // of the view, 0 when the title stands above the table
	unread      []fuhe.Unread
	refused     bool
	finalTotal  bool
	kinds       map[int]rowKind // rows under the headings of indicators, as told
}

func (f *reader) note(at fuhe.Source, reason string) {
	f.unread = append(f.unread, fuhe.Unread{At: at, Reason: reason})
}

func (f *reader) refuse(at fuhe.Source, reason string) {
	f.refused = true
	f.note(at, "form not read: "+reason)
}

// read fills the report; false when the rows are no form and nothing need be said.
func (f *reader) read() bool {
	v := f.view
	f.blocks = view.FindBlocks(v, f.segment.from, f.segment.to)
	f.readTitle()
	if !f.isForm() {
		return f.looksLikeForm()
	}
	f.oneMoneyBlock()
	for i := range f.blocks {
		b := &f.blocks[i]
		if b.Kind == view.Money {
			f.endMoney(b)
		}
		for _, c := range b.Columns.Conflict {
			f.refuse(v.Source(b.Zone.Top, b.Columns.First()), c)
		}
		if f.refused {
			return true
		}
		switch b.Kind {
		case view.Money:
			f.readMoney(b)
		case view.Goals:
			f.readGoals(b)
		case view.Indicators:
			f.readIndicators(b)
		}
	}
	if f.block(view.Money) == nil {
		f.readMoneyPairs()
	}
	if f.block(view.Goals) == nil {
		f.readGoalLabels()
	}
	f.readLabels()
	f.readYear()
	f.readUnit()
	f.readSections()
	f.readHeadings()
	f.report.Form = layoutOf(f)
	f.report.Printed = f.printed()
	f.check()
	return true
}

func (f *reader) block(k view.BlockKind) *view.Block {
	for i := range f.blocks {
		if f.blocks[i].Kind == k {
			return &f.blocks[i]
		}
	}
	return nil
}

// isForm wants the indicator block of a form that was filled in: targets with what became of them, or points; and a
// title, or so many of its headings that it can be nothing else.
func (f *reader) isForm() bool {
	n := f.block(view.Indicators)
	if n == nil {
		return false
	}
	done := n.Columns.Has(words.Actual)
	aimed := n.Columns.Has(words.Target) || n.Columns.Has(words.Revised)
	switch {
	case done && (aimed || n.Columns.Has(words.Score)):
		return f.title != nil || f.block(view.Money) != nil || aimed && n.Columns.Has(words.Weight) && n.Columns.Has(words.Score)
	case n.Columns.Has(words.Score):
		return f.title != nil && f.block(view.Money) != nil
	}
	return false
}

// looksLikeForm says why rows that look like a form were not read.
func (f *reader) looksLikeForm() bool {
	v := f.view
	n := f.block(view.Indicators)
	at := v.Source(f.segment.from, 0)
	switch {
	case n != nil && n.Columns.Has(words.Actual) && n.Columns.Has(words.Target):
		f.refuse(v.Source(n.Zone.Top, n.Columns.First()), "a table of indicators with targets and actual values, but without a title, a money block or points")
	case f.title == nil || f.wordsSeen() < leastWords:
		return false
	case n != nil:
		f.refuse(at, "titled "+quote(f.title.Text)+", but its indicators have no column for the actual value")
	case len(f.blocks) > 0:
		f.refuse(at, "titled "+quote(f.title.Text)+", but no heading row of indicators was recognised")
	default:
		f.refuse(at, "titled "+quote(f.title.Text)+", but neither money block nor indicators were recognised")
	}
	return true
}

// wordsSeen counts the headings and labels of a form in the rows.
func (f *reader) wordsSeen() int {
	n := 0
	for r := f.segment.from; r < f.segment.to; r++ {
		for _, c := range f.view.In(r) {
			k := c.Heading.Key
			if len(words.Labels.Spelled()[k]) > 0 || len(words.Money.Spelled()[k]) > 0 || len(words.Indicators.Spelled()[k]) > 0 || len(words.Goals.Spelled()[k]) > 0 {
				n++
			}
		}
	}
	return n
}
