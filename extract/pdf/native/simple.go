package native

import (
	"strconv"
	"strings"
	"sync"

	"fuhe/extract/pdf/page"
)

// simpleFont fills a font of single bytes: Type1, TrueType, Type3.
func (in *interpreter) simpleFont(f *font, v, descriptor value, toUnicode *cmap) {
	f.simple = new([256]glyph)
	kind := v.key("Subtype").name()
	names := in.encodingOf(f, v, descriptor, kind)
	scale := 0.001
	if kind == "Type3" {
		m := v.key("FontMatrix").matrix()
		scale = m.a
		if m.a == 0 {
			scale = m.b // turned
		}
		if scale < 0 {
			scale = -scale
		}
	}
	first, widths := v.key("FirstChar").integer(), v.key("Widths").floats()
	usual := standardWidths(f.name)
	missing := descriptor.key("MissingWidth")
	for code := range f.simple {
		g := &f.simple[code]
		g.known = true
		if s, ok := toUnicode.lookup(uint32(code), 1); ok {
			if s, ok := f.readable(s); ok {
				g.text, g.found = s, page.ByToUnicode
			}
		}
		n := names[code]
		if g.found == page.Unknown && n != "" && (kind != "Type3" || speaking(n)) {
			if s, ok := f.readable(f.textOfName(n)); ok && s != "" {
				g.text, g.found = s, page.ByEncoding
			}
		}
		switch i := int64(code) - first; {
		case i >= 0 && i < int64(len(widths)):
			g.width = widths[i] * scale
		case len(widths) == 0 && usual != nil:
			g.width = usual.of(f.textOfName(n))
		case missing.isNumber():
			g.width = missing.float() * scale
		case len(widths) == 0 && kind != "Type3":
			g.width = 0.5
		}
	}
}

// speaking reports whether a glyph name means something in a Type3 font: their producers number glyphs as they like,
// and a name of one letter may be such a number.
func speaking(name string) bool { return len(name) > 2 }

// encodingOf are the names of the glyphs, by code; "" where the font's own encoding decides, which is not read.
func (in *interpreter) encodingOf(f *font, v, descriptor value, kind string) [256]string {
	var names [256]string
	encoding := v.key("Encoding")
	base := encoding.name()
	if base == "" {
		base = encoding.key("BaseEncoding").name()
	}
	embedded := !descriptor.key("FontFile").null() || !descriptor.key("FontFile2").null() || !descriptor.key("FontFile3").null()
	symbolic := descriptor.key("Flags").integer()&4 != 0
	switch {
	case f.symbols() == "Symbol":
		names = encodingNames(symbolEncoding)
	case f.symbols() == "ZapfDingbats":
		names = encodingNames(zapfEncoding)
	case f.symbols() == "Wingdings":
		for code := range names {
			names[code] = "wing" + strconv.Itoa(code)
		}
		return names
	case base == "WinAnsiEncoding":
		names = winAnsiNames()
	case base == "MacRomanEncoding":
		names = encodingNames(macRomanEncoding)
	case base == "StandardEncoding", kind == "Type1" && !embedded, !embedded && !symbolic && kind != "Type3", !symbolic && !encoding.null() && kind != "Type3":
		names = encodingNames(standardEncoding)
	default:
		f.because("its own encoding and no ToUnicode")
	}
	differences := encoding.key("Differences")
	code := 0
	for i := range min(differences.len(), 2*maxOperands) {
		if d := differences.index(i); d.isNumber() {
			code = int(d.integer())
		} else {
			if code >= 0 && code < len(names) {
				names[code] = d.name()
			}
			code++
		}
	}
	f.because("glyph names that say nothing")
	return names
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
			s = textOfName(encodingNames(symbolEncoding)[code])
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

// textOfName is the text a glyph name means by the rules of the Adobe Glyph List; "" when it means none.
func textOfName(n string) string {
	n, _, _ = strings.Cut(n, ".") // a variant: a.sc
	if n == "" {
		return ""
	}
	if r, ok := glyphNames()[n]; ok {
		return string(r)
	}
	if hex, ok := strings.CutPrefix(n, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 && len(hex) <= 32 {
		var out []rune
		for ; hex != ""; hex = hex[4:] {
			v, err := strconv.ParseUint(hex[:4], 16, 32)
			if err != nil || strings.ToUpper(hex[:4]) != hex[:4] {
				return ""
			}
			out = append(out, rune(v))
		}
		return string(out)
	}
	if hex, ok := strings.CutPrefix(n, "u"); ok && len(hex) >= 4 && len(hex) <= 6 && strings.ToUpper(hex) == hex {
		if v, err := strconv.ParseUint(hex, 16, 32); err == nil {
			return string(rune(v))
		}
	}
	if strings.Contains(n, "_") { // f_i
		var out strings.Builder
		for part := range strings.SplitSeq(n, "_") {
			s := ""
			if part != "" && !strings.Contains(part, "_") {
				s = textOfName(part)
			}
			if s == "" {
				return ""
			}
			out.WriteString(s)
		}
		return out.String()
	}
	return ""
}

var (
	glyphNames   = sync.OnceValue(func() map[string]rune { return nameTable(glyphList) })
	dingbatNames = sync.OnceValue(func() map[string]rune { return nameTable(dingbatList) })
	winAnsiNames = sync.OnceValue(func() [256]string {
		names := encodingNames(winAnsiEncoding)
		for code := range names { // unused codes show a bullet, and two repeat others
			if code > 0x80 && names[code] == "" {
				names[code] = "bullet"
			}
		}
		names[0xA0], names[0xAD] = "space", "hyphen"
		return names
	})
)

func nameTable(list string) map[string]rune {
	fields := strings.Fields(list)
	out := make(map[string]rune, len(fields)/2)
	for i := 0; i+1 < len(fields); i += 2 {
		if v, err := strconv.ParseUint(fields[i+1], 16, 32); err == nil {
			out[fields[i]] = rune(v)
		}
	}
	return out
}

func encodingNames(table string) (names [256]string) {
	code := 0
	for w := range strings.FieldsSeq(table) {
		if n, err := strconv.Atoi(w); err == nil {
			code = n
			continue
		}
		names[code&0xFF] = w
		code++
	}
	return names
}

// advances are the widths of one of the standard 14 fonts, in thousandths.
type advances map[rune]float64

func (a advances) of(s string) float64 {
	for _, r := range s {
		if w, ok := a[r]; ok {
			return w / 1000
		}
	}
	return a[0] / 1000
}

// standardWidths are the widths of the standard 14 fonts and of those that are made to measure the same; nil for others.
func standardWidths(name string) advances {
	n := strings.ToLower(strings.NewReplacer(" ", "", ",", "", "-", "").Replace(name))
	bold, italic := strings.Contains(n, "bold"), strings.Contains(n, "italic") || strings.Contains(n, "oblique")
	switch {
	case strings.HasPrefix(n, "courier"):
		return advances{0: 600}
	case strings.HasPrefix(n, "helvetica") || strings.HasPrefix(n, "arial"):
		if bold {
			return widthTable(helveticaBoldWidths, 556)
		}
		return widthTable(helveticaWidths, 556)
	case strings.HasPrefix(n, "times"):
		switch {
		case bold && italic:
			return widthTable(timesBoldItalicWidths, 500)
		case bold:
			return widthTable(timesBoldWidths, 500)
		case italic:
			return widthTable(timesItalicWidths, 500)
		}
		return widthTable(timesWidths, 500)
	case strings.HasPrefix(n, "symbol"):
		return widthTable(symbolWidths, 549)
	case strings.HasPrefix(n, "zapfdingbats"):
		return widthTable(zapfWidths, 788)
	}
	return nil
}

func widthTable(table string, usual float64) advances {
	out := advances{0: usual}
	var r rune
	for w := range strings.FieldsSeq(table) {
		if hex, ok := strings.CutSuffix(w, ":"); ok {
			v, _ := strconv.ParseUint(hex, 16, 32)
			r = rune(v)
			continue
		}
		n, _ := strconv.Atoi(w)
		out[r] = float64(n)
		r++
	}
	return out
}
