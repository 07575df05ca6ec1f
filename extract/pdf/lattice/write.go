package lattice

import (
	"math"
	"regexp"
	"strings"

	"fuhe/extract/grid"
)

// write fills in the text of every cell.
func (t *table) write() {
	rows := make([][]row, len(t.cells))
	padLeft, padRight := paddingPoints, paddingPoints
	for i, c := range t.cells {
		rows[i] = textRows(turned(c.glyphs, 0))
		for _, r := range rows[i] {
			if f, l := r.first(), r.last(); f != nil {
				padLeft = min(padLeft, max(0, f.u0-t.xs[c.col]))
				padRight = min(padRight, max(0, t.xs[c.col+c.cols]-l.u1))
			}
		}
	}
	for i := range t.cells {
		c := &t.cells[i]
		width := t.xs[c.col+c.cols] - t.xs[c.col] - padLeft - padRight
		parts := []string{joinRows(rows[i], width)}
		for quarter := 1; quarter < 4; quarter++ {
			parts = append(parts, joinRows(textRows(turned(c.glyphs, quarter)), math.Inf(1)))
		}
		c.text = grid.JoinLines(parts)
	}
}

func turned(glyphs []glyph, quarter int) []glyph {
	var out []glyph
	for _, g := range glyphs {
		if g.quarter == quarter {
			out = append(out, g)
		}
	}
	return out
}

// joinRows joins the lines of a cell of the given inner width. A figure too long for its cell is broken between digits:
// it is put together again, but two figures one under the other never become one.
func joinRows(rows []row, width float64) string {
	var lines []string
	var above *row
	for i := range rows {
		r := &rows[i]
		text := r.text(false)
		if text == "" {
			continue
		}
		switch n := len(lines); {
		case above != nil && above.v == r.v && narrow(text): // drawn over the line before
			lines[n-1] += " " + text
		case above != nil && above.full(r, width) && brokenFigure(lines[n-1], text):
			lines[n-1] += text
		default:
			lines = append(lines, text)
		}
		above = r
	}
	return grid.JoinLines(lines)
}

// full reports whether nothing of the next line, close below, would have fitted on this one. A line that ends in a drawn
// space was broken there, not because it was full.
func (r *row) full(next *row, width float64) bool {
	pitch := next.v - r.v
	if r.marks[len(r.marks)-1].blank || pitch <= lineShare*r.size || pitch > figurePitchShare*r.size {
		return false
	}
	f, l, n := r.first(), r.last(), next.first()
	return l.u1-f.u0+(n.u1-n.u0) > width
}

// wholeDigits of a figure without a mark are more than a narrow cell is made for.
const wholeDigits = 4

var (
	figureAtEnd   = regexp.MustCompile(`[0-9][0-9,，.]*$`)
	figureAtStart = regexp.MustCompile(`^[0-9][0-9,，.]*`)
	figure        = regexp.MustCompile(`^([0-9]+|[0-9]{1,3}([,，][0-9]{3})+)(\.[0-9]+)?$`)
	listNumber    = regexp.MustCompile(`^[0-9]{1,2}[.．、)）][^0-9]`)
)

// brokenFigure reports whether the digits at the end of a line and at the start of the next can be one figure. Two
// equal halves are rather two figures (2019 over 2020), and so is what follows a short whole number (10 over 5 where a
// rule was missed): apart they are no number, and that is said.
func brokenFigure(line, next string) bool {
	head, tail := figureAtEnd.FindString(line), figureAtStart.FindString(next)
	if head == "" || tail == "" || listNumber.MatchString(next) {
		return false
	}
	if !figure.MatchString(strings.TrimRight(head+tail, ".,，")) {
		return false
	}
	if strings.ContainsAny(head, ".,，") {
		return true
	}
	return len(head) >= wholeDigits && len(head) != len(tail)
}
