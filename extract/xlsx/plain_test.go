package xlsx

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"fuhe/extract/grid"
)

// Cells that are written as most are, and such as only look so.
var plainPieces = []string{
	`<row r="1">`, `<row>`, `<row r="3" hidden="1"/>`, `</row>`, `<x:row>`, `</x:row>`, `<row xmlns="other">`, "\n", ` `,
	`<c r="A1"><v>1</v></c>`, `<c><v>2.50</v></c>`, `<c r="C1" s="1"><v>0.125</v></c>`, `<c r="D1" t="s"><v>0</v></c>`, `<c r="E1" t="s"><v>1</v></c>`,
	`<c r="F1" t="s"><v>99</v></c>`, `<c r="B2" t="str"><f>A1&amp;"x"</f><v>1x</v></c>`, `<c r="B3"><f>A1+1</f><v>2</v></c>`, `<c r="B4"><f>A1+1</f></c>`,
	`<c t="inlineStr"><is><t>合计</t></is></c>`, `<c t="inlineStr"><is><t xml:space="preserve"> a_x0041_ </t></is></c>`, `<c t="inlineStr"><is><r><t>a</t></r></is></c>`,
	`<c t="inlineStr"><is><t>a</t><t>b</t></is></c>`, `<c t="inlineStr"><is></is><f><t>a</t></f></c>`, `<c t="b"><v>1</v></c>`, `<c t="e"><v>#REF!</v></c>`, `<c t="e" vm="1"><v>#VALUE!</v></c>`,
	`<c t="d"><v>2024-01-02</v></c>`, `<c r="A9"/>`, `<c s="1"/>`, `<c s="-1"><v>1</v></c>`, `<c r="A0"><v>1</v></c>`, `<c r='A5'><v>5</v></c>`, `<c r="A6"><v>5</v><v>6</v></c>`,
	`<c r="A7" t="s"><v> 1 </v></c>`, `<c r="A8"><v>&#49;</v></c>`, `<c r="A8"><v>1<!-- -->2</v></c>`, `<c><v>3</v>`, `</c>`, `<c><c><v>4</v></c></c>`, `<c>text<v>4</v></c>`,
	`<c xmlns="other"><v>7</v></c>`, `<x:c><v>8</v></x:c>`, `<c><x:v>8</x:v></c>`, `<c x:r="A2"><v>1</v></c>`, `<c t="q"><v>1</v></c>`, `<c><v>-0</v></c>`, `<c><v>00012</v></c>`,
	`<c><v>123456789012345678</v></c>`, `<c><v>0.00001</v></c>`, `<c><v>1e3</v></c>`, `<c><v></v></c>`, `<c><v/></c>`, `<c r="XFE1"><v>1</v></c>`, `<col/>`, `<c r="A1" r="B9"><v>1</v></c>`,
	`<c><f t="shared" si="0" ref="A1:A2">B1</f><v>1</v></c>`, `<c><f t="shared" si="0"/><v>1</v></c>`, `<c ><v >1</v ></c >`, "<c><v>a\ufffeb</v></c>", `<c t="str"><v>a]]>b</v></c>`, "<c\tr=\"A2\"><v>1</v></c>",
}

// TestPlainCellsAreReadAsAny reads sheets twice, the second time in a character set that has every cell be read token by token:
// the two must tell the same.
func TestPlainCellsAreReadAsAny(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 800 {
		var b strings.Builder
		b.WriteString(`<row r="1">`)
		for range r.IntN(14) {
			b.WriteString(plainPieces[r.IntN(len(plainPieces))])
		}
		b.WriteString(`</row>`)
		readTwice(t, b.String())
	}
}

func FuzzPlain(f *testing.F) {
	for _, piece := range plainPieces {
		f.Add(`<row>` + piece + `<c><v>1</v></c></row>`)
	}
	f.Fuzz(func(t *testing.T, rows string) {
		if utf8.ValidString(rows) && !strings.Contains(rows, "\ufeff") {
			readTwice(t, rows)
		}
	})
}

func readTwice(t *testing.T, rows string) {
	t.Helper()
	for _, root := range []string{`<worksheet xmlns="main" xmlns:x="main">`, `<x:worksheet xmlns:x="main">`} {
		sheet := root + `<sheetData>` + rows + `</sheetData>` + "</" + root[1:strings.Index(root, " ")] + ">"
		plain, slow := readIn(t, "UTF-8", sheet), readIn(t, "utf8", sheet)
		if !reflect.DeepEqual(plain, slow) {
			t.Fatalf("%s\nis read as %+v\ntoken by token %+v", sheet, plain, slow)
		}
	}
}

func readIn(t *testing.T, charset, sheet string) grid.Book {
	t.Helper()
	raw := zipped(t, map[string]string{
		"xl/workbook.xml": `<workbook><sheets><sheet name="s" id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="r2" Type="x/sharedStrings" Target="strings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>`,
		"xl/strings.xml":           `<sst><si><t>项目</t></si><si><r><t>a</t></r><r><rPr><strike/></rPr><t>b</t></r></si></sst>`,
		"xl/styles.xml":            `<styleSheet><cellXfs><xf/><xf numFmtId="10"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="` + charset + `"?>` + sheet,
	})
	b, err := Read(bytes.NewReader(raw), int64(len(raw)), Options{})
	ok(t, err)
	return b
}
