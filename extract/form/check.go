package form

import (
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/lazy"
)

// check refuses a report in which figures are known to be missing: sums over it would accuse a correct form.
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
	for _, i := range f.report.Indicators {
		for _, level := range []fuhe.Cell{i.Level1, i.Level2} {
			if utf8.RuneCountInString(level.Text) > maxLevelRune && figuresInName.MatchString(pointsNote.ReplaceAllString(level.Text, "")) {
				f.refuse(level.At, "rows in one cell: "+quote(level.Text)) // the rules between them were not found
			}
		}
	}
}

// figuresInName are two figures in the name of a level: one may be, two are the points of a row.
var figuresInName = lazy.New(`[0-9].*[^0-9.,].*[0-9]`)
