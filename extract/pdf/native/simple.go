package native

import (
	"errors"
	"strconv"
	"strings"
)

// simple is a font of single bytes: Type1, TrueType, Type3. Its glyphs are made when they are shown: browsers write
// dozens of fonts for a page that shows a few glyphs of each.
type simple struct {
	kind         string
	toUnicode    *cmap
	base         *[256]string // names of glyphs, shared by fonts
	differences  [256]uint16  // names in their stead: places among those below, from 1; 0 for none
	named        [][]byte
	first        int64     // code of the first width
	widths       []float64 // in units of the font
	scale        float64   // of these units
	usual        advances  // for fonts without widths
	missing      float64   // for codes without a width
	missingKnown bool
	made         glyphBlock
}

// simpleFont fills a font of single bytes.
func simpleFont(f *font, v, descriptor value, toUnicode *cmap) {
	s := &simple{kind: v.key("Subtype").name(), toUnicode: toUnicode, scale: 0.001}
	f.simple = s
	f.encode(v, descriptor)
	if s.kind == "Type3" {
		if v.key("FontMatrix").len() != 6 || v.key("Widths").len() == 0 {
			f.doubt(missing, "its measures")
		}
		m := v.key("FontMatrix").matrix()
		s.scale = m.a
		if m.a == 0 {
			s.scale = m.b // turned
		}
		if s.scale < 0 {
			s.scale = -s.scale
		}
	}
	s.first, s.widths = v.key("FirstChar").integer(), v.key("Widths").floats()
	if len(s.widths) == 0 {
		if s.usual = standardWidths(f.name); s.usual == nil && s.kind != "Type3" && f.symbols() == "" {
			f.doubt(errors.New("not in the file"), "its widths") // they may be in the font
		}
	}
	if missing := descriptor.key("MissingWidth"); missing.isNumber() {
		s.missing, s.missingKnown = missing.float(), true
	}
}

func (s *simple) name(code byte) string {
	if at := s.differences[code]; at > 0 {
		return string(s.named[at-1])
	}
	if s.base == nil {
		return ""
	}
	return s.base[code]
}

// glyph is the glyph of a code, made at the first call.
func (s *simple) glyph(f *font, code byte) *glyph {
	place := s.made.place(code)
	g := place.Load()
	if g == nil {
		g = held(s.make(f, code))
		place.Store(g)
	}
	return g
}

func (s *simple) make(f *font, code byte) (g glyph) {
	n := s.name(code)
	if t, ok := s.toUnicode.lookup(uint32(code), 1); ok {
		if t, ok := f.readable(t); ok {
			g.text, g.sure = t, true
		}
	}
	if !g.sure && n != "" && (s.kind != "Type3" || speaking(n)) {
		if t, ok := f.readable(f.textOfName(n)); ok && t != "" {
			g.text, g.sure = t, true
		}
	}
	switch i := int64(code) - s.first; {
	case i >= 0 && i < int64(len(s.widths)):
		g.width = s.widths[i] * s.scale
	case s.usual != nil:
		g.width = s.usual.of(f.textOfName(n))
	case s.missingKnown:
		g.width = s.missing * s.scale
	case len(s.widths) == 0 && s.kind != "Type3":
		g.width = 0.5
	}
	return g
}

// speaking reports whether a glyph name means something in a Type3 font: their producers number glyphs as they like,
// and a name of one letter may be such a number.
func speaking(name string) bool { return len(name) > 2 }

// encode finds the names of the glyphs, by code; none where the font's own encoding decides, which is not read.
func (f *font) encode(v, descriptor value) {
	s := f.simple
	encoding := v.key("Encoding")
	base := encoding.name()
	if base == "" {
		base = encoding.key("BaseEncoding").name()
	}
	embedded := !descriptor.key("FontFile").null() || !descriptor.key("FontFile2").null() || !descriptor.key("FontFile3").null()
	symbolic := descriptor.key("Flags").integer()&4 != 0
	switch {
	case f.symbols() == "Symbol":
		s.base = symbolNames()
	case f.symbols() == "ZapfDingbats":
		s.base = zapfNames()
	case f.symbols() == "Wingdings":
		s.base = wingNames()
		return
	case base == "WinAnsiEncoding":
		s.base = winAnsiNames()
	case base == "MacRomanEncoding":
		s.base = macRomanNames()
	case base == "StandardEncoding", s.kind == "Type1" && !embedded, !embedded && !symbolic && s.kind != "Type3", !symbolic && !encoding.null() && s.kind != "Type3":
		s.base = standardNames()
	default:
		f.because("its own encoding and no ToUnicode")
	}
	s.differ(encoding.key("Differences"))
	f.because("glyph names that say nothing")
}

// differ takes the names an encoding lists: codes, each followed by names for it and for those behind it.
func (s *simple) differ(list value) {
	n := min(list.len(), 2*maxOperands)
	s.named = make([][]byte, 0, min(n, len(s.differences)))
	code := 0
	for i := range n {
		if d := list.index(i); d.isNumber() {
			code = int(d.integer())
		} else {
			if code >= 0 && code < 256 {
				s.named = append(s.named, d.nameBytes())
				s.differences[code] = uint16(len(s.named))
			}
			code++
		}
	}
}

// symbols is the family of a font whose codes are no letters; "" for other fonts.
func (f *font) symbols() string {
	n := strings.ReplaceAll(f.name, " ", "")
	switch {
	case n == "Symbol" || n == "SymbolMT" || strings.HasPrefix(n, "Symbol,") || strings.HasPrefix(n, "SymbolMT,"):
		return "Symbol"
	case n == "ZapfDingbats" || n == "ITCZapfDingbats":
		return "ZapfDingbats"
	case n == "Wingdings" || n == "Wingdings-Regular" || strings.HasPrefix(n, "Wingdings,"):
		return "Wingdings"
	}
	return ""
}

// readable is a text as it is shown. Symbol fonts of Windows have their glyphs at U+F000 and the code: private, but
// their encoding is known.
func (f *font) readable(s string) (string, bool) {
	if r := []rune(s); len(r) == 1 && r[0] >= 0xF020 && r[0] <= 0xF0FF {
		code := int(r[0] - 0xF000)
		switch f.symbols() {
		case "Symbol":
			s = textOfName(symbolNames()[code])
		case "Wingdings":
			s = wingdings[code]
		}
	}
	return readable(s)
}

func (f *font) textOfName(n string) string {
	switch f.symbols() {
	case "ZapfDingbats":
		if r, ok := dingbatNames()[n]; ok {
			return string(r)
		}
	case "Wingdings":
		if code, err := strconv.Atoi(strings.TrimPrefix(n, "wing")); err == nil {
			return wingdings[code]
		}
	}
	return textOfName(n)
}

// wingdings are the glyphs of Wingdings that forms use: boxes, ticks, bullets, arrows.
var wingdings = map[int]string{
	0x20: " ", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA1: "○", 0xA7: "▪",
	0xA8: "□", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}
