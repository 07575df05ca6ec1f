package pdfium

import (
	"cmp"
	"math"
	"slices"
	"unicode"

	"fuhe"
	"fuhe/extract/pdf/glyph"
	"fuhe/extract/pdf/page"
)

// glyphs adds the characters of the page. PDFium sorts them into lines and inserts spaces and line ends of its own;
// here they come without those, in the order they were drawn.
func (s *sheet) glyphs(handle uint64) {
	text := s.box.call("FPDFText_LoadPage", handle)
	if text == 0 {
		s.unsure("the text of the page does not load")
		return
	}
	defer s.box.call("FPDFText_ClosePage", text)
	n := s.box.number("FPDFText_CountChars", text)
	if n > maxGlyphs {
		s.unsure("more than %d characters", maxGlyphs)
		n = maxGlyphs
	}
	r := textReader{sheet: s, text: text, runs: make(map[uint64]*run), fonts: make(map[uint64]*font)}
	for i := 0; i < n && s.box.err == nil; i++ {
		r.read(uint64(i))
	}
	slices.SortStableFunc(r.found, func(a, b shown) int { return cmp.Compare(a.order, b.order) })
	for _, g := range r.found {
		s.page.Glyphs = append(s.page.Glyphs, g.Glyph)
	}
	if r.unknown > 0 {
		s.unsure("%d characters without Unicode", r.unknown)
	}
}

// textReader reads the characters of one page.
type textReader struct {
	*sheet
	text    uint64
	runs    map[uint64]*run
	fonts   map[uint64]*font
	found   []shown
	unknown int
}

// shown is a glyph with what is needed to put it in order and to know it again.
type shown struct {
	page.Glyph
	order  int
	run    *run
	origin point
}

// run is a text object: what one operator shows. All its characters share these.
type run struct {
	order     int
	font      *font
	size      float64 // in text space, may be negative
	place     matrix  // from text space to the shown page, without the shift
	hidden    bool
	lightness float64
}

func (r *textReader) read(i uint64) {
	box := r.box
	code := rune(uint32(box.call("FPDFText_GetUnicode", r.text, i)))
	object := box.call("FPDFText_GetTextObject", r.text, i)
	if object == 0 || unicode.IsSpace(code) && box.yes("FPDFText_IsGenerated", r.text, i) {
		return // inserted by PDFium: nothing was drawn
	}
	run := r.run(object, i)
	if run == nil || !box.yes("FPDFText_GetCharOrigin", r.text, i, box.scratch, box.scratch+8) {
		return
	}
	origin := point{box.double(0), box.double(1)}
	known := !box.yes("FPDFText_HasUnicodeMapError", r.text, i)
	if code == hyphenMark || code == 0xFFFE {
		if box.yes("FPDFText_IsHyphen", r.text, i) {
			code = '-' // PDFium takes the hyphen at the end of a line for a division of a word and marks it
		}
	}
	if n := len(r.found); n > 0 && known && r.found[n-1].run == run && r.found[n-1].origin.near(origin) && r.found[n-1].Text != "" {
		r.found[n-1].Text += string(glyph.Ideograph(code)) // a ligature, or a code that stands for several letters
		return
	}
	g := shown{order: run.order, run: run, origin: origin}
	g.Glyph = r.glyph(i, code, run, origin)
	if known && readable(code) {
		g.Text, g.Found = string(glyph.Ideograph(code)), found
	} else if run.font.embedded && !r.inked(i) {
		g.Text, g.Found = " ", found // an unnamed space: it draws nothing
	} else {
		r.unknown++
	}
	r.found = append(r.found, g)
}

// hyphenMark is what PDFium makes of a hyphen at the end of a line.
const hyphenMark = 2

// found is how characters were found. PDFium does not tell, so the least that is trusted is claimed.
const found = page.ByEncoding

// readable reports whether a character says what is seen. Private use, control and replacement characters do not.
func readable(r rune) bool {
	return r != 0 && r != unicode.ReplacementChar && unicode.IsPrint(r) && !unicode.Is(unicode.Co, r) || unicode.IsSpace(r) || r == 0xAD
}

// near reports whether two places are the same but for rounding.
func (p point) near(q point) bool {
	return math.Abs(p.x-q.x) < samePoints && math.Abs(p.y-q.y) < samePoints
}

// run is what the characters of a text object share; nil when it draws nothing.
func (r *textReader) run(object, i uint64) *run {
	if known, ok := r.runs[object]; ok {
		return known
	}
	r.runs[object] = nil
	box := r.box
	if !box.yes("FPDFTextObj_GetFontSize", object, box.scratch) {
		return nil
	}
	out := &run{size: box.float(0)}
	order, drawn := r.order[object]
	if !drawn {
		order = len(r.order) // in an annotation or beyond a budget: behind everything else
	}
	out.order = order
	if !box.yes("FPDFText_GetMatrix", r.text, i, box.scratch) {
		return nil
	}
	out.place = box.matrixIn().then(r.place)
	out.font = r.font(box.call("FPDFTextObj_GetFont", object))
	switch box.number("FPDFTextObj_GetTextRenderMode", object) {
	case 3, 7:
		out.hidden = true
	case 1, 5:
		out.lightness = r.colour("FPDFPageObj_GetStrokeColor", object)
	default:
		out.lightness = r.colour("FPDFPageObj_GetFillColor", object)
	}
	if out.size == 0 || out.place.scale() == 0 {
		return nil // as small as nothing
	}
	r.runs[object] = out
	return out
}

// glyph is a character without its Text: where and how it stands.
func (r *textReader) glyph(i uint64, code rune, run *run, origin point) page.Glyph {
	m := run.place
	at := r.place.point(origin.x, origin.y)
	m.e, m.f = at.x, at.y
	sign := math.Copysign(1, run.size)
	g := page.Glyph{
		Base:   at.y,
		Size:   math.Abs(run.size) * math.Hypot(m.c, m.d),
		Angle:  math.Atan2(sign*m.b, sign*m.a) * 180 / math.Pi,
		Font:   run.font.name,
		Hidden: run.hidden,
	}
	width := r.width(run.font, code)
	loose, tight := r.boxes(i)
	if width < 0 {
		// Vertical writing: PDFium gives the advance downwards, and the box of the whole place.
		g.Upright, g.Box, g.Base = true, loose, (loose[0]+loose[2])/2
	} else {
		width = advance(width, run.size, m, loose, tight)
		high, low := run.font.ascent*run.size, run.font.descent*run.size
		g.Box = bounds(m.point(0, high), m.point(width, high), m.point(0, low), m.point(width, low))
	}
	g.Pale = !run.hidden && run.lightness > paleAbove && !r.onDark((g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2)
	return g
}

// boxes are the loose box of a character (advance × height of the font, and the ink where that reaches further) and
// the tight one (the ink) on the shown page.
func (r *textReader) boxes(i uint64) (loose, tight fuhe.Box) {
	box := r.box
	if box.yes("FPDFText_GetLooseCharBox", r.text, i, box.scratch) {
		left, top, right, bottom := box.float(0), box.float(1), box.float(2), box.float(3)
		loose = bounds(r.place.point(left, bottom), r.place.point(right, top))
	}
	if box.yes("FPDFText_GetCharBox", r.text, i, box.scratch, box.scratch+8, box.scratch+16, box.scratch+24) {
		left, right, bottom, top := box.double(0), box.double(1), box.double(2), box.double(3)
		tight = bounds(r.place.point(left, bottom), r.place.point(right, top))
	}
	return loose, tight
}

// inked reports whether a character draws anything.
func (r *textReader) inked(i uint64) bool {
	_, tight := r.boxes(i)
	return tight[2]-tight[0] > inkPoints && tight[3]-tight[1] > inkPoints
}

// advance is the width of a character in text space. The font is asked by Unicode, which is wrong where two codes of a
// font stand for one character; the boxes know better when they are along the axes: the loose one ends where the advance
// does, or where the ink does when that is further out.
func advance(byFont, size float64, m matrix, loose, tight fuhe.Box) float64 {
	byFont *= math.Abs(size)
	across, down := math.Abs(m.b) < 1e-6*math.Abs(m.a), math.Abs(m.a) < 1e-6*math.Abs(m.b)
	if !across && !down {
		return byFont * math.Copysign(1, size)
	}
	end := func(b fuhe.Box) float64 {
		switch {
		case across && m.a*size > 0:
			return (b[2] - m.e) / math.Abs(m.a)
		case across:
			return (m.e - b[0]) / math.Abs(m.a)
		case m.b*size > 0:
			return (b[3] - m.f) / math.Abs(m.b)
		}
		return (m.f - b[1]) / math.Abs(m.b)
	}
	byLoose, byInk := end(loose), end(tight)
	width := byFont
	switch {
	case loose != tight && byLoose > byInk+samePoints:
		width = byLoose
	case byFont <= 0 || loose != tight && byFont > byInk:
		width = max(byInk, 0)
	}
	return width * math.Copysign(1, size)
}
