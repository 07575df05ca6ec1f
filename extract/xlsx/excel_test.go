package xlsx

import (
	"archive/zip"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/worksheet"
)

// TestExcelExpectations compares with workbooks that hold format, value and what Excel made of them.
func TestExcelExpectations(t *testing.T) {
	compared := 0
	for _, name := range []string{"NumberFormatApproxTests", "DateFormatTests", "FormatConditionTests"} {
		zr, err := zip.OpenReader("../../../shared/corpus/hostile/poi-" + name + ".xlsx")
		if err != nil {
			t.Skip("the corpus is not at hand")
		}
		defer zr.Close()
		w, err := openWorkbook(&zr.Reader, false)
		if err != nil {
			t.Fatal(err)
		}
		file, err := excelize.OpenFile("../../../shared/corpus/hostile/poi-" + name + ".xlsx")
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		rows, err := file.GetRows("Tests", excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		sure := 0
		for i, r := range rows {
			if i == 0 || len(r) < 3 {
				continue
			}
			v, ok := worksheet.ParseStored(r[2])
			if !ok {
				continue
			}
			got, known := worksheet.ParseFormat(r[1]).Number(v, w.date1904)
			if !known {
				continue
			}
			sure++
			if !strings.EqualFold(strings.TrimSpace(got), strings.TrimSpace(r[0])) { // Excel writes a/p as the format does
				t.Errorf("%s: %s as %s is %q, Excel shows %q", name, r[2], r[1], got, r[0])
			}
		}
		t.Logf("%s: %d of %d formats sure", name, sure, len(rows))
		compared += sure
	}
	if compared < 40 {
		t.Errorf("only %d formats compared", compared)
	}
}
