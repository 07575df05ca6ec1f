package grid

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
)

// acrossBreak are the texts of the merged cells and of the first column at the edge between two pages, without white space.
func acrossBreak(a, b *Grid) []string {
	var out []string
	take := func(c Cell) {
		if s := strings.Join(strings.Fields(c.Text), ""); s != "" {
			out = append(out, s)
		}
	}
	for _, c := range a.Cells {
		if c.Row+c.RowSpan == a.Rows && (c.RowSpan > 1 || c.Col == 0) {
			take(c)
		}
	}
	for _, c := range b.Cells {
		if c.Row == 0 && (c.RowSpan > 1 || c.Col == 0) {
			take(c)
		}
	}
	return out
}

// withoutScraps leaves out the lines that say what a merged cell at the page edge says: spreadsheet programs centre its
// text over both pages and draw it on each, outside of the part of the table that is there.
func withoutScraps(lines []fuhe.Line, names []string) []fuhe.Line {
	if len(names) == 0 {
		return lines
	}
	return slices.DeleteFunc(slices.Clone(lines), func(l fuhe.Line) bool {
		for _, w := range strings.Fields(l.Text) {
			if utf8.RuneCountInString(w) < 2 || !slices.ContainsFunc(names, func(n string) bool { return strings.Contains(n, w) }) {
				return false
			}
		}
		return true
	})
}
