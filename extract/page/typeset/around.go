package typeset

import (
	"cmp"
	"math"
	"slices"

	"fuhe"
	"fuhe/extract/page"
)

// Lines are the lines of text of a page without tables, top down, page numbers left out.
func Lines(p page.Page) []fuhe.Line {
	if len(p.Glyphs) > MaxGlyphs {
		return nil // Find has said so
	}
	return Outside(Readable(p), p)
}

// Outside are the lines of text outside tables, top down, page numbers left out.
func Outside(glyphs []Glyph, p page.Page) []fuhe.Line { return new(Desk).Outside(glyphs, p) }

// Outside is the same, set on a desk.
func (d *Desk) Outside(glyphs []Glyph, p page.Page) []fuhe.Line {
	var out []fuhe.Line
	rows := d.Rows(glyphs)
	for i := range rows {
		r := &rows[i]
		text := r.text(true)
		if text == "" {
			continue
		}
		if box := r.box(); !numbers(text, box, p) { // which belongs to the page, not to what is written on it
			out = append(out, fuhe.Line{Text: text, At: fuhe.Source{Page: p.Number, Box: box}})
		}
	}
	return out
}

// Beside tells the glyphs left of a place between two columns from those right of it, and from the lines that run across.
func Beside(glyphs []Glyph, x float64) (left, right, across []Glyph) {
	var lines []Row // that run across, top down
	for _, r := range Rows(glyphs) {
		if slices.ContainsFunc(r.Apart(), func(piece [2]float64) bool { return piece[0] < x && piece[1] > x }) {
			lines = append(lines, r)
		}
	}
	for _, g := range glyphs {
		i, on := slices.BinarySearchFunc(lines, g.Base, func(r Row, base float64) int { return cmp.Compare(r.v, base) })
		for _, k := range []int{i - 1, i} {
			on = on || k >= 0 && k < len(lines) && math.Abs(lines[k].v-g.Base) <= LineShare*lines[k].size
		}
		switch middle, _ := g.Centre(); {
		case on:
			across = append(across, g)
		case middle < x:
			left = append(left, g)
		default:
			right = append(right, g)
		}
	}
	return left, right, across
}

// PageNumbers are the lines that Outside leaves out.
func PageNumbers(glyphs []Glyph, p page.Page) []fuhe.Line {
	var out []fuhe.Line
	for _, r := range Rows(glyphs) {
		if text, box := r.text(true), r.box(); text != "" && numbers(text, box, p) {
			out = append(out, fuhe.Line{Text: text, At: fuhe.Source{Page: p.Number, Box: box}})
		}
	}
	return out
}

// numbers reports whether a line in a margin is the number of the page.
func numbers(text string, box fuhe.Box, p page.Page) bool {
	return (box[3] < HeadShare*p.Height || box[1] > (1-footShare)*p.Height) && pageNumber(text)
}

// box is the rectangle a line of upright text takes.
func (r *Row) box() fuhe.Box {
	b := fuhe.Box{math.Inf(1), r.v - r.size, math.Inf(-1), r.v}
	for i := range r.marks {
		if m := &r.marks[i]; !m.blank {
			b[0], b[2] = min(b[0], m.u0), max(b[2], m.u1)
		}
	}
	return b
}
