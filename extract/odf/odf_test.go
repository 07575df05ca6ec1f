package odf

import (
	"archive/zip"
	"bytes"
	"errors"
	"maps"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

const spaces = `xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:fo="f" xmlns:draw="d" xmlns:xlink="l"`

// styles are the looks that tests use.
const styles = `<office:automatic-styles><style:style style:name="gone" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>` +
	`<style:style style:name="up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>` +
	`<style:style style:name="dark" style:family="text"><style:text-properties text:display="none"/></style:style>` +
	`<style:style style:name="white" style:family="text"><style:text-properties fo:color="#ffffff"/></style:style>` +
	`<style:style style:name="blue" style:family="text"><style:text-properties fo:color="#1F3864"/></style:style>` +
	`<style:style style:name="own" style:family="text"><style:text-properties fo:color="#ffffff" style:use-window-font-color="true"/></style:style>` +
	`<style:style style:name="marked" style:family="text"><style:text-properties fo:color="#ffffff" fo:background-color="#1f3864"/></style:style>` +
	`<style:style style:name="point" style:family="text"><style:text-properties fo:font-size="1pt"/></style:style>` +
	`<style:style style:name="thin" style:family="text"><style:text-properties style:text-scale="1%"/></style:style>` +
	`<style:style style:name="onblue" style:family="table-cell"><style:table-cell-properties fo:background-color="#1f3864"/></style:style>` +
	`<style:style style:name="onpicture" style:family="table-cell"><style:table-cell-properties><style:background-image xlink:href="p"/></style:table-cell-properties></style:style>` +
	`<style:style style:name="pale" style:family="table-cell"><style:text-properties fo:color="#FEFEFE"/></style:style>` +
	`<style:style style:name="cond" style:family="table-cell"><style:text-properties fo:color="#FEFEFE"/><style:map style:condition="x" style:apply-style-name="y"/></style:style>` +
	`<style:style style:name="flat" style:family="table-row"><style:table-row-properties style:row-height="0.03cm"/></style:style>` +
	`<style:style style:name="pixel" style:family="table-column"><style:table-column-properties style:column-width="0.01in"/></style:style>` +
	`<text:list-style style:name="n"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>` +
	`<text:list-style style:name="b"><text:list-level-style-bullet text:level="1"/></text:list-style>` +
	`<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>` +
	`<style:style style:name="c" style:family="table-column"><style:table-column-properties style:column-width="1in"/></style:style></office:automatic-styles>`

func flatFile(body string) string {
	return `<?xml version="1.0"?><office:document ` + spaces + `>` + styles + `<office:body>` + body + `</office:body></office:document>`
}

func readFlat(t testing.TB, body string) (grid.Book, error) {
	t.Helper()
	s := flatFile(body)
	return Read(strings.NewReader(s), int64(len(s)), Options{})
}

func check(t *testing.T, body, want string) {
	t.Helper()
	b, err := readFlat(t, body)
	if err != nil {
		t.Errorf("%s: %v", body, err)
		return
	}
	if got := grid.Brief(b); got != want {
		t.Errorf("%s\nbecomes\n%s\nwant\n%s", body, got, want)
	}
}

func cellOf(attrs, text string) string {
	return `<table:table-cell ` + attrs + `><text:p>` + text + `</text:p></table:table-cell>`
}

// TestSheets: cells are what a reader sees of them.
func TestSheets(t *testing.T) {
	sheet := func(rows string) string {
		return `<office:spreadsheet><table:table table:name="表"><table:table-column table:style-name="c" table:number-columns-repeated="3"/>` + rows + `</table:table></office:spreadsheet>`
	}
	row := func(cells string) string { return `<table:table-row>` + cells + `</table:table-row>` }
	check(t, sheet(row(cellOf(`office:value-type="percentage" office:value="0.35766"`, "35.77%")+cellOf("", "甲"))), "[35.77%][甲]")
	// Repeated cells and rows, and the blank rest of the sheet.
	check(t, sheet(`<table:table-row table:number-rows-repeated="2">`+cellOf(`table:number-columns-repeated="2"`, "0.00")+`<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`+
		`<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`), "[0.00][0.00]\n[0.00][0.00]")
	check(t, sheet(row(cellOf(`table:number-columns-spanned="2" table:number-rows-spanned="2"`, "甲")+`<table:covered-table-cell/>`+cellOf("", "1"))+row(`<table:covered-table-cell table:number-columns-repeated="2"/>`+cellOf("", "2"))),
		"[甲 2x2][1]\n[2]")
	// A value that its text does not show, one without a text, and units of 10 000.
	check(t, sheet(row(cellOf(`office:value-type="float" office:value="147663.64"`, "147663.46")+`<table:table-cell office:value-type="float" office:value="5"/>`+cellOf(`office:value-type="float" office:value="123456"`, "12.3万"))),
		"[147663.46 ?][ ?][12.3万]")
	check(t, sheet(row(cellOf("", `1<text:span text:style-name="gone">00</text:span>`)+cellOf("", `10<text:span text:style-name="up">4</text:span>`)+cellOf("", `甲<text:s text:c="2"/>乙<office:annotation><text:p>note</text:p></office:annotation>`))),
		"[1 struck][10⁴][甲  乙]")
	check(t, sheet(row(cellOf("", "甲")+cellOf("", "1"))+`<table:table-row table:visibility="collapse">`+cellOf("", "乙")+`</table:table-row>`+row(cellOf("", "丙")+cellOf("", "2"))),
		"[甲][1]\n[丙][2]\n! hidden row 2 not read — unhide what belongs to the form")
	b, err := readFlat(t, `<office:spreadsheet><table:table table:name="藏" table:style-name="off">`+row(cellOf("", "1"))+`</table:table><table:table table:name="显">`+row(cellOf("", "2"))+`</table:table></office:spreadsheet>`)
	if err != nil || len(b.Grids) != 2 || b.Grids[0].Sheet != "显" || !b.Grids[1].Hidden {
		t.Errorf("%v: %+v", err, b.Grids)
	}
	if _, err := readFlat(t, sheet(`<table:table-row table:number-rows-repeated="1048570">`+cellOf(`table:number-columns-repeated="16384"`, "1")+`</table:table-row>`)); err == nil {
		t.Error("a sheet full of one cell is read")
	}
}

// TestTexts: tables of a text are as laid out, with the lines around them.
func TestTexts(t *testing.T) {
	p := func(s string) string { return `<text:p>` + s + `</text:p>` }
	table := `<table:table><table:table-column table:style-name="c" table:number-columns-repeated="2"/><table:table-row>` + cellOf(`table:number-rows-spanned="2"`, "甲") + cellOf("", "1<text:line-break/>2") + `</table:table-row>` +
		`<table:table-row><table:covered-table-cell/>` + cellOf("", "2") + `</table:table-row></table:table>`
	check(t, `<office:text><text:tracked-changes><text:changed-region>`+p("删")+table+`</text:changed-region></text:tracked-changes>`+p(`题<text:span text:style-name="dark">密</text:span>`)+table+`</office:text>`,
		"^题\n[甲 2x1][1 2]\n[2]")
	check(t, `<office:text><text:section text:display="none">`+table+`</text:section><text:list><text:list-item>`+p("项")+`</text:list-item></text:list>`+table+`</office:text>`, "^项\n[甲 2x1][1 2]\n[2]")
	// A table in a text box, one in a cell, a picture in place of a figure.
	check(t, `<office:text>`+p(`<draw:frame text:anchor-type="paragraph"><draw:text-box>`+table+`</draw:text-box></draw:frame>`)+`</office:text>`, "[甲 2x1][1 2]\n[2]")
	check(t, `<office:text><table:table><table:table-row>`+cellOf("", `<draw:frame text:anchor-type="as-char"><draw:image xlink:href="p"/></draw:frame>`)+cellOf("", "1")+`</table:table-row><table:table-row>`+cellOf("", "2")+
		`<table:table-cell>`+table+`</table:table-cell></table:table-row><table:table-row>`+cellOf("", "3")+cellOf("", "4")+`</table:table-row><table:table-row>`+cellOf("", "5")+cellOf("", "6")+`</table:table-row></table:table></office:text>`,
		"[ ?][1]\n[2][]\n[3][4]\n[5][6]\n^1\n[甲 2x1][1 2]\n[2]\n! this cell holds a table, which is read as a table of its own")
}

func zipOf(t *testing.T, parts ...string) *bytes.Reader {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		f, err := w.Create(parts[i])
		if err == nil {
			_, err = f.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(b.Bytes())
}

// TestPackages: encrypted ones are named, and those without a document.
func TestPackages(t *testing.T) {
	content := `<office:document-content ` + spaces + `><office:body><office:spreadsheet><table:table table:name="表"><table:table-row>` + cellOf("", "1") + `</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
	r := zipOf(t, "mimetype", "x", "content.xml", content)
	if b, err := Read(r, r.Size(), Options{}); err != nil || grid.Brief(b) != "[1]" {
		t.Errorf("%v: %s", err, grid.Brief(b))
	}
	r = zipOf(t, "content.xml", "\x01\x02", "META-INF/manifest.xml", `<m:manifest xmlns:m="m"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>`)
	if _, err := Read(r, r.Size(), Options{}); !errors.Is(err, grid.ErrLocked) {
		t.Errorf("encrypted: %v", err)
	}
	r = zipOf(t, "mimetype", "x")
	if _, err := Read(r, r.Size(), Options{}); err == nil {
		t.Error("a package without content is read")
	}
	if _, err := readFlat(t, `<office:presentation/>`); err == nil {
		t.Error("a presentation is read")
	}
}

// FuzzFlat: whatever a file says, reading it ends.
func FuzzFlat(f *testing.F) {
	f.Add(flatFile(`<office:spreadsheet><table:table table:name="表"><table:table-row table:number-rows-repeated="99">` + cellOf(`table:number-columns-repeated="9" table:number-rows-spanned="3"`, "1") + `</table:table-row></table:table></office:spreadsheet>`))
	f.Add(flatFile(`<office:text><text:p>题</text:p><table:table><table:table-row>` + cellOf(`table:number-rows-spanned="1048576" table:number-columns-spanned="3"`, "1") + `</table:table-row></table:table></office:text>`))
	f.Fuzz(func(t *testing.T, s string) {
		if _, err := Read(strings.NewReader(s), int64(len(s)), Options{Formulas: true}); err != nil {
			t.Skip() // said
		}
	})
}

// TestFormulas: a formula of cells of its own sheet is kept by the rows and columns of the grid; of any other it is only known that there
// is one.
func TestFormulas(t *testing.T) {
	computed := func(f, more, text string) string {
		return cellOf(`table:formula="`+f+`" office:value-type="float" office:value="`+text+`" `+more, text)
	}
	rows := ""
	for _, cells := range []string{
		cellOf("", "甲") + cellOf("", "1") + computed("of:=[.B2]/[.$B$4]", "", "0.25"),
		cellOf("", "乙") + cellOf("", "3") + computed("of:=ROUND([.B3]/[.B4];2)", "", "0.75"),
		cellOf("", "合计") + computed("of:=SUM([.B2:.B3])", "", "4") + computed("of:=[.B2]+[$另表.A1]", "", "9"),
		cellOf("", "其他") + computed("of:=1+1", `table:number-columns-repeated="2"`, "2") + computed("msoxl:=B2", "", "1") + computed("of:=[.B2]&amp;&quot;x&quot;", "", "1"),
	} {
		rows += `<table:table-row>` + cells + `</table:table-row>`
	}
	s := flatFile(`<office:spreadsheet><table:table table:name="表"><table:table-row><table:table-cell/></table:table-row>` + rows + `</table:table></office:spreadsheet>`)
	for _, wanted := range []bool{true, false} {
		b, err := Read(strings.NewReader(s), int64(len(s)), Options{Formulas: wanted})
		if err != nil || len(b.Grids) != 1 {
			t.Fatal(err, b)
		}
		got := map[string]string{}
		for _, c := range b.Grids[0].Cells {
			if c.Formula == nil {
				continue
			}
			text := ""
			for _, p := range *c.Formula {
				if text += p.Text; p.Area != nil {
					text += fuhe.Ref(p.Area.From.Row, p.Area.From.Col, p.Area.To.Row-p.Area.From.Row+1, 1)
				}
			}
			got[c.At.Ref] = text
		}
		want := map[string]string{"C2": "B1/B3", "C3": "ROUND(B2/B3,2)", "B4": "SUM(B1:B2)", "C4": "", "B5": "", "C5": "", "D5": "", "E5": ""}
		if !wanted {
			want = map[string]string{}
		}
		if !maps.Equal(got, want) {
			t.Errorf("formulas %v, want %v", got, want)
		}
	}
}
