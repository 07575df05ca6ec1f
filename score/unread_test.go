package score

import (
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
)

const readWhole = `
	项目支出绩效自评表
	（2023年度）
	| 项目名称 | 科普 | < | < | < | < | < | < | < |
	| 项目资金（元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
	| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50.00% | 5 |
	| ^ | 其中：当年财政拨款 | < | 60.00 | 60.00 | 30.00 | — |  | — |
	| ^ | 其他资金 | < | 40.00 | 40.00 | 20.00 | — |  | — |
	| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
	| ^ | 产出指标（60分） | 数量指标 | 场次 | ≥3场 | 4场 | 40 | 40 |  |
	| ^ | ^ | 质量指标 | 合格率 | ≥90% | 95% | 20 | 20 |  |
	| ^ | 满意度指标（30分） | 服务对象满意度指标 | 满意度 | ≥90% | 95% | 30 | 30 |  |
	| 总分 | < | < | < | < | < | 100 | 95 |  |
`

// TestNothingRestsOnWhatWasNotRead: with a figure, a row or a column not read, no sum over them is held against the form;
// and the figure itself is not checked.
func TestNothingRestsOnWhatWasNotRead(t *testing.T) {
	for name, c := range map[string][2]string{
		"nothing":                {"科普", "科普"},
		"weight and score":       {"| 20 | 20 |", "| 2 0 | 2 0 |"},
		"a weight":               {"| 20 | 20 |", "| 2O | 20 |"},
		"a score":                {"| 20 | 20 |", "| 20 | 2l |"},
		"the budget score":       {"| 50.00% | 5 |", "| 50.00% | 5,0,0 |"},
		"a source":               {"| 30.00 | — |", "| 3O.00 | — |"},
		"the name of the total":  {"| 年度资金总额 | < | 100.00", "|  | < | 100.00"},
		"the name of a source":   {"| 其他资金 | < | 40.00", "|  | < | 40.00"},
		"the heading of weights": {"| 分值 | 得分 | 偏差", "| 参数 | 评定 | 偏差"},
		"the heading of budgets": {"| 年初预算数 | 全年预算数 |", "| 甲 | 乙 |"},
		"a row in one cell":      {"| 合格率 | ≥90% | 95% | 20 | 20 |  |", "| 合格率 ≥90% 95% 20 20 | < | < | < | < | < |"},
		"the label of the total": {"| 总分 | < | < | < | < | < |", "| 氛 | < | < |  |  |  |"},
	} {
		t.Run(name, func(t *testing.T) {
			g, err := grid.Parse(strings.Replace(readWhole, c[0], c[1], 1))
			if err != nil {
				t.Fatal(err)
			}
			reports, unread := form.Read([]grid.Grid{g})
			if len(reports) != 1 {
				t.Fatalf("%d reports, unread %v", len(reports), unread)
			}
			Check(reports[0], Options{Lang: fuhe.EN})
			for _, f := range reports[0].Findings {
				if f.Severity != fuhe.Note {
					t.Errorf("%s at %s: %s", f.Rule, f.Field, f.Message)
				}
			}
		})
	}
}

// TestPictureInPlaceOfAnEntry: whichever cell of the form is a picture, nothing is held against the form for it.
func TestPictureInPlaceOfAnEntry(t *testing.T) {
	text := strings.Replace(readWhole, "| ^ | ^ | 质量指标 | 合格率 | ≥90% | 95% | 20 | 20 |  |", "| ^ | ^ | 质量指标 | 合格率 | ≥90% | 81% | 20 | 18 | 雨季停工 |", 1)
	text = strings.Replace(text, "| 100 | 95 |", "| 100 | 93 |", 1)
	whole, err := grid.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	drawn := 0
	for i := range whole.Cells {
		if whole.Cells[i].Row < 2 || whole.Cells[i].Text == "" {
			continue
		}
		g := whole
		g.Cells = append([]grid.Cell(nil), whole.Cells...)
		was := g.Cells[i].Text
		g.Cells[i].Text, g.Cells[i].Doubt = "", fuhe.DoubtPicture
		reports, _ := form.Read([]grid.Grid{g})
		for _, r := range reports {
			drawn++
			Check(r, Options{Lang: fuhe.EN})
			for _, f := range r.Findings {
				if f.Severity != fuhe.Note {
					t.Errorf("a picture in place of %q at %s: %s at %s: %s", was, g.Cells[i].At.Ref, f.Rule, f.Field, f.Message)
				}
			}
			for _, e := range r.Entries() {
				listed := func(f fuhe.Figure) bool { return r.Entry(f.Field) != nil && r.Entry(f.Field).At == e.Cell.At }
				if e.Cell.At == g.Cells[i].At && e.Cell.Doubt != nil && !slices.ContainsFunc(r.Figures, listed) {
					t.Errorf("a picture in place of %q: %s is not listed", was, e.Field)
				}
			}
		}
	}
	if drawn < 20 {
		t.Errorf("%d forms were read", drawn)
	}
}
