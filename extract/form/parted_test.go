package form

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// ruled is a form that a rule too many runs down through, behind the executed amounts and the targets.
const ruled = `
	财政项目支出绩效自评表
	（2021年度）
	| 项目名称 | 科普 | < | < | < | < | < | < | < | < |
	| 项目资金 |  | < | 年初预算数 | 全年预算数 | 全年执行数 |  | 分值 | 执行率 | 得分 |
	| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 |  | 10 | 50% | 5 |
	| 绩效指标 | 一级指标 | 二级指标 | 三级指标 |  | 年度指标值 |  | 实际完成值 | 分值 | 得分 |
	| ^ | 产出指标 | 数量指标 | 场次 |  | ≥3场 |  | 4场 | 40 | 40 |
	| ^ | ^ | 质量指标 | 合格率 |  | ≥98% |  | 99% | 20 | 20 |
	| ^ | 满意度指标 | 服务对象满意度指标 | 满意度 |  | ≥90% |  | 85% | 30 | 28 |
	| 总分 | < | < | < | < | < | < | < | 100 | 93 |
`

// TestUnitPartedFromItsFigure: a figure whose unit or sign a rule parts from it is in doubt, all others are read.
func TestUnitPartedFromItsFigure(t *testing.T) {
	for name, c := range map[string]struct {
		was, is string
		doubt   fuhe.Field
	}{
		"nothing parted":      {"", "", ""},
		"the unit":            {"|  | ≥3场 |  |", "|  | ≥3 | 场 |", "/indicators/0/target"},
		"the end of a unit":   {"|  | ≥3场 |  |", "|  | ≥3场 | 次 |", "/indicators/0/target"},
		"a sign of percent":   {"|  | ≥98% |  |", "|  | ≥98 | % |", "/indicators/1/target"},
		"the sign":            {"|  | ≥3场 |  |", "| ≥ | 3场 |  |", "/indicators/0/target"},
		"nothing meant":       {"|  | ≥3场 |  |", "|  | ≥3场 | 无 |", ""},
		"a text of its own":   {"|  | ≥3场 |  |", "|  | ≥3场 | 按计划举办 |", ""},
		"the unit of amounts": {"| 50.00 |  |", "| 50.00 | 万元 |", "/funds/0/executed"},
	} {
		t.Run(name, func(t *testing.T) {
			reports, _ := Read([]grid.Grid{parse(t, strings.Replace(ruled, c.was, c.is, 1))})
			if len(reports) != 1 {
				t.Fatalf("%d reports", len(reports))
			}
			for _, f := range []fuhe.Field{"/funds/0/adjusted_budget", "/funds/0/executed", "/indicators/0/target", "/indicators/1/target", "/indicators/2/target", "/indicators/0/actual", "/indicators/0/score"} {
				if e := reports[0].Entry(f); (e.Doubt != nil) != (f == c.doubt) || (e.Number == nil) != (f == c.doubt) {
					t.Errorf("%s: %+v", f, e)
				}
			}
		})
	}
}

// inColumns is a form whose targets stand in three columns.
const inColumns = `
	财政项目支出绩效自评表
	（2021年度）
	| 项目名称 | 科普 | < | < | < | < | < | < | < |
	| 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分 |
	| 产出指标 | 数量指标 | 场次 | ≥ | 3 | 场 | 4场 | 40 | 40 |
	| ^ | 成本指标 | 总成本 | ≤ | 3007.99 | 万元 | 1520.07万元 | 20 | 20 |
	| ^ | 质量指标 | 影响 | 定性 | 显著 |  | 显著 | 10 | 10 |
	| 满意度指标 | 服务对象满意度指标 | 满意度 | ≥ | 90 | % | 85% | 30 | 28 |
	| 总分 | < | < | < | < | < | < | 100 | 98 |
`

// TestFigureOverRowsOfDifferentUnits: where the rule between the targets of two rows is missing, neither of them is a figure;
// one target for two rows of the same sign and unit is.
func TestFigureOverRowsOfDifferentUnits(t *testing.T) {
	glued := strings.NewReplacer("| 3007.99 |", "| 3007.99显著 |", "| 显著 |  |", "| ^ |  |").Replace(inColumns)
	alike := strings.NewReplacer("| ≤ | 3007.99 | 万元 | 1520.07万元 |", "| ≥ | ^ | 场 | 3场 |").Replace(inColumns)
	for name, c := range map[string]struct {
		form string
		want []string // the targets of the first three rows, empty where they are in doubt
	}{
		"as printed": {inColumns, []string{"≥3场", "≤3007.99万元", "显著"}},
		"glued":      {glued, []string{"≥3场", "", ""}},
		"one target": {alike, []string{"≥3场", "≥3场", "显著"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := readOne(t, parse(t, c.form))
			for i, want := range c.want {
				got := r.Indicators[i].Target
				if want != "" && (got.Text != want || got.Doubt != nil) || want == "" && (got.Number != nil || got.Doubt == nil) {
					t.Errorf("row %d: %+v, want %q", i, got, want)
				}
			}
		})
	}
}
