package form

import (
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/grid"
)

// goalBlock is the two texts of the annual goals under their headings.
type goalBlock struct {
	*view.Block
	view *view.View
}

func (g *goalBlock) part() *view.Block  { return g.Block }
func (g *goalBlock) holds(r int) bool   { return !endsGoals(g.view, r) }
func (g *goalBlock) entry(int) bool     { return false }
func (g *goalBlock) figuresFrom() int   { return len(g.view.Cols) }
func (g *goalBlock) lacks(*untold) bool { return false }

// read adds the texts to the goals read so far. What goes on in further rows, on the next page above all, is joined.
func (g *goalBlock) read(goals fuhe.Goals) (fuhe.Goals, said) {
	var s said
	v := g.view
	want, have := g.Columns.Find(words.Expected), g.Columns.Find(words.Reached)
	if want == nil || have == nil {
		return goals, s
	}
	if !goals.Expected.Present() && !goals.Actual.Present() {
		goals = fuhe.Goals{Expected: blankUnder(v, g.Block, want), Actual: blankUnder(v, g.Block, have)}
	}
	for r := g.From; r < g.To; r++ {
		if v.Dropped[r] {
			continue
		}
		if endsGoals(v, r) {
			break
		}
		w, h := goalCell(v, r, want, have), goalCell(v, r, have, want)
		if w == nil && h == nil {
			if r == g.From {
				g.sayBoth(r, want, have, &s)
			}
			g.takeStray(r, want, &goals, &s)
			continue
		}
		if goals.Expected.Text+goals.Actual.Text != "" && !v.Breaks[r] && besideStarts(v, r, g.Block) {
			break // another caption beside: another part of the form
		}
		extend(&goals.Expected, w)
		extend(&goals.Actual, h)
	}
	return goals, s
}

// sayBoth says that the first text under the headings stands under both: it cannot be told which goal it is.
func (g *goalBlock) sayBoth(r int, want, have *view.Column, s *said) {
	for _, c := range g.view.In(r) {
		if c.Col <= want.To && c.Right() >= have.From && utf8.RuneCountInString(c.Text) >= leastGoalRune {
			s.note(c.At, "a text that stands under both goals: "+quote(c.Text))
		}
	}
}

// readGoalLabels reads the goals of a form that prints each beside its name instead of under it.
func (f *reader) readGoalLabels() {
	v := f.view
	for r := f.from; r < f.to; r++ {
		if v.Dropped[r] || f.body.holds(r) {
			continue
		}
		for _, c := range v.In(r) {
			for _, e := range []struct {
				field words.Field
				entry *fuhe.Cell
			}{{words.Expected, &f.report.Goals.Expected}, {words.Reached, &f.report.Goals.Actual}} {
				value := v.At(r, c.Right()+1)
				if !e.entry.Present() && c.Is(&words.Goals, e.field) && !value.Blank() && value.Row == c.Row && len(value.Claims(&words.Goals)) == 0 {
					*e.entry = value.Entry()
				}
			}
		}
	}
}

// endsGoals tells the first row behind the goals.
func endsGoals(v *view.View, r int) bool {
	row := v.In(r)
	if len(row) == 0 {
		return false
	}
	for _, l := range v.LabelsIn(r) {
		if l.Label == row[0] && l.Field != words.Known {
			return true
		}
	}
	return v.TitleIn(r) != nil || words.Remarks.MatchString(row[0].Heading.Key)
}

// goalCell is the cell with text that begins in this row under a goal's heading and not under the other one, too.
func goalCell(v *view.View, r int, col, other *view.Column) *view.Cell {
	for k := col.From; k <= col.To; k++ {
		c := v.At(r, k)
		if c.Blank() || c.Row != r || c.Col <= other.To && c.Right() >= other.From || c.Right() < col.From {
			continue
		}
		return c
	}
	return nil
}

// blankUnder is the blank entry under a goal's heading: the goal is there, and nobody may have written it. Its row may be
// empty and not be in the view.
func blankUnder(v *view.View, b *view.Block, col *view.Column) fuhe.Cell {
	if c := v.Grid.At(v.Rows[b.Zone.Bottom]+1, v.Cols[col.From]); c != nil && strings.TrimSpace(c.Text) == "" {
		return fuhe.NewCell("", c.At)
	}
	return fuhe.Cell{}
}

// besideStarts reports whether a cell with text begins in a row left of a block's first heading.
func besideStarts(v *view.View, r int, b *view.Block) bool {
	row := v.In(r)
	return len(row) > 0 && row[0].Right() < b.Columns.First()
}

// extend adds the text of a further row to a goal; its place stays that of the first.
func extend(goal *fuhe.Cell, c *view.Cell) {
	switch {
	case c == nil:
	case goal.Text == "":
		*goal = c.Entry()
	default:
		*goal = fuhe.NewCell(grid.JoinLines([]string{goal.Text, c.Text}), goal.At).And(*goal, c.Entry())
	}
}

// takeStray takes a line that stands alone in front of the goals' columns where spans are lost: a page edge put the rest
// of a goal there. It belongs to the goal that stops without an end; when both or neither do, nobody can tell.
func (g *goalBlock) takeStray(r int, want *view.Column, goals *fuhe.Goals, s *said) {
	row := g.view.In(r)
	if !g.view.Grid.Spaced || len(row) != 1 || row[0].Right() >= want.From || utf8.RuneCountInString(row[0].Text) < maxNameRune {
		return
	}
	open := func(c fuhe.Cell) bool {
		return c.Text != "" && !strings.ContainsAny(lastRune(c.Text), "。；;！!.？?”")
	}
	switch e, a := open(goals.Expected), open(goals.Actual); {
	case e && !a:
		goals.Expected = fuhe.NewCell(grid.JoinLines([]string{goals.Expected.Text, row[0].Text}), goals.Expected.At).And(goals.Expected, row[0].Entry())
	case a && !e:
		goals.Actual = fuhe.NewCell(grid.JoinLines([]string{goals.Actual.Text, row[0].Text}), goals.Actual.At).And(goals.Actual, row[0].Entry())
	default:
		s.note(row[0].At, "a line of text under the goals that may continue either of them: "+quote(row[0].Text))
	}
}

func lastRune(s string) string {
	_, size := utf8.DecodeLastRuneInString(s)
	return s[len(s)-size:]
}
