package typeset

import (
	"math"
	"slices"
	"strings"

	"fuhe/extract/grid"
)

// Text is the text of a cell of the given inner width, and the footnote marks kept apart from it: its lines of upright
// text, which are rows, then what is turned.
func Text(rows []Row, glyphs []Glyph, width float64) (text string, marks []string) {
	return SpacedText(rows, glyphs, width, figurePitchShare)
}

// SpacedText is Text where the lines of a broken figure follow each other no farther apart than a share of the font size.
func SpacedText(rows []Row, glyphs []Glyph, width, pitch float64) (text string, marks []string) {
	parts := [4]string{joinRows(rows, width, pitch)}
	for i := range rows {
		marks = append(marks, rows[i].raised...)
	}
	if upright(glyphs) {
		if strings.Contains(parts[0], grid.RightToLeft) {
			return grid.JoinLines(parts[:1]), marks // joined lines may turn what single ones do not
		}
		return parts[0], marks
	}
	for quarter := int8(1); quarter < 4; quarter++ {
		parts[quarter] = joinRows(new(Desk).lines(glyphs, quarter), math.Inf(1), pitch)
	}
	return grid.JoinLines(parts[:]), marks
}

// upright reports whether no glyph is turned.
func upright(glyphs []Glyph) bool {
	for i := range glyphs {
		if glyphs[i].Quarter != 0 {
			return false
		}
	}
	return true
}

// Extent is where the visible text of a line begins and ends; false for a blank one.
func (r *Row) Extent() (from, to float64, ok bool) {
	first, last := r.first(), r.last()
	if first == nil {
		return 0, 0, false
	}
	return first.u0, last.u1, true
}

// joinRows joins the lines of a cell of the given inner width. A figure too long for its cell is broken between digits:
// it is put together again, but two figures one under the other never become one.
func joinRows(rows []Row, width, pitch float64) string {
	if len(rows) == 1 {
		return grid.JoinLines([]string{rows[0].text(false)})
	}
	var textRoom, lineRoom [usualLines]string
	var rowRoom [usualLines]*Row
	texts, kept, lines := textRoom[:0], rowRoom[:0], lineRoom[:0]
	for i := range rows {
		text := rows[i].text(false)
		switch n := len(texts); {
		case text == "":
		case n > 0 && kept[n-1].v == rows[i].v && Narrow(text): // drawn over the line before
			texts[n-1] += " " + text
		default:
			texts, kept = append(texts, text), append(kept, &rows[i])
		}
	}
	for i := 0; i < len(texts); {
		n := brokenFigure(texts[i:], kept[i].hasStruck(), func(k int) bool { return kept[i+k].full(kept[i+k+1], width, pitch) })
		line := ""
		for _, t := range texts[i : i+n] {
			line += t
		}
		lines, i = append(lines, line), i+n
	}
	return grid.JoinLines(lines)
}

// hasStruck reports whether part of a line is struck out.
func (r *Row) hasStruck() bool {
	return slices.ContainsFunc(r.marks, func(m mark) bool { return m.struck && !m.blank })
}

// full reports whether nothing of the next line, close below, would have fitted on this one. A line that ends in a drawn
// space was broken there, not because it was full.
func (r *Row) full(next *Row, width, most float64) bool {
	pitch := next.v - r.v
	if r.marks[len(r.marks)-1].blank || pitch <= LineShare*r.size || pitch > most*r.size {
		return false
	}
	return r.last().u1-r.first().u0+next.unit() > width-paddingShare*r.size
}

// unit is the width of what cannot be broken at the start of a line: its first mark and the points that may not begin a
// line behind it.
func (r *Row) unit() float64 {
	first := r.first()
	end := first.u1
	for i := range r.marks {
		m := &r.marks[i]
		if m.u0 > first.u0 {
			if !strings.Contains(",.，。、；：！？）)%％", m.text) {
				break
			}
			end = m.u1
		}
	}
	return end - first.u0
}
