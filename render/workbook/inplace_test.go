package workbook

import (
	"archive/zip"
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render/example"
)

// clerk is a workbook as an office makes one: styles, a formula of its own, a comment, a second sheet with a comment.
func clerk(t *testing.T, change func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(f.SetSheetName("Sheet1", "自评表"))
	must(f.SetCellStr("自评表", "A1", "财政项目支出绩效自评表"))
	must(f.MergeCell("自评表", "A1", "F1"))
	format, percent := "#,##0.00", "0.00%"
	money, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format, Font: &excelize.Font{Family: "楷体", Size: 12, Color: "0000FF"}})
	must(err)
	rate, err := f.NewStyle(&excelize.Style{
		CustomNumFmt: &percent, Font: &excelize.Font{Family: "楷体", Size: 12, Italic: true},
		Border: []excelize.Border{{Type: "bottom", Style: 6, Color: "FF0000"}}, Alignment: &excelize.Alignment{Horizontal: "right"},
	})
	must(err)
	must(f.SetCellFloat("自评表", "B3", 412907, -1, 64))
	must(f.SetCellFloat("自评表", "C3", 147663.64, -1, 64))
	must(f.SetCellStyle("自评表", "B3", "C3", money))
	must(f.SetCellFloat("自评表", "D3", 0.3577, -1, 64))
	must(f.SetCellStyle("自评表", "D3", "D3", rate))
	must(f.SetCellFloat("自评表", "E3", 20, -1, 64))
	must(f.SetCellFormula("自评表", "F9", "SUM(B3:C3)"))
	must(f.AddComment("自评表", excelize.Comment{Cell: "E3", Author: "张会计", Text: "已核"}))
	_, err = f.NewSheet("附件")
	must(err)
	must(f.SetCellStr("附件", "A1", "附件的内容"))
	must(f.AddComment("附件", excelize.Comment{Cell: "A1", Author: "李", Text: "别动"}))
	if change != nil {
		change(f)
	}
	var out bytes.Buffer
	must(f.Write(&out))
	return out.Bytes()
}

// clerkReport is the form in it: a rate printed one hundredth too high and a score without an actual value.
func clerkReport() *fuhe.Report {
	at := func(ref string) fuhe.Source { return fuhe.Source{Sheet: "自评表", Ref: ref} }
	r := &fuhe.Report{
		Title:      "财政项目支出绩效自评表",
		Funds:      []fuhe.Fund{{AdjustedBudget: fuhe.NewCell("412,907.00", at("B3")), Executed: fuhe.NewCell("147,663.64", at("C3")), ExecutionRate: fuhe.NewCell("35.77%", at("D3"))}},
		Indicators: []fuhe.Indicator{{Name: fuhe.NewCell("知晓度", at("A3")), Score: fuhe.NewCell("20", at("E3"))}},
	}
	r.Findings = []fuhe.Finding{
		{ID: "1", Rule: "F102", Severity: fuhe.Error, Field: "/funds/0/execution_rate", At: at("D3"), Published: "35.77%", Recomputed: "35.76%"},
		{ID: "2", Rule: "I305", Severity: fuhe.Warning, Field: "/indicators/0/score", At: at("E3"), Published: "20", Message: "未填实际完成值，却得分"},
	}
	return r
}

// corrected is the report as it reads after the correction.
func corrected() *fuhe.Report {
	r := clerkReport()
	r.Funds[0].ExecutionRate = fuhe.NewCell("35.76%", r.Funds[0].ExecutionRate.At)
	r.Findings = r.Findings[1:]
	return r
}

func correctXLSX(t *testing.T, input []byte, r *fuhe.Report, o Options) []byte {
	t.Helper()
	o.Corrections = example.Corrections
	var out bytes.Buffer
	if err := Correct(&out, input, []*fuhe.Report{r}, o); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestCorrectXLSX(t *testing.T) {
	input := clerk(t, nil)
	content := correctXLSX(t, input, clerkReport(), Options{})
	f := opened(t, content)
	if got := f.GetSheetList(); strings.Join(got, "|") != "自评表|附件|复核意见" {
		t.Errorf("sheets %q", got)
	}
	if got := formula(t, f, "自评表", "D3"); got != "ROUND(C3/B3,4)" {
		t.Errorf("formula %q", got)
	}
	if got := raw(t, f, "自评表", "D3"); got != "0.3576" {
		t.Errorf("cached %q", got)
	}
	st := cellStyle(t, f, "自评表", "D3")
	if st.Font.Family != "楷体" || !st.Font.Italic || st.Alignment.Horizontal != "right" || len(st.Border) != 1 || st.Border[0].Style != 6 {
		t.Errorf("the style was lost: %+v %+v", st, st.Font)
	}
	if got := fill(t, f, "自评表", "D3") + fill(t, f, "自评表", "E3") + fill(t, f, "自评表", "C3"); got != "C6EFCEFFEB9C" {
		t.Errorf("fills %q", got)
	}
	if got := st.Border[0].Color + st.Font.Color; got != "FF0000" {
		t.Errorf("colours %q: the border's red is to stay, and no colour be made up for the font", got)
	}
	if got := formula(t, f, "自评表", "F9"); got != "SUM(B3:C3)" {
		t.Errorf("their formula is %q now", got)
	}
	if got := commentAt(t, f, "自评表", "E3"); !strings.HasPrefix(got, "已核") || !strings.Contains(got, "I305") {
		t.Errorf("comment %q", got)
	}
	if got := commentAt(t, f, "自评表", "D3"); !strings.Contains(got, "F102") {
		t.Errorf("comment %q", got)
	}
	if got := commentAt(t, f, "附件", "A1"); got != "别动" {
		t.Errorf("their comment is %q now", got)
	}
	if n := strings.Count(string(partOf(t, content, "xl/drawings/vmlDrawing1.vml")), `ObjectType="Note"`); n != 2 {
		t.Errorf("%d comment boxes on the form, want theirs and ours", n)
	}
	if before, after := sheetXML(t, input, "附件"), sheetXML(t, content, "附件"); !bytes.Equal(before, after) {
		t.Error("the other sheet was rewritten")
	}
}

func TestCorrectXLSXTwiceChangesNothing(t *testing.T) {
	once := correctXLSX(t, clerk(t, nil), clerkReport(), Options{})
	twice := correctXLSX(t, once, corrected(), Options{})
	if !bytes.Equal(once, twice) {
		t.Error("the second run changed the file")
	}
	// A new warning replaces the sheet of findings; nothing is said twice.
	r := corrected()
	r.Findings = append(r.Findings, fuhe.Finding{ID: "3", Rule: "W201", Severity: fuhe.Warning, Field: "/indicators/0/score", At: r.Indicators[0].Score.At})
	third := opened(t, correctXLSX(t, once, r, Options{}))
	if got := third.GetSheetList(); strings.Join(got, "|") != "自评表|附件|复核意见" {
		t.Errorf("sheets %q", got)
	}
	if got := commentAt(t, third, "自评表", "E3"); strings.Count(got, "I305") != 1 || strings.Count(got, "W201") != 1 {
		t.Errorf("comment %q", got)
	}
	if rows, err := third.GetRows("复核意见"); err != nil || len(rows) != 5 {
		t.Errorf("%d rows in the sheet of findings, want 5; %v", len(rows), err)
	}
}

// TestSheetNamedLikeOurs belongs to the office: only the defined name makes a sheet ours.
func TestSheetNamedLikeOurs(t *testing.T) {
	input := clerk(t, func(f *excelize.File) {
		if _, err := f.NewSheet("复核意见"); err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStr("复核意见", "A1", "财政局的复核"); err != nil {
			t.Fatal(err)
		}
	})
	f := opened(t, correctXLSX(t, input, clerkReport(), Options{}))
	if got := f.GetSheetList(); strings.Join(got, "|") != "自评表|附件|复核意见|复核意见 (2)" {
		t.Errorf("sheets %q", got)
	}
	if got := shown(t, f, "复核意见", "A1"); got != "财政局的复核" {
		t.Errorf("their sheet says %q", got)
	}
}

// TestForeignComments corrects a workbook of another program: its comments stand in parts with names of its own.
func TestForeignComments(t *testing.T) {
	for name, renames := range map[string]map[string]string{
		"openpyxl": {"comments1.xml": "comments/comment1.xml", "vmlDrawing1.vml": "commentsDrawing1.vml"},
		"gap":      {"comments2.xml": "comments3.xml", "vmlDrawing2.vml": "vmlDrawing3.vml"},
	} {
		input := renameParts(t, clerk(t, nil), renames)
		content := correctXLSX(t, input, clerkReport(), Options{})
		f := opened(t, content)
		if got := commentAt(t, f, "自评表", "E3"); !strings.HasPrefix(got, "已核") || !strings.Contains(got, "I305") {
			t.Errorf("%s: comment %q", name, got)
		}
		if got := commentAt(t, f, "自评表", "D3"); !strings.Contains(got, "F102") {
			t.Errorf("%s: comment %q", name, got)
		}
		if got := commentAt(t, f, "附件", "A1"); got != "别动" {
			t.Errorf("%s: their comment is %q now", name, got)
		}
		if again := correctXLSX(t, content, corrected(), Options{}); !bytes.Equal(content, again) {
			t.Errorf("%s: the second run changed the file", name)
		}
	}
}

// TestNewCommentsTakeFreeNames adds comments to a sheet without any beside sheets that have some.
func TestNewCommentsTakeFreeNames(t *testing.T) {
	input := clerk(t, func(f *excelize.File) {
		if err := f.DeleteComment("自评表", "E3"); err != nil {
			t.Fatal(err)
		}
	})
	input = dropParts(t, input, regexp.MustCompile(`xl/(comments1\.xml|drawings/vmlDrawing1\.vml|worksheets/_rels/sheet1\.xml\.rels)$`))
	content := correctXLSX(t, input, clerkReport(), Options{})
	f := opened(t, content)
	if a, b := commentAt(t, f, "自评表", "D3"), commentAt(t, f, "附件", "A1"); !strings.Contains(a, "F102") || b != "别动" {
		t.Errorf("comments %q and %q", a, b)
	}
	for name := range partsOf(t, content) {
		if strings.Contains(name, "padding") {
			t.Errorf("%s was left in the file", name)
		}
	}
}

func TestProtectedWorkbookStaysProtected(t *testing.T) {
	plain := clerk(t, nil)
	input, err := excelize.Encrypt(plain, &excelize.Options{Password: "秘密"})
	if err != nil {
		t.Fatal(err)
	}
	content := correctXLSX(t, input, clerkReport(), Options{Password: "秘密"})
	if _, err := zip.NewReader(bytes.NewReader(content), int64(len(content))); err == nil {
		t.Error("the corrected workbook is not protected")
	}
	f, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{Password: "秘密"})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := formula(t, f, "自评表", "D3"); got != "ROUND(C3/B3,4)" {
		t.Errorf("formula %q", got)
	}
}

func TestPasswordOfAnotherInput(t *testing.T) {
	content := correctXLSX(t, clerk(t, nil), clerkReport(), Options{Password: "秘密"})
	if got := formula(t, opened(t, content), "自评表", "D3"); got != "ROUND(C3/B3,4)" {
		t.Errorf("formula %q", got)
	}
}

func TestCorrectXLSXRefuses(t *testing.T) {
	r := clerkReport()
	r.Funds[0].ExecutionRate.At.Sheet = "没有这张表"
	for name, input := range map[string][]byte{"no workbook": []byte("PK"), "empty": nil, "other sheets": clerk(t, nil)} {
		var out bytes.Buffer
		if err := Correct(&out, input, []*fuhe.Report{r}, Options{Corrections: example.Corrections}); err == nil || out.Len() > 0 {
			t.Errorf("%s: error %v, %d bytes written", name, err, out.Len())
		}
	}
}
