package form

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// loseStrays names figures that became no entry and that no block has named: outside of the blocks those that stand beside no
// label, or beside one that is not understood, and those in one cell with a heading; in the row of the total all.
func (f *reader) loseStrays() {
	v, known := f.view, map[fuhe.Source]bool{}
	for _, e := range f.report.Entries() {
		known[e.Cell.At] = true
	}
	for _, l := range f.lost {
		known[l.At] = true
	}
	money := f.body.of(view.Money)
	for r := f.from; r < f.to; r++ {
		if v.Dropped[r] {
			continue
		}
		f.loseGlued(r, known)
		if f.body.holds(r) || money != nil && r >= money.From && r < money.To {
			f.loseInTotal(r, known)
			continue
		}
		labels := v.LabelsIn(r)
		for _, c := range v.In(r) {
			beside := slices.ContainsFunc(labels, func(l view.Labelled) bool { return l.Cell == c || l.Label == c })
			if beside || known[c.At] || !looksLikeFigure(c.Text) || yearIn(c.Text) != "" || words.YearLine.MatchString(words.Squeeze(c.Text)) {
				continue
			}
			reason := both("旁边没有名称", "no name stands beside it")
			if left := v.At(r, c.Col-1); !left.Blank() {
				reason = both("%s的含义未能识别", "a figure beside %s, which is not understood", quote(left.Text))
			}
			f.lose("/total", c.Entry(), false, reason)
		}
	}
}

// loseGlued names the cells of a row that hold a heading and a figure below it. Among entries a text may well be so.
func (f *reader) loseGlued(r int, known map[fuhe.Source]bool) {
	for _, b := range f.body {
		if p := b.part(); r > p.Zone.Bottom && r < p.To && b.holds(r) {
			return
		}
	}
	for _, c := range f.view.In(r) {
		if part, ok := headingWithFigure(c); ok && c.Row == r && !known[c.At] {
			f.lose(part, c.Entry(), true, both("表头与数字写在同一格内，其间可能缺少框线", "a heading and a figure in one cell: a rule between them may be missing"))
			known[c.At] = true
		}
	}
}

// loseInTotal names the figures in the row of the total that stand under no heading of points.
func (f *reader) loseInTotal(r int, known map[fuhe.Source]bool) {
	for _, b := range f.body {
		n, ok := b.(*indicatorBlock)
		if !ok || r < n.From || r >= n.To || n.rowKind(r) != totalRow {
			continue
		}
		for _, c := range f.view.In(r) {
			if c.Row == r && !known[c.At] && looksLikeFigure(c.Text) {
				f.lose("/total", c.Entry(), f.report.Total.Score.Text == "", both("合计行中的数字，不在分值或得分栏内", "a figure in the row of the total that stands under neither weight nor score"))
			}
		}
	}
}

// headingWithFigure reports whether a cell holds a heading of points or amounts and a figure behind it, 年初预算288,716.59: the
// row of headings and the one below are one cell each. It is a part of the block it names.
func headingWithFigure(c *view.Cell) (fuhe.Field, bool) {
	s := c.Text
	at := strings.IndexAny(s, "0123456789") // no ④, which numbers a column
	if at <= 0 || strings.ContainsAny(s[:at], "(（*×/") || !looksLikeFigure(s[at:]) {
		return "", false // 执行率（B/A×100%） is a heading
	}
	heading := words.Read(s[:at])
	for _, of := range []struct {
		part  fuhe.Field
		vocab *words.Vocabulary
	}{{"/funds", &words.Money}, {"/indicators", &words.Indicators}} {
		for _, claim := range of.vocab.Spelled()[heading.Key] {
			switch claim.Field {
			case words.Initial, words.Adjusted, words.Executed, words.Rate, words.Weight, words.Score, words.Target, words.Actual:
				return of.part, true
			}
		}
	}
	return "", false
}
