package workbook

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
	"fuhe/render/example"
	"fuhe/render/paper"
	"fuhe/render/review"
)

func papers() *Papers {
	return &Papers{
		Particulars: paper.Particulars{Project: "自评复核", Unit: "某委", Prefix: "JX", PreparedBy: "张", Source: "https://a.example/"},
		Run:         render.Run{Version: "9.9", Command: "correct", Profile: "auto"}, Rules: map[string]render.Rule{"F102": {Title: "执行率的计算", Basis: "某办法"}},
	}
}

// sheetText is a sheet as lines with bars.
func sheetText(t *testing.T, f *excelize.File, sheet string) string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, r := range rows {
		out.WriteString(strings.Join(r, "|") + "\n")
	}
	return out.String()
}

func TestWorkingPapers(t *testing.T) {
	docs := append(example.Documents(example.Shanghai(t)), fuhe.Document{Path: "scan.pdf", Unread: []fuhe.Unread{{Reason: "扫描页"}}})
	docs[0].Reports[0].Figures = []fuhe.Figure{{Field: "/funds/0/execution_rate", Class: fuhe.Differs, By: []string{"F102"}}, {Field: "/funds/0/executed", Class: fuhe.Agrees, By: []string{"F101"}}}
	o := Options{Corrections: example.Corrections, Papers: papers()}
	o.Papers.Review.Say(review.Verdict{SHA256: "00", Finding: "8f2c01", Verdict: review.Confirmed, Note: "见账册", Feedback: "认可", Rectification: "已整改", By: "王", At: "2026-01-02T03:04:05Z"})
	f, _ := workbook(t, docs, o)
	if got := strings.Join(f.GetSheetList(), "|"); got != "封面|复核汇总|复核意见|复核底稿|数据|"+project {
		t.Fatalf("sheets %s", got)
	}
	for sheet, wants := range map[string][]string{
		"封面":   {"自评复核", "某委", "JX-001", "张", "fuhe 9.9", "审计标识", "form.pdf", "scan.pdf", "扫描页", "https://a.example/", "错误 2"},
		"复核汇总": {"上海市科学技术委员会|" + project + "|2021|41.2907|14.766364|35.77%|87.16|87.16|", "按单位小计", "F101|||1|1|0", "F102|执行率的计算||1|0|1", "scan.pdf||扫描页"},
		"复核意见": {"1|JX-001|错误|F102|执行率的计算|" + project + "|H6|年度资金总额 执行率|35.77%|35.76%|0.01%|", "某办法", "8f2c01|00|属实 见账册|认可|已整改|王|2026-01-02"},
		"复核底稿": {"产出指标|数量指标|预算执行率|≥80%|10|35.76%|3.58||3.58|0.00|", "自评总分||||87.16", "偏离度"},
		"数据":   {"form.pdf|" + project + "|上海市科学技术委员会|" + project + "|2021|年度资金总额 执行率|/funds/0/execution_rate|35.77%|35.77|%|✗ 矛盾|F102", "147,663.64|147663.64||✓ 相符|F101"},
	} {
		text := sheetText(t, f, sheet)
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("%s lacks %q:\n%s", sheet, want, text)
			}
		}
	}
	// The score of the working paper leads to the form's own, and so does the sum by unit to the list.
	if got := formula(t, f, "复核底稿", "I5"); got != "'"+project+"'!H13" {
		t.Errorf("formula %q", got)
	}
	if got := formula(t, f, "复核汇总", "D7"); got != "SUMIF($A$3:$A$3,$A7,D$3:D$3)" || raw(t, f, "复核汇总", "D7") != "41.2907" { // 412907.00 yuan
		t.Errorf("formula %q gives %s", got, raw(t, f, "复核汇总", "D7"))
	}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" && n.Scope == "复核意见" && n.RefersTo != "'复核意见'!$A:$D,'复核意见'!$3:$3" {
			t.Errorf("repeated in print: %+v", n)
		}
	}
}

// What was typed into the sheet of findings comes along when another workbook is written in its place, and goes before the
// review file.
func TestTypedComesAlong(t *testing.T) {
	docs := example.Documents(example.Shanghai(t))
	o := Options{Corrections: example.Corrections, Papers: papers()}
	o.Papers.Review.Say(review.Verdict{SHA256: "00", Finding: "8f2c01", Verdict: review.Open, By: "王"})
	f, _ := workbook(t, docs, o)
	for ref, text := range map[string]string{"V4": "属实，已约谈", "X5": "持续整改"} {
		if err := f.SetCellStr("复核意见", ref, text); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	typed, err := ReadTyped(path)
	if err != nil || typed == nil {
		t.Fatalf("%v %v", typed, err)
	}
	o.Papers.Earlier = typed
	again, _ := workbook(t, docs, o)
	text := sheetText(t, again, "复核意见")
	for _, want := range []string{"8f2c01|00|属实，已约谈|||王", "8f2c02|00|||持续整改"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is lost:\n%s", want, text)
		}
	}
	if err := os.WriteFile(path, []byte("no workbook"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadTyped(path); err == nil {
		t.Error("a workbook that cannot be opened is taken for one into which nothing was typed")
	}
}

// The picture of a finding stands in its row.
func TestEvidenceInTheSheet(t *testing.T) {
	png := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00\x00\x00IEND\xaeB`\x82")
	o := Options{Corrections: example.Corrections, Papers: papers()}
	o.Papers.Picture = func(_ *fuhe.Document, _ *fuhe.Report, f *fuhe.Finding) ([]byte, error) {
		if f.Rule == "X603" {
			return nil, os.ErrNotExist
		}
		return png, nil
	}
	f, _ := workbook(t, example.Documents(example.Shanghai(t)), o)
	pictures, err := f.GetPictures("复核意见", "AA4")
	if err != nil || len(pictures) != 1 || !bytes.Equal(pictures[0].File, png) {
		t.Errorf("%d pictures, %v", len(pictures), err)
	}
	if text := sheetText(t, f, "复核意见"); !strings.Contains(text, os.ErrNotExist.Error()) {
		t.Error("a picture that is not there is not said")
	}
}

// A summary over many pages has its headings on each, and its other tables on pages of their own.
func TestHeadingsOfALongSummary(t *testing.T) {
	titles := func(n int) (string, string) {
		var reports []*fuhe.Report
		for range n {
			reports = append(reports, example.Shanghai(t))
		}
		f, raw := workbook(t, example.Documents(reports...), Options{Corrections: example.Corrections, Papers: papers()})
		for _, d := range f.GetDefinedName() {
			if d.Name == "_xlnm.Print_Titles" && d.Scope == "复核汇总" {
				return d.RefersTo, string(partOf(t, raw, "xl/worksheets/sheet2.xml"))
			}
		}
		return "", ""
	}
	if got, sheet := titles(1); got != "'复核汇总'!$1:$1" || strings.Contains(sheet, "<rowBreaks") {
		t.Errorf("of one form %s", got)
	}
	if got, sheet := titles(21); got != "'复核汇总'!$1:$2" || !strings.Contains(sheet, `<brk id="24"`) {
		t.Errorf("of 21 forms %s, breaks %v", got, strings.Contains(sheet, "<rowBreaks"))
	}
}

// A form among working papers has the page number of these; one that is converted alone is printed as it was.
func TestFormsOfPapersAreNumbered(t *testing.T) {
	for _, with := range []*Papers{papers(), nil} {
		f, _ := workbook(t, example.Documents(example.Shanghai(t), example.Shanghai(t)), Options{Corrections: example.Corrections, Papers: with})
		footer, err := f.GetHeaderFooter(project)
		numbered := footer != nil && strings.Contains(footer.OddFooter, "第 &P 页 共 &N 页")
		if err != nil || numbered != (with != nil) {
			t.Errorf("papers %v: footer %+v %v", with != nil, footer, err)
		}
	}
}

// Of copies of a form the subtotals hold the amounts once, and say how many copies there are; the copy of another unit's form
// counts there. 412907.00 and 147663.64 yuan.
func TestSubtotalsCountCopiesOnce(t *testing.T) {
	a, b, c := example.Shanghai(t), example.Shanghai(t), example.Shanghai(t)
	c.Department = fuhe.NewCell("乙局", fuhe.Source{Table: 1, Ref: "B2"})
	o := Options{Corrections: example.Corrections, Papers: papers(), Same: func(*fuhe.Report) string { return "the same" }}
	f, _ := workbook(t, example.Documents(a, b, c), o)
	text := sheetText(t, f, "复核汇总")
	for _, want := range []string{"计入小计", "重复的表（金额只计一次）"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q:\n%s", want, text)
		}
	}
	for cell, want := range map[string]string{"S2": "计入小计", "S3": "1", "S4": "0", "S5": "1", "B9": "2", "D9": "41.2907", "E9": "14.766364", "J9": "1", "B10": "1", "D10": "41.2907", "J10": "0"} {
		if got := raw(t, f, "复核汇总", cell); got != want {
			t.Errorf("%s holds %q, want %q\n%s", cell, got, want, text)
		}
	}
	if got := formula(t, f, "复核汇总", "D9"); got != "SUMIFS(D$3:D$5,$A$3:$A$5,$A9,$S$3:$S$5,1)" {
		t.Errorf("formula %q", got)
	}
}
