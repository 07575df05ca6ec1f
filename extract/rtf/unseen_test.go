package rtf

import (
	"strings"
	"testing"

	"fuhe/extract/grid"
)

// colours are the usual one, white, blue, yellow and one nearly white.
const colours = `{\colortbl;\red255\green255\blue255;\red31\green56\blue100;\red255\green255\blue0;\red250\green250\blue250;}`

// lineOf is a row of two cells, the second of which has properties and holds what is given.
func lineOf(more, properties, content string) string {
	return `\trowd` + more + `\cellx1000` + properties + `\cellx2000\pard\intbl x\cell\pard\intbl ` + content + `\cell\row` + "\n"
}

// TestUnseen: what nobody sees of a cell is left out and said, and a figure beside it is in doubt.
func TestUnseen(t *testing.T) {
	const eight = "\n! hidden text of the table is not read: 8"
	first := `{\rtf1\ansi` + colours + `\trowd\cellx1000\cellx2000\pard\intbl {\cf1 8}9.47\cell\pard\intbl x\cell\row` + lineOf("", "", "y") + `}`
	if b, err := Read(strings.NewReader(first), int64(len(first))); err != nil || grid.Brief(b) != "[9.47 ?][x]\n[x][y]"+eight {
		t.Errorf("in the first cell: %v\n%s", err, grid.Brief(b))
	}
	for _, c := range []struct{ name, properties, content, want string }{
		{"black on paper", "", `9.47`, "[9.47]"},
		{"white on paper", "", `{\cf1 8}9.47`, "[9.47 ?]" + eight},
		{"nearly white", "", `{\cf4 8}9.47`, "[9.47 ?]" + eight},
		{"until plain", "", `\cf1\plain 8{\cf1\cf0 9.47}`, "[89.47]"},
		{"white on a blue cell", `\clcbpat2`, `{\cf1 9.47}`, "[9.47]"},
		{"blue on a blue cell", `\clcbpat2`, `{\cf2 8}{\cf1 9.47}`, "[9.47 ?]" + eight},
		{"blue on a cell that is solid blue", `\clcfpat2\clcbpat1\clshdng10000`, `{\cf2 8}{\cf1 9.47}`, "[9.47 ?]" + eight},
		{"white on a pattern", `\clcfpat2\clcbpat1\clshdng5000`, `{\cf1 9.47}`, "[9.47]"},
		{"white on a blue paragraph", "", `\cbpat2{\cf1 9.47}`, "[9.47]"},
		{"white on blue letters", "", `{\cf1\chcbpat2 9.47}`, "[9.47]"},
		{"yellow on its marker", "", `{\cf3\highlight3 8}9.47`, "[9.47 ?]" + eight},
		{"a point", "", `{\fs2 8}9.47`, "[9.47 ?]" + eight},
		{"as narrow as a line", "", `{\charscalex1 8}9.47`, "[9.47 ?]" + eight},
		{"hidden by the program", "", `{\v 8}9.47`, "[9.47]" + eight},
		{"deleted", "", `{\deleted 8}9.47`, "[9.47]"},
		{"a number of a list alone", "", `{\listtext 9.\tab}`, "[ ?]"},
		{"a number of a list before a figure", "", `{\listtext 1.\tab}9.47`, "[9.47 ?]"},
		{"a number of a list before words", "", `{\listtext 1.\tab}\u19968\'d2\u21495\'ba`, "[一号]"},
		{"a bullet", "", `{\listtext\'b7\tab}9.47`, "[9.47]"},
		{"a field without a result", "", `{\field{\*\fldinst { EQ \\\\f(947,100)}}}`, "[ ?]"},
		{"a field with an empty result", "", `{\field{\*\fldinst =9+1}{\fldrslt }}`, "[ ?]"},
		{"a field with a result", "", `{\field{\*\fldinst =9+1}{\fldrslt 10}}`, "[10]"},
		{"a field that shows nothing", "", `{\field{\*\fldinst XE "9"}}9.47`, "[9.47]"},
	} {
		s := `{\rtf1\ansi` + colours + lineOf("", c.properties, c.content) + lineOf("", "", "y") + `}`
		b, err := Read(strings.NewReader(s), int64(len(s)))
		want := "[x]" + c.want
		if at, behind, ok := strings.Cut(want, "\n"); ok {
			want = at + "\n[x][y]\n" + behind
		} else {
			want += "\n[x][y]"
		}
		if got := grid.Brief(b); err != nil || got != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, err, got, want)
		}
	}
}

// TestUnknownGround: what the cells of a table in a cell paint is not known until they end, so that white letters may be seen.
func TestUnknownGround(t *testing.T) {
	inner := `\pard\intbl\itap2 {\cf1 8}9\nestcell 7\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}\pard\intbl\itap2 1\nestcell 2\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}`
	s := `{\rtf1\ansi` + colours + lineOf("", "", inner+`\pard\intbl `) + lineOf("", "", "y") + `}`
	b, err := Read(strings.NewReader(s), int64(len(s)))
	if got := grid.Brief(b); err != nil || !strings.Contains(got, "[89 ?][7]") {
		t.Errorf("%v: %s", err, got)
	}
}

// TestFlatRow: nobody sees a row of a point, where its height is exact.
func TestFlatRow(t *testing.T) {
	for height, rows := range map[string]int{`\trrh-20`: 2, `\trrh20`: 3, `\trrh-300`: 3} {
		s := `{\rtf1\ansi` + lineOf("", "", "a") + lineOf(height, "", "b") + lineOf("", "", "c") + `}`
		b, err := Read(strings.NewReader(s), int64(len(s)))
		if err != nil || b.Grids[0].Rows != rows || len(b.Unread) != 3-rows {
			t.Errorf("%s: %v\n%s", height, err, grid.Brief(b))
		}
	}
}
