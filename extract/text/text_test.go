package text

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"fuhe/extract/grid"
)

func read(t *testing.T, s string) grid.Book {
	t.Helper()
	b, err := Read(strings.NewReader(s), int64(len(s)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// rowsOf are the texts of a grid, a row a line, cells between bars.
func rowsOf(g grid.Grid) string {
	var b strings.Builder
	for i, c := range g.Cells {
		if i > 0 && c.Col == 0 {
			b.WriteByte('\n')
		} else if i > 0 {
			b.WriteByte('|')
		}
		b.WriteString(c.Text)
	}
	return b.String()
}

func TestSeed(t *testing.T) {
	raw, err := os.ReadFile("../../../shared/seed/shanghai-2021.txt")
	if err != nil {
		t.Skip("the seed form is not at hand")
	}
	b := read(t, string(raw))
	if len(b.Grids) != 1 {
		t.Fatalf("%d grids, want 1", len(b.Grids))
	}
	g := b.Grids[0]
	if g.Rows != 19 || g.Cols != 10 || !g.Spaced {
		t.Errorf("%d × %d, spaced %v", g.Rows, g.Cols, g.Spaced)
	}
	if len(g.Above) != 2 || g.Above[0].Text != "财政项目支出绩效自评表" || g.Above[1].Text != "(2021 年度)" {
		t.Errorf("above: %v", g.Above)
	}
	for ref, want := range map[string]string{
		"A1": "项目名称", "B1": "新能源产业推进 (2021) 年", "E2": "实施单位", "C4": "530000.00", "E4": "147,663.64", "G4": "35.77%", "A5": "",
		"E12": "≥80%", "F12": "35.76%", "E13": "≥ 20 次", "F13": "> 20 次", "F15": "> 80%", "F16": "", "I18": "",
	} {
		for _, c := range g.Cells {
			if c.At.Ref == ref && c.Text != want {
				t.Errorf("%s is %q, want %q", ref, c.Text, want)
			}
		}
	}
	for _, c := range g.Cells {
		if strings.ContainsAny(c.Text, "<$\\") {
			t.Errorf("%s keeps markup: %q", c.At.Ref, c.Text)
		}
	}
}

func TestTables(t *testing.T) {
	for _, c := range []struct{ name, text, above, rows, below string }{
		{"tabs", "标题\n\n项目名称\t甲\n得分\t9.5\n\n注：略", "标题", "项目名称|甲\n得分|9.5", "注：略"},
		{"tabs, a row of tabs only and a short row", "a\tb\tc\n\t\t\nd\te", "", "a|b|c\n||\nd|e|", ""},
		{"a line of one cell between rows", "a\tb\nc\nd\te", "", "a|b\nc|\nd|e", ""},
		{"quoted cell over two lines", "a\t\"一、\n二、\"\tc\nd\te\tf", "", "a|一、二、|c\nd|e|f", ""},
		{"inch marks are no quotation", "5\" 管\t\"x\" y\n1\t2", "", "5\" 管|\"x\" y\n1|2", ""},
		{"commas", "项目支出绩效自评表,,\n名称,预算,得分\n甲,\"147,663.64\",9.50\n", "", "项目支出绩效自评表||\n名称|预算|得分\n甲|147,663.64|9.50", ""},
		{"commas, doubled marks", "a,\"b \"\"c\"\"\",d\ne,,f", "", "a|b \"c\"|d\ne||f", ""},
		{"Markdown", "# 自评表\n\n| 指标 | 得分 |\n|---|:-:|\n| **甲** | 9.5<br>分 |\n| a \\| b | $\\geq 80\\%$ |\n\n注", "自评表", "指标|得分\n甲|9.5分\na | b|≥80%", "注"},
		{"Markdown without a frame", "指标 | 得分\n--- | ---\n甲 | 9.5\n", "", "指标|得分\n甲|9.5", ""},
		{"Markdown, dashes for blank entries", "| a | b |\n|--|--|\n| - | - |\n| 1 | 2 |\n", "", "a|b\n-|-\n1|2", ""},
		{"semicolons", "名称;预算;得分\n甲;147,663.64;9.50\n乙；丙;\"a;b\";1\n", "", "名称|预算|得分\n甲|147,663.64|9.50\n乙；丙|a;b|1", ""},
		{"a separator that the first line states", "sep=;\n名称;预算\n甲;10\n", "", "名称|预算\n甲|10", ""},
		{"a stated tab", "\"sep=\t\"\n名称\t预算\n甲\t1;0\n", "", "名称|预算\n甲|1;0", ""},
		{"bars without a frame", "自评表||\n名称|预算|得分\n|10|9\n|说明|\n", "", "自评表||\n名称|预算|得分\n|10|9\n|说明|", ""},
		{"figures told to be text", "名称,预算,得分\n甲,=\"147663.64\",9\n乙,\"=\"\"147,663.64\"\"\",9\n丙,=\"1,5\",8\n", "", "名称|预算|得分\n甲|147663.64|9\n乙|147,663.64|9\n丙|1,5|8", ""},
		{"Windows line ends", "a\tb\r\nc\td\r\n", "", "a|b\nc|d", ""},
		{"one blank line inside", "a\tb\n\nc\td\te", "", "a|b|\nc|d|e", ""},
	} {
		b := read(t, c.text)
		if len(b.Grids) != 1 {
			t.Errorf("%s: %d grids", c.name, len(b.Grids))
			continue
		}
		g := b.Grids[0]
		if got := rowsOf(g); got != c.rows {
			t.Errorf("%s: rows\n%s\nwant\n%s", c.name, got, c.rows)
		}
		above, below := "", ""
		for _, l := range g.Above {
			above += l.Text
		}
		for _, l := range g.Below {
			below += l.Text
		}
		if above != c.above || below != c.below {
			t.Errorf("%s: above %q, below %q", c.name, above, below)
		}
	}
}

func TestTwoTables(t *testing.T) {
	b := read(t, "表一\na\tb\nc\td\n\n表二\n\ne\tf\ng\th\n尾")
	if len(b.Grids) != 2 || rowsOf(b.Grids[1]) != "e|f\ng|h" || b.Grids[1].Above[0].Text != "表二" || b.Grids[1].Cells[3].At.String() != "t2!B2" {
		t.Errorf("%+v", b.Grids)
	}
}

// TestNoTable: prose, source code with indentation, and lists are no tables.
func TestNoTable(t *testing.T) {
	for _, s := range []string{"", "\n\n", "一段话。\n\n又一段，钱 1,000 元。", "Dear all,\nthis is, as you know, prose.\n", "\t一、背景\n\t二、目标\n", "a|b\nc|d"} {
		if b := read(t, s); len(b.Grids) != 0 {
			t.Errorf("%q gives a table: %s", s, rowsOf(b.Grids[0]))
		}
	}
}

// TestUnquotedComma: a figure split by its own comma moves what follows; that is said.
func TestUnquotedComma(t *testing.T) {
	b := read(t, "名称,预算,得分\n甲,100,10\n乙,147,663.64,9\n丙,5,1\n")
	if len(b.Grids) != 1 || !strings.Contains(b.Grids[0].Unsure, "row 3 has 4 cells") {
		t.Errorf("%+v", b.Grids)
	}
}

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		`$\geq 80\%$`: "≥80%", `$> 80\%$`: "> 80%", `$\leq$5万元`: "≤5万元", `$\ge 95 \%$`: "≥95 %", `$90\%$`: "90%", `$100$`: "100",
		`$\mathrm{PM}_{2.5}$`: `$\mathrm{PM}_{2.5}$`, `$\frac{1}{2}$`: `$\frac{1}{2}$`, `$10^{4}$`: "10⁴", `$25^{\circ}$C`: "25°C", `$\text{次}$`: "次",
		"5$": "5$", "$5 and $6": "$5 and $6", "<80%": "<80%", "<p>甲</p><p>乙</p>": "\n甲\n\n乙\n", "10<sup>4</sup>": "10⁴", "m<sup>2</sup>": "m²",
		"&ge;95%": "≥95%", "A&B": "A&B", "a < b > c": "a < b > c", "&lt;p&gt;": "<p>", `<span style="x">5</span>`: "5", "<3 且 p>2": "<3 且 p>2",
	} {
		if got := clean(in, tabs); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestEncodings(t *testing.T) {
	const text = "项目名称\t甲\n得分\t≥9.5\n"
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	utf16 := func(e unicode.Endianness, b unicode.BOMPolicy) string {
		s, err := unicode.UTF16(e, b).NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, s := range map[string]string{
		"UTF-8": text, "UTF-8 with mark": "\uFEFF" + text, "GB18030": gbk,
		"UTF-16LE with mark": utf16(unicode.LittleEndian, unicode.UseBOM), "UTF-16BE with mark": utf16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16LE": utf16(unicode.LittleEndian, unicode.IgnoreBOM), "UTF-16BE": utf16(unicode.BigEndian, unicode.IgnoreBOM),
	} {
		b := read(t, s)
		if len(b.Grids) != 1 || rowsOf(b.Grids[0]) != "项目名称|甲\n得分|≥9.5" {
			t.Errorf("%s: %+v", name, b.Grids)
		}
	}
	for _, s := range []string{"\xff\x00\xff", "\x80\tb\n\xff\xff\td", "a\x00b\x00\x00c"} {
		if b, err := Read(strings.NewReader(s), int64(len(s))); err == nil {
			t.Errorf("%q is read as %+v", s, b.Grids)
		}
	}
}

func fails(s string) bool {
	_, err := Read(strings.NewReader(s), int64(len(s)))
	return err != nil
}

// TestBudget: a table larger than a form is refused by name.
func TestBudget(t *testing.T) {
	b := read(t, strings.Repeat("a\tb\n", maxPositions/2+1))
	if len(b.Grids) != 0 || len(b.Unread) != 1 {
		t.Errorf("%d grids, unread %v", len(b.Grids), b.Unread)
	}
	if lines := strings.Repeat("\n", maxLines+1); !fails(lines) {
		t.Error("a text of too many lines is read")
	}
	if _, err := Read(strings.NewReader(""), maxBytes+1); err == nil {
		t.Error("a giant text is read")
	}
}

// FuzzRead asserts that every position has its cell, and no cell two.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"a\tb\nc\td", "a,b,c\nd,\"e\n\",f", "|a|b|\n|-|-|\n|c|d|", "$\\geq 80\\%$\t<p>\n\"\t\"", "\xb1\xed\tb\n\xb1\xed\tb"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := Read(strings.NewReader(string(raw)), int64(len(raw)))
		if err != nil {
			return
		}
		for _, g := range b.Grids {
			if len(g.Cells) != g.Rows*g.Cols || g.Rows < 2 || g.Cols < 2 || !g.Spaced {
				t.Fatalf("%d × %d grid with %d cells", g.Rows, g.Cols, len(g.Cells))
			}
			for i, c := range g.Cells {
				if c.Row != i/g.Cols || c.Col != i%g.Cols {
					t.Fatalf("cell %d stands at %d,%d", i, c.Row, c.Col)
				}
			}
		}
	})
}
