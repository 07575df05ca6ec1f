package doc

import (
	"slices"
	"strings"
	"testing"

	"fuhe/extract/flow"
	"fuhe/extract/grid"
)

// Properties of characters: white, blue and its own colour, by numbers of old, on a marker, of a point, as narrow as a line.
var (
	white  = []byte{0x70, 0x68, 0xFF, 0xFF, 0xFF, 0}
	blue   = []byte{0x70, 0x68, 0x1F, 0x38, 0x64, 0}
	usual  = []byte{0x42, 0x2A, 8, 0x70, 0x68, 0, 0, 0, 0xFF}
	old    = []byte{0x42, 0x2A, 8}
	marked = []byte{0x42, 0x2A, 7, 0x0C, 0x2A, 7}
	behind = slices.Concat(white, []byte{0x71, 0xCA, 10}, blueShade)
	point  = []byte{0x43, 0x4A, 2, 0}
	narrow = []byte{0x52, 0x48, 1, 0}
)

// Shades: blue, none, solid blue over white, a pattern.
var (
	blueShade  = []byte{0, 0, 0, 0xFF, 0x1F, 0x38, 0x64, 0, 0, 0}
	noShade    = []byte{0, 0, 0, 0xFF, 0, 0, 0, 0xFF, 0, 0}
	solidShade = []byte{0x1F, 0x38, 0x64, 0, 0xFF, 0xFF, 0xFF, 0, 1, 0}
	pattern    = []byte{0x1F, 0x38, 0x64, 0, 0xFF, 0xFF, 0xFF, 0, 5, 0}
)

func fills(shades ...[]byte) []byte {
	body := slices.Concat(shades...)
	return append([]byte{0x12, 0xD6, byte(len(body))}, body...)
}

// TestUnseen: what nobody sees of a cell is left out and said, and a figure beside it is in doubt.
func TestUnseen(t *testing.T) {
	two := places(nil, 0, 1000, 2000)
	const eight = "\n! hidden text of the table is not read: 8"
	part := func(text string, look []byte) stretch {
		return stretch{text: text, characters: look, paragraph: inTable}
	}
	blueParagraph := slices.Concat(inTable, []byte{0x4D, 0xC6, 10}, blueShade)
	for _, c := range []struct {
		name  string
		parts []stretch
		row   []byte
		want  string
	}{
		{"black on paper", []stretch{cell("9.47")}, nil, "[9.47]"},
		{"white on paper", []stretch{part("8", white), cell("9.47")}, nil, "[9.47 ?]" + eight},
		{"white of old", []stretch{part("8", old), cell("9.47")}, nil, "[9.47 ?]" + eight},
		{"its own colour behind that", []stretch{part("8", usual), cell("9.47")}, nil, "[89.47]"},
		{"white on a blue cell", []stretch{looking(cell("9.47"), white)}, fills(noShade, blueShade), "[9.47]"},
		{"white beside a blue cell", []stretch{part("8", white), cell("9.47")}, fills(blueShade, noShade), "[9.47 ?]" + eight},
		{"blue on a blue cell", []stretch{part("8", blue), looking(cell("9.47"), white)}, fills(noShade, blueShade), "[9.47 ?]" + eight},
		{"blue on a solid cell", []stretch{part("8", blue), looking(cell("9.47"), white)}, fills(noShade, solidShade), "[9.47 ?]" + eight},
		{"white on a pattern", []stretch{looking(cell("9.47"), white)}, fills(noShade, pattern), "[9.47]"},
		{"white on a cell of old", []stretch{looking(cell("9.47"), white)}, []byte{0x09, 0xD6, 4, 0, 0, 0x20, 0x01}, "[9.47]"},
		{"white on a blue table", []stretch{looking(cell("9.47"), white)}, append([]byte{0x60, 0xD6, 10}, blueShade...), "[9.47]"},
		{"white on a blue paragraph", []stretch{{text: "9.47\a", characters: white, paragraph: blueParagraph}}, nil, "[9.47]"},
		{"white on blue letters", []stretch{part("9.47", behind), cell("")}, nil, "[9.47]"},
		{"yellow on its marker", []stretch{part("8", marked), cell("9.47")}, nil, "[9.47 ?]" + eight},
		{"a point", []stretch{part("8", point), cell("9.47")}, nil, "[9.47 ?]" + eight},
		{"as narrow as a line", []stretch{part("8", narrow), cell("9.47")}, nil, "[9.47 ?]" + eight},
		{"hidden by the program", []stretch{part("8", hidden), cell("9.47")}, nil, "[9.47]" + eight},
		{"words hidden by the program", []stretch{part("待核", hidden), cell("9.47")}, nil, "[9.47]"},
	} {
		all := slices.Concat([]stretch{cell("x")}, c.parts, []stretch{end(slices.Concat(two, c.row)), cell("x"), cell("y"), end(two)})
		b, err := readFile(file(0, all...))
		text, said, _ := strings.Cut(c.want, "\n")
		want := strings.TrimSpace("[x]" + text + "\n[x][y]\n" + said)
		if got := grid.Brief(b); err != nil || got != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, err, got, want)
		}
	}
}

// TestSetHigher: text that is raised or lowered as a whole stands in its cell as it is; beside other text it is a mark.
func TestSetHigher(t *testing.T) {
	two := places(nil, 0, 1000, 2000)
	up, down, low := []byte{0x48, 0x2A, 1}, []byte{0x48, 0x2A, 2}, []byte{0x45, 0x48, 0xFC, 0xFF}
	part := func(text string, look []byte) stretch {
		return stretch{text: text, characters: look, paragraph: inTable}
	}
	b, err := readFile(file(0, part("120.", low), looking(cell("00"), low), looking(cell("10"), up), end(two),
		part("10", nil), looking(cell("4"), up), part("10", up), looking(cell("4"), down), end(two)))
	if got, want := grid.Brief(b), "[120.00][10]\n[10⁴][¹⁰₄]"; err != nil || got != want {
		t.Errorf("%v\n%s\nwant\n%s", err, got, want)
	}
}

// TestFlatRow: nobody sees a row of a point, where its height is exact.
func TestFlatRow(t *testing.T) {
	two := places(nil, 0, 1000, 2000)
	for height, rows := range map[int]int{-20: 2, 20: 3, -300: 3} {
		flat := slices.Concat(two, []byte{0x07, 0x94}, le(height, 2))
		b, err := readFile(file(0, cell("a"), cell("b"), end(two), cell("c"), cell("d"), end(flat), cell("e"), cell("f"), end(two)))
		if err != nil || b.Grids[0].Rows != rows || len(b.Unread) != 3-rows {
			t.Errorf("%d: %v\n%s", height, err, grid.Brief(b))
		}
	}
}

// TestShades: a shade paints one colour, none, or a pattern.
func TestShades(t *testing.T) {
	for want, b := range map[string][]byte{"1F3864": solidShade, own: noShade, flow.Mixed: pattern} {
		if got := shade(b); got != want {
			t.Errorf("%x paints %s, want %s", b, got, want)
		}
	}
	for v, want := range map[int]string{0: own, 0xFFFF: own, 9 << 5: "000080", 1<<10 | 2: "0000FF", 3 << 10: flow.Mixed, 1 << 10: "000000"} {
		if got := oldShade(v); got != want {
			t.Errorf("%04x paints %s, want %s", v, got, want)
		}
	}
}
