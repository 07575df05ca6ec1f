package tables

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"fuhe"
)

// TestHostileTables keep only themselves out of the workbook, and no text of theirs is a formula.
func TestHostileTables(t *testing.T) {
	cell := func(row, col, rows, cols int, text string) fuhe.TableCell {
		return fuhe.TableCell{Row: row, Col: col, RowSpan: rows, ColSpan: cols, Text: text}
	}
	hostile := []string{"=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://example.org\",\"x\")", "\t=1", "＝1+1", "_x003D_1+1", "<f>1+1</f>", "]]>", "a\x00b", "\x1b[31m"}
	formulas := fuhe.Table{Title: "=1+1", Unit: "=1", Rows: len(hostile), Cols: 1}
	for i, s := range hostile {
		formulas.Cells = append(formulas.Cells, cell(i, 0, 1, 1, s))
	}
	doc := fuhe.Document{Path: "=1+1", Tables: []fuhe.Table{
		{}, {Cells: []fuhe.TableCell{cell(0, 0, 1, 1, "x")}}, {Rows: 1, Cols: 1, Cells: []fuhe.TableCell{cell(5, 5, 1, 1, "x")}},
		{Rows: 1, Cols: 1, Cells: []fuhe.TableCell{cell(-1, 0, 1, 1, "x")}}, {Rows: 1 << 30, Cols: 1}, {Rows: 1, Cols: 1 << 20},
		{Rows: 2, Cols: 2, Cells: []fuhe.TableCell{cell(1, 1, math.MaxInt, math.MaxInt, "x")}}, {Rows: 2, Cols: 2, Cells: []fuhe.TableCell{cell(0, 0, -3, 0, "x")}},
		{Rows: 2, Cols: 2, Title: "叠", Cells: []fuhe.TableCell{cell(0, 0, 2, 2, "上"), cell(1, 1, 1, 1, "下")}}, formulas,
	}}
	for _, layout := range Layouts {
		f := written(t, Options{Lang: fuhe.ZH, Layout: Layout(layout)}, doc)
		for _, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			if err != nil {
				t.Fatal(layout, sheet, err)
			}
			for r, row := range rows {
				for c := range row {
					if formula, err := f.GetCellFormula(sheet, fuhe.Ref(r, c, 1, 1)); err != nil || formula != "" && !strings.HasPrefix(formula, "SUM('") {
						t.Errorf("%s: %s!%s has the formula %q, %v", layout, sheet, fuhe.Ref(r, c, 1, 1), formula, err)
					}
				}
			}
		}
		if got := look(t, f, "目录", "L4", false); !strings.Contains(got, "未写出") && layout == string(SheetPerTable) {
			t.Errorf("a table without size: %q", got)
		}
	}
	f := written(t, Options{Lang: fuhe.ZH}, doc)
	if got := look(t, f, "叠", "A1", false); got != "上\n下" {
		t.Errorf("of two cells at one place %q is left", got)
	}
}

// TestPassedOver: a file that can hold no table is named in the list of contents, with what it is.
func TestPassedOver(t *testing.T) {
	f := written(t, Options{Lang: fuhe.ZH}, fuhe.Document{Path: "照片.png", PassedOver: "PNG 图片"}, fuhe.Document{Path: "空.pdf", Unread: []fuhe.Unread{{Reason: "空文件"}}}, fuhe.Document{Path: "信.docx"})
	rows, err := f.GetRows("目录")
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, row := range rows {
		all += strings.Join(row, "") + "\n"
	}
	for _, line := range []string{"0跳过：PNG 图片照片.png", "0未读取：空文件空.pdf", "0已读取信.docx"} {
		if !strings.Contains(all, line) {
			t.Errorf("no %q in\n%s", line, all)
		}
	}
}

// TestEmpty: a run without tables gives a workbook that says so.
func TestEmpty(t *testing.T) {
	f := written(t, Options{Lang: fuhe.EN}, fuhe.Document{Path: "a.pdf", Unread: []fuhe.Unread{{Reason: "empty file"}}})
	if got := look(t, f, "contents", "A1", false); !strings.Contains(got, "1 files, 0 tables") {
		t.Errorf("it says %q", got)
	}
}

func ExampleParsePages() {
	p, err := ParsePages("3-7,9")
	fmt.Println(p, err, p.has(5), p.has(8), p.has(9))
	_, err = ParsePages("7-3")
	fmt.Println(err)
	// Output:
	// [[3 7] [9 9]] <nil> true false true
	// pages "7-3": no range from 1 up
}

// TestSeal: the hash given to the seal is that of all parts but the properties, so that a later run knows an unchanged file.
func TestSeal(t *testing.T) {
	seal := ""
	var out bytes.Buffer
	w, err := New(&out, ".xlsx", Options{Lang: fuhe.ZH, Seal: func(hash string) []byte {
		seal = hash
		return []byte("<Properties/>")
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Add(fuhe.Document{Path: "a.pdf", Tables: []fuhe.Table{account(t, "收入决算表")}}), w.Close()); err != nil {
		t.Fatal(err)
	}
	zr, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name != "docProps/custom.xml" {
			lines = append(lines, fmt.Sprintf("%x %s\n", sha256.Sum256(part), f.Name))
		}
	}
	slices.Sort(lines)
	if want := fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(lines, "")))); seal != want {
		t.Errorf("sealed with %s, want %s", seal, want)
	}
}
