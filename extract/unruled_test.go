package extract

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/page"
	"fuhe/extract/page/inferred"
)

// written is a text of a form: centred on x, on a baseline.
type written struct {
	x, y float64
	text string
}

// unruledForm is a form as texts alone: rows 20 apart, broken texts around the line of their row, names of groups in the
// middle of their rows.
func unruledForm() []written {
	out := []written{{300, 60, "项目支出绩效自评表"}, {300, 80, "（2023年度）"},
		{80, 110, "项目名称"}, {330, 110, "社区养老服务站建设"}, {80, 130, "主管部门"}, {230, 130, "青岭县民政局"}, {360, 130, "实施单位"}, {480, 130, "青岭县养老服务中心"},
		{60, 183, "项目资金"}, {60, 197, "（万元）"}}
	row := func(y float64, xs []float64, texts ...string) {
		for i, t := range texts {
			switch first, second, broken := strings.Cut(t, "/"); {
			case broken:
				out = append(out, written{xs[i], y - 6, first}, written{xs[i], y + 6, second})
			case t != "":
				out = append(out, written{xs[i], y, t})
			}
		}
	}
	money := []float64{130, 215, 285, 355, 415, 465, 525}
	row(160, money, "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
	row(180, money, "年度资金总额", "120.00", "110.00", "99.00", "10", "90.00%", "9.00")
	row(200, money, "其中：财政拨款", "100.00", "90.00", "81.00", "—", "90.00%", "—")
	row(220, money, "其他资金", "20.00", "20.00", "18.00", "—", "90.00%", "—")
	row(245, []float64{220, 450}, "预期目标", "实际完成情况")
	row(268, []float64{60, 220, 450}, "年度总/体目标", "建成两个社区养老服务站", "建成两个社区养老服务站并投入使用")
	tree := []float64{110, 170, 240, 315, 385, 435, 480, 530}
	row(295, tree, "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因/及改进措施")
	row(320, tree, "", "数量指标", "建设服务站/点数量", "≥2个", "2个", "20", "20", "")
	row(340, tree, "", "质量指标", "验收合格率", "≥95%", "100%", "15", "15", "")
	row(360, tree, "", "时效指标", "按期完工率", "≥95%", "90%", "15", "14", "受雨季影响/略有推迟")
	row(380, tree, "", "社会效益", "服务老年人/员人次", "≥800人次", "860人次", "15", "15", "")
	row(400, tree, "", "可持续影响", "长效机制", "健全", "健全", "15", "15", "")
	row(420, tree, "满意度指标", "满意度", "老年人满意度", "≥90%", "93%", "10", "10", "")
	out = append(out, written{110, 340, "产出指标"}, written{110, 390, "效益指标"}, written{60, 362, "绩效"}, written{60, 374, "指标"})
	row(440, tree, "", "", "总分", "", "", "100", "98.00", "")
	return out
}

func pageOf(texts []written) page.Page {
	p := page.Page{Number: 1, Width: 595, Height: 842}
	for i, t := range texts {
		wide := 0.0
		for _, r := range t.text {
			wide += width(r)
		}
		x := t.x - wide/2
		for _, r := range t.text {
			p.Glyphs = append(p.Glyphs, page.Glyph{Text: string(r), Box: fuhe.Box{x, t.y - 7, x + width(r), t.y + 2}, Base: t.y, Size: 9, Sure: true, Shown: int32(i + 1)})
			x += width(r)
		}
	}
	return p
}

func width(r rune) float64 {
	if r < 0x2E80 {
		return 4.5
	}
	return 9
}

// readTexts is the form that texts make, and why there is none.
func readTexts(texts []written) (*fuhe.Report, []string) {
	f := inferred.Finder{Words: formWords}
	grids, refused, _ := f.Page(pageOf(texts), nil)
	var reasons []string
	for _, r := range refused {
		reasons = append(reasons, r.Reason)
	}
	reports, unread := form.Read(grids)
	for _, u := range unread {
		reasons = append(reasons, u.Reason)
	}
	if len(reports) != 1 {
		return nil, reasons
	}
	return reports[0], reasons
}

func TestFormOfTextsAlone(t *testing.T) {
	r, reasons := readTexts(unruledForm())
	if r == nil || len(reasons) > 0 {
		t.Fatalf("not read: %v", reasons)
	}
	if !r.Inferred {
		t.Error("not marked as inferred")
	}
	want := map[string]string{
		"/project": "社区养老服务站建设", "/implementer": "青岭县养老服务中心", "/funds/0/adjusted_budget": "110.00", "/funds/0/execution_rate": "90.00%",
		"/funds/2/executed": "18.00", "/funds/1/name": "其中：财政拨款", "/goals/actual": "建成两个社区养老服务站并投入使用", "/indicators/0/name": "建设服务站点数量",
		"/indicators/0/level1": "产出指标", "/indicators/2/level1": "产出指标", "/indicators/3/level1": "效益指标", "/indicators/4/level1": "效益指标",
		"/indicators/5/level1": "满意度指标", "/indicators/2/deviation": "受雨季影响略有推迟", "/indicators/2/score": "14", "/indicators/4/level2": "可持续影响",
		"/indicators/3/target": "≥800人次", "/total/weight": "100", "/total/score": "98.00",
	}
	got := map[string]string{}
	for _, e := range r.Entries() {
		got[string(e.Field)] = e.Cell.Text
	}
	for field, text := range want {
		if got[field] != text {
			t.Errorf("%s: %q, want %q", field, got[field], text)
		}
	}
	if len(r.Indicators) != 6 || len(r.Funds) != 3 || r.MoneyUnit != "万元" {
		t.Errorf("%d indicators, %d funds, unit %q", len(r.Indicators), len(r.Funds), r.MoneyUnit)
	}
}

// Whatever becomes of one text of the form, no entry reads a figure that is not printed there.
func TestShiftedAndMissingTextsAreNeverReadElsewhere(t *testing.T) {
	texts := unruledForm()
	before, _ := readTexts(texts)
	printed := map[string]string{}
	for _, e := range before.Entries() {
		printed[string(e.Field)] = e.Cell.Text
	}
	read, refused := 0, 0
	for i := range texts {
		for _, by := range [][2]float64{{0, 0}, {0, 6}, {0, -6}, {0, 10}, {0, -10}, {0, 20}, {0, -20}, {15, 0}, {-15, 0}, {35, 0}, {-35, 0}, {35, 10}, {-35, -20}} {
			changed := append([]written(nil), texts...)
			if by == [2]float64{} {
				changed = append(changed[:i:i], changed[i+1:]...)
			} else {
				changed[i].x, changed[i].y = changed[i].x+by[0], changed[i].y+by[1]
			}
			r, reasons := readTexts(changed)
			if r == nil {
				if refused++; len(reasons) == 0 && i > 1 && printed["/project"] != "" {
					t.Errorf("%q moved by %v: nothing was read, without a word", texts[i].text, by)
				}
				continue
			}
			read++
			if s := readElsewhere(r, printed, texts[i].text); s != "" {
				t.Errorf("%q moved by %v: %s", texts[i].text, by, s)
			}
		}
	}
	t.Logf("%d forms read, %d refused", read, refused)
}

// readElsewhere is an entry that reads a figure that is printed in another one; the moved text itself may stand in an
// entry that was blank.
func readElsewhere(r *fuhe.Report, printed map[string]string, moved string) string {
	for _, e := range r.Entries() {
		if e.Cell.Number == nil || e.Cell.Text == moved || e.Cell.Text == printed[string(e.Field)] {
			continue
		}
		return fmt.Sprintf("%s reads %q, printed is %q", e.Field, e.Cell.Text, printed[string(e.Field)])
	}
	return ""
}

// Forms without rules are the same form to both readers.
func TestReadersAgreeOnUnruledForms(t *testing.T) {
	if testing.Short() {
		t.Skip("the second reader takes seconds to start")
	}
	files, err := filepath.Glob("../samples/without-rules/*.pdf")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		var read [2]fuhe.Document
		for i, reader := range []string{"native", "pdfium"} {
			doc, err := Read(context.Background(), File(file, true), Options{PDFReader: reader})
			if err != nil || len(doc.Reports) != 1 {
				t.Fatalf("%s by %s: %d forms, %v %v", file, reader, len(doc.Reports), doc.Unread, err)
			}
			read[i] = doc
		}
		native, pdfium := read[0].Reports[0].Entries(), read[1].Reports[0].Entries()
		if len(native) != len(pdfium) {
			t.Fatalf("%s: %d and %d entries", file, len(native), len(pdfium))
		}
		for i, e := range native {
			if o := pdfium[i]; e.Field != o.Field || e.Cell.Text != o.Cell.Text {
				t.Errorf("%s %s: %q and %q", file, e.Field, e.Cell.Text, o.Cell.Text)
			}
		}
	}
}

// without are texts but for those on some heights and at some places.
func without(texts []written, drop func(written) bool) []written {
	return slices.DeleteFunc(slices.Clone(texts), drop)
}

func fieldsOf(t *testing.T, texts []written) map[fuhe.Field]string {
	t.Helper()
	r, reasons := readTexts(texts)
	if r == nil || len(reasons) > 0 {
		t.Fatalf("not read: %v", reasons)
	}
	out := map[fuhe.Field]string{}
	for _, e := range r.Entries() {
		out[e.Field] = e.Cell.Text
	}
	return out
}

func expect(t *testing.T, got, want map[fuhe.Field]string) {
	t.Helper()
	for field, text := range want {
		if got[field] != text {
			t.Errorf("%s: %q, want %q", field, got[field], text)
		}
	}
}

// A transfer form prints no points: its rows are those of its texts, and the remark under them is none.
func TestFormWithoutPoints(t *testing.T) {
	texts := without(unruledForm(), func(w written) bool { return (w.x == 435 || w.x == 480) && w.y >= 295 || w.y == 440 })
	got := fieldsOf(t, append(texts, written{110, 460, "说明"}, written{170, 460, "无"}))
	expect(t, got, map[fuhe.Field]string{"/indicators/0/name": "建设服务站点数量", "/indicators/2/actual": "90%", "/indicators/2/deviation": "受雨季影响略有推迟",
		"/indicators/4/level1": "效益指标", "/indicators/5/level2": "满意度", "/indicators/5/target": "≥90%"})
	if _, ok := got["/indicators/6/name"]; ok {
		t.Error("the remark was read as an indicator")
	}
}

// Headings over two rows: the names of groups over their headings, the others in the middle between the two.
func TestHeadingsOverTwoRows(t *testing.T) {
	texts := without(unruledForm(), func(w written) bool { return w.y == 295 || w.x == 530 && w.y > 280 && w.y < 310 || w.y == 315 })
	for i := range texts {
		if texts[i].y > 280 {
			texts[i].y += 20
		}
	}
	for x, s := range map[float64]string{110: "一级指标", 170: "二级指标", 240: "三级指标"} {
		texts = append(texts, written{x, 306, s})
	}
	for x, s := range map[float64]string{385: "实际完成值", 435: "分值", 480: "得分", 315: "年度指标值"} {
		texts = append(texts, written{x, 298, s})
	}
	texts = append(texts, written{170, 290, "绩效指标"}, written{530, 292, "偏差原因"}, written{530, 304, "及改进措施"})
	expect(t, fieldsOf(t, texts), map[fuhe.Field]string{"/goals/actual": "建成两个社区养老服务站并投入使用", "/indicators/0/target": "≥2个", "/indicators/0/weight": "20",
		"/indicators/2/score": "14", "/indicators/2/deviation": "受雨季影响略有推迟", "/indicators/3/level1": "效益指标", "/total/score": "98.00"})
}

// Of a heading over two rows that is broken, 分 over 值, a line alone is no figure.
func TestBrokenHeadingsOverTwoRows(t *testing.T) {
	texts := without(unruledForm(), func(w written) bool { return w.y == 295 || w.x == 530 && w.y > 280 && w.y < 310 || w.y == 315 })
	for i := range texts {
		if texts[i].y > 280 {
			texts[i].y += 30
		}
	}
	for x, s := range map[float64]string{110: "一级指标", 170: "二级指标", 240: "三级指标"} {
		texts = append(texts, written{x, 322, s})
	}
	for x, s := range map[float64]string{385: "实际完成值", 480: "得分", 315: "年度指标值", 530: "偏差原因"} {
		texts = append(texts, written{x, 295, s})
	}
	texts = append(texts, written{170, 295, "绩效指标"}, written{435, 295, "分"}, written{435, 307, "值"})
	expect(t, fieldsOf(t, texts), map[fuhe.Field]string{"/goals/actual": "建成两个社区养老服务站并投入使用", "/indicators/0/target": "≥2个", "/indicators/0/weight": "20",
		"/indicators/2/score": "14", "/indicators/3/level1": "效益指标", "/total/score": "98.00"})
}

// An amount that stands between two headings belongs to the one in whose row no other amount stands.
func TestAmountBesideTheOneOfTheNextColumn(t *testing.T) {
	texts := unruledForm()
	for i := range texts {
		if texts[i].x == 215 && texts[i].y > 170 && texts[i].y < 230 {
			texts[i].x = 250 // set to the right of their column, all equally wide
			texts[i].text = "10.00"
		}
	}
	expect(t, fieldsOf(t, texts), map[fuhe.Field]string{"/funds/0/initial_budget": "10.00", "/funds/0/adjusted_budget": "110.00", "/funds/2/initial_budget": "10.00"})
}

// The label of a remark that is broken, and labels broken below the line of their row, lose no entry.
func TestLabelsBrokenBelowTheirLine(t *testing.T) {
	texts := without(unruledForm(), func(w written) bool { return w.text == "实施单位" })
	expect(t, fieldsOf(t, append(texts, written{360, 130, "实施单"}, written{360, 141, "位"})), map[fuhe.Field]string{"/department": "青岭县民政局", "/implementer": "青岭县养老服务中心"})
}
