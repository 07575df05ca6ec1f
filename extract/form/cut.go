package form

import (
	"slices"

	"fuhe"
	"fuhe/extract/grid"
)

// dropRepeated marks the rows at the top of a page that only print the headings again.
func (v *view) dropRepeated() {
	for r := range v.rows {
		if !v.breaks[r] {
			continue
		}
		n := v.repeats(r)
		for k := r; k < r+n; k++ {
			v.dropped[k] = true
		}
		if n > 0 && r+n < len(v.rows) {
			v.breaks[r+n] = true
		}
	}
}

// repeats counts the rows from r on that say the same as rows further up, from a title, a label or a heading on. The
// header of another form of the same kind repeats the title, too, but not the project.
func (v *view) repeats(r int) int {
	for up := 0; up < r; up++ {
		n := 0
		for r+n < len(v.rows) && up+n < r && v.sameRow(up+n, r+n) {
			n++
		}
		if n == 0 {
			continue
		}
		heading, labelled := false, false
		for k := r; k < r+n; k++ {
			row := v.in(k)
			heading = heading || isMoneyHeading(row) || isIndicatorHeading(row)
			labelled = labelled || v.names(k)
		}
		next := r + n
		if heading || labelled && (next >= len(v.rows) || !v.names(next)) || v.titleIn(r) != nil && next < len(v.rows) && !v.startsForm(next) {
			return n
		}
	}
	return 0
}

// startsForm reports whether a row can only be the header of a form.
func (v *view) startsForm(r int) bool {
	row := v.in(r)
	return v.names(r) || isMoneyHeading(row) || len(v.labelsIn(r)) > 0 || len(row) == 1
}

func (v *view) sameRow(a, b int) bool {
	x, y := v.in(a), v.in(b)
	return len(x) > 0 && slices.EqualFunc(x, y, func(p, q *cell) bool { return squeeze(p.text) == squeeze(q.text) })
}

// joinCut joins a row that the page edge cut in two with rules drawn on both sides. The part without points and without
// a name of its own belongs to the row before; where the points are printed with the second part, the first one waits
// for them. It reports whether now was taken into last.
func (f *reader) joinCut(b *block, last, now *row) bool {
	list := f.report.Indicators
	if len(list) == 0 {
		return false
	}
	above := &list[len(list)-1]
	below := &now.indicator
	hasPoints := func(n *fuhe.Indicator) bool { return n.Weight.Text != "" || n.Score.Text != "" }
	pointed := b.columns.has(weight) || b.columns.has(score)
	switch {
	case isUnused(*below) && below.Name.Text != "":
		return false
	case pointed && hasPoints(below) && hasPoints(above):
		return false
	case pointed && !hasPoints(below) && !hasPoints(above):
		return false
	case pointed && hasPoints(above):
		if below.Name.Text != "" && (below.Target.Text != "" || below.Actual.Text != "") && above.Name.Text != "" && above.Target.Text != "" && above.Actual.Text != "" {
			return false // a row with everything but points: an indicator of its own
		}
	case pointed: // the points stand in the part below
		if above.Name.Text != "" && below.Name.Text != "" && above.Target.Text != "" && below.Target.Text != "" {
			return false
		}
	case below.Name.Text != "" && (below.Target.Text != "" || below.Actual.Text != ""):
		return false // without points only a part without a name is sure to belong to the row before
	}
	merge(above, below)
	last.at = now.at
	return true
}

// merge joins the texts of a cut row; places stay those of the first part that prints anything.
func merge(above, below *fuhe.Indicator) {
	for _, e := range []struct{ a, b *fuhe.Cell }{
		{&above.Name, &below.Name}, {&above.Target, &below.Target}, {&above.Actual, &below.Actual},
		{&above.Weight, &below.Weight}, {&above.Score, &below.Score}, {&above.Deviation, &below.Deviation},
	} {
		switch {
		case e.b.Text == "":
		case e.a.Text == "":
			*e.a = *e.b
		default:
			*e.a = fuhe.NewCell(grid.JoinLines([]string{e.a.Text, e.b.Text}), e.a.At)
		}
	}
}
