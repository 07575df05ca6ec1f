package native

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// font gives the glyphs of codes. It is made once for a document, glyphs when they are first shown, by whichever page.
type font struct {
	at              ref // where it stands in the file; none when it stands within something else
	cost            cost
	name            string
	why             string // why a code may have no character
	trouble         error  // why what is known of it cannot be relied on
	ascent, descent float64
	vertical        bool
	subset          bool  // its name has the tag of a subset
	drawn           bool  // a TrueType program is embedded
	embedded        bool  // its outlines are in the file, whatever kind they are
	descriptor      value // of the embedded program
	toGID           value // from CIDs to its glyphs
	program         *program
	programmed      bool    // it was looked for
	simple          *simple // nil for composite fonts
	composite       *composite
}

// glyph is what is known of a code. Lengths are for a font of size 1.
type glyph struct {
	text  string
	width float64
	down  float64 // advance of vertical writing
	sure  bool    // it is known what the code stands for, be it nothing
	blank bool    // no ink of it is seen
	first rune    // of the text
}

// held is a glyph to keep, with what every page asks of its text.
func held(g glyph) *glyph {
	g.blank = strings.TrimSpace(g.text) == ""
	g.first, _ = utf8.DecodeRuneInString(g.text)
	return &g
}

// next cuts the first code off a string.
func (f *font) next(s []byte) (code uint32, n int) {
	if f.composite != nil {
		return f.composite.next(s)
	}
	return uint32(s[0]), 1
}

func (f *font) glyph(code uint32, n int) *glyph {
	if f.composite != nil {
		return f.composite.glyph(code, n)
	}
	return f.simple.glyph(f, byte(code))
}

// entries is how much a font holds: of its maps and widths.
func (f *font) entries() int {
	if f.composite == nil {
		return 1
	}
	return 1 + len(f.composite.widths) + len(f.composite.downs) + f.composite.toUnicode.entries()
}

func (k *fontMaker) newFont(v value) *font {
	f := &font{name: v.key("BaseFont").name()}
	if i := strings.IndexByte(f.name, '+'); i == 6 {
		f.name, f.subset = f.name[i+1:], true
	}
	if f.name == "" {
		f.name = v.key("Name").name()
	}
	var toUnicode *cmap
	if m := v.key("ToUnicode"); m.isStream() {
		b, err := k.unpack(m)
		f.doubt(err, "its ToUnicode map")
		toUnicode = readCMap(b)
		if toUnicode.broken {
			f.doubt(brokenMap, "its ToUnicode map")
		}
	}
	descriptor := v.key("FontDescriptor")
	if v.key("Subtype").name() == "Type0" {
		base := v.key("DescendantFonts").index(0)
		descriptor = base.key("FontDescriptor")
		f.toGID = base.key("CIDToGIDMap")
		k.compositeFont(f, v, base, toUnicode)
	} else if chinese := gbkName(f.name); chinese != "" && descriptor.key("FontFile2").null() && v.key("Subtype").name() == "TrueType" {
		// 宋体 by its name in GBK, not embedded: the bytes are GBK too, whatever the dictionary says of encodings.
		f.name = chinese
		f.composite = gbkFont(f, toUnicode)
	} else {
		simpleFont(f, v, descriptor, toUnicode)
	}
	f.descriptor, f.drawn = descriptor, descriptor.key("FontFile2").isStream()
	f.embedded = f.drawn || descriptor.key("FontFile3").isStream() || descriptor.key("FontFile").isStream() || v.key("Subtype").name() == "Type3"
	f.height(descriptor)
	return f
}

// doubt keeps the first error met while it was made, for all pages that show it.
func (f *font) doubt(err error, where string) {
	if err != nil && f.trouble == nil {
		f.trouble = fmt.Errorf("%s: %w", where, err)
	}
}

// height takes ascent and descent of the font, if they can be true.
func (f *font) height(descriptor value) {
	f.ascent, f.descent = descriptor.key("Ascent").float()/1000, descriptor.key("Descent").float()/1000
	if f.descent > 0 {
		f.descent = -f.descent // a common slip
	}
	if h := f.ascent - f.descent; h < leastHeight || h > mostHeight || f.ascent <= 0 {
		f.ascent, f.descent = usualAscent, usualDescent
	}
}
