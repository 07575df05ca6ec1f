package form

import (
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/grid"
)

// readGoals reads the two texts under the headings of the annual goals. What goes on in further rows, on the next page
// above all, is joined.
func (f *reader) readGoals(b *block) {
	v := f.view
	want, have := b.columns.find(expected), b.columns.find(reached)
	if want == nil || have == nil {
		return
	}
	if !f.report.Goals.Expected.Present() && !f.report.Goals.Actual.Present() {
		f.report.Goals = fuhe.Goals{Expected: v.blankUnder(b, want), Actual: v.blankUnder(b, have)}
	}
	for r := b.from; r < b.to; r++ {
		if v.dropped[r] {
			continue
		}
		if f.endsGoals(r) {
			return
		}
		w, h := v.goalCell(r, want, have), v.goalCell(r, have, want)
		if w == nil && h == nil {
			if r == b.from {
				f.bothGoals(r, want, have)
			}
			f.strayGoal(r, want)
			continue
		}
		if f.report.Goals.Expected.Text+f.report.Goals.Actual.Text != "" && !v.breaks[r] && v.besideStarts(r, b) {
			return // another caption beside: another part of the form
		}
		extend(&f.report.Goals.Expected, w)
		extend(&f.report.Goals.Actual, h)
	}
}

// bothGoals says that the first text under the headings stands under both: it cannot be told which goal it is.
func (f *reader) bothGoals(r int, want, have *column) {
	for _, c := range f.view.in(r) {
		if c.col <= want.to && c.right() >= have.from && utf8.RuneCountInString(c.text) >= leastGoalRune {
			f.note(c.at, "a text that stands under both goals: "+quote(c.text))
		}
	}
}

// readGoalLabels reads the goals of a form that prints each beside its name instead of under it.
func (f *reader) readGoalLabels() {
	v := f.view
	for r := f.segment.from; r < f.segment.to; r++ {
		if v.dropped[r] || f.inBlock(r) {
			continue
		}
		for _, c := range v.in(r) {
			for _, e := range []struct {
				field field
				entry *fuhe.Cell
			}{{expected, &f.report.Goals.Expected}, {reached, &f.report.Goals.Actual}} {
				value := v.at(r, c.right()+1)
				if !e.entry.Present() && c.is(&goalHeadings, e.field) && !value.blank() && value.row == c.row && len(value.claims(&goalHeadings)) == 0 {
					*e.entry = value.entry()
				}
			}
		}
	}
}

// endsGoals tells the first row behind the goals.
func (f *reader) endsGoals(r int) bool {
	v := f.view
	row := v.in(r)
	if len(row) == 0 {
		return false
	}
	for _, l := range v.labelsIn(r) {
		if l.label == row[0] && l.field != known {
			return true
		}
	}
	return v.titleIn(r) != nil || remarks.MatchString(row[0].heading.key)
}

// goalCell is the cell with text that begins in this row under a goal's heading and not under the other one, too.
func (v *view) goalCell(r int, col, other *column) *cell {
	for k := col.from; k <= col.to; k++ {
		c := v.at(r, k)
		if c.blank() || c.row != r || c.col <= other.to && c.right() >= other.from || c.right() < col.from {
			continue
		}
		return c
	}
	return nil
}

// blankUnder is the blank entry under a goal's heading: the goal is there, and nobody may have written it. Its row may be
// empty and not be in the view.
func (v *view) blankUnder(b *block, col *column) fuhe.Cell {
	if c := v.grid.At(v.rows[b.zone.bottom]+1, v.cols[col.from]); c != nil && strings.TrimSpace(c.Text) == "" {
		return fuhe.NewCell("", c.At)
	}
	return fuhe.Cell{}
}

// besideStarts reports whether a cell with text begins in a row left of a block's first heading.
func (v *view) besideStarts(r int, b *block) bool {
	row := v.in(r)
	return len(row) > 0 && row[0].right() < b.columns.first()
}

// extend adds the text of a further row to a goal; its place stays that of the first.
func extend(goal *fuhe.Cell, c *cell) {
	switch {
	case c == nil:
	case goal.Text == "":
		*goal = c.entry()
	default:
		*goal = fuhe.NewCell(grid.JoinLines([]string{goal.Text, c.text}), goal.At).And(*goal, c.entry())
	}
}

// strayGoal takes a line that stands alone in front of the goals' columns where spans are lost: a page edge put the rest
// of a goal there. It belongs to the goal that stops without an end; when both or neither do, nobody can tell.
func (f *reader) strayGoal(r int, want *column) {
	row := f.view.in(r)
	if !f.view.grid.Spaced || len(row) != 1 || row[0].right() >= want.from || utf8.RuneCountInString(row[0].text) < maxNameRune {
		return
	}
	goals := &f.report.Goals
	open := func(c fuhe.Cell) bool {
		return c.Text != "" && !strings.ContainsAny(lastRune(c.Text), "。；;！!.？?”")
	}
	switch e, a := open(goals.Expected), open(goals.Actual); {
	case e && !a:
		goals.Expected = fuhe.NewCell(grid.JoinLines([]string{goals.Expected.Text, row[0].text}), goals.Expected.At).And(goals.Expected, row[0].entry())
	case a && !e:
		goals.Actual = fuhe.NewCell(grid.JoinLines([]string{goals.Actual.Text, row[0].text}), goals.Actual.At).And(goals.Actual, row[0].entry())
	default:
		f.note(row[0].at, "a line of text under the goals that may continue either of them: "+quote(row[0].text))
	}
}

func lastRune(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
}
