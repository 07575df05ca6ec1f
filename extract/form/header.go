package form

import (
	"fmt"
	"strings"

	"fuhe"
)

// readTitle finds the title: in a row of the grid, else in the nearest line above that is one.
func (f *reader) readTitle() {
	v := f.view
	for r := f.segment.from; r < f.segment.to && r < f.bodyStart(); r++ {
		if c := v.titleIn(r); c != nil {
			t := v.entry(c, r, c.col)
			f.title, f.titleRow = &t, r
			break
		}
	}
	if f.title == nil {
		for _, l := range f.linesAbove() {
			if isTitle(l.Text) {
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
		return f.blocks[0].zone.top
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
	above := f.view.grid.Above
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
	var found []labelled
	for r := f.segment.from; r < f.segment.to; r++ {
		if v.dropped[r] || f.inBlock(r) {
			continue
		}
		for _, l := range v.labelsIn(r) {
			if r < f.titleRow { // a list above the form has columns called like its entries
				if l.field == score || l.field == grade || l.label != v.in(r)[0] {
					continue
				}
				l.rank += aboveRank
			}
			found = append(found, l)
		}
	}
	for _, l := range f.linesAbove() {
		if f.title != nil && l.Text == f.title.Text {
			break
		}
		if inner, ok := splitLabel(l.Text); ok {
			for _, cl := range labels.claims(inner.key) {
				found = append(found, labelled{field: cl.field, rank: cl.rank + aboveRank, label: &cell{row: -1, text: l.Text, heading: readHeading(l.Text)}, value: fuhe.NewCell(inner.value, l.At)})
			}
		}
	}
	best, contested := bestLabels(found)
	for _, fd := range contested {
		f.note(best[fd].label.at, fmt.Sprintf("%s is printed twice with different entries", quote(best[fd].label.text)))
		if fd == score || fd == grade {
			delete(best, fd)
		}
	}
	f.labels = f.labels[:0]
	for fd, l := range best {
		f.labels = append(f.labels, l)
		switch fd {
		case project:
			f.report.Project = l.value
		case department:
			f.report.Department = l.value
		case implementer:
			f.report.Implementer = l.value
		case score, grade:
			f.takeTotal(l)
		}
	}
}

// takeTotal takes a total or grade that stands beside its name: for the form's own where no row adds it up, else, in the
// header, for a second one. 总分 | 100 over a row of its own may be what the form is scored out of, and is no second total.
func (f *reader) takeTotal(l labelled) {
	own, second, figure := &f.report.Total.Score, func(t *fuhe.Total) *fuhe.Cell { return &t.Score }, l.value.Number != nil
	named := selfScore.MatchString(l.label.heading.key)
	if l.field == grade {
		own, second, figure, named = &f.report.Total.Grade, func(t *fuhe.Total) *fuhe.Cell { return &t.Grade }, true, true
	}
	switch {
	case own.Text == "" && (l.field == grade || !own.Present()):
		if figure || l.value.Text == "" {
			*own = l.value
		}
	case figure && named && l.value.Text != "" && l.label.row < f.bodyStart() && l.value.At != own.At:
		if f.report.HeaderTotal == nil {
			f.report.HeaderTotal = &fuhe.Total{}
		}
		*second(f.report.HeaderTotal) = l.value
	}
}

// inBlock reports whether a row holds headings, funds, goals or indicators: what stands there under a heading is no
// label. The rows behind the last indicator are outside.
func (f *reader) inBlock(r int) bool {
	for i := range f.blocks {
		b := &f.blocks[i]
		if r >= b.zone.top && r <= b.zone.bottom {
			return true
		}
		if r < b.from || r >= b.to {
			continue
		}
		switch b.kind {
		case indicatorBlock:
			k := f.rowKind(b, r)
			return k == indicatorRow || k == totalRow
		case moneyBlock:
			return len(f.view.in(r)) > 0 && f.isFundRow(b, r, rightmost(f.view, r, nameColumns(f.view, b)), nameColumns(f.view, b))
		case goalBlock:
			return !f.endsGoals(r)
		}
	}
	return false
}
