package native

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"fuhe"
	"fuhe/extract/page"
)

// field draws the value of a form field or note that has no appearance: every viewer makes one, and so does this reader,
// of one size and as upright as the page is shown.
func (in *interpreter) field(a value, rect fuhe.Box, m matrix) {
	text, multiline := fieldText(a)
	if text == "" {
		return
	}
	b := m.box(rect[0], rect[1], rect[2], rect[3])
	high, wide := height(b), width(b)
	size := fontSize(inherit(a, "DA").bytes()) * math.Sqrt(math.Abs(m.a*m.d-m.b*m.c))
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	if size <= 0 {
		size = min(usualFieldPoints, fieldShare*high/float64(len(lines)))
	}
	in.shown++
	base := b[1] + (high+0.7*size)/2 // about the middle
	if multiline || len(lines) > 1 {
		base = b[1] + size
	}
	for _, l := range lines {
		in.placed++
		in.fieldLine(l, fuhe.Box{b[0] + fieldInset, base - 0.8*size, b[2], base + 0.2*size}, base, min(size, wide))
		base += 1.15 * size
	}
}

// fieldLine puts the characters of a line one behind the other, closer where they would not fit.
func (in *interpreter) fieldLine(line string, room fuhe.Box, base, size float64) {
	full := 0.0
	for _, r := range line {
		full += em(r)
	}
	step := size
	if full*size > width(room) && full > 0 {
		step = width(room) / full
	}
	x := room[0]
	for _, r := range line {
		w := step * em(r)
		if len(in.page.Glyphs) >= maxGlyphs {
			in.stop("more than %d characters", maxGlyphs)
			return
		}
		text, sure := readable(string(r))
		in.page.Glyphs = append(in.page.Glyphs, page.Glyph{Text: text, Sure: sure && text != "", Box: fuhe.Box{x, room[1], x + w, room[3]}, Base: base,
			Size: size, Font: "field", Shown: in.shown, Piece: in.placed})
		x += w
	}
}

// em is how wide a character is, in font sizes.
func em(r rune) float64 {
	if r >= 0x2E80 {
		return 1
	}
	return 0.5
}

// fieldText is what a field or note says, and whether on several lines.
func fieldText(a value) (text string, multiline bool) {
	if a.key("Subtype").name() == "FreeText" {
		return textString(a.key("Contents").bytes()), true
	}
	const multi, password = 1 << 12, 1 << 13
	flags := inherit(a, "Ff").integer()
	if flags&password != 0 {
		return "", false
	}
	v := inherit(a, "V")
	if v.isArray() {
		v = v.index(0)
	}
	text = textString(v.bytes())
	if inherit(a, "FT").name() == "Ch" {
		text = shownChoice(inherit(a, "Opt"), text)
	}
	return text, flags&multi != 0
}

// shownChoice is the wording of a choice, where the field tells it apart from what it hands on.
func shownChoice(options value, chosen string) string {
	for i := range min(options.len(), maxChoices) {
		if o := options.index(i); o.len() == 2 && textString(o.index(0).bytes()) == chosen {
			return textString(o.index(1).bytes())
		}
	}
	return chosen
}

// inherit is an entry of a field, or of the fields it is part of.
func inherit(a value, key string) value {
	for range maxFieldDepth {
		if v := a.key(key); !v.null() {
			return v
		}
		if a = a.key("Parent"); a.null() {
			break
		}
	}
	return value{}
}

// fontSize is the size that a default appearance names: /Helv 9 Tf 0 g.
func fontSize(appearance string) float64 {
	words := strings.Fields(appearance)
	for i, w := range words {
		if w == "Tf" && i > 0 {
			if size, err := strconv.ParseFloat(words[i-1], 64); err == nil && size > 0 && size < maxFieldPoints {
				return size
			}
		}
	}
	return 0
}

// textString decodes a text string: UTF-16 or UTF-8 with a mark, else in the encoding of documents.
func textString(s string) string {
	switch {
	case strings.HasPrefix(s, "\xFE\xFF"):
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	case strings.HasPrefix(s, "\xEF\xBB\xBF"):
		return s[3:]
	}
	runes := make([]rune, len(s))
	for i := range len(s) {
		runes[i] = rune(s[i])
		if k := s[i]; k >= 0x80 && k <= 0x9E {
			runes[i] = documentRunes[k-0x80]
		} else if k == 0xA0 {
			runes[i] = '€'
		}
	}
	return string(runes)
}

// documentRunes are the characters 0x80 to 0x9E of text strings (PDFDocEncoding, ISO 32000-1 annex D.2).
var documentRunes = []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž")
