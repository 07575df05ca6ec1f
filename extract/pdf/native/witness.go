package native

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"fuhe/extract/pdf/shape"
)

// A ToUnicode map is a witness, not the truth: what a glyph looks like is what a reader sees. Here the digits that a page
// shows are held against each other: two glyphs of one font that are named as the same digit and look different, and a
// digit that other subsets of the same face draw otherwise.

// program is the embedded outlines of a font, as far as they are read.
type program struct {
	outlines *shape.Font
	gids     []byte                        // from CID to glyph number, two bytes each; nil: the same
	pictures map[shownDigit]*shape.Picture // nil: cannot be drawn
}

// shownDigit is a code that a page shows, with the digit it is named as.
type shownDigit struct {
	font  *font
	code  uint32
	n     int
	digit byte
}

// compare orders digits so that runs do not differ.
func (d shownDigit) compare(o shownDigit) int {
	return cmp.Or(strings.Compare(d.font.name, o.font.name), cmp.Compare(d.digit, o.digit), cmp.Compare(d.code, o.code))
}

// witness notes a digit that is shown.
func (in *interpreter) witness(f *font, code uint32, n int, text string) {
	if len(text) != 1 || text[0] < '0' || text[0] > '9' {
		return
	}
	d := shownDigit{f, code, n, text[0]}
	if !f.drawn {
		in.oneString(d)
		return
	}
	if last := &in.lastDigits[d.digit-'0']; *last != d {
		*last = d
		if in.digits == nil {
			in.digits = make(map[shownDigit]bool)
		}
		in.digits[d] = true
	}
}

// oneString holds digits of fonts whose outlines are not read against each other: one string has one glyph for a digit,
// also where a font has several for tables and for text.
func (in *interpreter) oneString(d shownDigit) {
	if !d.font.embedded || in.twoGlyphs {
		return
	}
	if in.stringFont != d.font || in.stringShown != in.shown {
		in.stringFont, in.stringShown, in.stringDigits = d.font, in.shown, [10]shownDigit{}
	}
	before := &in.stringDigits[d.digit-'0']
	if before.font != nil && before.code != d.code {
		in.twoGlyphs = true
		in.unsure("font %s: two glyphs are named %c in one string", d.font.name, d.digit)
		in.page.Damaged = true
	}
	*before = d
}

// hearWitnesses puts the page in doubt when the digits on it contradict each other, or those of pages before. Programs
// are unpacked only for digits that are shown in two ways: that takes longer than reading a page.
func (in *interpreter) hearWitnesses() {
	if len(in.digits) == 0 {
		return
	}
	for _, d := range slices.SortedFunc(maps.Keys(in.digits), shownDigit.compare) {
		for _, key := range d.keys() {
			before, known := in.doc.digits[key]
			switch {
			case !known:
				in.doc.digits[key] = d
			case before.same(d):
			case in.contradict(before, d):
				in.unsure("font %s: what is named %c is drawn in two ways", d.font.name, d.digit)
				in.page.Damaged = true // no reader knows better: all go by the same map
				return
			}
		}
	}
}

// same reports whether two are one glyph of one font, though the font was made twice.
func (d shownDigit) same(o shownDigit) bool {
	if d.font.at != (ref{}) && d.font.at == o.font.at {
		o.font = d.font
	}
	return d == o
}

func (in *interpreter) contradict(a, b shownDigit) bool {
	p, q := in.picture(a), in.picture(b)
	return p != nil && q != nil && p.Unlike(q)
}

// digitKey is what draws a digit in one way: a font of the file, or all subsets of a face.
type digitKey struct {
	at    ref
	font  *font // one that stands within something else
	face  string
	digit byte
}

func (d shownDigit) keys() []digitKey {
	own := digitKey{at: d.font.at, digit: d.digit}
	if own.at == (ref{}) {
		own.font = d.font
	}
	keys := []digitKey{own}
	if d.font.subset && !numbered(d.font.name) {
		keys = append(keys, digitKey{face: d.font.name, digit: d.digit})
	}
	return keys
}

// numbered reports whether a name says nothing of the face: F1, TT2, CIDFont+F3.
func numbered(name string) bool {
	letters := strings.TrimRight(name, "0123456789")
	return len(letters) < 4 || strings.HasPrefix(name, "CIDFont") || strings.HasPrefix(name, "Font")
}

// picture is what a digit looks like; nil when that is not known.
func (in *interpreter) picture(d shownDigit) *shape.Picture {
	f := d.font
	if !f.programmed {
		f.programmed, f.program = true, in.programOf(f)
	}
	if f.program == nil {
		return nil
	}
	if p, known := f.program.pictures[d]; known {
		return p
	}
	p, _ := f.program.outlines.Picture(f.gid(d.code, d.n))
	f.program.pictures[d] = p
	return p
}

// programOf is the TrueType program of a font; nil when there is none that can be read. It draws and does not name: a
// broken one spoils no text.
func (in *interpreter) programOf(f *font) *program {
	file := f.descriptor.key("FontFile2")
	if !file.isStream() {
		return nil
	}
	b, err := in.unpack(file)
	if err != nil {
		return nil
	}
	p := &program{pictures: make(map[shownDigit]*shape.Picture)}
	var ok bool
	if p.outlines, ok = shape.Parse(b); !ok {
		return nil
	}
	if f.toGID.isStream() {
		if p.gids, err = in.unpack(f.toGID); err != nil {
			return nil
		}
	}
	return p
}

// gid is the number of the glyph that a code shows; -1 when that is not known.
func (f *font) gid(code uint32, n int) int {
	p := f.program
	if f.composite == nil {
		if f.simple.name(byte(code)) != "" {
			return -1 // by glyph names, which the program need not have
		}
		return p.outlines.Glyph(byte(code))
	}
	cid, ok := f.composite.coding.cid(code, n)
	switch {
	case !ok:
		return -1
	case p.gids == nil:
		return int(cid)
	case 2*int(cid)+1 < len(p.gids):
		return int(p.gids[2*cid])<<8 | int(p.gids[2*cid+1])
	}
	return -1
}
