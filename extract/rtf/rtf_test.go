package rtf

import (
	"strings"
	"testing"

	"fuhe/extract/grid"
)

func readText(s string) (grid.Book, error) { return Read(strings.NewReader(s), int64(len(s))) }

// row is a row of two cells.
func row(a, b string) string {
	return `\trowd\trleft0\cellx1000\cellx2000\pard\intbl ` + a + `\cell ` + b + `\cell\row` + "\n"
}

// TestTables: tables are as laid out, texts as they are seen.
func TestTables(t *testing.T) {
	const head = `{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 SimSun{\*\falt x};}{\f1\fcharset2 Symbol;}{\f2\fcharset0 Arial;}}{\info{\title no}}` + "\n"
	for _, c := range []struct{ name, body, want string }{
		{"code pages and Unicode", `\pard \'cc\'e2\par ` + row(`\uc1\u30002?\u-30619?\'b1\'ed`, `{\f2 147\'2e64}`), "^题\n[甲补表][147.64]"},
		{"skipped characters", row(`{\uc2\u30002\'bc\'d7}`, `{\uc0\u30002 1}`), "[甲][甲1]"},
		{"deleted, hidden and struck text", row(`{\deleted 9}1{\v 8}`, `1{\strike 0}0{\super 4}`), "[1][10⁴ struck]\n! hidden text of the table is not read: 8"},
		{"lowered and raised as a whole", row(`{\dn4 120.}{\dn4 00}`, `{\super 10} `) + row(`{\super 10}{\sub 4}`, `1{\up4 5}`), "[120.00][10]\n[¹⁰₄][1⁵]"},
		{"merged down and across", `\trowd\clvmgf\cellx1000\cellx2000\cellx3000\pard\intbl A\cell 1\cell 2\cell\row\trowd\clvmrg\cellx1000\clmgf\cellx2000\clmrg\cellx3000\pard\intbl\cell 3\cell\cell\row`,
			"[A 2x1][1][2]\n[3 1x2]"},
		{"columns by their places", `\trowd\cellx1000\cellx3000\pard\intbl A\cell B\cell\row\trowd\cellx2000\cellx3005\pard\intbl C\cell D\cell\row`, "[A][B 1x2]\n[C 1x2][D]"},
		{"a text between two tables", row("1", "2") + `\pard x\par ` + row("3", "4"), "[1][2]\n^x\n[3][4]"},
		{"the plan of a row behind its cells", `\pard\intbl A\cell B\cell{\trowd\cellx1000\cellx2000\row}`, "[A][B]"},
		{"fields, notes, headers, pictures", `{\header h\par}{\field{\*\fldinst PAGE}{\fldrslt 7}}\par ` + row(`1{\footnote f}`, `{\pict\bin3 }}}00}`), "^7\n[1][ ?]"},
		{"a symbol font", row(`{\f1\'b3}95%`, `{\f1\'01}`), "[≥95%][\uFFFD ?]"},
		{"a table in a cell", row("1", "2") + row("3", "4") + `\trowd\cellx1000\cellx2000\pard\intbl 5\cell\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx1500\cellx2000\nestrow}{\nonesttables\par}\pard\intbl\itap1\cell\trowd\cellx1000\cellx2000\row`,
			"[1][2]\n[3][4]\n[5][]\n^1\n^2\n^3\n^4\n[a][b]\n! this cell holds a table, which is read as a table of its own"},
		{"a table in a text box", `{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt ` + row("1", "2") + `}}}` + row("3", "4"), "[3][4]\n! a table in a text box is not read — take it out of the box"},
		{"more cells than places", `\trowd\cellx1000\pard\intbl A\cell B\cell\row` + row("1", "2"), "[A]\n[1][2] unsure: row 1 has more cells than places"},
		{"lines and signs", row(`a\line b\~c`, `\{1\}\emdash`), "[a b\u00a0c][{1}—]"},
	} {
		b, err := readText(head + c.body + "}")
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		} else if got := grid.Brief(b); got != c.want {
			t.Errorf("%s: becomes\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// TestDamaged: what is cut or nested without end is said.
func TestDamaged(t *testing.T) {
	for _, s := range []string{`{\rtf1 ` + row("1", "2"), `\rtf1`, `{\rtf1 ` + strings.Repeat("{", 2*maxDepth) + strings.Repeat("}", 2*maxDepth) + `}`,
		`{\rtf1\trowd` + strings.Repeat(`\cellx1`, 2*maxRowCells) + `}`, `{\rtf1\pard\intbl\itap99 x\nestcell}`} {
		if b, err := readText(s); err == nil {
			t.Errorf("%.40q is read: %+v", s, b)
		}
	}
}

// FuzzRead: whatever a file says, reading it ends.
func FuzzRead(f *testing.F) {
	f.Add(`{\rtf1\ansicpg936{\fonttbl{\f0\fcharset134 x;}}` + row(`\'cc\'e2`, `\u-26335?`) + `\pard\intbl\itap2 a\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}\cell\row}`)
	f.Add(`{\rtf1{\shp{\shptxt\trowd}}{\pict\bin99999999 }\u55357?\u56832?}`)
	f.Fuzz(func(t *testing.T, s string) {
		if _, err := readText(s); err != nil {
			t.Skip() // said
		}
	})
}
