package ofd

import (
	"encoding/binary"
	"io"
)

// font is a font as the resources name it, with what is known of its program when that is embedded.
type font struct {
	name string
	part string // of its program, "" when none is embedded
	file *file

	looked  bool
	glyphs  map[rune]int   // which glyph a character is drawn with
	runes   map[int][]rune // and the other way round
	widths  []float64      // of glyphs, in font sizes
	trouble string
}

// look reads the program, once. One that cannot be read tells nothing; the text of the page is there all the same.
func (f *font) look() {
	if f.looked || f.part == "" {
		return
	}
	f.looked = true
	rc, err := f.file.parts.Unpack(f.file.parts.Parts[f.part])
	if err != nil {
		f.trouble = err.Error()
		return
	}
	defer rc.Close()
	b, err := io.ReadAll(io.LimitReader(rc, maxFontBytes+1))
	f.file.fontBytes += len(b)
	if err != nil || len(b) > maxFontBytes || f.file.fontBytes > maxFontsBytes {
		f.trouble = "the font program is damaged or too large"
		return
	}
	f.parse(b)
}

// parse reads from a TrueType or OpenType program which glyph each character has, and how wide it is.
func (f *font) parse(b []byte) {
	s := sfnt(b)
	cmap, head, hhea, hmtx := s.table("cmap"), s.table("head"), s.table("hhea"), s.table("hmtx")
	f.glyphs = charactersOf(cmap)
	f.runes = make(map[int][]rune, len(f.glyphs))
	for r, g := range f.glyphs {
		f.runes[g] = append(f.runes[g], r)
	}
	em := float64(head.word(18))
	if em <= 0 {
		return
	}
	for i := range hhea.word(34) {
		if 4*i+4 > len(hmtx) {
			break
		}
		f.widths = append(f.widths, float64(hmtx.word(4*i))/em)
	}
}

// width is how wide a character is, in font sizes; 0 when that is not known.
func (f *font) width(r rune) float64 {
	g, ok := f.glyphs[r]
	if !ok || len(f.widths) == 0 {
		return 0
	}
	return f.widths[min(g, len(f.widths)-1)]
}

// sfnt is a font program, or a table of one.
type sfnt []byte

func (b sfnt) word(at int) int {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint16(b[at:]))
}

func (b sfnt) long(at int) int {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return int(binary.BigEndian.Uint32(b[at:]))
}

// table is a table of the program, nil when there is none. Of a collection the first font counts.
func (b sfnt) table(name string) sfnt {
	at := 0
	if len(b) > 16 && string(b[:4]) == "ttcf" {
		at = b.long(12)
	}
	for i := range b.word(at + 4) {
		entry := at + 12 + 16*i
		if entry+16 > len(b) {
			return nil
		}
		if string(b[entry:entry+4]) != name {
			continue
		}
		from, n := b.long(entry+8), b.long(entry+12)
		if from > len(b) || n > len(b)-from {
			return nil
		}
		return b[from : from+n]
	}
	return nil
}

// charactersOf are the glyphs of the Unicode characters in a table cmap, by the fullest of its maps.
func charactersOf(cmap sfnt) map[rune]int {
	best := map[rune]int{}
	for i := range cmap.word(2) {
		entry := 4 + 8*i
		platform, encoding, at := cmap.word(entry), cmap.word(entry+2), cmap.long(entry+4)
		if entry+8 > len(cmap) || at >= len(cmap) || !(platform == 0 || platform == 3 && (encoding == 1 || encoding == 10)) {
			continue
		}
		m := map[rune]int{}
		switch t := cmap[at:]; t.word(0) {
		case 4:
			t.segments(m)
		case 6:
			for k := range t.word(8) {
				if g := t.word(10 + 2*k); g != 0 {
					m[rune(t.word(6)+k)] = g
				}
			}
		case 12:
			t.groups(m)
		}
		if len(m) > len(best) {
			best = m
		}
	}
	return best
}

// segments reads a map of format 4.
func (b sfnt) segments(m map[rune]int) {
	n, left := b.word(6)/2, maxCharacters
	for i := range n {
		end, start := b.word(14+2*i), b.word(16+2*n+2*i)
		delta, at := b.word(16+4*n+2*i), 16+6*n+2*i
		offset := b.word(at)
		for c := start; c <= end && c < 0xFFFF && at+2 <= len(b) && left > 0; c++ {
			left--
			g := c + delta
			if offset != 0 {
				if g = b.word(at + offset + 2*(c-start)); g != 0 {
					g += delta
				}
			}
			if g &= 0xFFFF; g != 0 {
				m[rune(c)] = g
			}
		}
	}
}

// groups reads a map of format 12.
func (b sfnt) groups(m map[rune]int) {
	left := maxCharacters
	for i := range min(b.long(12), (len(b)-16)/12) {
		start, end, g := b.long(16+12*i), b.long(20+12*i), b.long(24+12*i)
		for c := start; c <= end && left > 0; c++ {
			left--
			m[rune(c)] = g + c - start
		}
	}
}
