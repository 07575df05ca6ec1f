package pdfium

import (
	"math"

	"fuhe"
	"fuhe/extract/page"
)

// glyph is a character without its Text: where and how it stands. The width is of the font size, 0 when not known.
func (r *textReader) glyph(width float64, run *run, origin point, loose, ink fuhe.Box) page.Glyph {
	m := run.place
	at := r.place.point(origin.x, origin.y)
	m.e, m.f = at.x, at.y
	sign := math.Copysign(1, run.size)
	g := page.Glyph{
		Base:   at.y,
		Size:   math.Abs(run.size) * math.Hypot(m.c, m.d),
		Angle:  math.Atan2(sign*m.b, sign*m.a) * 180 / math.Pi,
		Font:   run.font.name,
		Hidden: run.ink.hidden,
		Ink:    run.ink.hue,
	}
	if width < 0 {
		// Vertical writing: PDFium gives the advance downwards.
		g.Upright = true
		g.Box = run.upright(width, loose)
		g.Base = (g.Box[0] + g.Box[2]) / 2
	} else {
		width = advance(width, run.size, m, loose, ink)
		high, low := run.font.ascent*run.size, run.font.descent*run.size
		g.Box = bounds(m.point(0, high), m.point(width, high), m.point(0, low), m.point(width, low))
	}
	if run.ink.lightness > paleAbove {
		g.Pale = !r.onDark((g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2)
		g.Unseen = g.Pale && run.ink.lightness > lightest
	}
	return g
}

// upright is the place of a character in vertical writing: as wide as the font size on both sides of the line that runs
// down from the run's place, and as high as its advance. The loose box tells how far down; sideways it holds the ink, too.
func (r *run) upright(advance float64, loose fuhe.Box) fuhe.Box {
	m := r.place
	down := math.Hypot(m.c, m.d)
	dx, dy := -m.c/down, -m.d/down // one point down the line
	x, y := (loose[0]+loose[2])/2-m.e, (loose[1]+loose[3])/2-m.f
	t := x*dx + y*dy
	x, y = m.e+t*dx, m.f+t*dy
	half, side := math.Abs(advance*r.size)*down/2, math.Abs(r.size)*math.Hypot(m.a, m.b)/2
	return bounds(point{x + half*dx + side*dy, y + half*dy + side*dx}, point{x - half*dx - side*dy, y - half*dy - side*dx})
}

// boxes are the loose box of a character (advance × height of the font, and the ink where that reaches further) and
// the one of its ink, on the shown page.
func (r *textReader) boxes(i uint64) (loose, ink fuhe.Box) {
	box := r.box
	if box.yes("FPDFText_GetLooseCharBox", r.text, i, box.scratch) {
		left, top, right, bottom := box.float(0), box.float(1), box.float(2), box.float(3)
		loose = bounds(r.place.point(left, bottom), r.place.point(right, top))
	}
	if box.yes("FPDFText_GetCharBox", r.text, i, box.scratch, box.scratch+8, box.scratch+16, box.scratch+24) {
		left, right, bottom, top := box.double(0), box.double(1), box.double(2), box.double(3)
		ink = bounds(r.place.point(left, bottom), r.place.point(right, top))
	}
	return loose, ink
}

// advance is the width of a character in text space. The font is asked by Unicode and may answer for another code with
// the same character; the loose box has the width of this one, and the kerning behind it. So the narrower of the two is
// taken: a box too narrow leaves a gap of a fraction, one too wide swallows the gap between two words. The ink only
// counts when nothing else is known: that of a substitute font is of other shapes. At an angle the boxes say nothing.
func advance(byFont, size float64, m matrix, loose, ink fuhe.Box) float64 {
	along := math.Hypot(m.a, m.b)
	across, down := math.Abs(m.b) < 1e-6*along, math.Abs(m.a) < 1e-6*along
	byFont *= math.Abs(size)
	if !across && !down {
		return byFont * math.Copysign(1, size)
	}
	reach := func(b fuhe.Box) float64 {
		switch {
		case across && m.a*size > 0:
			return (b[2] - m.e) / along
		case across:
			return (m.e - b[0]) / along
		case m.b*size > 0:
			return (b[3] - m.f) / along
		}
		return (m.f - b[1]) / along
	}
	width := byFont
	switch {
	case loose == ink: // PDFium knows no height of this font, and gives the ink for both
		if byFont <= 0 {
			width = reach(ink)
		}
	case byFont <= 0 || reach(loose) < byFont:
		width = reach(loose)
	}
	return max(width, 0) * math.Copysign(1, size)
}
