package xlsx

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/grid"
	"fuhe/extract/work"
)

// made is a workbook written by the given steps.
func made(t *testing.T, write func(f *excelize.File), o ...excelize.Options) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	write(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	raw := b.Bytes()
	if len(o) > 0 {
		if raw, err = excelize.Encrypt(raw, &o[0]); err != nil {
			t.Fatal(err)
		}
	}
	return raw
}

// ok fails the test when a step of writing does.
func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, raw []byte) grid.Book {
	t.Helper()
	b, err := Read(bytes.NewReader(raw), int64(len(raw)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// cellAt is the cell with a reference.
func cellAt(t *testing.T, g grid.Grid, ref string) grid.Cell {
	t.Helper()
	for _, c := range g.Cells {
		if c.At.Ref == ref {
			return c
		}
	}
	t.Fatalf("no cell %s in %s", ref, g.Sheet)
	return grid.Cell{}
}

func style(t *testing.T, f *excelize.File, sheet, ref, code string) {
	t.Helper()
	id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	ok(t, err)
	ok(t, f.SetCellStyle(sheet, ref, ref, id))
}

func TestSheetAsShown(t *testing.T) {
	b := read(t, made(t, func(f *excelize.File) {
		ok(t, f.SetSheetName("Sheet1", "自评表"))
		ok(t, f.SetCellValue("自评表", "B2", "项目支出绩效自评表"))
		ok(t, f.MergeCell("自评表", "B2", "E2"))
		ok(t, f.SetCellValue("自评表", "B3", "产出\n指标"))
		ok(t, f.MergeCell("自评表", "B3", "B4"))
		ok(t, f.SetCellValue("自评表", "C3", 0.3577))
		style(t, f, "自评表", "C3", "0.00%")
		ok(t, f.SetCellValue("自评表", "D3", 147663.64))
		style(t, f, "自评表", "D3", `#,##0.00"元"`)
		ok(t, f.SetCellValue("自评表", "E4", "<80%"))
		ok(t, f.SetColWidth("自评表", "B", "B", 20))
		ok(t, f.SetCellValue("自评表", "D4", true))
	}))
	if len(b.Grids) != 1 || len(b.Unread) != 0 {
		t.Fatalf("%d grids, unread %v", len(b.Grids), b.Unread)
	}
	g := b.Grids[0]
	if g.Rows != 3 || g.Cols != 4 || g.Sheet != "自评表" || g.Hidden || g.Spaced {
		t.Errorf("%d × %d, sheet %q", g.Rows, g.Cols, g.Sheet)
	}
	for ref, want := range map[string]string{"B2:E2": "项目支出绩效自评表", "B3:B4": "产出指标", "C3": "35.77%", "D3": "147,663.64元", "E3": "", "C4": "", "E4": "<80%", "D4": "TRUE"} {
		if c := cellAt(t, g, ref); c.Text != want || c.At.Sheet != "自评表" {
			t.Errorf("%s is %q, want %q", ref, c.Text, want)
		}
	}
	if c := cellAt(t, g, "B3:B4"); c.Row != 1 || c.Col != 0 || c.RowSpan != 2 || c.ColSpan != 1 {
		t.Errorf("B3:B4 stands at %d,%d and spans %d × %d", c.Row, c.Col, c.RowSpan, c.ColSpan)
	}
	if len(g.Edges) != 5 || g.Edges[1]-g.Edges[0] < 100 || g.Edges[2]-g.Edges[1] > 60 { // 20 characters are 145 pixels, 9 are 64
		t.Errorf("edges %v", g.Edges)
	}
	covered(t, g)
}

// covered asserts that every position of a grid is covered exactly once.
func covered(t *testing.T, g grid.Grid) {
	t.Helper()
	seen := map[[2]int]int{}
	for _, c := range g.Cells {
		for r := range c.RowSpan {
			for k := range c.ColSpan {
				seen[[2]int{c.Row + r, c.Col + k}]++
			}
		}
	}
	for r := range g.Rows {
		for c := range g.Cols {
			if n := seen[[2]int{r, c}]; n != 1 {
				t.Errorf("%s: position %d,%d is covered %d times", g.Sheet, r, c, n)
			}
		}
	}
	if len(seen) != g.Rows*g.Cols {
		t.Errorf("%s: cells reach outside the grid", g.Sheet)
	}
}

func TestHiddenPartsAreNamed(t *testing.T) {
	b := read(t, made(t, func(f *excelize.File) {
		ok(t, f.SetSheetName("Sheet1", "藏"))
		_, err := f.NewSheet("表")
		ok(t, err)
		f.SetActiveSheet(1)
		ok(t, f.SetSheetVisible("藏", false))
		ok(t, f.SetCellValue("藏", "A1", "隐藏的表"))
		for _, ref := range []string{"A1", "B1", "C1", "A2", "A3", "C3", "A4", "A5"} {
			ok(t, f.SetCellValue("表", ref, ref))
		}
		ok(t, f.MergeCell("表", "A4", "A5"))
		ok(t, f.SetColVisible("表", "B", false))
		ok(t, f.SetRowVisible("表", 2, false))
		ok(t, f.SetRowVisible("表", 4, false)) // A4:A5 is still shown in row 5
	}))
	if len(b.Grids) != 2 || b.Grids[0].Sheet != "表" || b.Grids[1].Sheet != "藏" || !b.Grids[1].Hidden || b.Grids[0].Hidden {
		t.Fatalf("sheets in the wrong order: %+v", b.Grids)
	}
	g := b.Grids[0]
	if g.Rows != 3 || g.Cols != 2 {
		t.Errorf("%d × %d, want 3 visible rows and 2 visible columns", g.Rows, g.Cols)
	}
	if c := cellAt(t, g, "A4:A5"); c.Text != "A4" || c.Row != 2 || c.RowSpan != 1 {
		t.Errorf("A4:A5 is %+v", c)
	}
	var reasons []string
	for _, u := range b.Unread {
		reasons = append(reasons, u.Reason)
	}
	all := strings.Join(reasons, "\n")
	if len(reasons) != 2 || !strings.Contains(all, "hidden row 2 ") || !strings.Contains(all, "hidden column B ") {
		t.Errorf("unread: %q", all)
	}
	covered(t, g)
}

func TestFormulas(t *testing.T) {
	b := read(t, made(t, func(f *excelize.File) {
		ok(t, f.SetCellValue("Sheet1", "A1", 412907))
		ok(t, f.SetCellValue("Sheet1", "B1", 147663.64))
		ok(t, f.SetCellFormula("Sheet1", "C1", "ROUND(B1/A1,4)"))
		style(t, f, "Sheet1", "C1", "0.00%")
		ok(t, f.SetCellFormula("Sheet1", "D1", `IF(A1>0,"是","否")`))
		ok(t, f.SetCellFormula("Sheet1", "E1", "B1/0"))
	}))
	g := b.Grids[0]
	for ref, want := range map[string]string{"C1": "35.76%", "D1": "是", "E1": "#DIV/0!"} {
		if c := cellAt(t, g, ref); c.Text != want {
			t.Errorf("%s is %q, want %q", ref, c.Text, want)
		}
	}
	if d := doubts(g); d != "" {
		t.Errorf("doubts: %s", d)
	}
}

func TestFormulaThatCannotBeComputed(t *testing.T) {
	for _, formula := range []string{"NOSUCHFUNCTION(A1)", "C1+1", "[1]Sheet1!A1", `REPT("x",1000000000)`, "TODAY()", "A1&A1"} {
		b := read(t, made(t, func(f *excelize.File) {
			ok(t, f.SetCellValue("Sheet1", "A1", 1))
			ok(t, f.SetCellFormula("Sheet1", "B1", "C1"))
			ok(t, f.SetCellFormula("Sheet1", "C1", formula))
		}))
		if g := b.Grids[0]; cellAt(t, g, "B1").Doubt == nil || cellAt(t, g, "C1").Doubt == nil {
			t.Errorf("%s: no doubt, %+v", formula, g.Cells)
		}
	}
}

func TestEncrypted(t *testing.T) {
	raw := made(t, func(f *excelize.File) { ok(t, f.SetCellValue("Sheet1", "A1", "表")) }, excelize.Options{Password: "密码1"})
	for password, opens := range map[string]bool{"": false, "wrong": false, "密码1": true} {
		b, err := Read(bytes.NewReader(raw), int64(len(raw)), Options{Password: password})
		switch {
		case opens && (err != nil || len(b.Grids) != 1):
			t.Errorf("password %q: %v", password, err)
		case !opens && !errors.Is(err, grid.ErrEncrypted):
			t.Errorf("password %q: error %v", password, err)
		}
	}
}

// TestSparse: one far cell, a range over all columns and a sheet of giant size cost neither memory nor time.
func TestSparse(t *testing.T) {
	began := work.Start()
	b := read(t, made(t, func(f *excelize.File) {
		ok(t, f.SetCellValue("Sheet1", "A1", "标题"))
		ok(t, f.MergeCell("Sheet1", "A1", "XFD1"))
		ok(t, f.SetCellValue("Sheet1", "C3", "x"))
		_, err := f.NewSheet("远")
		ok(t, err)
		ok(t, f.SetCellValue("远", "A1", "a"))
		ok(t, f.SetCellValue("远", "XFD9000", "b"))
	}))
	if len(b.Grids) != 1 || b.Grids[0].Rows != 3 || b.Grids[0].Cols > 100 {
		t.Fatalf("grids %d", len(b.Grids))
	}
	if len(b.Unread) != 1 || b.Unread[0].At.Sheet != "远" || !strings.Contains(b.Unread[0].Reason, "9000 rows × 16384 columns") {
		t.Errorf("unread %v", b.Unread)
	}
	if d := began.Spent(); d > 60*time.Second {
		t.Errorf("took %s", d)
	}
}

func TestZerosHidden(t *testing.T) {
	b := read(t, made(t, func(f *excelize.File) {
		no := false
		ok(t, f.SetSheetView("Sheet1", 0, &excelize.ViewOptions{ShowZeros: &no}))
		ok(t, f.SetCellValue("Sheet1", "A1", 0))
		ok(t, f.SetCellValue("Sheet1", "B1", 10))
		ok(t, f.SetCellValue("Sheet1", "A2", "0"))
	}))
	if g := b.Grids[0]; cellAt(t, g, "A1").Text != "" || cellAt(t, g, "A2").Text != "0" || cellAt(t, g, "B1").Text != "10" {
		t.Errorf("%+v", g.Cells)
	}
}

func TestHostileFiles(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpus/hostile/*.xlsx")
	if len(files) == 0 {
		t.Skip("the corpus is not at hand")
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		ok(t, err)
		began := work.Start()
		b, err := Read(bytes.NewReader(raw), int64(len(raw)), Options{})
		if d := began.Spent(); d > 60*time.Second {
			t.Errorf("%s took %s", filepath.Base(name), d)
		}
		if err == nil && len(b.Grids) == 0 && len(b.Unread) == 0 {
			t.Logf("%s: blank", filepath.Base(name))
		}
		for _, g := range b.Grids {
			covered(t, g)
		}
	}
}
