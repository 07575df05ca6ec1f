package form

import (
	"strings"

	"fuhe"
	"fuhe/extract/form/view"
)

// unreadable stands in a text for a character that the file shows and does not name.
const unreadable = "\uFFFD"

// checkUnreadable says where characters are not known. An entry that holds one is left out; the form is refused where it
// is a figure that others are added up with, or tells rows and columns apart.
func (f *reader) checkUnreadable() {
	said := map[fuhe.Source]bool{}
	say := func(at fuhe.Source, text string, needed bool) {
		if reason := "a character that the file does not name, in " + quote(text); needed {
			f.refuse(at, reason)
		} else if !said[at] {
			f.note(at, reason+": left out")
		}
		said[at] = true
	}
	bare := map[fuhe.Field]bool{} // names in rows with neither target nor actual value: they may be totals
	for i := range f.report.Indicators {
		if n := &f.report.Indicators[i]; n.Target.Text == "" && n.Actual.Text == "" {
			for _, key := range []string{"level1", "level2", "name"} {
				bare[fuhe.IndicatorField(i, key)] = true
			}
		}
	}
	for _, e := range f.report.Entries() {
		if strings.Contains(e.Cell.Text, unreadable) {
			say(e.Cell.At, e.Cell.Text, bare[e.Field] || f.needed(e.Field))
			*e.Cell = fuhe.Cell{}
		}
	}
	for r := f.from; r < f.to; r++ {
		for _, c := range f.view.In(r) {
			if strings.Contains(c.Text, unreadable) && !said[c.At] {
				say(c.At, c.Text, f.tells(r))
			}
		}
	}
}

// needed reports whether a form without this entry might be accused of what is printed on it.
func (f *reader) needed(at fuhe.Field) bool {
	switch key := at.Key(); {
	case strings.HasPrefix(string(at), "/funds/"), strings.HasPrefix(string(at), "/sections/"):
		return true
	default:
		return key == "weight" || key == "score"
	}
}

// tells reports whether a row holds headings, or the label of a total.
func (f *reader) tells(r int) bool {
	for _, p := range f.body {
		b := p.part()
		if r >= b.Zone.Top && r <= b.Zone.Bottom || b.Kind != view.Goals && r >= b.From && r < b.To && view.HasFigure(f.view.In(r)) {
			return true
		}
	}
	return false
}
