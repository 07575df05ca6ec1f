package shape

import "encoding/binary"

// Glyph is the number of the glyph for a byte in a font without an encoding of its own (ISO 32000-1, 9.6.6.4): by the
// symbol map at 0xF000 and the code, else by the Macintosh one; 0 when there is none.
func (f *Font) Glyph(code byte) int {
	if len(f.cmap) < 4 {
		return 0
	}
	best := 0
	for i := range int(binary.BigEndian.Uint16(f.cmap[2:])) {
		entry := 4 + 8*i
		if entry+8 > len(f.cmap) {
			break
		}
		platform, at := binary.BigEndian.Uint16(f.cmap[entry:]), binary.BigEndian.Uint32(f.cmap[entry+4:])
		if uint64(at) >= uint64(len(f.cmap)) {
			continue
		}
		table := f.cmap[at:]
		for _, c := range []int{0xF000 + int(code), int(code)} {
			if g := lookup(table, c); g != 0 && (best == 0 || platform == 3) {
				best = g
				break
			}
		}
	}
	return best
}

// lookup finds a code in a table of format 0, 4 or 6.
func lookup(t []byte, code int) int {
	word := func(at int) int {
		if at < 0 || at+2 > len(t) {
			return 0
		}
		return int(binary.BigEndian.Uint16(t[at:]))
	}
	switch word(0) {
	case 0:
		if code < 256 && 6+code < len(t) {
			return int(t[6+code])
		}
	case 6:
		if first, n := word(6), word(8); code >= first && code < first+n {
			return word(10 + 2*(code-first))
		}
	case 4:
		n := word(6) / 2
		for i := range n {
			if end := word(14 + 2*i); code > end {
				continue
			}
			start, delta, at := word(16+2*n+2*i), word(16+4*n+2*i), 16+6*n+2*i
			if code < start {
				return 0
			}
			offset := word(at)
			if offset == 0 {
				return (code + delta) & 0xFFFF
			}
			if g := word(at + offset + 2*(code-start)); g != 0 {
				return (g + delta) & 0xFFFF
			}
			return 0
		}
	}
	return 0
}
