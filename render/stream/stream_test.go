package stream

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// opened is a workbook of ours as another program reads it.
func opened(t *testing.T, raw []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// Every kind of cell comes out as it went in: a text is a text whatever it looks like, a number has its format, a formula its
// value; merges, links, comments, frozen and repeated rows are there.
func TestCellsComeOutAsTheyWentIn(t *testing.T) {
	var out bytes.Buffer
	b := New(&out)
	s, err := b.Sheet("收入'决算", Setup{Widths: []float64{60, 1e9}, Frozen: 1, Repeat: 1, Landscape: true})
	if err != nil {
		t.Fatal(err)
	}
	percent := b.Style(Style{Format: "0.00%"})
	texts := []string{"=1+1", " 前后空格 ", "<&>\"'", "_x0041_", "两\n行", "a\x01b", strings.Repeat("长", 33000)}
	for i, text := range texts {
		if err := s.Row(0, []Cell{{Col: 0, Text: text}, {Col: 1, Number: "0.3577", Style: percent}, {Col: 2, Formula: "SUM(B1:B1)", Number: "0.3577"}}); err != nil {
			t.Fatal(i, err)
		}
	}
	s.Merge(7, 0, 2, 3)
	s.Merge(9, 0, 1, 1) // one cell is merged already
	s.Link(0, 0, "收入'决算", "A2", "去")
	s.Comment(0, 1, "批注")
	s.Comment(0, 1, "=1") // under the first: two comments on one cell make a broken file
	if _, err := b.Sheet("另一", Setup{}); !errors.Is(err, errOpen) {
		t.Errorf("a second sheet beside an open one: %v", err)
	}
	if err := b.Close(); !errors.Is(err, errOpen) {
		t.Errorf("closed with an open sheet: %v", err)
	}
	if err := errors.Join(s.Close(), b.Close()); err != nil {
		t.Fatal(err)
	}
	f := opened(t, out.Bytes())
	for i, want := range []string{"=1+1", " 前后空格 ", "<&>\"'", "_x0041_", "两\n行", "ab"} {
		ref := "A" + string(rune('1'+i))
		if got, err := f.GetCellValue("收入'决算", ref); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", ref, got, want, err)
		}
		if formula, err := f.GetCellFormula("收入'决算", ref); err != nil || formula != "" {
			t.Errorf("%s is the formula %q (%v)", ref, formula, err)
		}
	}
	if got, _ := f.GetCellValue("收入'决算", "A7"); len([]rune(got)) >= 33000 || !strings.HasSuffix(got, "从略）") {
		t.Errorf("a text longer than a cell ends with %.30q", got[len(got)-20:])
	}
	if got, _ := f.GetCellValue("收入'决算", "B1"); got != "35.77%" {
		t.Errorf("the number is shown as %q", got)
	}
	if got, _ := f.GetCellFormula("收入'决算", "C1"); got != "SUM(B1:B1)" {
		t.Errorf("the formula is %q", got)
	}
	if merged, err := f.GetMergeCells("收入'决算"); err != nil || len(merged) != 1 || merged[0].GetStartAxis()+merged[0].GetEndAxis() != "A8C9" {
		t.Errorf("merged %v (%v)", merged, err)
	}
	if comments, err := f.GetComments("收入'决算"); err != nil || len(comments) != 1 || comments[0].Cell != "B1" || len(comments[0].Paragraph) != 1 || comments[0].Paragraph[0].Text != "批注\n=1" {
		t.Errorf("comments %v (%v)", comments, err)
	}
	if linked, where, err := f.GetCellHyperLink("收入'决算", "A1"); err != nil || !linked || where != "'收入''决算'!A2" {
		t.Errorf("link %v to %q (%v)", linked, where, err)
	}
}

// A sheet that is to stand first stands there whenever it was written; a book without one has a blank one.
func TestOrderOfSheets(t *testing.T) {
	var out bytes.Buffer
	b := New(&out)
	for _, s := range []struct {
		name  string
		first bool
	}{{"甲", false}, {"乙", false}, {"目录", true}} {
		sheet, err := b.Sheet(s.name, Setup{First: s.first})
		if err != nil {
			t.Fatal(err)
		}
		if err := sheet.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(opened(t, out.Bytes()).GetSheetList(), " "); got != "目录 甲 乙" {
		t.Errorf("sheets %s", got)
	}
	out.Reset()
	if err := New(&out).Close(); err != nil {
		t.Fatal(err)
	}
	if got := opened(t, out.Bytes()).GetSheetList(); len(got) != 1 {
		t.Errorf("a book without a sheet has %v", got)
	}
}

// Nothing of a sheet that was written stays in memory but its name: the file grows while rows come, and each part is whole.
func TestRowsAreWrittenAsTheyCome(t *testing.T) {
	var out bytes.Buffer
	b := New(&out)
	s, err := b.Sheet("大", Setup{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 20000 {
		if err := s.Row(12, []Cell{{Text: strings.Repeat(string(rune('a'+i%26)), i%40)}, {Col: 1, Number: "1"}}); err != nil {
			t.Fatal(err)
		}
	}
	before := out.Len()
	if before == 0 {
		t.Error("nothing was written before the sheet ended")
	}
	if err := errors.Join(s.Close(), b.Close()); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			t.Errorf("%s: %v", part.Name, err)
		}
		r.Close()
	}
}
