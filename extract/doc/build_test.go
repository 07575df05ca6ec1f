package doc

import (
	"encoding/binary"
	"unicode/utf16"
)

// le is a number in so many bytes.
func le(v, bytes int) []byte { return binary.LittleEndian.AppendUint64(nil, uint64(v))[:bytes] }

// container is an OLE file of streams, each long enough to lie in sectors of its own.
func container(streams map[string][]byte, order ...string) []byte {
	const sector, end, none, table = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
	next := []int{table, end} // the table of sectors, the directory
	var content, directory []byte
	entry := func(name string, kind byte, left, right, child, start, size int) []byte {
		b := make([]byte, 128)
		for i, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(b[2*i:], u)
		}
		binary.LittleEndian.PutUint16(b[64:], uint16(2*len(name)+2))
		b[66], b[67] = kind, 1
		for i, v := range []int{left, right, child} {
			binary.LittleEndian.PutUint32(b[68+4*i:], uint32(v))
		}
		binary.LittleEndian.PutUint32(b[116:], uint32(start))
		binary.LittleEndian.PutUint32(b[120:], uint32(size))
		return b
	}
	directory = append(directory, entry("Root Entry", 5, none, none, 1, end, 0)...)
	for i, name := range order {
		b := append([]byte(nil), streams[name]...)
		b = append(b, make([]byte, max(0, 4096-len(b)))...)
		size := len(b)
		b = append(b, make([]byte, -len(b)&(sector-1))...)
		right := none
		if i+1 < len(order) {
			right = i + 2
		}
		directory = append(directory, entry(name, 2, none, right, none, len(next), size)...)
		for k := range len(b) / sector {
			to := len(next) + 1
			if (k+1)*sector == len(b) {
				to = end
			}
			next = append(next, to)
		}
		content = append(content, b...)
	}
	directory = append(directory, make([]byte, -len(directory)&(sector-1))...)
	head := make([]byte, sector)
	copy(head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	copy(head[24:], "\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00")
	for at, v := range map[int]int{44: 1, 48: 1, 56: 4096, 60: end, 68: end, 76: 0} {
		binary.LittleEndian.PutUint32(head[at:], uint32(v))
	}
	for i := 1; i < 109; i++ {
		binary.LittleEndian.PutUint32(head[76+4*i:], none)
	}
	links := make([]byte, 0, sector)
	for _, n := range next {
		links = append(links, le(n, 4)...)
	}
	for len(links) < sector {
		links = append(links, le(none, 4)...)
	}
	return append(append(append(head, links[:sector]...), directory[:sector]...), content...)
}

// stretch is text that ends with the end of a paragraph, with what is said of it and of its characters.
type stretch struct {
	text       string
	paragraph  []byte
	characters []byte
	change     int // of its piece
}

// page is a page of looks.
func page(from []int, looks [][]byte, paragraphs bool) []byte {
	b := make([]byte, pageBytes)
	n, each, at := len(looks), 1, pageBytes-2
	if paragraphs {
		each = 13
	}
	for i, f := range from {
		copy(b[4*i:], le(f, 4))
	}
	for i, l := range looks {
		if len(l) == 0 {
			continue
		}
		told := append([]byte{byte(len(l))}, l...)
		if paragraphs {
			l = append([]byte{0, 0}, l...) // its style
			if len(l)%2 == 0 {
				told = append([]byte{0, byte(len(l) / 2)}, l...)
			} else {
				told = append([]byte{byte((len(l) + 1) / 2)}, l...)
			}
		}
		at = (at - len(told)) &^ 1
		copy(b[at:], told)
		b[4*(n+1)+each*i] = byte(at / 2)
	}
	b[pageBytes-1] = byte(n)
	return b
}

// file is a document of these stretches, each a piece of its own, stored the last one first.
func file(flags int, stretches ...stretch) []byte {
	const textAt = 0x400
	main := make([]byte, textAt)
	cps, places := []int{0}, make([]int, len(stretches))
	for i := len(stretches) - 1; i >= 0; i-- {
		places[i] = len(main)
		for _, u := range utf16.Encode([]rune(stretches[i].text)) {
			main = binary.LittleEndian.AppendUint16(main, u)
		}
	}
	behind := len(main)
	var pieces []byte
	var froms []int
	var paragraphs, characters [][]byte
	for i, s := range stretches {
		cps = append(cps, cps[i]+len(utf16.Encode([]rune(s.text))))
		pieces = append(pieces, append(append([]byte{0, 0}, le(places[i], 4)...), le(s.change, 2)...)...)
	}
	for i := len(stretches) - 1; i >= 0; i-- {
		froms = append(froms, places[i])
		paragraphs, characters = append(paragraphs, stretches[i].paragraph), append(characters, stretches[i].characters)
	}
	froms = append(froms, behind)
	main = append(main, make([]byte, -len(main)&(pageBytes-1))...)
	pageOf := len(main) / pageBytes
	main = append(append(main, page(froms, characters, false)...), page(froms, paragraphs, true)...)
	var table []byte
	stored := func(at int, b []byte) {
		copy(main[at:], append(le(len(table), 4), le(len(b), 4)...))
		table = append(table, b...)
	}
	var list []byte
	for _, cp := range cps {
		list = append(list, le(cp, 4)...)
	}
	list = append(list, pieces...)
	clx := append([]byte{1}, append(le(len(struckChange), 2), struckChange...)...)
	stored(atPieces, append(append(clx, 2), append(le(len(list), 4), list...)...))
	stored(atChars, append(append(le(textAt, 4), le(behind, 4)...), le(pageOf, 4)...))
	stored(atPages, append(append(le(textAt, 4), le(behind, 4)...), le(pageOf+1, 4)...))
	copy(main, append(le(magic, 2), le(word97, 2)...))
	copy(main[atFlags:], le(flags|flagTable1, 2))
	copy(main[atTextChars:], le(cps[len(cps)-1], 4))
	return container(map[string][]byte{"WordDocument": main, "1Table": table}, "WordDocument", "1Table")
}

// struckChange is what a fast save said of pieces that refer to its first list of properties: they are struck out.
var struckChange = []byte{0x37, 0x08, 1}
