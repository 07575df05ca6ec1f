package xls

import (
	"bytes"
	"encoding/binary"
	"math"
	"testing"
	"unicode/utf16"

	"fuhe/extract/grid"
)

// le16, le32 and f64 are numbers as a file has them.
func le16(v ...int) []byte {
	var b []byte
	for _, n := range v {
		b = binary.LittleEndian.AppendUint16(b, uint16(n))
	}
	return b
}

func le32(v int) []byte    { return binary.LittleEndian.AppendUint32(nil, uint32(v)) }
func f64(v float64) []byte { return binary.LittleEndian.AppendUint64(nil, math.Float64bits(v)) }

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

// rec is a record.
func rec(kind int, parts ...[]byte) []byte {
	content := join(parts...)
	return join(le16(kind, len(content)), content)
}

// wideText is a string of two-byte characters with its flags, behind its length.
func wideText(s string) []byte {
	out := []byte{1}
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, le16(int(u))...)
	}
	return out
}

func length(s string) int { return len(utf16.Encode([]rune(s))) }

// book is the stream of a workbook: shared records, then the sheets.
func book(shared []byte, sheets ...[]byte) []byte {
	names := []string{"自评表", "藏", "三"}
	begin, end := rec(recBOF, le16(version8, 5), make([]byte, 12)), rec(recEOF)
	list := func(at int) []byte {
		var out []byte
		for i, s := range sheets {
			out = append(out, rec(recBoundSheet, le32(at), []byte{byte(i & 1), 0, byte(length(names[i]))}, wideText(names[i]))...)
			at += len(begin) + len(s) + len(end)
		}
		return out
	}
	at := len(begin) + len(list(0)) + len(shared) + len(end)
	out := join(begin, list(at), shared, end)
	for _, s := range sheets {
		out = join(out, rec(recBOF, le16(version8, 0x10), make([]byte, 12)), s, end)
	}
	return out
}

// packed is a stream in an OLE container.
func packed(name string, stream []byte) []byte {
	const sector = 512
	stream = append(bytes.Clone(stream), make([]byte, 4096)...)
	n := (len(stream) + sector - 1) / sector
	stream = append(stream, make([]byte, n*sector-len(stream))...)
	tables := (n + 1 + 127) / 127
	header := make([]byte, sector)
	copy(header, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
	copy(header[24:], le16(0x3E, 3, 0xFFFE, 9, 6))
	copy(header[44:], le32(tables))
	copy(header[48:], le32(tables)) // the directory
	copy(header[56:], le32(4096))
	copy(header[60:], le32(-2))
	copy(header[68:], le32(-2))
	var next []byte
	for i := range 109 {
		at := -1
		if i < tables {
			at = i
			next = append(next, le32(-3)...)
		}
		copy(header[76+4*i:], le32(at))
	}
	next = append(next, le32(-2)...)
	for i := range n {
		at := tables + 1 + i + 1
		if i == n-1 {
			at = -2
		}
		next = append(next, le32(at)...)
	}
	next = append(next, bytes.Repeat([]byte{0xFF}, tables*sector-len(next))...)
	directory := make([]byte, sector)
	entry := func(at int, name string, kind byte, child, start, size int) {
		e := directory[at*128:]
		for i, r := range name {
			copy(e[2*i:], le16(int(r)))
		}
		copy(e[64:], le16(2*len(name)+2))
		e[66], e[67] = kind, 1
		copy(e[68:], join(le32(-1), le32(-1), le32(child)))
		copy(e[116:], join(le32(start), le32(size)))
	}
	entry(0, "Root Entry", 5, 1, -2, 0)
	entry(1, name, 2, -1, tables+1, len(stream))
	return join(header, next, directory, stream)
}

func read(t *testing.T, stream []byte) grid.Book {
	t.Helper()
	raw := packed("Workbook", stream)
	b, err := Read(bytes.NewReader(raw), int64(len(raw)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// texts are the texts of a grid by reference.
func texts(g grid.Grid) map[string]string {
	out := map[string]string{}
	for _, c := range g.Cells {
		out[c.At.Ref] = c.Text
	}
	return out
}

// covered asserts that every position of a grid is covered exactly once.
func covered(t *testing.T, g grid.Grid) {
	t.Helper()
	seen := map[[2]int]int{}
	for _, c := range g.Cells {
		for r := range c.RowSpan {
			for k := range c.ColSpan {
				seen[[2]int{c.Row + r, c.Col + k}]++
			}
		}
	}
	for at, n := range seen {
		if n != 1 || at[0] >= g.Rows || at[1] >= g.Cols {
			t.Fatalf("position %v is covered %d times in %d × %d", at, n, g.Rows, g.Cols)
		}
	}
	if len(seen) != g.Rows*g.Cols {
		t.Fatalf("%d of %d positions are covered", len(seen), g.Rows*g.Cols)
	}
}
