package native

import (
	"math"

	"fuhe"
	"fuhe/extract/page"
)

// typeface is what all glyphs of a string share.
type typeface struct {
	hue       page.Ink
	right, up point // of one unit of text space at the font size, on the shown page
	rise      point // of the glyphs over their line
	size      float64
	angle     float64
	hidden    bool
	unseen    bool
	light     float64 // of the text, on white paper
}

func (in *interpreter) typeface() typeface {
	s := &in.state
	to := s.tm.then(s.ctm)
	var t typeface
	t.right = point{to.a * s.size * s.stretch, to.b * s.size * s.stretch}
	t.up = point{to.c * s.size, to.d * s.size}
	t.rise = point{s.rise * to.c, s.rise * to.d}
	t.size, t.angle = lengthOf(t.up), turned(t.right)
	t.light, t.hue = 1, s.fill.hue
	if s.mode%4 != 1 { // filled
		t.light = s.fill.onPaper()
	}
	if s.mode%4 == 1 || s.mode%4 == 2 { // stroked
		t.light = min(t.light, s.stroke.onPaper())
	}
	alpha := s.fill.alpha
	if s.mode%4 == 1 {
		alpha, t.hue = s.stroke.alpha, s.stroke.hue
	}
	t.unseen = alpha == 0
	t.hidden = s.mode == 3
	return t
}

// lengthOf is the length of a vector; most stand upright.
func lengthOf(v point) float64 {
	if v.x == 0 {
		return math.Abs(v.y)
	}
	return math.Hypot(v.x, v.y)
}

// turned is the direction of a vector, in degrees; most lie level.
func turned(v point) float64 {
	if v.y == 0 && v.x > 0 {
		return 0
	}
	angle := math.Atan2(v.y, v.x) * 180 / math.Pi
	if math.Abs(angle) < 1e-3 {
		return 0
	}
	return angle
}

// put adds a glyph at the place of the text.
func (in *interpreter) put(g *glyph, t *typeface) {
	if in.marks.hidden() {
		return
	}
	s, f := &in.state, in.state.font
	o := s.ctm.point(s.tm.e, s.tm.f)
	o.x, o.y = o.x+t.rise.x, o.y+t.rise.y
	box := t.box(g, f, o)
	if !finite(box[:]...) || box[2] < in.box[0] || box[0] > in.box[2] || box[3] < in.box[1] || box[1] > in.box[3] {
		return // off the page
	}
	n := len(in.page.Glyphs)
	if n >= maxGlyphs {
		in.stop("more than %d characters", maxGlyphs)
		return
	}
	in.page.Glyphs = append(in.page.Glyphs, page.Glyph{Text: g.text, Box: box, Base: o.y, Size: t.size, Angle: t.angle, Font: f.name, Sure: g.sure, Hidden: t.hidden, Shown: in.shown, Piece: in.placed, Clip: in.page.Clipped(s.clip), Ink: t.hue, Upright: f.vertical})
	out := &in.page.Glyphs[n]
	if f.vertical {
		out.Base = o.x
	}
	out.Pale = t.unseen || in.marks.watermark() || t.light > paleAbove && !in.onDark((box[0]+box[2])/2, (box[1]+box[3])/2)
	out.Unseen = t.unseen || out.Pale && t.light > lightest
	switch {
	case !g.blank && in.twice.drawn(in.page.Glyphs[:n], out, g.first):
		in.page.Glyphs = in.page.Glyphs[:n]
	case !g.sure:
		in.lacks(f)
	}
}

// lacks notes a glyph of a font that is not known.
func (in *interpreter) lacks(f *font) {
	if in.missing == nil {
		in.missing = make(map[*font]int)
	}
	in.missing[f]++
}

// box is the area of a glyph at a place.
func (t *typeface) box(g *glyph, f *font, at point) fuhe.Box {
	left, right, low, high := 0.0, g.width, f.descent, f.ascent
	if f.vertical {
		left, right = -g.width/2, g.width/2
		low, high = g.down, 0
	}
	from := point{at.x + left*t.right.x, at.y + left*t.right.y}
	to := point{at.x + right*t.right.x, at.y + right*t.right.y}
	down, up := point{low * t.up.x, low * t.up.y}, point{high * t.up.x, high * t.up.y}
	return fuhe.Box{
		min(from.x+down.x, to.x+down.x, from.x+up.x, to.x+up.x), min(from.y+down.y, to.y+down.y, from.y+up.y, to.y+up.y),
		max(from.x+down.x, to.x+down.x, from.x+up.x, to.x+up.x), max(from.y+down.y, to.y+down.y, from.y+up.y, to.y+up.y),
	}
}
