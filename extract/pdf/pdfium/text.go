package pdfium

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"

	"fuhe"
	"fuhe/extract/page"
	"fuhe/extract/pdf/glyph"
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
	s.hideCovered(handle, r.found)
	for _, g := range r.found {
		g.Shown, g.Clip = int32(g.order+1), s.page.Clipped(g.run.clip)
		s.page.Glyphs = append(s.page.Glyphs, g.Glyph)
	}
	if r.unknown > 0 && s.page.Unsure == "" {
		s.page.Unsure = fmt.Sprintf("%d characters without Unicode", r.unknown)
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
	ink    fuhe.Box
	half   rune // first half of a character beyond U+FFFF, 0 for none
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
	known, named := !box.yes("FPDFText_HasUnicodeMapError", r.text, i), true
	if run.font.symbolic && code < firstIdeographic {
		named = r.of.learn().says[run.font.name]
		known = known && named
	}
	if run.font.name == standIn && !run.font.embedded {
		if _, there := r.of.learn().says[standIn]; !there {
			known, named = false, false // the font meant is not in the file
		}
	}
	if code == hyphenMark || code == 0xFFFE {
		if box.yes("FPDFText_IsHyphen", r.text, i) {
			code = '-' // PDFium takes the hyphen at the end of a line for a division of a word and marks it
		}
	}
	loose, ink := r.boxes(i)
	if known && r.joins(code, run, origin, loose, ink) {
		return
	}
	g := shown{order: run.order, run: run, origin: origin, ink: ink}
	g.Glyph = r.glyph(r.width(run.font, code), run, origin, loose, ink)
	if b := g.Box; !finite(b) || b[2] < 0 || b[0] > r.page.Width || b[3] < 0 || b[1] > r.page.Height {
		return // off the page
	}
	if known && readable(code) {
		g.Text, g.Sure = glyph.Meant(code), true
	} else if known && utf16.IsSurrogate(code) {
		g.half = code // counted as unknown unless the other half follows
		r.unknown++
	} else if named && run.font.embedded && min(ink[2]-ink[0], ink[3]-ink[1]) <= inkPoints {
		g.Text, g.Sure = " ", true // an unnamed space: it draws nothing
	} else {
		r.unknown++
	}
	r.found = append(r.found, g)
}

// joins adds a character to the glyph before it when both were drawn as one: the letters of a ligature, or of a code
// that stands for several, come one by one with the same place and ink, and so do the halves of a character beyond
// U+FFFF.
func (r *textReader) joins(code rune, run *run, origin point, loose, ink fuhe.Box) bool {
	if len(r.found) == 0 {
		return false
	}
	last := &r.found[len(r.found)-1]
	if last.run != run || !last.origin.near(origin) || last.ink != ink {
		return false
	}
	if last.half != 0 {
		whole := utf16.DecodeRune(last.half, code)
		if !readable(whole) {
			return false
		}
		last.Glyph = r.glyph(r.width(run.font, whole), run, origin, loose, ink)
		last.Text, last.Sure, last.half = string(whole), true, 0
		r.unknown--
		return true
	}
	if strings.TrimSpace(last.Text) == "" || !readable(code) || unicode.IsSpace(code) {
		return false
	}
	text := last.Text + glyph.Meant(code)
	last.Glyph = r.glyph(0, run, origin, loose, ink) // the font knows the width of the first letter only
	last.Text, last.Sure = text, true
	return true
}

// standIn is the font PDFium takes for one that is not in the file, and reads its codes as Latin.
const standIn = "Helvetica"

// hyphenMark is what PDFium makes of a hyphen at the end of a line.
const hyphenMark = 2

// firstIdeographic begins what no font gets by a guess: MacRoman ends before.
const firstIdeographic = 0x2E80

// readable reports whether a character says what is seen. Private use, control and replacement characters do not.
func readable(r rune) bool {
	return r != 0 && r != unicode.ReplacementChar && unicode.IsPrint(r) && !unicode.Is(unicode.Co, r) || unicode.IsSpace(r) || r == 0xAD
}

// near reports whether two places are the same but for rounding.
func (p point) near(q point) bool {
	return math.Abs(p.x-q.x) < samePoints && math.Abs(p.y-q.y) < samePoints
}
