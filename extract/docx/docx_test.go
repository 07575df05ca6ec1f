package docx

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fuhe"
	"fuhe/extract/work"
)

const (
	restart = `<w:vMerge w:val="restart"/>`
	goesOn  = `<w:vMerge/>`
	over2   = `<w:gridSpan w:val="2"/>`
	columns = `<w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/><w:gridCol w:w="1000"/></w:tblGrid>`
)

// TestTables: what Word shows of a table is the grid.
func TestTables(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       []string
	}{
		{"spans", p("自评表") + p("（2022年度）") + table(columns, tr(tc(restart, "资金"), tc(over2, "金额")), tr(tc(goesOn, ""), tc("", "10"), tc("", "9.50"))) + p("注：完"),
			[]string{"自评表\n（2022年度）\n| 资金 | 金额 | < |\n| ^ | 10 | 9.50 |\n注：完"}},
		{"text in a continued cell is not shown", table(tr(tc(restart, "甲"), tc("", "1")), tr(tc(goesOn, "乙"), tc("", "2"))), []string{"| 甲 | 1 |\n| ^ | 2 |"}},
		{"a merge that continues nothing", table(tr(tc(goesOn, "甲"), tc("", "1")), tr(tc(goesOn, "乙"), tc(over2, "2"))), []string{"| 甲 | 1 | . |\n| ^ | 2 | < |"}},
		{"merged over other columns", table(tr(tc(restart, "甲"), tc("", "1"), tc("", "2")), tr(tc(over2+goesOn, "乙"), tc("", "3"))), []string{"| 甲 | 1 | 2 |\n| 乙 | < | 3 |"}},
		{"indented row", table(columns, tr(tc("", "1"), tc("", "2"), tc("", "3")), "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>"+tc("", "4")+tc("", "5")+"</w:tr>"),
			[]string{"| 1 | 2 | 3 |\n| . | 4 | 5 |"}},
		{"old merge to the side", table(tr(tc(`<w:hMerge w:val="restart"/>`, "题"), tc(`<w:hMerge/>`, "")), tr(tc("", "1"), tc("", "2"))), []string{"| 题 | < |\n| 1 | 2 |"}},
		{"rows laid out by widths", table(columns, tr(tc(`<w:tcW w:w="1000" w:type="dxa"/>`, "1"), tc(`<w:tcW w:w="3005" w:type="dxa"/>`, "2")), tr(tc("", "3"), tc("", "4"), tc("", "5"))),
			[]string{"| 1 | 2 | < |\n| 3 | 4 | 5 |"}},
		{"columns nobody uses", table(columns, tr(tc(over2, "1"), tc("", "2")), tr(tc(over2, "3"), tc("", "4"))), []string{"| 1 | 2 |\n| 3 | 4 |"}},
		{"drawn as one", table(columns, tr(tc("", "1"), tc("", "2"), tc("", "3"))) + table(columns, tr(tc("", "4"), tc(over2, "5"))), []string{"| 1 | 2 | 3 |\n| 4 | 5 | < |"}},
		{"apart", table(columns, tr(tc("", "1"), tc(over2, "2"))) + p("乙表") + table(columns, tr(tc("", "4"), tc(over2, "5"))), []string{"| 1 | 2 |", "乙表\n| 4 | 5 |"}},
		{"deleted row", table(tr(tc("", "1"), tc("", "2")), "<w:tr><w:trPr><w:del/></w:trPr>"+tc("", "3")+tc("", "4")+"</w:tr>"), []string{"| 1 | 2 |"}},
		{"controls around rows and cells", table("<w:sdt><w:sdtPr/><w:sdtContent>" + tr("<w:sdt><w:sdtContent>"+tc("", "1")+"</w:sdtContent></w:sdt>", tc("", "2")) + "</w:sdtContent></w:sdt>"), []string{"| 1 | 2 |"}},
		{"frame around text", table(tr(tc("", "题目"))) + table(tr(tc("", "1"), tc("", "2"))), []string{"题目\n| 1 | 2 |"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := read(t, c.body)
			same(t, b, c.want...)
			if len(b.Unread) != 0 {
				t.Errorf("unread %v", b.Unread)
			}
		})
	}
}

// TestText: the text is that of the last version, as shown.
func TestText(t *testing.T) {
	for _, c := range []struct{ name, runs, want string }{
		{"lines", `<w:r><w:t>产出</w:t><w:br/><w:t xml:space="preserve">指标 </w:t><w:tab/><w:t>1</w:t></w:r>`, "产出指标  1"},
		{"figures on two lines", `<w:r><w:t>10</w:t><w:cr/><w:t>20</w:t></w:r>`, "10 20"},
		{"inserted and deleted", `<w:ins>` + r("9") + `</w:ins><w:del><w:r><w:delText>8</w:delText></w:r></w:del><w:moveFrom>` + r("7") + `</w:moveFrom><w:moveTo>` + r("6") + `</w:moveTo>`, "96"},
		{"field", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
			r("100") + `<w:r><w:fldChar w:fldCharType="end"/></w:r>` + r("分"), "100分"},
		{"simple field", `<w:fldSimple w:instr="DATE">` + r("2022年") + `</w:fldSimple>`, "2022年"},
		{"hidden", `<w:r><w:rPr><w:vanish/></w:rPr><w:t>1</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>2</w:t></w:r><w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t>3</w:t></w:r>`, "2"},
		{"signs of symbol fonts", `<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>80%</w:t><w:sym w:font="Wingdings" w:char="00FE"/></w:r>`, "≥80%☑"},
		{"a font of symbols", `<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>&#xF0A3;</w:t></w:r>` + r("5"), "≤5"},
		{"raised", r("10") + `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>4</w:t></w:r>`, "10⁴"},
		{"alternatives", `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:t>1</w:t></mc:Choice><mc:Fallback><w:t>1</w:t></mc:Fallback></mc:AlternateContent></w:r>`, "1"},
		{"a formula on one line", `<m:oMath><m:r><m:t>≥</m:t></m:r><m:r><w:rPr/><m:t>95%</m:t></m:r></m:oMath>`, "≥95%"},
		{"reading marks", `<w:r><w:ruby><w:rt>` + r("ce") + `</w:rt><w:rubyBase>` + r("测") + `</w:rubyBase></w:ruby></w:r>`, "测"},
		{"link and tag", `<w:hyperlink>` + r("甲") + `</w:hyperlink><w:smartTag>` + r("乙") + `</w:smartTag><w:bookmarkStart/>`, "甲乙"},
		{"hyphens", `<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:t>2</w:t></w:r>`, "A-12"},
		{"text box", r("甲") + `<w:r><w:pict><v:textbox><w:txbxContent>` + p("乙") + `</w:txbxContent></v:textbox></w:pict></w:r>`, "甲乙"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := read(t, table(tr("<w:tc><w:p>"+c.runs+"</w:p></w:tc>", tc("", "x"))))
			if len(b.Grids) != 1 || b.Grids[0].Cells[0].Text != c.want || b.Grids[0].Unsure != "" {
				t.Errorf("%+v, want %q", b.Grids, c.want)
			}
		})
	}
}

// TestUnsure: what may be read as another figure is said.
func TestUnsure(t *testing.T) {
	for runs, reason := range map[string]string{
		`<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>`:                                                        "Webdings",
		`<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`: "formula",
	} {
		b := read(t, table(tr("<w:tc><w:p>"+runs+"</w:p></w:tc>", tc("", "x")))+p("")+table(tr(tc("", "1"), tc("", "2"))))
		if len(b.Grids) != 2 || b.Grids[0].Cells[0].Doubt == nil || !strings.Contains(b.Grids[0].Cells[0].Doubt.EN, reason) || b.Grids[0].Cells[1].Doubt != nil {
			t.Errorf("%s: %+v", reason, b.Grids)
		}
	}
}

// TestLooks: raised digits are no part of the figure, struck-out text none of the cell, a picture in the line no blank.
func TestLooks(t *testing.T) {
	styled := func(properties, text string) string {
		return `<w:r><w:rPr>` + properties + `</w:rPr><w:t>` + text + `</w:t></w:r>`
	}
	blip := `<a:graphic xmlns:a="x"><a:blip/></a:graphic>`
	for _, c := range []struct {
		runs, text string
		struck     bool
		doubt      *fuhe.Phrase
	}{
		{r("9.5") + styled(`<w:vertAlign w:val="superscript"/>`, "1"), "9.5¹", false, nil},
		{r("9.5") + styled(`<w:position w:val="8"/><w:sz w:val="12"/>`, "1"), "9.5¹", false, nil},
		{r("9.5") + styled(`<w:position w:val="1"/>`, "1"), "9.51", false, nil},
		{r("9.5") + styled(`<w:rStyle w:val="Up"/>`, "[1]"), "9.5⁽¹⁾", false, nil},
		{r("9.5") + styled(`<w:rStyle w:val="Up"/><w:vertAlign w:val="baseline"/>`, "1"), "9.51", false, nil},
		{styled(`<w:position w:val="-4"/>`, "120.") + styled(`<w:position w:val="-4"/>`, "00"), "120.00", false, nil},
		{styled(`<w:vertAlign w:val="superscript"/>`, "（1") + styled(`<w:position w:val="6"/>`, "5）"), "(15)", false, nil},
		{styled(`<w:vertAlign w:val="superscript"/>`, "10") + styled(`<w:vertAlign w:val="subscript"/>`, "4"), "¹⁰₄", false, nil},
		{styled(`<w:vertAlign w:val="superscript"/>`, "[1]"), "⁽¹⁾", false, nil},
		{styled(`<w:vertAlign w:val="superscript"/>`, "10²"), "¹⁰²", false, nil},
		{styled(`<w:vertAlign w:val="superscript"/>`, "10") + `</w:p><w:p>` + r("万"), "¹⁰万", false, nil},
		{styled(`<w:strike/>`, "90") + r("95"), "95", true, nil},
		{styled(`<w:dstrike w:val="1"/>`, "90"), "", true, nil},
		{styled(`<w:strike w:val="0"/>`, "90"), "90", false, nil},
		{styled(`<w:rStyle w:val="Old"/>`, "90") + r("95"), "95", true, nil},
		{`<m:oMath><m:sSup><m:e><m:r><m:t>9.5</m:t></m:r></m:e><m:sup><m:r><m:t>1</m:t></m:r></m:sup></m:sSup></m:oMath>`, "9.5¹", false, nil},
		{`<w:r><w:drawing><wp:inline xmlns:wp="y">` + blip + `</wp:inline></w:drawing></w:r>`, "", false, fuhe.DoubtPicture},
		{`<w:r><w:drawing><wp:anchor xmlns:wp="y">` + blip + `</wp:anchor></w:drawing></w:r>`, "", false, nil},
		{r("9") + `<w:r><w:drawing><wp:inline xmlns:wp="y">` + blip + `</wp:inline></w:drawing></w:r>`, "9", false, nil},
	} {
		raw := packed(t, table(tr("<w:tc><w:p>"+c.runs+"</w:p></w:tc>", tc("", "x"))),
			`<w:style w:type="character" w:styleId="Base"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style><w:style w:type="character" w:styleId="Up"><w:basedOn w:val="Base"/></w:style><w:style w:type="character" w:styleId="Old"><w:rPr><w:strike/></w:rPr></w:style>`)
		b, err := Read(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			t.Fatal(err)
		}
		if got := b.Grids[0].Cells[0]; got.Text != c.text || got.Struck != c.struck || got.Doubt != c.doubt {
			t.Errorf("%s: %+v, want %q %v %v", c.runs, got, c.text, c.struck, c.doubt)
		}
	}
}

// TestNested: a table in a cell or a text box is a table of its own.
func TestNested(t *testing.T) {
	inner := table(tr(tc("", "预算"), tc("", "10")), tr(tc("", "执行"), tc("", "9")))
	same(t, read(t, table(tr("<w:tc>"+p("自评表")+inner+p("")+"</w:tc>"))), "自评表\n| 预算 | 10 |\n| 执行 | 9 |")
	b := read(t, table(tr(tc("", "项目"), tc("", "甲")), tr(tc("", "部门"), tc("", "乙")), tr(tc("", "资金"), "<w:tc>"+inner+p("")+"</w:tc>")))
	same(t, b, "| 项目 | 甲 |\n| 部门 | 乙 |\n| 资金 | |", "项目\n甲\n部门\n乙\n| 预算 | 10 |\n| 执行 | 9 |")
	if !strings.Contains(reasons(b), "holds a table") {
		t.Errorf("unread %v", b.Unread)
	}
	box := `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + p("自评表") + inner + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
		`<mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p("自评表") + inner + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
	same(t, read(t, box), "自评表\n| 预算 | 10 |\n| 执行 | 9 |")
}

// TestNotRead: what may hold a form and is not read is named.
func TestNotRead(t *testing.T) {
	for body, reason := range map[string]string{
		p("自评表") + `<w:p><w:r><w:drawing><a:graphic xmlns:a="x"><a:blip/></a:graphic></w:drawing></w:r></w:p>`: "pictures of forms are not read",
		`<w:altChunk/>`: "inside this one",
		`<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>`:                         "Excel.Sheet.12",
		table(tr(tc("", "1"), tc("", "2")), "<w:tr><w:trPr><w:hidden/></w:trPr>"+tc("", "3")+tc("", "4")+"</w:tr>"): "hidden rows not read: 1",
	} {
		if b := read(t, body); !strings.Contains(reasons(b), reason) {
			t.Errorf("%q is not among %v", reason, b.Unread)
		}
	}
	if b := read(t, `<w:p><w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r></w:p>`); len(b.Unread) != 0 {
		t.Errorf("unread %v", b.Unread)
	}
}

// TestFlatRow: nobody sees a row of a point.
func TestFlatRow(t *testing.T) {
	flat := func(height, rule string) string {
		return `<w:tr><w:trPr><w:trHeight w:val="` + height + `" w:hRule="` + rule + `"/></w:trPr>` + tc("", "藏") + tc("", "") + "</w:tr>"
	}
	shown := tr(tc("", "甲"), tc("", "乙"))
	for row, rows := range map[string]int{flat("20", "exact"): 2, flat("20", "atLeast"): 3, flat("240", "exact"): 3} {
		if b := read(t, table(shown, row, shown)); b.Grids[0].Rows != rows || len(b.Unread) != 3-rows {
			t.Errorf("%s: %d rows, %v", row, b.Grids[0].Rows, b.Unread)
		}
	}
}

// TestHiddenRow: whether the sums count a hidden row with figures is not known.
func TestHiddenRow(t *testing.T) {
	b := read(t, table(tr(tc(restart, "甲"), tc("", "1")), "<w:tr><w:trPr><w:hidden/></w:trPr>"+tc(goesOn, "")+tc("", "20")+"</w:tr>", tr(tc(goesOn, ""), tc("", "3"))))
	same(t, b, "| 甲 | 1 |\n| ^ | 20 |\n| ^ | 3 |")
	for _, c := range b.Grids[0].Cells {
		if (c.Doubt == fuhe.DoubtHidden) != (c.Text == "20") {
			t.Errorf("%q: doubt %v", c.Text, c.Doubt)
		}
	}
}

// TestEdges: column borders are in points.
func TestEdges(t *testing.T) {
	b := read(t, table(columns, tr(tc(over2, "1"), tc("", "2")), tr(tc(over2, "3"), tc("", "4"))))
	if e := b.Grids[0].Edges; len(e) != 3 || e[0] != 0 || e[1] != 150 || e[2] != 200 {
		t.Errorf("edges %v", e)
	}
}

// TestHostile: documents that are made to be expensive end soon, with a grid or a reason.
func TestHostile(t *testing.T) {
	bodies := map[string]string{
		"nested":     strings.Repeat("<w:tbl><w:tr><w:tc>", 1000),
		"fields":     "<w:p>" + strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/><w:t>x</w:t></w:r>`, 100000) + "</w:p>",
		"wide":       table(strings.Repeat(tr(strings.Repeat(tc(`<w:gridSpan w:val="1000"/>`, "x"), 100)), 300)),
		"many":       strings.Repeat(table(columns, tr(tc("", "1"), tc("", "2"))), 30000),
		"paragraphs": strings.Repeat("<w:p/>", 500000),
		"doctype":    `]><!DOCTYPE x [<!ENTITY a "aaaa">]><w:p>&a;</w:p>`,
		"lines":      "<w:p>" + strings.Repeat("<w:r><w:t>x</w:t><w:br/></w:r>", 600000) + "</w:p>",
		"no cells":   strings.Repeat("<w:tbl/>", 300000) + table(strings.Repeat("<w:tr/>", 300000)),
		"cells":      table(tr(strings.Repeat("<w:tc/>", 500000))),
	}
	for name, body := range bodies {
		begin := work.Start()
		raw := packed(t, body, "")
		b, err := Read(bytes.NewReader(raw), int64(len(raw)))
		if d := begin.Spent(); d > 60*time.Second {
			t.Errorf("%s took %s", name, d)
		}
		for _, g := range b.Grids {
			covered(t, g)
		}
		t.Logf("%s: %d grids, %d unread, %v, %s", name, len(b.Grids), len(b.Unread), err, begin.Spent())
	}
}

// TestCorpus: hostile files end with a book or a reason.
func TestCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpus/hostile/*.docx")
	if len(files) == 0 {
		t.Skip("the corpus is not at hand")
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b, err := Read(bytes.NewReader(raw), int64(len(raw)))
		for _, g := range b.Grids {
			covered(t, g)
		}
		if err != nil && err.Error() == "" {
			t.Errorf("%s: an error without words", filepath.Base(name))
		}
	}
}

func FuzzDocument(f *testing.F) {
	f.Add(p("题") + table(columns, tr(tc(restart, "1"), tc(over2, "2")), tr(tc(goesOn, ""), tc("", "3"), tc("", "4"))))
	f.Add(`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:sym w:font="Symbol" w:char="F0B3"/></w:r></w:p><w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`)
	f.Add(table(tr(`<w:tc><w:p><w:r><w:drawing><wp:anchor xmlns:wp="y"><wp:positionH relativeFrom="column"><wp:posOffset>9</wp:posOffset></wp:positionH>` +
		`<wp:positionV relativeFrom="page"><wp:align>top</wp:align></wp:positionV><wp:extent cx="9" cy="-1"/><a:blip xmlns:a="x"/></wp:anchor></w:drawing></w:r></w:p></w:tc>`)))
	f.Fuzz(func(t *testing.T, body string) {
		raw := packed(t, body, "")
		b, err := Read(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			return
		}
		for _, g := range b.Grids {
			covered(t, g)
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add(packed(f, p("题")+table(tr(tc("", "1"), tc("", "2"))), ""))
	var empty bytes.Buffer
	if err := zip.NewWriter(&empty).Close(); err != nil {
		f.Fatal(err)
	}
	f.Add(empty.Bytes())
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := Read(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			return
		}
		for _, g := range b.Grids {
			covered(t, g)
		}
	})
}
