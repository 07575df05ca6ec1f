package form

import (
	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

var gradeText = lazy.New(`^(优秀?|良好?|中等?|差|较差|合格|不合格|及格|不及格|一般|基本合格|[A-D])$`)

// readTotal reads the row that adds up the form: weight and score by their columns, the grade behind them.
func (f *reader) readTotal(b *view.Block, r int) {
	v := f.view
	label := f.rowLabel(b, r)
	total := fuhe.Total{}
	w, s := b.Columns.Find(words.Weight), b.Columns.Find(words.Score)
	get := func(col *view.Column) *view.Cell {
		if col == nil {
			return nil
		}
		c, ok := v.Under(r, col)
		if !ok {
			f.note(v.Source(r, col.From), "two entries of the total under the heading "+quote(col.Heading.Text))
			return nil
		}
		if c == label {
			return nil
		}
		return c
	}
	wc, sc := get(w), get(s)
	switch {
	case f.shifted(b, r, wc, sc):
		if !f.takeShifted(b, r, &total) {
			return
		}
	case !wc.Blank() && wc == sc:
		if !words.OfScores.MatchString(label.Heading.Key) && !f.addsUp(wc) {
			f.note(wc.At, quote(wc.Text)+" of the total stands under weight and score: it may be either")
			return
		}
		total.Score = sc.Entry()
	default:
		total.Weight, total.Score = f.totalCell(wc, w, r, label), f.totalCell(sc, s, r, label)
		if w == nil && s == nil {
			return
		}
	}
	total.Grade = f.gradeIn(b, r)
	f.keepTotal(total, label)
}

// totalCell is the entry of the total in a column; none where the label of the row covers it.
func (f *reader) totalCell(c *view.Cell, col *view.Column, r int, label *view.Cell) fuhe.Cell {
	if col == nil || c == nil && f.view.At(r, col.From) == label {
		return fuhe.Cell{}
	}
	return f.view.Entry(c, r, col.From)
}

// shifted reports a total that stands one column right of its headings, which rows do whose spans were lost: read by
// position it would put a figure under the reason column, where no figure can be.
func (f *reader) shifted(b *view.Block, r int, wc, sc *view.Cell) bool {
	if !f.view.Grid.Spaced || !wc.Blank() {
		return false
	}
	if col := b.Columns.Find(words.Deviation); col != nil {
		if c, ok := f.view.Under(r, col); ok && !c.Blank() {
			_, number := fuhe.ParseNumber(c.Text)
			return number
		}
	}
	return false
}

// takeShifted takes the only two figures of a shifted total, weight and score in the order of their headings, when they
// stand side by side and as far from their headings as from each other.
func (f *reader) takeShifted(b *view.Block, r int, total *fuhe.Total) bool {
	v := f.view
	var figures []*view.Cell
	for _, c := range v.In(r) {
		if _, ok := fuhe.ParseNumber(c.Text); ok {
			figures = append(figures, c)
		}
	}
	w, s := b.Columns.Find(words.Weight), b.Columns.Find(words.Score)
	if w == nil || s == nil || len(figures) != 2 || figures[0].Col-w.From != 1 || figures[1].Col-s.From != 1 {
		f.note(v.Source(r, 0), "the total does not stand under its headings")
		return false
	}
	total.Weight = figures[0].Entry()
	total.Score = figures[1].Entry()
	return true
}

// addsUp reports whether a figure under both headings can only be the score: the weights add up to something else, or
// the scores to the same.
func (f *reader) addsUp(c *view.Cell) bool {
	n, ok := fuhe.ParseNumber(c.Text)
	if !ok {
		return false
	}
	weights, scores := n.Value.Sub(n.Value), n.Value.Sub(n.Value)
	add := func(w, s fuhe.Cell) {
		if w.Number != nil {
			weights = weights.Add(w.Number.Value)
		}
		if s.Number != nil {
			scores = scores.Add(s.Number.Value)
		}
	}
	for _, m := range f.report.Funds[:min(1, len(f.report.Funds))] {
		add(m.Weight, m.Score)
	}
	for _, i := range f.report.Indicators {
		add(i.Weight, i.Score)
	}
	return !weights.Equal(n.Value) || scores.Equal(n.Value)
}

// gradeIn is the grade printed in the row of the total, behind the score.
func (f *reader) gradeIn(b *view.Block, r int) fuhe.Cell {
	for _, c := range f.view.In(r) {
		if gradeText.MatchString(words.Squeeze(c.Text)) && c.Col > b.Columns.First() {
			return c.Entry()
		}
	}
	return fuhe.Cell{}
}

// keepTotal takes the total whose label says most. Two rows that both may be it and differ are said and neither is taken.
func (f *reader) keepTotal(total fuhe.Total, label *view.Cell) {
	have := &f.report.Total
	final := words.Finals.MatchString(label.Heading.Key)
	switch {
	case !have.Score.Present() && !have.Weight.Present():
	case final && !f.finalTotal:
	case f.finalTotal && !final:
		return
	case have.Score.Text == total.Score.Text && have.Weight.Text == total.Weight.Text:
		return
	case have.Score.Text == "" && have.Weight.Text == "":
	case total.Score.Text == "" && total.Weight.Text == "":
		return
	default:
		f.note(label.At, "two rows may be the total of the form: neither is taken")
		*have = fuhe.Total{}
		f.finalTotal = true
		return
	}
	if total.Grade.Text == "" {
		total.Grade = have.Grade
	}
	*have = total
	f.finalTotal = final
}
