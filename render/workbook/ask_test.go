package workbook

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
)

func workbook(t testing.TB, docs []fuhe.Document, o Options) (*excelize.File, []byte) {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, docs, o); err != nil {
		t.Fatal(err)
	}
	return opened(t, out.Bytes()), out.Bytes()
}

func opened(t testing.TB, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// shown, raw, formula and format ask a workbook for a cell; all fail the test on an error.
func shown(t testing.TB, f *excelize.File, sheet, ref string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, ref)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func raw(t testing.TB, f *excelize.File, sheet, ref string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, ref, rawValues)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func formula(t testing.TB, f *excelize.File, sheet, ref string) string {
	t.Helper()
	v, err := f.GetCellFormula(sheet, ref)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func kind(t testing.TB, f *excelize.File, sheet, ref string) excelize.CellType {
	t.Helper()
	v, err := f.GetCellType(sheet, ref)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func cellStyle(t testing.TB, f *excelize.File, sheet, ref string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle(sheet, ref)
	if err != nil {
		t.Fatal(err)
	}
	st, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func fill(t testing.TB, f *excelize.File, sheet, ref string) string {
	t.Helper()
	return strings.Join(cellStyle(t, f, sheet, ref).Fill.Color, ",")
}

func commentAt(t testing.TB, f *excelize.File, sheet, ref string) string {
	t.Helper()
	all, err := f.GetComments(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		if c.Cell == ref {
			text := c.Text
			for _, p := range c.Paragraph {
				text += p.Text
			}
			return text
		}
	}
	return ""
}

// mergedRanges are the merged ranges of a sheet, each with a space before and behind.
func mergedRanges(t testing.TB, f *excelize.File, sheet string) string {
	t.Helper()
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	ranges := " "
	for _, m := range merged {
		ranges += m.GetStartAxis() + ":" + m.GetEndAxis() + " "
	}
	return ranges
}
