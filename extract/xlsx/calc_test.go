package xlsx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// sheetOf is a workbook of one sheet, its rows as XML.
func sheetOf(t *testing.T, rows, names string) []byte {
	return zipped(t, map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets>` + names + `</workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`,
	})
}

func TestAreas(t *testing.T) {
	for formula, want := range map[string]string{
		"A1+$B$2*3":                      "A1 B2",
		"SUM(A1:B3,C:C,4:5)":             "A1:B3 C1:C1048576 A4:XFD5",
		"'it''s'!A1+Sheet2!B2:C3":        "it's!A1 Sheet2!B2:C3 operated",
		`IF(A1="B2:C9",TRUE,1.5E+3)`:     "A1",
		"SUM(A3:A1)*2":                   "A1:A3",
		"SUM((A1:A3)*2)":                 "A1:A3 operated",
		"ROUND(预算/A1,2)":                 "A1 预算",
		"SUM(B3:B1,'表 1'!$C$1:$C$2)+_x1": "B1:B3 表 1!C1:C2 _x1",
		"A1:ZZ20000*A1:ZZ20000":          "A1:ZZ20000 A1:ZZ20000 operated",
		"INDEX(A1:A3,1):B2":              "error",
		"Sheet1:Sheet3!A1":               "error",
		"#REF!+1":                        "error",
		"SUM(A1:#REF!)":                  "error",
		"'open":                          "error",
	} {
		found, err := areasOf(formula, "")
		var got []string
		for _, a := range found.list {
			s := reference(a.from.row, a.from.col)
			if !a.single() {
				s += ":" + reference(a.to.row, a.to.col)
			}
			if a.sheet != "" {
				s = a.sheet + "!" + s
			}
			got = append(got, s)
		}
		if got = append(got, found.names...); found.operated {
			got = append(got, "operated")
		}
		if err != nil {
			got = []string{"error"}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v (%v), want %s", formula, got, err, want)
		}
	}
}

func FuzzAreas(f *testing.F) {
	f.Add("SUM('a b'!$A$1:B2,C:C)*名+1.5E3", 3, -2)
	f.Fuzz(func(t *testing.T, formula string, rows, cols int) {
		found, err := areasOf(formula, "s")
		if err != nil {
			return
		}
		for _, a := range found.list {
			if a.from.row < 0 || a.to.row >= maxRows || a.from.col < 0 || a.to.col >= maxColumns || a.cells() < 1 {
				t.Fatalf("%q refers to %+v", formula, a)
			}
			a.moved(rows%maxRows, cols%maxColumns)
		}
	})
}

// TestFormulasInOrder: what a formula is made of is computed before it, shared formulas and names too, however deep.
func TestFormulasInOrder(t *testing.T) {
	var rows strings.Builder
	rows.WriteString(`<row><c><v>1</v></c><c><f>SUM(总额,A3)</f></c></row>`)
	for r := 2; r <= 2000; r++ {
		fmt.Fprintf(&rows, `<row><c r="A%d"><f>A%d+1</f></c></row>`, r, r-1)
	}
	rows.WriteString(`<row r="2001"><c r="C2001"><f t="shared" si="0" ref="C2001:C2002">SUM($A$1:A2)</f></c></row><row r="2002"><c r="C2002"><f t="shared" si="0"/></c></row>`)
	b := read(t, sheetOf(t, rows.String(), `<definedNames><definedName name="总额">表!$A$2000</definedName></definedNames>`))
	for ref, want := range map[string]string{"A2000": "2000", "B1": "2003", "C2001": "3", "C2002": "6"} {
		if got := cellAt(t, b.Grids[0], ref).Text; got != want {
			t.Errorf("%s is %q, want %s", ref, got, want)
		}
	}
	if d := doubts(b.Grids[0]); d != "" {
		t.Error(d)
	}
}

// TestFormulasNotComputed: what costs too much, goes in circles or depends on the program is said, with the reason.
func TestFormulasNotComputed(t *testing.T) {
	for cells, want := range map[string]string{
		`<c><f>B1</f></c><c><f>A1</f></c>`:                                          "circular",
		`<c><f>SUM(A1:C1)</f></c>`:                                                  "circular",
		`<c><f>PRODUCT(B1:ZZ20000)</f></c>`:                                         "cells",
		`<c><f>SUMPRODUCT((B1:B5000=C1:D1)*(B1:Z1=1))</f></c>`:                      "cells",
		`<c><f>SUM((B1:XFD1048576=B1:XFD1048576)*1)</f></c>`:                        "whole area",
		`<c><f>SUM(B1:C1*2)</f></c><c><v>1</v></c><c><v>2</v></c>`:                  "whole area",
		`<c><f t="array" ref="A1:A2">B1:B2</f></c>`:                                 "fills A1:A2",
		`<c><f t="dataTable" ref="A1:A2" r1="B1"/></c>`:                             "fills A1:A2",
		`<c><f t="shared" si="7"/></c>`:                                             "missing",
		`<c><f>SUM(Sheet9!A1)</f></c>`:                                              "no sheet",
		`<c><f>夜+1</f></c>`:                                                         "not followed",
		`<c><f>B1+1</f></c><c><f>NOW()</f></c>`:                                     "NOW is not computed",
		`<c><v>15</v><v>51</v></c>`:                                                 "2 values",
		`<c t="inlineStr"><is><t>a</t></is><is><t>b</t></is></c>`:                   "2 values",
		`<c r="A1"><f>SUM(` + strings.Repeat("B1,", 300) + `B1)</f></c>`:            "references",
		`<c t="inlineStr"><is><t>x</t></is></c><c r="B1"><f>SUM(C1:XFD1)*1</f></c>`: "",
	} {
		b := read(t, sheetOf(t, `<row r="1">`+cells+`</row><row r="20000"><c r="A20000"><v>1</v></c></row>`, ""))
		unsure := ""
		if len(b.Grids) > 0 {
			unsure = doubts(b.Grids[0])
		}
		if !strings.Contains(unsure, want) || want == "" && unsure != "" {
			t.Errorf("%s: %q, want %q", cells, unsure, want)
		}
	}
}

// TestManyCostlyFormulas: each within its budget, all together not.
func TestManyCostlyFormulas(t *testing.T) {
	b := read(t, made(t, func(f *excelize.File) {
		for i := range 5000 {
			ok(t, f.SetCellValue("Sheet1", reference(i, 0), i))
		}
		for i := range 100 {
			ok(t, f.SetCellFormula("Sheet1", reference(i, 1), "SUM(A1:A5000)"))
		}
	}))
	if g := b.Grids[0]; cellAt(t, g, "B1").Text != "12497500" || !strings.Contains(doubts(g), "more than 200000 cells") {
		t.Errorf("B1 is %q, doubts %q", cellAt(t, g, "B1").Text, doubts(g))
	}
}

// TestStatedResultIsRead: what a reader sees is the stored result, whatever the formula says.
func TestStatedResultIsRead(t *testing.T) {
	b := read(t, sheetOf(t, `<row><c><f>A1:ZZ20000*A1:ZZ20000</f><v>7</v></c></row>`, ""))
	if g := b.Grids[0]; cellAt(t, g, "A1").Text != "7" || doubts(g) != "" {
		t.Errorf("%+v", g)
	}
}

// TestWorkLimits: files that say little in many elements are given up by the count of these.
func TestWorkLimits(t *testing.T) {
	for rows, want := range map[string]string{
		strings.Repeat(`<row hidden="1"/>`, maxListedRows+1): "rows",
		`<row x="` + strings.Repeat("a", 17<<20) + `"/>`:     "16 MB",
		strings.Repeat(`<row><c><f>`+strings.Repeat("1+", 4000)+`1</f></c></row>`, 49) + `<row><c><f>SUM(` + strings.Repeat(" ", 8000) + `1)</f></c></row>` + strings.Repeat(`<row><c><f>1+`+strings.Repeat(" ", 8000)+`1</f></c></row>`, 20): "characters in all",
	} {
		b := read(t, sheetOf(t, rows, ""))
		said := fmt.Sprint(b.Unread)
		for _, g := range b.Grids {
			for _, c := range g.Cells {
				if c.Doubt != nil {
					said += c.Doubt.EN
				}
			}
		}
		if !strings.Contains(said, want) {
			t.Errorf("%.40s…: %.300q, want %q", rows, said, want)
		}
	}
}
