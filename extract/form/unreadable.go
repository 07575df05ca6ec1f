package form

import (
	"strings"

	"fuhe"
)

// unreadable stands in a text for a character that the file shows and does not name.
const unreadable = "\uFFFD"

var doubtUnnamed = both("含有文件未注明是何字的字符", "a character stands in it that the file does not name")

// checkUnreadable says where characters are not known. A figure that holds one is in doubt; another entry is left out and
// named.
func (f *reader) checkUnreadable() {
	said := map[fuhe.Source]bool{}
	say := func(at fuhe.Source, text, rest string) {
		if !said[at] {
			f.note(at, "a character that the file does not name, in "+quote(text)+rest)
		}
		said[at] = true
	}
	for _, e := range f.report.Entries() {
		switch {
		case !strings.Contains(e.Cell.Text, unreadable):
		case isFigureField(e.Field):
			*e.Cell, said[e.Cell.At] = e.Cell.Kept(nil, false, &doubtUnnamed), true
		default:
			say(e.Cell.At, e.Cell.Text, ": left out")
			*e.Cell = fuhe.Cell{}
		}
	}
	for r := f.from; r < f.to; r++ {
		for _, c := range f.view.In(r) {
			if strings.Contains(c.Text, unreadable) {
				say(c.At, c.Text, "")
			}
		}
	}
}

// isFigureField tells the entries that rules are about: amounts, rates, points, targets and what became of them, and the
// names of funds, which tell what is a part of what.
func isFigureField(at fuhe.Field) bool {
	switch key := at.Key(); {
	case strings.HasPrefix(string(at), "/funds/"), strings.HasPrefix(string(at), "/total/"), strings.HasPrefix(string(at), "/header_total/"):
		return true
	case strings.HasPrefix(string(at), "/indicators/"):
		return key == "target" || key == "actual" || key == "weight" || key == "score"
	}
	return false
}
