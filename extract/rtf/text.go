package rtf

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"fuhe/extract/flow"
)

// font is a font of the document.
type font struct {
	name    string
	charset int
	page    int // code page that it names itself, 0 for that of its character set
}

// usualPage is that of a document that names none: the letters of western Europe.
const usualPage = 1252

// symbolCharset is the character set of fonts whose letters stand for other signs.
const symbolCharset = 2

// pages are the code pages of character sets.
var pages = map[int]int{134: 936, 136: 950, 128: 932, 129: 949, 238: 1250, 204: 1251, 161: 1253, 162: 1254, 177: 1255, 178: 1256, 186: 1257}

// encodings are those of the code pages. Of Chinese GBK is taken and not its successor, whose characters of four bytes have
// digits among them: a sign of another code page would take a figure's digits along.
var encodings = map[int]encoding.Encoding{936: simplifiedchinese.GBK, 950: traditionalchinese.Big5, 932: japanese.ShiftJIS, 949: korean.EUCKR,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253, 1254: charmap.Windows1254,
	1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257, 437: charmap.CodePage437, 850: charmap.CodePage850, 10000: charmap.Macintosh}

// codePage is that of the text being read: of its font, else of the document.
func (d *document) codePage() int {
	for _, at := range []int{d.state.font, d.state.wide} {
		f := d.fonts[at]
		if f == nil {
			continue
		}
		if f.page != 0 {
			return f.page
		}
		if p, ok := pages[f.charset]; ok {
			return p
		}
	}
	return d.page
}

// piece is a part of a paragraph in one look.
type piece struct {
	text string
	look look
}

// raw takes bytes of text.
func (d *document) raw(b []byte) error {
	if n := min(d.state.skipping, len(b)); n > 0 {
		d.state.skipping -= n
		b = b[n:]
	}
	d.state.fresh = false
	switch d.state.destination {
	case toFonts:
		d.nameFont(b)
		return nil
	case toColours:
		d.colourEnds(b)
		return nil
	case toNumber:
		if bytes.ContainsAny(b, "0123456789") {
			d.flow.Number()
		}
		return nil
	case toInstruction:
		if n := len(d.code); n < maxInstruction {
			d.code += string(b[:min(len(b), maxInstruction)])
		}
		return nil
	case toNothing, toBox:
		return nil
	}
	d.pending = append(d.pending, b...)
	if d.bytes += len(b); d.bytes > maxTextBytes {
		return fmt.Errorf("more than %d MB of text", maxTextBytes>>20)
	}
	return nil
}

// flush decodes the bytes read so far.
func (d *document) flush() {
	if len(d.pending) == 0 {
		return
	}
	raw := d.pending
	d.pending = d.pending[:0]
	if f := d.fonts[d.state.font]; f != nil && f.charset == symbolCharset {
		for _, b := range raw {
			d.symbol(f.name, rune(b))
		}
		return
	}
	d.write(decode(raw, d.codePage()))
}

// decode reads bytes by a code page, those that are none of its characters one by one as western ones.
func decode(raw []byte, page int) string {
	e := encodings[page]
	if page == 65001 && utf8.Valid(raw) {
		return string(raw)
	}
	if e == nil {
		e = encodings[usualPage]
	}
	text, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return strings.Repeat("\uFFFD", len(raw))
	}
	return string(text)
}

// symbol writes a sign of a font whose letters stand for others. One that is not known may be a figure.
func (d *document) symbol(font string, at rune) {
	text, ok := flow.Sign(font, at)
	if !ok {
		d.doubt(fmt.Sprintf("字体%s中有未知的符号（%04X）", font, at), fmt.Sprintf("a symbol of the font %s that is not known (%04X)", font, at))
	}
	d.write(text)
}

// unicode takes a character that is named by its number; what follows for programs without Unicode is passed over.
func (d *document) unicode(n int) error {
	d.flush()
	d.state.skipping = d.state.skip
	d.state.fresh = false
	if d.state.destination != toBody {
		return nil
	}
	if d.bytes += utf8.UTFMax; d.bytes > maxTextBytes {
		return fmt.Errorf("more than %d MB of text", maxTextBytes>>20)
	}
	unit := uint16(n)
	r := rune(unit)
	if n > 0xFFFF && n <= utf8.MaxRune {
		r = rune(n)
	}
	switch {
	case utf16.IsSurrogate(r) && d.high == 0:
		d.high = unit
		return nil
	case d.high != 0:
		r = utf16.DecodeRune(rune(d.high), r)
		d.high = 0
	}
	if f := d.fonts[d.state.font]; r >= flow.PrivateUse && r < flow.PrivateUse+0x100 && f != nil && f.charset == symbolCharset {
		d.symbol(f.name, r)
		return nil
	}
	d.write(string(r))
	return nil
}

// write adds text to the paragraph.
func (d *document) write(text string) {
	if d.state.destination != toBody || text == "" || d.notSeen(text) {
		return
	}
	if d.state.look.struck {
		if strings.TrimSpace(text) != "" {
			d.here().Struck = true
		}
		return
	}
	d.text = append(d.text, piece{d.here().Set(text, flow.ScriptOf(d.state.look.raised, d.state.look.lowered)), d.state.look})
}

// nameFont takes the name of a font from the table of fonts.
func (d *document) nameFont(b []byte) {
	f := d.fonts[d.naming]
	if f == nil || len(f.name) > 100 {
		return
	}
	name, _, _ := strings.Cut(string(b), ";")
	f.name += name
}
