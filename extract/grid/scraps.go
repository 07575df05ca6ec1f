package grid

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
)

// overEdge is what the merged cells and the first column say at the edge between two pages, without white space, and
// from where to where they reach.
type overEdge struct {
	names       []string
	left, right float64
}

func acrossBreak(a, b *Grid) overEdge {
	var o overEdge
	for i := range a.Cells {
		if c := &a.Cells[i]; c.Row+c.RowSpan == a.Rows {
			o.take(c)
		}
	}
	for i := range b.Cells {
		if c := &b.Cells[i]; c.Row == 0 {
			o.take(c)
		}
	}
	return o
}

// take adds what a cell at the edge says.
func (o *overEdge) take(c *Cell) {
	if c.RowSpan < 2 && c.Col > 0 {
		return
	}
	s := strings.Join(strings.Fields(c.Text), "")
	if s == "" {
		return
	}
	if box := c.At.Box; len(o.names) == 0 {
		o.left, o.right = box[0], box[2]
	} else {
		o.left, o.right = min(o.left, box[0]), max(o.right, box[2])
	}
	o.names = append(o.names, s)
}

// withoutScraps leaves out the lines that say what a merged cell at the page edge says, or a part of it: spreadsheet
// programs centre its text over both pages and draw it on each, outside of the part of the table that is there.
func withoutScraps(lines []fuhe.Line, o overEdge) []fuhe.Line {
	if len(o.names) == 0 {
		return lines
	}
	return slices.DeleteFunc(slices.Clone(lines), func(l fuhe.Line) bool {
		if l.At.Box[0] < o.left-sameEdgePoints || l.At.Box[2] > o.right+sameEdgePoints {
			return false
		}
		for _, w := range strings.Fields(l.Text) {
			if !o.says(w) {
				return false
			}
		}
		return true
	})
}

// says reports whether a word is a part of a name, or consists of characters of as many names set downwards side by side.
func (o overEdge) says(word string) bool {
	part := func(s string) bool {
		return slices.ContainsFunc(o.names, func(n string) bool { return strings.Contains(n, s) })
	}
	return part(word) || utf8.RuneCountInString(word) <= len(o.names) &&
		!strings.ContainsFunc(word, func(r rune) bool { return !part(string(r)) })
}
