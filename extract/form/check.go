package form

import (
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/lazy"
)

// check says where figures are known to be missing, so that no sum over them accuses a correct form, and refuses a report of
// which nothing is left.
func (f *reader) check() {
	v := f.view
	n := f.body.of(view.Indicators)
	at := v.Source(n.Zone.Top, n.Columns.First())
	if len(f.report.Indicators) == 0 {
		f.refuse(at, "no indicator under the headings")
		return
	}
	f.checkShifted()
	f.checkLeft()
	f.checkEnd()
	f.checkUnreadable()
	f.checkPoints()
	f.checkLevels()
}

// checkLevels says where the name of a level holds the figures of a row: the rules between them were not found. What stands in
// the rows of that level is in doubt.
func (f *reader) checkLevels() {
	glued := map[fuhe.Source]bool{}
	for i := range f.report.Indicators {
		n := &f.report.Indicators[i]
		for _, level := range []fuhe.Cell{n.Level1, n.Level2} {
			if utf8.RuneCountInString(level.Text) <= maxLevelRune || !figuresInName.MatchString(pointsNote.ReplaceAllString(level.Text, "")) {
				continue
			}
			doubt := both("指标名称一格内写有几行：%s", "rows in one cell: %s", quote(level.Text))
			if !glued[level.At] {
				f.lose("/indicators", level, true, doubt)
			}
			glued[level.At] = true
			doubtFigures(n, doubt)
		}
	}
}

// doubtFigures puts the figures of an indicator in doubt.
func doubtFigures(n *fuhe.Indicator, doubt fuhe.Phrase) {
	for _, c := range []*fuhe.Cell{&n.Target, &n.Actual, &n.Weight, &n.Score} {
		if c.Text != "" && c.Doubt == nil {
			*c = c.Kept(nil, false, &doubt)
		}
	}
}

// figuresInName are two figures in the name of a level: one may be, two are the points of a row.
var figuresInName = lazy.New(`[0-9].*[^0-9.,].*[0-9]`)
