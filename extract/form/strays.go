package form

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

// loseStrays names figures that became no entry and that no block has named: outside of the blocks those that stand beside no
// label, or beside one that is not understood, and those in one cell with a heading; in the blocks all that stand under no
// heading that is read.
func (f *reader) loseStrays() {
	v, known := f.view, f.knownPlaces()
	for r := f.from; r < f.to; r++ {
		if v.Dropped[r] {
			continue
		}
		f.loseGlued(r, known)
		if b := f.blockAt(r); b != nil {
			f.loseInBlock(b, r, known)
			continue
		}
		if f.body.holds(r) {
			continue // headings and goals
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

// knownPlaces are where the entries of the report stand, and what is named as lost.
func (f *reader) knownPlaces() map[fuhe.Source]bool {
	entries := f.report.Entries()
	known := make(map[fuhe.Source]bool, len(entries)+len(f.lost))
	for _, e := range entries {
		known[e.Cell.At] = true
	}
	for _, l := range f.lost {
		known[l.At] = true
	}
	return known
}

// blockAt is the block of amounts or indicators that a row lies in, nil when there is none: rows behind the last indicator are
// outside.
func (f *reader) blockAt(r int) block {
	for _, b := range f.body {
		p := b.part()
		if p.Kind != view.Goals && r > p.Zone.Bottom && r < p.To && (p.Kind == view.Money || b.holds(r)) {
			return b
		}
	}
	return nil
}

// loseInBlock names the figures in a row of a block that are no entries: of an entry of its list those that stand under none of
// the headings it is made of, or under the one that another goes before.
func (f *reader) loseInBlock(b block, r int, known map[fuhe.Source]bool) {
	v, p := f.view, b.part()
	if isNumbering(v.In(r)) {
		return
	}
	n, listed := b.(*indicatorBlock)
	total := listed && n.rowKind(r) == totalRow
	for _, c := range v.In(r) {
		switch {
		case known[c.At] || countsRows(p, c):
		case total && c != n.rowLabel(r) && holdsFigure(c.Text):
			f.lose("/total", c.Entry(), f.report.Total.Score.Text == "", both("合计行中的数字，不在分值或得分栏内", "a figure in the row of the total that stands under neither weight nor score"))
		case total || !looksLikeFigure(c.Text):
		case b.entry(r) && revisedAway(p, c):
			f.lose(partOf(b), c.Entry(), false, both("指标值已调整，按调整后的复核", "the target as it was before it was adjusted"))
		case !b.entry(r) || p.Columns.Over(c) == 0:
			f.lose(partOf(b), c.Entry(), false, both("%s一行中的数字，不是填报项", "a figure in the row of %s that is no entry", quote(v.In(r)[0].Text)))
		}
	}
}

// countsRows reports whether a figure numbers its row: under such a heading, or a small one left of all that is read.
func countsRows(p *view.Block, c *view.Cell) bool {
	for i := range p.Columns.List {
		if o := &p.Columns.List[i]; c.Col >= o.From && c.Right() <= o.To && o.Heading != nil && words.Numbering.MatchString(o.Heading.Heading.Key) {
			return true
		}
	}
	return c.Right() < p.Columns.First() && rowNumber.MatchString(c.Text)
}

var rowNumber = lazy.New(`^[0-9]{1,2}$`)

// revisedAway reports whether a target stands beside the one that was adjusted.
func revisedAway(p *view.Block, c *view.Cell) bool {
	if !p.Columns.Has(words.Revised) {
		return false
	}
	for _, f := range []words.Field{words.Target, words.Revised} {
		if o := p.Columns.Find(f); o != nil && c.Col >= o.From && c.Right() <= o.To {
			return true
		}
	}
	return false
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

// headingWithFigure reports whether a cell holds a heading of points or amounts and a figure behind it, 年初预算288,716.59: the
// row of headings and the one below are one cell each. It is a part of the block it names.
func headingWithFigure(c *view.Cell) (fuhe.Field, bool) {
	s := c.Text
	at := strings.IndexAny(s, "0123456789") // no ④, which numbers a column
	if at <= 0 || strings.ContainsAny(s[:at], "(（*×/") || !looksLikeFigure(s[at:]) {
		return "", false // 执行率（B/A×100%） is a heading
	}
	heading := words.Read(strings.TrimRight(s[:at], "≥≤><=＞＜＝≧≦ \n")) // 年度指标值≥3场
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
