package workbook

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render/example"
)

// mergedOver is the range that a text of a sheet is merged over, "" where its cell stands alone.
func mergedOver(t *testing.T, f *excelize.File, sheet, text string) string {
	t.Helper()
	cells, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cells {
		if c.GetCellValue() == text {
			return strings.TrimRight(c.GetStartAxis(), "0123456789") + ":" + strings.TrimRight(c.GetEndAxis(), "0123456789")
		}
	}
	return ""
}

// The tables of the summary stand under the columns of the first: a reason has room for a sentence, no column is there for
// nothing, and on a further page no table stands under the headings of another.
func TestTablesOfTheSummaryFit(t *testing.T) {
	reason := strings.Repeat("这一页是扫描的图片，没有文字。", 12)
	docs := append(example.Documents(example.Shanghai(t)), fuhe.Document{Path: "scan.pdf", Unread: []fuhe.Unread{{Reason: reason}}})
	f, _ := workbook(t, docs, Options{Corrections: example.Corrections, Papers: papers()})
	for text, want := range map[string]string{"未读原因": "C:H", reason: "C:H", "表数": "B:C", "核对内容": "B:C"} {
		if got := mergedOver(t, f, "复核汇总", text); got != want {
			t.Errorf("%.12s: merged over %q, want %q", text, got, want)
		}
	}
	rows, err := f.GetRows("复核汇总")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"公布执行率", "公布总分", "复算总分", "公布等级"} { // as on the terminal and in the report
		if !slices.Contains(rows[1], name) {
			t.Errorf("no %s in %q", name, rows[1])
		}
	}
	for i, cells := range rows {
		if slices.Contains(cells, "—") {
			t.Errorf("row %d has a column for nothing: %q", i+1, cells)
		}
		if !slices.Contains(cells, reason) {
			continue
		}
		// 180 wide characters of 10 points in a column of 63 characters, 330 points: six lines at least
		if high, err := f.GetRowHeight("复核汇总", i+1); err != nil || high < 6*10 {
			t.Errorf("the reason has a row of %v points, %v", high, err)
		}
	}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" && n.Scope == "复核汇总" && !strings.HasSuffix(n.RefersTo, "$1:$1") {
			t.Errorf("repeated in print: %+v", n)
		}
	}
	width, err := f.GetColWidth("复核汇总", "Q")
	if err != nil || width*charPoints < 120 { // 7 and 1 wide characters of 10 points, 8 narrow ones
		t.Errorf("the link to %s has a column of %v, %v", project, width, err)
	}
}

// No word of a heading is broken, and the row of the headings is as high as they need.
func TestEnglishHeadingsAreWhole(t *testing.T) {
	f, _ := workbook(t, example.Documents(example.Shanghai(t)), Options{Lang: fuhe.EN, Corrections: example.Corrections, Papers: papers()})
	for sheet, head := range map[string]int{"summary": 2, "findings": 3, "working paper": 2} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		high, err := f.GetRowHeight(sheet, head)
		if err != nil {
			t.Fatal(err)
		}
		for i, text := range rows[head-1] {
			name, err := excelize.ColumnNumberToName(i + 1)
			if err != nil {
				t.Fatal(err)
			}
			width, err := f.GetColWidth(sheet, name)
			if err != nil {
				t.Fatal(err)
			}
			for word := range strings.FieldsSeq(text) {
				if float64(len(word)) >= width {
					t.Errorf("%s: %q breaks in a column of %v", sheet, word, width)
				}
			}
			if float64(len(text)) > width && high < 2*fontPoints {
				t.Errorf("%s: %q in a column of %v has a row of %v points", sheet, text, width, high)
			}
		}
	}
}

// An id and a hash are shown whole: 12 and 64 characters.
func TestIDAndHashAreShownWhole(t *testing.T) {
	docs := example.Documents(example.Shanghai(t))
	hash := strings.Repeat("0123456789abcdef", 4)
	docs[0].SHA256 = hash
	f, _ := workbook(t, docs, Options{Corrections: example.Corrections, Papers: papers()})
	id, err := f.GetColWidth("复核意见", "T")
	if err != nil || id <= 12 {
		t.Errorf("an id has a column of %v, %v", id, err)
	}
	width, err := f.GetColWidth("复核意见", "U")
	if err != nil {
		t.Fatal(err)
	}
	high, err := f.GetRowHeight("复核意见", 4)
	if err != nil || raw(t, f, "复核意见", "U4") != hash || int(width)*int(high/fontPoints) < len(hash) {
		t.Errorf("a hash has %v characters by %v points, %v", width, high, err)
	}
}
