package xlsx

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("../../../shared/corpus/hostile/*.xlsx")
	for _, name := range files {
		if raw, err := os.ReadFile(name); err == nil && len(raw) < 10000 {
			f.Add(raw)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := Read(bytes.NewReader(raw), int64(len(raw)), Options{})
		if err != nil {
			return
		}
		for _, g := range b.Grids {
			covered(t, g)
		}
	})
}

// FuzzSheet reads any sheet: the parser below the zip, where random bytes seldom get.
func FuzzSheet(f *testing.F) {
	f.Add(`<worksheet><cols><col min="1" max="2" width="9" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1" t="str"><v>a</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/></mergeCells></worksheet>`)
	f.Add(`<worksheet><sheetData><row><c><v>1</v></c><c t="inlineStr"><is><r><t>x</t></r></is></c></row></sheetData></worksheet>`)
	f.Fuzz(func(t *testing.T, xml string) {
		raw := zipped(t, map[string]string{
			"xl/workbook.xml":            `<workbook><sheets><sheet name="s" id="r1"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
			"xl/worksheets/sheet1.xml":   xml,
		})
		b, err := Read(bytes.NewReader(raw), int64(len(raw)), Options{})
		if err != nil {
			t.Fatal(err) // a damaged sheet does not fail the workbook
		}
		for _, g := range b.Grids {
			covered(t, g)
		}
	})
}
