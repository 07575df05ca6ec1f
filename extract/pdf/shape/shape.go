// Package shape reads the outlines of glyphs from TrueType programs embedded in files, and tells whether two glyphs look
// alike: in go the bytes of a font program and a glyph number, out comes a coarse picture. It is a witness against maps
// that name characters wrongly; it recognises none.
package shape

import (
	"encoding/binary"
	"math/bits"
)

// Font is a TrueType program.
type Font struct {
	glyf, loca []byte
	long       bool // entries of loca have four bytes
	glyphs     int
	cmap       []byte
}

// Parse reads the directory of a program; false when it is none with TrueType outlines.
func Parse(b []byte) (*Font, bool) {
	if len(b) < 12 {
		return nil, false
	}
	f := &Font{}
	var head, maxp []byte
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		entry := 12 + 16*i
		if entry+16 > len(b) {
			return nil, false
		}
		at, n := uint64(binary.BigEndian.Uint32(b[entry+8:])), uint64(binary.BigEndian.Uint32(b[entry+12:]))
		if at > uint64(len(b)) || at+n > uint64(len(b)) {
			continue // such a table is missing
		}
		table := b[at : at+n]
		switch string(b[entry : entry+4]) {
		case "glyf":
			f.glyf = table
		case "loca":
			f.loca = table
		case "head":
			head = table
		case "maxp":
			maxp = table
		case "cmap":
			f.cmap = table
		}
	}
	if len(head) < 52 || len(maxp) < 6 || f.loca == nil {
		return nil, false
	}
	f.long = binary.BigEndian.Uint16(head[50:]) != 0
	f.glyphs = int(binary.BigEndian.Uint16(maxp[4:]))
	return f, true
}

// data is the description of a glyph; nil when it has none.
func (f *Font) data(gid int) []byte {
	if gid < 0 || gid >= f.glyphs {
		return nil
	}
	var from, to int
	if f.long {
		if 4*gid+8 > len(f.loca) {
			return nil
		}
		from, to = int(binary.BigEndian.Uint32(f.loca[4*gid:])), int(binary.BigEndian.Uint32(f.loca[4*gid+4:]))
	} else {
		if 2*gid+4 > len(f.loca) {
			return nil
		}
		from, to = 2*int(binary.BigEndian.Uint16(f.loca[2*gid:])), 2*int(binary.BigEndian.Uint16(f.loca[2*gid+2:]))
	}
	if from < 0 || from >= to || to > len(f.glyf) {
		return nil
	}
	return f.glyf[from:to]
}

// Picture is what a glyph looks like, stretched to fill a square: a bit for each spot that has ink.
type Picture [side]uint32

const side = 24

// Unlike reports whether two pictures of a digit show different digits: much of their ink lies elsewhere. Two releases of
// one face differ by a few spots at the edges.
func (p *Picture) Unlike(q *Picture) bool {
	differ, ink := 0, 0
	for i := range p {
		differ += bits.OnesCount32(p[i] ^ q[i])
		ink += bits.OnesCount32(p[i]) + bits.OnesCount32(q[i])
	}
	return float64(differ) > unlikeShare*float64(ink)
}

// unlikeShare of the ink of both: the digits of one face that are most alike, 6 and 8 or 3 and 8, differ by more than a
// sixth of it, two releases of a face by less than a twentieth.
const unlikeShare = 0.1
