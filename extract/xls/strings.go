package xls

import (
	"encoding/binary"
	"fmt"
	"unicode/utf16"

	"fuhe/extract/worksheet"
)

// text reads strings off a record. Where a string goes on in a continuing record, that one begins by saying anew whether
// its characters have one byte or two; anything else simply goes on.
type text struct {
	parts [][]byte
	cut   bool
}

// more reports whether bytes are left.
func (t *text) more() bool {
	for len(t.parts) > 0 && len(t.parts[0]) == 0 {
		t.parts = t.parts[1:]
	}
	return len(t.parts) > 0
}

// bytes takes n bytes.
func (t *text) bytes(n int) []byte {
	out := make([]byte, 0, min(n, 16))
	for len(out) < n {
		if !t.more() {
			t.cut = true
			return make([]byte, min(n, 16))
		}
		k := min(n-len(out), len(t.parts[0]))
		out = append(out, t.parts[0][:k]...)
		t.parts[0] = t.parts[0][k:]
	}
	return out
}

// pass leaves n bytes out.
func (t *text) pass(n int64) {
	for n > 0 {
		if !t.more() {
			t.cut = true
			return
		}
		k := min(n, int64(len(t.parts[0])))
		t.parts[0] = t.parts[0][k:]
		n -= k
	}
}

func (t *text) u8() int    { return int(t.bytes(1)[0]) }
func (t *text) u16() int   { return int(binary.LittleEndian.Uint16(t.bytes(2))) }
func (t *text) u32() int64 { return int64(binary.LittleEndian.Uint32(t.bytes(4))) }

const (
	wide     = 0x01 // characters of two bytes
	phonetic = 0x04 // readings behind the string
	inRuns   = 0x08 // runs of formats behind the string
)

// rich is a string with the places from which its characters have another font.
type rich struct {
	text  string
	fonts []fontFrom
}

// fontFrom is a font and the first character that has it, counted in UTF-16.
type fontFrom struct{ at, font int }

// string is a string of count characters with its leading flags, and what follows it left out.
func (t *text) string(count int) string { return t.rich(count).text }

// rich is such a string with the runs of fonts that follow it.
func (t *text) rich(count int) rich {
	flags := t.u8()
	runs, readings := 0, int64(0)
	if flags&inRuns != 0 {
		runs = t.u16()
	}
	if flags&phonetic != 0 {
		readings = t.u32()
	}
	s := t.characters(count, flags&wide != 0)
	r := rich{text: s, fonts: t.runs(runs)}
	t.pass(readings)
	return r
}

func (t *text) runs(count int) []fontFrom {
	var out []fontFrom
	for len(out) < count && !t.cut {
		out = append(out, fontFrom{t.u16(), t.u16()})
	}
	return out
}

// looked is a string in runs of one look each; plain when no font in it looks otherwise.
func (w *workbook) looked(r rich) worksheet.Rich {
	matters := false
	for _, f := range r.fonts {
		look := w.look(f.font)
		matters = matters || look != nil && *look != worksheet.Look{}
	}
	if !matters {
		return worksheet.Rich{Plain: r.text}
	}
	units := utf16.Encode([]rune(r.text))
	var out worksheet.Rich
	from, look := 0, (*worksheet.Look)(nil)
	for _, f := range append(r.fonts, fontFrom{at: len(units)}) {
		if at := min(max(f.at, from), len(units)); at > from {
			out.Runs = append(out.Runs, worksheet.Run{Text: string(utf16.Decode(units[from:at])), Look: look})
			from = at
		}
		look = w.look(f.font)
	}
	return out
}

func (t *text) characters(count int, double bool) string {
	var units []uint16
	for len(units) < count {
		if len(t.parts) == 0 {
			t.cut = true
			break
		}
		size := 1
		if double {
			size = 2
		}
		b := t.parts[0]
		n := min(count-len(units), len(b)/size)
		for i := range n {
			if double {
				units = append(units, binary.LittleEndian.Uint16(b[2*i:]))
			} else {
				units = append(units, uint16(b[i]))
			}
		}
		t.parts[0] = b[n*size:]
		if len(units) == count {
			break
		}
		t.parts = t.parts[1:]
		if len(t.parts) == 0 || len(t.parts[0]) == 0 {
			t.cut = true
			break
		}
		double = t.parts[0][0]&wide != 0
		t.parts[0] = t.parts[0][1:]
	}
	return string(utf16.Decode(units))
}

// sharedStrings reads the table of shared strings.
func sharedStrings(rec record) ([]rich, error) {
	t := text{parts: rec.parts}
	t.u32() // how often they are used
	count := t.u32()
	var table []rich
	held := 0
	for int64(len(table)) < count && t.more() && !t.cut {
		s := t.rich(t.u16())
		if held += len(s.text) + len(s.fonts)*16 + 16; held > maxStringsBytes {
			return nil, fmt.Errorf("more than %d MB of text", maxStringsBytes>>20)
		}
		table = append(table, s)
	}
	if t.cut {
		return nil, errCut
	}
	return table, nil
}
