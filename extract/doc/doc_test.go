package doc

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"fuhe/extract/grid"
)

// Properties of paragraphs and characters.
var (
	inTable = []byte{0x16, 0x24, 1}
	rowEnds = []byte{0x16, 0x24, 1, 0x17, 0x24, 1}
	inner   = []byte{0x16, 0x24, 1, 0x49, 0x66, 2, 0, 0, 0, 0x4B, 0x24, 1}
	hidden  = []byte{0x3C, 0x08, 1}
	deleted = []byte{0x00, 0x08, 1}
	struck  = []byte{0x37, 0x08, 1}
)

// places define a row: where its cells begin and end, with their flags.
func places(flags []int, at ...int) []byte {
	body := []byte{byte(len(at) - 1)}
	for _, x := range at {
		body = append(body, le(x, 2)...)
	}
	for i := range len(at) - 1 {
		flag := 0
		if i < len(flags) {
			flag = flags[i]
		}
		body = append(body, append(le(flag, 2), make([]byte, 18)...)...)
	}
	return append(append([]byte{0x08, 0xD6}, le(len(body)+1, 2)...), body...)
}

func cell(text string) stretch { return stretch{text: text + "\a", paragraph: inTable} }

func looking(s stretch, look []byte) stretch {
	s.characters = look
	return s
}

func end(definition []byte) stretch {
	return stretch{text: "\a", paragraph: slices.Concat(rowEnds, definition)}
}

func line(text string) stretch { return stretch{text: text + "\r"} }

func readFile(b []byte) (grid.Book, error) { return Read(bytes.NewReader(b), int64(len(b))) }

// TestTables: tables are as laid out, texts as they are seen, wherever the pieces of the text lie.
func TestTables(t *testing.T) {
	two := places(nil, 0, 1000, 2000)
	for _, c := range []struct {
		name string
		file []byte
		want string
	}{
		{"a table under a line", file(0, line("题"), cell("甲"), cell("147.64"), end(two), line("完")), "^题\n[甲][147.64]"},
		{"merged down", file(0, cell("A"), cell("1"), end(places([]int{0x60}, 0, 1000, 2000)), cell(""), cell("2"), end(places([]int{0x20}, 0, 1000, 2000))), "[A 2x1][1]\n[2]"},
		{"merged across by flags", file(0, cell("A"), cell(""), cell("1"), end(places([]int{1, 2}, 0, 1000, 2000, 3000)), cell("a"), cell("b"), cell("c"), end(places(nil, 0, 1000, 2000, 3000))), "[A 1x2][1]\n[a][b][c]"},
		{"merged across by a property", file(0, cell("A"), cell(""), cell("1"), end(slices.Concat(places(nil, 0, 1000, 2000, 3000), []byte{0x24, 0x56, 0, 2})), cell("a"), cell("b"), cell("c"), end(places(nil, 0, 1000, 2000, 3000))), "[A 1x2][1]\n[a][b][c]"},
		{"columns by their places", file(0, cell("A"), cell("B"), end(places(nil, 0, 1000, 3000)), cell("C"), cell("D"), end(places(nil, 0, 2000, 3010))), "[A][B 1x2]\n[C 1x2][D]"},
		{"hidden, deleted and struck text", file(0, looking(stretch{text: "9"}, hidden), cell("1"), looking(stretch{text: "8"}, deleted), looking(stretch{text: "7"}, struck), cell("2"), end(two)), "[1][2 struck]\n! hidden text of the table is not read: 9"},
		{"changes of a fast save", file(0, stretch{text: "9", change: 0x5C<<1 | 1<<8}, cell("1"), stretch{text: "8", change: 1}, cell("2"), end(two)), "[1][2 struck]\n! hidden text of the table is not read: 9"},
		{"a deleted row", file(0, cell("1"), cell("2"), end(two), cell("3"), cell("4"), looking(end(two), deleted)), "[1][2]"},
		{"fields and signs", file(0, cell("\x13 =1+1 \x14\u0032\x15\v3"), cell("a\u001eb\u001fc\td"), end(two)), "[2 3][a-bc d]"},
		{"fields without a result", file(0, cell("\x13 EQ \\f(947,100) \x15"), cell("\x13 =9+1 \x14\x15"), end(two), cell("\x13 XE \"9\" \x15\u0039"), cell("\x13 =9+1 \x14\u0031\u0030\x15"), end(two)), "[ ?][ ?]\n[9][10]"},
		{"a table in a cell", file(0, cell("1"), cell("2"), end(two), cell("3"), cell("4"), end(two), cell("5"),
			stretch{text: "x\r", paragraph: inner}, stretch{text: "\r", paragraph: slices.Concat(inTable, []byte{0x49, 0x66, 2, 0, 0, 0, 0x4C, 0x24, 1}, places(nil, 1000, 2000))}, cell(""), end(two)),
			"[1][2]\n[3][4]\n[5][x]"},
		{"a picture in place of a figure", file(0, looking(stretch{text: "\x01"}, []byte{0x55, 0x08, 1}), cell(""), cell("2"), end(two)), "[ ?][2]"},
		{"a sign of a symbol font that nobody knows", file(0, looking(stretch{text: "("}, []byte{0x55, 0x08, 1, 0x09, 0x6A, 9, 0, 0x41, 0xF0}), cell(""), cell("2"), end(two)), "[\uFFFD ?][2]"},
	} {
		b, err := readFile(c.file)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if got := grid.Brief(b); got != c.want {
			t.Errorf("%s: becomes\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestNotRead: what is not read says why.
func TestNotRead(t *testing.T) {
	plain := file(0, line("题"), cell("甲"), cell("1"), end(places(nil, 0, 1000, 2000)))
	if _, err := readFile(file(flagEncrypted, line("题"))); !errors.Is(err, grid.ErrLocked) {
		t.Errorf("encrypted: %v", err)
	}
	old := bytes.Replace(plain, append(le(magic, 2), le(word97, 2)...), append(le(oldMagic, 2), le(0x65, 2)...), 1)
	if _, err := readFile(old); err == nil || !strings.Contains(err.Error(), "Word 6") {
		t.Errorf("of Word 6: %v", err)
	}
	if _, err := readFile(plain[:len(plain)-4500]); err == nil {
		t.Error("a file that is cut short is read")
	}
	long := bytes.Clone(plain)
	if i := bytes.Index(long, append(le(magic, 2), le(word97, 2)...)); i > 0 {
		copy(long[i+atTextChars:], le(99, 4))
	}
	if _, err := readFile(long); err == nil {
		t.Error("a text that is longer than its pieces is read")
	}
}

// FuzzRead: whatever the streams of a document say, reading them ends.
func FuzzRead(f *testing.F) {
	f.Add(file(0, line("题"), cell("甲"), cell("1"), end(places([]int{0x60}, 0, 1000, 2000))))
	f.Add(file(0, stretch{text: "9", change: 1}, cell("1"), end(slices.Concat(places(nil, 0, 1000), []byte{0x21, 0x76, 0, 9, 1, 0}, []byte{0x22, 0x56, 0, 3}, []byte{0x23, 0x76, 0, 3, 1, 0}))))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := readFile(b); err != nil {
			t.Skip() // said
		}
	})
}
