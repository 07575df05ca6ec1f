package workbook

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

// cutForm is a form that a page edge went through: the first indicator has its name and reason cut in two, its figures in
// the middle of the row and therefore overleaf; the first level goes on overleaf without text.
func cutForm(t *testing.T) *fuhe.Report {
	t.Helper()
	table := example.ParseTable(t, `
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |
| 产出指标 | 数量指标 | 开展巡查 | ≥5次 | 4次 | | | 因疫情停 |
| | | 的次数 | | | 10 | 8 | 办一次。 |
| | 质量指标 | 合格率 | ≥90% | 95% | 20 | 20 | |
| 总分 | < | < | < | < | 30 | 28 | |`)
	at := func(ref string) fuhe.Source { return fuhe.Source{Page: 1, Table: 1, Ref: ref} }
	cell := func(text, ref string) fuhe.Cell { return fuhe.NewCell(text, at(ref)) }
	return &fuhe.Report{
		Title: "自评表",
		Indicators: []fuhe.Indicator{{
			Level1: cell("产出指标", "A2"), Level2: cell("数量指标", "B2"), Name: cell("开展巡查的次数", "C2"), Target: cell("≥5次", "D2"),
			Actual: cell("4次", "E2"), Weight: cell("10", "F3"), Score: cell("8", "G3"), Deviation: cell("因疫情停办一次。", "H2"),
		}, {
			Level1: cell("产出指标", "A2"), Level2: cell("质量指标", "B4"), Name: cell("合格率", "C4"), Target: cell("≥90%", "D4"),
			Actual: cell("95%", "E4"), Weight: cell("20", "F4"), Score: cell("20", "G4"), Deviation: cell("", "H4"),
		}},
		Total:   fuhe.Total{Weight: cell("30", "F5"), Score: cell("28", "G5")},
		Printed: fuhe.Printed{Table: table},
	}
}

func TestCutRowsAreMended(t *testing.T) {
	r := cutForm(t)
	total := func(*fuhe.Report) []fuhe.Correction {
		return []fuhe.Correction{{Field: "/total/score", Published: r.Total.Score, Corrected: r.Total.Score, Formula: "{/indicators/0/score}+{/indicators/1/score}"}}
	}
	f, _ := workbook(t, example.Documents(r), Options{Corrections: total})
	rows, err := f.GetRows("自评表")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"自评表",
		"一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因",
		"产出指标|数量指标|开展巡查的次数|≥5次|4次|10|8|因疫情停办一次。",
		"|质量指标|合格率|≥90%|95%|20|20",
		"总分|||||30|28",
	}
	if len(rows) != len(want) {
		t.Fatalf("rows %q", rows)
	}
	for i := range want {
		if got := strings.Join(rows[i], "|"); strings.TrimRight(got, "|") != want[i] && !strings.HasPrefix(got, want[i]) {
			t.Errorf("row %d: %q, want %q", i+1, got, want[i])
		}
	}
	if got := formula(t, f, "自评表", "G5"); got != "G3+G4" {
		t.Errorf("formula %q", got)
	}
	ranges := mergedRanges(t, f, "自评表")
	if ranges != " A1:H1 A3:A4 A5:E5 " {
		t.Errorf("merged %s", ranges)
	}
	if r.Printed.Table.Rows != 5 || r.Printed.Table.Cells[8].RowSpan != 1 {
		t.Error("the report itself was changed")
	}
}

// TestCaptionGoesOnOverleaf joins the caption down the side of a block; a blank entry overleaf stays a cell of its own.
func TestCaptionGoesOnOverleaf(t *testing.T) {
	table := example.ParseTable(t, `
| 绩效指标 | 三级指标 | 得分 | 偏差原因 |
| ^ | 巡查次数 | 8 | 因疫情 |
| | 合格率 | 20 | |
| ^ | 满意度 | 10 | |`)
	r := &fuhe.Report{Title: "自评表", Printed: fuhe.Printed{Table: table}}
	for i := range table.Cells {
		c := &r.Printed.Table.Cells[i]
		if c.Row >= 2 {
			c.At.Page = 2
		}
	}
	cell := func(i int) fuhe.Cell { return fuhe.NewCell(table.Cells[i].Text, r.Printed.Table.Cells[i].At) }
	for _, i := range []int{4, 8, 11} {
		r.Indicators = append(r.Indicators, fuhe.Indicator{Name: cell(i), Score: cell(i + 1), Deviation: cell(i + 2)})
	}
	f, _ := workbook(t, example.Documents(r), Options{})
	ranges := mergedRanges(t, f, "自评表")
	if ranges != " A1:D1 A2:A5 " {
		t.Errorf("merged %s", ranges)
	}
}

// TestLevelPrintedOverleaf has the first level in the middle of its rows, and therefore on the second page.
func TestLevelPrintedOverleaf(t *testing.T) {
	table := example.ParseTable(t, `
| 一级指标 | 三级指标 | 得分 |
| | 巡查次数 | 8 |
| 产出指标 | 合格率 | 20 |
| ^ | 满意度 | 10 |`)
	cell := func(i int) fuhe.Cell { return fuhe.NewCell(table.Cells[i].Text, table.Cells[i].At) }
	r := &fuhe.Report{Title: "自评表", Printed: fuhe.Printed{Table: table}}
	for _, i := range []int{4, 7, 9} {
		r.Indicators = append(r.Indicators, fuhe.Indicator{Level1: cell(6), Name: cell(i), Score: cell(i + 1)})
	}
	f, _ := workbook(t, example.Documents(r), Options{})
	merged, err := f.GetMergeCells("自评表")
	if err != nil {
		t.Fatal(err)
	}
	if len(merged) != 2 || merged[1].GetStartAxis() != "A3" || merged[1].GetEndAxis() != "A5" || merged[1].GetCellValue() != "产出指标" {
		t.Errorf("merged %v", merged)
	}
}
