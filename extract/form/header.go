package form

import (
	"fmt"
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// readTitle finds the title: in a row of the grid, else in the nearest line above that is one.
func (f *reader) readTitle() {
	v := f.view
	for r := f.segment.from; r < f.segment.to && r < f.bodyStart(); r++ {
		if c := v.TitleIn(r); c != nil {
			t := v.Entry(c, r, c.Col)
			f.title, f.titleRow = &t, r
			break
		}
	}
	if f.title == nil {
		for _, l := range f.linesAbove() {
			if words.IsTitle(l.Text) {
				t := fuhe.NewCell(l.Text, l.At)
				f.title = &t
				break
			}
		}
	}
	if f.title != nil {
		f.report.Title = unspace(f.title.Text)
	}
}

// bodyStart is the first row of the first block.
func (f *reader) bodyStart() int {
	if len(f.blocks) > 0 {
		return f.blocks[0].Zone.Top
	}
	return f.segment.to
}

// linesAbove are the lines over the form, nearest first; those under the table before come last, because a title may
// stand at the foot of the page before.
func (f *reader) linesAbove() []fuhe.Line {
	if !f.first {
		return nil
	}
	var out []fuhe.Line
	above := f.view.Grid.Above
	for i := len(above) - 1; i >= 0 && len(out) < maxAboveLines; i-- {
		out = append(out, above[i])
	}
	if f.before != nil && len(above) == 0 {
		below := f.before.Below
		for i := len(below) - 1; i >= 0 && len(out) < maxAboveLines; i-- {
			out = append(out, below[i])
		}
	}
	return out
}

// unspace takes the spaces out of a title that is set with a space between all its characters.
func unspace(s string) string {
	parts := strings.Fields(s)
	single := 0
	for _, p := range parts {
		if len([]rune(p)) == 1 {
			single++
		}
	}
	if len(parts) > 2 && single*3 >= len(parts)*2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts, " ")
}

// readLabels finds the entries that stand beside their names, and the total and grade where the header holds them.
func (f *reader) readLabels() {
	v := f.view
	var found []view.Labelled
	for r := f.segment.from; r < f.segment.to; r++ {
		if v.Dropped[r] || f.inBlock(r) {
			continue
		}
		for _, l := range v.LabelsIn(r) {
			if r < f.titleRow { // a list above the form has columns called like its entries
				if l.Field == words.Score || l.Field == words.Grade || l.Label != v.In(r)[0] {
					continue
				}
				l.Rank += words.AboveRank
			}
			found = append(found, l)
		}
	}
	for _, l := range f.linesAbove() {
		if f.title != nil && l.Text == f.title.Text {
			break
		}
		if inner, ok := view.SplitLabel(l.Text); ok {
			for _, cl := range words.Labels.Claims(inner.Key) {
				found = append(found, view.Labelled{Field: cl.Field, Rank: cl.Rank + words.AboveRank, Label: &view.Cell{Row: -1, Text: l.Text, Heading: words.Read(l.Text)}, Value: fuhe.NewCell(inner.Value, l.At)})
			}
		}
	}
	best, contested := view.BestLabels(found)
	for _, fd := range contested {
		f.note(best[fd].Label.At, fmt.Sprintf("%s is printed twice with different entries", quote(best[fd].Label.Text)))
		if fd == words.Score || fd == words.Grade {
			delete(best, fd)
		}
	}
	f.labels = f.labels[:0]
	for fd, l := range best {
		f.labels = append(f.labels, l)
		switch fd {
		case words.Project:
			f.report.Project = l.Value
		case words.Department:
			f.report.Department = l.Value
		case words.Implementer:
			f.report.Implementer = l.Value
		case words.Score, words.Grade:
			f.takeTotal(l)
		}
	}
}

// takeTotal takes a total or grade that stands beside its name: for the form's own where no row adds it up, else, in the
// header, for a second one. 总分 | 100 over a row of its own may be what the form is scored out of, and is no second total.
func (f *reader) takeTotal(l view.Labelled) {
	own, second, figure := &f.report.Total.Score, func(t *fuhe.Total) *fuhe.Cell { return &t.Score }, l.Value.Number != nil
	named := words.SelfScore.MatchString(l.Label.Heading.Key)
	if l.Field == words.Grade {
		own, second, figure, named = &f.report.Total.Grade, func(t *fuhe.Total) *fuhe.Cell { return &t.Grade }, true, true
	}
	switch {
	case own.Text == "" && (l.Field == words.Grade || !own.Present()):
		if figure || l.Value.Text == "" {
			*own = l.Value
		}
	case figure && named && l.Value.Text != "" && l.Label.Row < f.bodyStart() && l.Value.At != own.At:
		if f.report.HeaderTotal == nil {
			f.report.HeaderTotal = &fuhe.Total{}
		}
		*second(f.report.HeaderTotal) = l.Value
	}
}

// inBlock reports whether a row holds headings, funds, goals or indicators: what stands there under a heading is no
// label. The rows behind the last indicator are outside.
func (f *reader) inBlock(r int) bool {
	for i := range f.blocks {
		b := &f.blocks[i]
		if r >= b.Zone.Top && r <= b.Zone.Bottom {
			return true
		}
		if r < b.From || r >= b.To {
			continue
		}
		switch b.Kind {
		case view.Indicators:
			k := f.rowKind(b, r)
			return k == indicatorRow || k == totalRow
		case view.Money:
			return len(f.view.In(r)) > 0 && f.isFundRow(b, r, rightmost(f.view, r, nameColumns(f.view, b)), nameColumns(f.view, b))
		case view.Goals:
			return !f.endsGoals(r)
		}
	}
	return false
}
