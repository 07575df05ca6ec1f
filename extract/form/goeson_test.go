package form

import (
	"strings"
	"testing"

	"fuhe/extract/grid"
)

const openForm = `
	财政项目支出绩效自评表
	| 项目名称 | 科普 | < | < | < | < | < | < | < |
	| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
	| ^ | 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 | 60 | 60 |  |
`

const restOfForm = `
	| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
	| ^ | 产出指标 | 质量指标 | 合格率 | ≥90% | 95% | 10 | 10 |  |
	| ^ | 满意度指标 | 服务对象满意度指标 | 满意度 | ≥90% | 80% | 30 | 26.67 | 宣传不够 |
	| 总分 | < | < | < | < | < | 100 | 96.67 |  |
`

const openTotal = "	| 总分 | < | < | < | < | < | 60 | 60 |  |\n"

// TestIndicatorsGoOnInTheNextTable: a table under the same headings goes on with a form that is open; one that may be
// another form is never put to it.
func TestIndicatorsGoOnInTheNextTable(t *testing.T) {
	for name, c := range map[string]struct {
		first, next string
		joined      bool
	}{
		"headings repeated":           {openForm, restOfForm, true},
		"said to go on":               {openForm, "续表\n" + restOfForm, true},
		"a title of its own":          {openForm, "某项目支出绩效自评表\n" + restOfForm, false},
		"a text between":              {openForm, "二、某项目\n" + restOfForm, false},
		"a form with its total":       {openForm + openTotal, restOfForm, false},
		"other columns":               {openForm, strings.Replace(restOfForm, "分值 | 得分", "得分 | 分值", 1), false},
		"the same indicator again":    {openForm, strings.Replace(restOfForm, "合格率", "场次", 1), false},
		"a project of its own":        {openForm, "| 项目名称 | 修路 | < | < | < | < | < | < | < |\n" + restOfForm, false},
		"money of its own":            {openForm, "| 项目资金（元） | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 | |\n| 年度资金总额 | < | 9 | 9 | 9 | 10 | 100% | 10 | |\n" + restOfForm, false},
		"nothing before with a title": {strings.Replace(strings.Replace(openForm, "财政项目支出绩效自评表", "指标", 1), "项目名称", "说明", 1), restOfForm, false},
	} {
		t.Run(name, func(t *testing.T) {
			a, b := parse(t, c.first), parse(t, c.next)
			b.Table = 2
			if got := len(join(nil, []grid.Grid{a, b})) == 1; got != c.joined {
				t.Fatalf("joined: %v, want %v", got, c.joined)
			}
			if !c.joined {
				return
			}
			reports, unread := Read([]grid.Grid{a, b})
			if len(reports) != 1 || len(unread) != 0 {
				t.Fatalf("%d reports, want 1; unread %v", len(reports), unread)
			}
			r := reports[0]
			if len(r.Indicators) != 3 || r.Indicators[1].Name.Text != "合格率" || r.Indicators[2].Score.Text != "26.67" || r.Total.Score.Text != "96.67" {
				t.Errorf("read %v, total %v", r.Indicators, r.Total)
			}
		})
	}
}

// TestNameBesideTheCaptionGoesOn: a group of one row goes on over the page, where its blank cell takes in that of the
// caption; the name of the smaller group is printed again or not.
func TestNameBesideTheCaptionGoesOn(t *testing.T) {
	for _, rest := range []string{"|  | < |  | 满意度二 | ≥80% | 80% |", "|  | < | 服务对象满意度指标 | 满意度二 | ≥80% | 80% |"} {
		g := parse(t, `
	转移支付绩效目标自评表
	| 项目名称 | 科普 | < | < | < | < |
	| 资金情况（元） |  | < | 全年预算数 | 全年执行数 | 执行率 |
	| ^ | 年度资金总额 | < | 100.00 | 50.00 | 50% |
	| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 全年完成值 |
	| ^ | 产出指标 | 数量指标 | 人数 | ≥7545人 | 8000人 |
	| ^ | ^ | ^ | 场次 | ≥5场 | 6场 |
	| ^ | 满意度指标 | 服务对象满意度指标 | 满意度 | ≥90% | 95% |
	`+rest+"\n")
		g.Breaks = []int{7}
		r := readOne(t, g)
		if len(r.Indicators) != 4 {
			t.Fatalf("%d indicators", len(r.Indicators))
		}
		if last := r.Indicators[3]; last.Level1.Text != "满意度指标" || last.Level2.Text != "服务对象满意度指标" || last.Name.Text != "满意度二" {
			t.Errorf("%q, %q, %q", last.Level1.Text, last.Level2.Text, last.Name.Text)
		}
	}
}
