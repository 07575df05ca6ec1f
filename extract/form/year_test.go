package form

import (
	"testing"
)

// TestAmountsAreNoYears: amounts beside their names may have four digits that begin with 20.
func TestAmountsAreNoYears(t *testing.T) {
	r := readOne(t, parse(t, `
		2022年度项目支出绩效自评表
		| 项目名称 | 养护 | < | < | < | 主管部门 | 某局 | < |
		| 项目资金（万元） | 全年预算数 | 2612 | 全年执行数 | 2033 | < | 执行率 | 77.83% |
		| 一级指标 | 二级指标 | 三级指标 | 分值 | 年度指标值 | 参考值 | 实际完成值 | 自评得分 |
		| 产出（100分） | 数量 | 里程 | 100 | ≥3公里 |  | 3公里 | 100 |`))
	if r.Year != "2022" || r.Funds[0].Executed.Text != "2033" {
		t.Errorf("year %q, executed %q", r.Year, r.Funds[0].Executed.Text)
	}
}
