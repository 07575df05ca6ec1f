package pdfium

import (
	"bytes"
	"math"
	"strings"
)

// font is what the glyphs of one font share.
type font struct {
	handle          uint64
	name            string // without the tag of a subset
	embedded        bool
	symbolic        bool             // its characters are no letters of an alphabet, it says
	ascent, descent float64          // of the font size
	widths          map[rune]float64 // of the font size, negative in vertical writing
}

func (r *textReader) font(handle uint64) *font {
	if known, ok := r.fonts[handle]; ok {
		return known
	}
	f := &font{handle: handle, ascent: usualAscent, descent: usualDescent, widths: make(map[rune]float64)}
	r.fonts[handle] = f
	if handle == 0 {
		return f
	}
	box := r.box
	f.embedded = box.number("FPDFFont_GetIsEmbedded", handle) == 1
	f.symbolic = box.number("FPDFFont_GetFlags", handle)&flagSymbolic != 0
	f.name = withoutTag(r.fontName(handle))
	one := uint64(math.Float32bits(1))
	if box.yes("FPDFFont_GetAscent", handle, one, box.scratch) {
		ascent := box.float(0)
		if box.yes("FPDFFont_GetDescent", handle, one, box.scratch) {
			descent := box.float(0)
			if h := ascent - descent; ascent > 0 && descent <= 0 && h >= leastHeight && h <= mostHeight {
				f.ascent, f.descent = ascent, descent
			}
		}
	}
	return f
}

// flagSymbolic is the flag of fonts that are not of a standard Latin set.
const flagSymbolic = 4

// withoutTag is the name of a font without what stands before a subset of it: "ABCDEF+SimSun" is SimSun. PDFium leaves
// it out of some names itself.
func withoutTag(name string) string {
	if tag, rest, ok := strings.Cut(name, "+"); ok && len(tag) == 6 {
		return rest
	}
	return name
}

func (r *textReader) fontName(handle uint64) string {
	box := r.box
	n := box.number("FPDFFont_GetBaseFontName", handle, box.scratch, scratchBytes)
	if n <= 0 || n > scratchBytes {
		return "" // longer than any name that says something
	}
	return string(bytes.TrimRight(box.bytes(n), "\x00"))
}

// width is the advance of a character, of the font size; negative in vertical writing, 0 when the font does not say.
func (r *textReader) width(f *font, code rune) float64 {
	if w, ok := f.widths[code]; ok {
		return w
	}
	box := r.box
	w := 0.0
	if f.handle != 0 && box.yes("FPDFFont_GetGlyphWidth", f.handle, uint64(uint32(code)), uint64(math.Float32bits(1)), box.scratch) {
		w = box.float(0)
	}
	f.widths[code] = w
	return w
}
