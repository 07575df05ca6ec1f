package workbook

import (
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render/example"
)

const project = "新能源产业推进 (2021) 年"

func TestConvertKeepsThePrint(t *testing.T) {
	f, _ := workbook(t, example.Documents(example.Shanghai(t)), Options{})
	if got := f.GetSheetList(); len(got) != 1 || got[0] != project {
		t.Fatalf("sheets %q", got)
	}
	// Two lines above the table: what is printed in row 4 of it stands in row 6.
	for ref, want := range map[string]struct{ shown, raw string }{
		"A1":  {"财政项目支出绩效自评表", "财政项目支出绩效自评表"},
		"A2":  {"（2021年度）", "（2021年度）"},
		"D6":  {"530000.00", "530000"},
		"F6":  {"147,663.64", "147663.64"},
		"H6":  {"35.77%", "0.3577"},
		"I6":  {"3.58", "3.58"},
		"G7":  {"—", "—"},
		"F8":  {"0.00", "0"},
		"E13": {"≥80%", "≥80%"},
		"F13": {"35.76%", "0.3576"},
		"F14": {">20次", ">20次"},
		"H20": {"87.16", "87.16"},
		"A21": {"填表人：      联系电话：", "填表人：      联系电话："},
	} {
		if got := shown(t, f, project, ref); got != want.shown {
			t.Errorf("%s shows %q, want %q", ref, got, want.shown)
		}
		if got := raw(t, f, project, ref); got != want.raw {
			t.Errorf("%s holds %q, want %q", ref, got, want.raw)
		}
		if got := formula(t, f, project, ref); got != "" {
			t.Errorf("%s has the formula %q", ref, got)
		}
	}
	if st := cellStyle(t, f, project, "A1"); !st.Font.Bold || st.Alignment.Horizontal != "center" || len(st.Border) > 0 {
		t.Errorf("the title is styled %+v", st)
	}
	all := mergedRanges(t, f, project)
	for _, want := range []string{"A1:I1", "A2:I2", "A3:B3", "C3:I3", "A5:B9", "A10:A11", "B13:B16", "C14:C15", "A20:F20", "A21:I21"} {
		if !strings.Contains(all, " "+want+" ") {
			t.Errorf("%s is not merged: %s", want, all)
		}
	}
	layout, err := f.GetPageLayout(project)
	if err != nil || *layout.Orientation != "portrait" || *layout.FitToWidth != 1 || *layout.Size != 9 {
		t.Errorf("page %+v, %v", layout, err)
	}
	narrow, errNarrow := f.GetColWidth(project, "A")
	broad, errBroad := f.GetColWidth(project, "D")
	if errNarrow != nil || errBroad != nil || broad < 2*narrow {
		t.Errorf("column A is %v wide, D %v; printed 28 and 80 points; %v %v", narrow, broad, errNarrow, errBroad)
	}
}

func TestWideFormIsPrintedOnItsSide(t *testing.T) {
	r := example.Shanghai(t)
	for i := range r.Printed.Widths {
		r.Printed.Widths[i] *= 2
	}
	f, _ := workbook(t, example.Documents(r), Options{})
	if layout, err := f.GetPageLayout(project); err != nil || *layout.Orientation != "landscape" {
		t.Errorf("page %+v, %v", layout, err)
	}
}

func TestNumbersAreWiderThanTheirColumns(t *testing.T) {
	r := example.Shanghai(t)
	for i := range r.Printed.Widths {
		r.Printed.Widths[i] = 10
	}
	f, _ := workbook(t, example.Documents(r), Options{})
	width, err := f.GetColWidth(project, "F")
	if err != nil || width < float64(len("147,663.64")) {
		t.Errorf("147,663.64 stands in a column %v characters wide: it shows as ####; %v", width, err)
	}
}

func TestCorrect(t *testing.T) {
	f, _ := workbook(t, example.Documents(example.Shanghai(t)), Options{Corrections: example.Corrections})
	if got := formula(t, f, project, "H6"); got != "ROUND(F6/E6,4)" {
		t.Errorf("formula %q", got)
	}
	if got := raw(t, f, project, "H6"); got != "0.3576" {
		t.Errorf("cached value %q", got)
	}
	if got := kind(t, f, project, "H6"); got != excelize.CellTypeUnset && got != excelize.CellTypeNumber {
		t.Errorf("the cached value is of type %v, not a number", got)
	}
	if got := shown(t, f, project, "H6"); got != "35.76%" {
		t.Errorf("shown %q", got)
	}
	if got, err := f.CalcCellValue(project, "H6"); err != nil || got != "35.76%" {
		t.Errorf("recalculated %q, %v", got, err)
	}
	for ref, want := range map[string]string{"H6": "C6EFCE", "H17": "FFEB9C", "H18": "FFEB9C", "H19": "FFEB9C", "H13": "", "H20": ""} {
		if got := fill(t, f, project, ref); got != want {
			t.Errorf("%s is filled %q, want %q", ref, got, want)
		}
	}
	comment := commentAt(t, f, project, "H6")
	for _, want := range []string{"F102", "公布值：35.77%", "更正为：35.76%", "147663.64 ÷ 412907 = 35.7619…%", "向上进位", "p1.t1!H4", "X601"} {
		if !strings.Contains(comment, want) {
			t.Errorf("the comment lacks %q:\n%s", want, comment)
		}
	}
	if got := commentAt(t, f, project, "H13"); got != "" {
		t.Errorf("a note has a comment: %s", got)
	}
	if !strings.Contains(commentAt(t, f, project, "H17"), "I305") {
		t.Error("a warning has no comment")
	}
}

func TestFindingsSheet(t *testing.T) {
	f, _ := workbook(t, example.Documents(example.Shanghai(t)), Options{Corrections: example.Corrections})
	rows, err := f.GetRows("复核意见")
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 3+6 {
		t.Fatalf("%d rows, want a title, a legend, headings and 6 findings", len(rows))
	}
	want := []string{"1", "FH-001", "错误", "F102", "", project, "H6", "年度资金总额 执行率", "35.77%", "35.76%", "0.01%",
		"执行率与全年执行数÷全年预算数不符。", "147663.64 ÷ 412907 = 35.7619…%", "", "向上进位，未按四舍五入", "", "已更正", "按复算值更正，并核对受其影响的得分、合计和等级", "form.pdf p1.t1!H4", "8f2c01", "00"}
	if strings.Join(rows[3], "|") != strings.Join(want, "|") {
		t.Errorf("row %q, want %q", rows[3], want)
	}
	if rows[4][16] != "已更正" || rows[5][16] != "待判断" || rows[8][16] != "" {
		t.Errorf("actions %q %q %q: the correction settles X601, a person judges I305, a note asks for nothing", rows[4][16], rows[5][16], rows[8][16])
	}
	if ok, link, err := f.GetCellHyperLink("复核意见", "G4"); err != nil || !ok || link != "'"+project+"'!H6" {
		t.Errorf("link %v %q %v", ok, link, err)
	}
}

func TestSummarySheet(t *testing.T) {
	docs := example.Documents(example.Shanghai(t), example.Shanghai(t))
	docs[0].Unread = []fuhe.Unread{{At: fuhe.Source{Page: 7}, Reason: "扫描页，没有文字"}}
	f, _ := workbook(t, docs, Options{Corrections: example.Corrections})
	sheets := f.GetSheetList()
	if strings.Join(sheets, "|") != "复核汇总|"+project+"|"+project+" (2)|复核意见" {
		t.Fatalf("sheets %q", sheets)
	}
	rows, err := f.GetRows("复核汇总")
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, r := range rows {
		text += strings.Join(r, "|") + "\n"
	}
	for _, want := range []string{
		"form.pdf|" + project + "|《财政项目支出绩效自评表》|2021|" + project + "|87.16||2|3|1|1|36|3\n",
		"form.pdf|" + project + " (2)|",
		"form.pdf|p7|扫描页，没有文字\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	for ref, want := range map[string]string{"D3": "2021", "F3": "87.16"} { // the year and the published total compute
		if got := kind(t, f, "复核汇总", ref); got == excelize.CellTypeSharedString || raw(t, f, "复核汇总", ref) != want {
			t.Errorf("%s holds %q of type %v", ref, raw(t, f, "复核汇总", ref), got)
		}
	}
	if ok, link, err := f.GetCellHyperLink("复核汇总", "B4"); err != nil || !ok || link != "'"+project+" (2)'!A1" {
		t.Errorf("link %v %q %v", ok, link, err)
	}
}

func TestNothingToWrite(t *testing.T) {
	for _, docs := range [][]fuhe.Document{nil, {{Path: "a.pdf", Unread: []fuhe.Unread{{Reason: "空文件"}}}}} {
		f, _ := workbook(t, docs, Options{Corrections: example.Corrections})
		if got := f.GetSheetList(); len(got) != 1 || got[0] != "复核汇总" {
			t.Errorf("sheets %q", got)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	docs := example.Documents(example.Shanghai(b))
	for b.Loop() {
		if err := Write(io.Discard, docs, Options{Corrections: example.Corrections}); err != nil {
			b.Fatal(err)
		}
	}
}
