package score

import (
	"fmt"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form"
	"fuhe/extract/grid"
)

// trap is something seen on published forms that looks wrong or reads wrong without being so.
type trap struct {
	what string
	was  string // pairs of texts that change the form below: was → is
	is   string
	says string // what is to be said at level warning or error; "" for nothing
	read string // entries as they must be read: "/funds/0/executed 207.4538"
}

// trapForm is a form on which everything agrees.
const trapForm = `项目支出绩效自评表
（2022年度）
| 项目名称 | 示例项目 | < | < | < | < | < | < | < |
| 主管部门 | 松桥县水利局 | < | < | 实施单位 | 松桥县水利站 | < | < | < |
| 项目资金（万元） |  | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |  |
| ^ | 年度资金总额 | 100.00 | 100.00 | 100.00 | 10 | 100% | 10 |  |
| 年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | < |
| ^ | 完成年度任务 | < | < | < | 已完成 | < | < | < |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标 | 数量指标 | 培训场次 | ≥20场 | 20场 | 50 | 50 |  |
| ^ | 效益指标 | 社会效益指标 | 知晓率 | ≥90% | 95% | 30 | 30 |  |
| ^ | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95% | 10 | 10 |  |
| 总分 | < | < | < | < | < | 100 | 100 |  |
`

// The rows that traps change.
const (
	trapMoney  = "| 100.00 | 100.00 | 100.00 | 10 | 100% | 10 |  |\n"
	trapOutput = "| 培训场次 | ≥20场 | 20场 | 50 | 50 |  |\n"
	trapUse    = "| 知晓率 | ≥90% | 95% | 30 | 30 |  |\n"
	trapTotal  = "| 100 | 100 |  |\n"
)

// trapsWithMoney: the numbers are those of the traps in the notes on published forms.
var trapsWithMoney = []trap{
	{"1 no places", trapMoney + ";" + trapTotal, "| 808.1 | 808.1 | 692.98 | 10 | 86% | 8.58 |  |\n;| 100 | 98.58 |  |\n", "", "/funds/0/execution_rate 86%"},
	{"1 one place", trapMoney + ";" + trapTotal, "| 222323.71 | 222323.71 | 191735.15 | 10 | 86.2% | 8.62 |  |\n;| 100 | 98.62 |  |\n", "", ""},
	{"1 an integer with two places is wrong", trapMoney + ";" + trapTotal, "| 50 | 50 | 47.68 | 10 | 95.00% | 9.54 |  |\n;| 100 | 99.54 |  |\n", "F102 error /funds/0/execution_rate", ""},
	{"2 the ceiling is not chained into the score", trapMoney + ";" + trapTotal, "| 250000 | 250000 | 215457.6 | 10 | 86.19% | 8.62 |  |\n;| 100 | 98.62 |  |\n", "F102 error /funds/0/execution_rate", ""},
	{"3 cut off at three places", trapMoney + ";" + trapTotal, "| 1000 | 1000 | 958.6 | 10 | 0.958 | 9.59 |  |\n;| 100 | 99.59 |  |\n", "F102 error /funds/0/execution_rate", ""},
	{"4 above 100 %", trapMoney, "| 100.00 | 100.00 | 102.59 | 10 | 102.59% | 10 |  |\n", "F105 warning /funds/0/executed", "/funds/0/execution_rate 102.59%"},
	{"5 zero, 0", trapMoney, "| 0 | 0 | 0 | 10 | 0 | 10 |  |\n", "", ""},
	{"5 zero, 0.00%", trapMoney + ";" + trapTotal, "| 0 | 0 | 0 | 10 | 0.00% | 0 |  |\n;| 100 | 90 |  |\n", "", ""},
	{"5 zero, 100%", trapMoney, "| 0 | 0 | 0 | 10 | 100% | 10 |  |\n", "", ""},
	{"5 zero, blank", trapMoney, "| 0 | 0 | 0 | 10 |  | 10 |  |\n", "", ""},
	{"5 zero in a source, 100%", trapMoney, trapMoney + "| ^ | 其中：财政拨款 | 100.00 | 100.00 | 100.00 | — |  | — |  |\n| ^ | 其他资金 | 0 | 0 | 0 | — | 100% | — |  |\n", "", ""},
	{"5 spent without a budget is wrong", trapMoney, "| 0 | 0 | 207.4538 | 10 | 100% | 10 |  |\n", "F103 error /funds/0/execution_rate", "/funds/0/executed 207.4538"},
	{"6 sources repeat the points", trapMoney, trapMoney + "| ^ | 其中：财政拨款 | 100.00 | 100.00 | 100.00 | 10 | 100% | 10 |  |\n", "", ""},
	{"6 sources are a part of the list", trapMoney, trapMoney + "| ^ | 其中：中央补助 | 60.00 | 60.00 | 50.00 | — |  | — |  |\n", "", ""},
	{"8 execution weighs 20", trapMoney + ";" + trapOutput, "| 100.00 | 100.00 | 100.00 | 20 | 100% | 20 |  |\n;| 培训场次 | ≥20场 | 20场 | 40 | 40 |  |\n", "", ""},
	{"8 execution weighs 9", trapMoney + ";" + trapOutput, "| 100.00 | 100.00 | 100.00 | 9 | 100% | 9 |  |\n;| 培训场次 | ≥20场 | 20场 | 51 | 51 |  |\n", "", ""},
	{"14 a rate without %", trapMoney + ";" + trapTotal, "| 100 | 100 | 79.27 | 10 | 79.27 | 7.93 |  |\n;| 100 | 97.93 |  |\n", "", ""},
	{"14 a rate of 1", trapMoney, "| 1.56 | 1.56 | 1.56 | 10 | 1 | 10 |  |\n", "", ""},
	{"15 the unit in the cells", trapMoney + ";" + trapTotal, "| 50万元 | 50万元 | 47.68 | 10 | 95.36% | 9.54 |  |\n;| 100 | 99.54 |  |\n", "", "/funds/0/adjusted_budget 50万元"},
	{"15 the unit cut short", trapMoney + ";" + trapTotal, "| 3359.62万 | 3359.62万 | 3000万 | 10 | 89.30% | 8.93 |  |\n;| 100 | 98.93 |  |\n", "", ""},
	{"15 元 at the indicator", trapMoney + ";" + trapOutput, "| 7.29 | 7.29 | 7.29 | 10 | 100% | 10 |  |\n;| 项目总成本 | ≤72890元 | 72890元 | 50 | 50 |  |\n", "", ""},
	{"16 元 in the goals", trapMoney + ";完成年度任务;已完成", "| 132.912 | 132.912 | 132.912 | 10 | 100% | 10 |  |\n;全年预算数132.91万元;全年执行数1,329,120.67元，执行率100%", "", ""},
	{"17 a blank budget", trapMoney, "|  | 387664.62 | 387664.62 | 10 | 100% | 10 |  |\n", "", "/funds/0/executed 387664.62"},
	{"21 the budget score enters unrounded", trapMoney + ";" + trapTotal, "| 412907 | 412907 | 147663.64 | 10 | 35.76% | 3.6 |  |\n;| 100 | 93.58 |  |\n", "", ""},
	{"22 on the initial budget, and the heading says so", "| 执行率 |;" + trapMoney + ";" + trapTotal, "| 执行率（执行数/年初预算数） |;| 120.00 | 100.00 | 80.00 | 10 | 66.67% | 6.67 |  |\n;| 100 | 96.67 |  |\n", "", ""},
	{"22 on what arrived", "| 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |;" + trapMoney + ";| 100 | 100 |", "| 预算数 | 到位资金 | 支出数 | 到位率 | 支出率（支出数/到位资金） |  |;| 248 | 203 | 186.5 | 81.85% | 91.87% |  |  |\n;| 90 | 90 |", "",
		"/funds/0/adjusted_budget 248"},
}

var trapsWithIndicators = []trap{
	{"7 unused rows", trapOutput, trapOutput + "| ^ | ^ | ^ | 指标2： |  |  |  |  |  |\n| ^ | ^ | ^ | …… |  |  |  |  |  |\n", "", "/indicators/1/name 知晓率"},
	{"7 sub-indicators", trapOutput, "| ★培训人次 | ≥200人次 | 210人次 | 50 | 50 |  |\n| ^ | ^ | ^ | 其中：脱贫人口 | ≥20人次 | 22人次 |  |  |  |\n", "", "/indicators/1/name 其中：脱贫人口"},
	{"10 ≥ lost to 2", trapUse, "| 知晓率 | 290% | 95% | 30 | 30 |  |\n", "", "/indicators/1/target 290%"},
	{"10 ≥ lost to %", trapUse, "| 知晓率 | %=99% | 98.5% | 30 | 30 |  |\n", "", ""},
	{"10 ≤ lost to W", trapUse, "| 差错率 | W5% | 3% | 30 | 30 |  |\n", "", ""},
	{"10 ≤ lost to a character", trapUse, "| 差错率 | 工5% | 3% | 30 | 30 |  |\n", "", ""},
	{"10 no sign, met by being below", trapUse, "| 人均成本 | 500元 | 430元 | 30 | 30 |  |\n", "", ""},
	{"11 a cost met exactly", trapOutput, "| 项目总成本 | ≤90万元 | 90 | 50 | 50 |  |\n", "X601 warning /indicators/0/actual", ""}, // a cost of the whole project is compared whatever its target
	{"11 a cost far below", trapOutput, "| 单位成本 | ≤900元 | 120元 | 50 | 50 |  |\n", "", ""},
	{"11 a cost exceeded, scored by ratio", trapOutput + ";" + trapTotal, "| 集中供养标准 | ≤5300元 | 5830元 | 50 | 45.45 | 物价上涨 |\n;| 100 | 95.45 |  |\n", "", ""},
	{"11 a cost exceeded, scored by difference", trapOutput + ";" + trapTotal, "| 集中供养标准 | ≤5300元 | 5830元 | 50 | 45 | 物价上涨 |\n;| 100 | 95 |  |\n", "", ""},
	{"12 done", trapOutput, "| 培训场次 | ≥20场 | 完成 | 50 | 50 |  |\n", "", ""},
	{"12 as expected", trapOutput, "| 培训场次 | ≥20场 | 达成预期指标 | 50 | 50 |  |\n", "", ""},
	{"12 as expected, with a figure", trapOutput, "| 培训场次 | ≥20场 | 1000件达成预期指标 | 50 | 50 |  |\n", "", ""},
	{"12 a range met", trapOutput, "| 培训场次 | ≥20场 | >20场 | 50 | 50 |  |\n", "", ""},
	{"12 a range in other units", trapOutput, "| 培训场次 | ≥20场 | 100%以上 | 50 | 50 |  |\n", "", ""},
	{"13 before September, in July", trapOutput, "| 完工时间 | 9月前 | 7月 | 50 | 50 |  |\n", "", ""},
	{"13 by a day", trapOutput, "| 完工时间 | 2022年12月30日 | 12/15/2022 | 50 | 50 |  |\n", "", ""},
	{"13 by a month, with a sign", trapOutput, "| 完工时间 | ≤12月 | 11月 | 50 | 50 |  |\n", "", ""},
	{"14 a percentage without %", trapUse, "| 知晓率 | ≥95% | 100 | 30 | 30 |  |\n", "", ""},
	{"14 a percentage as a fraction", trapUse, "| 知晓率 | ≥95% | 0.98 | 30 | 30 |  |\n", "", ""},
	{"15 a subsidy in 元, without a unit", trapUse, "| 补助经费 | =72890元 | 72890 | 30 | 30 |  |\n", "", ""},
	{"19 met and marked down asks for a reason", trapUse + ";" + trapTotal, "| 知晓率 | ≥90% | 100% | 30 | 27 |  |\n;| 100 | 97 |  |\n", "I302 warning /indicators/1/score", ""},
	{"19 a tier", trapUse + ";" + trapTotal, "| 作用 | 有效 | 基本有效 | 30 | 25 | 宣传不足 |\n;| 100 | 95 |  |\n", "", ""},
	{"19 a column of deductions", "偏差原因分析及改进措施;" + trapUse + ";" + trapTotal, "扣分;| 知晓率 | ≥90% | 100% | 30 | 27 | 3 |\n;| 100 | 97 |  |\n", "", ""},
	{"20 in proportion, one place", trapUse + ";" + trapTotal, "| 参训人数 | ≥300人 | 187人 | 30 | 18.7 | 人员外出 |\n;| 100 | 88.7 |  |\n", "", ""},
	{"20 in proportion, integers", trapUse + ";" + trapTotal, "| 参训人数 | ≥7人 | 6人 | 30 | 26 | 人员外出 |\n;| 100 | 96 |  |\n", "", ""},
	{"23 total in the header, too", "| 主管部门 | 松桥县水利局 | < | < |", "| 自评得分 | 100 | < | < |", "", ""},
	{"23 reviewed scores", "偏差原因分析及改进措施;| 50 | 50 |  |;| 30 | 30 |  |;| 100 | 100 |  |", "财政审定评分;| 50 | 50 | 40 |;| 30 | 30 | 25 |;| 100 | 100 | 75 |", "", "/total/score 100"},
	{"24 a title in traditional characters, with readings", "项目支出绩效自评表", "項(xiàng)目支出績(jì)效自評(píng)表", "", ""},
}

func TestTrapsOfPublishedForms(t *testing.T) {
	for _, c := range append(trapsWithMoney, trapsWithIndicators...) {
		t.Run(c.what, func(t *testing.T) {
			text := trapForm
			is := strings.Split(c.is, ";")
			for i, was := range strings.Split(c.was, ";") {
				if strings.Count(text, was) != 1 {
					t.Fatalf("%q stands %d times in the form", was, strings.Count(text, was))
				}
				text = strings.Replace(text, was, is[i], 1)
			}
			r := readExample(t, text)
			Check(r, Options{Lang: fuhe.EN})
			var said []string
			for _, f := range r.Findings {
				if f.Severity != fuhe.Note {
					said = append(said, fmt.Sprintf("%s %s %s", f.Rule, f.Severity, f.Field))
				}
			}
			if got := strings.Join(said, "; "); got != c.says {
				t.Errorf("said %q, want %q", got, c.says)
			}
			if field, want, ok := strings.Cut(c.read, " "); ok && r.Entry(fuhe.Field(field)).Text != want {
				t.Errorf("%s is read as %q, want %q", field, r.Entry(fuhe.Field(field)).Text, want)
			}
		})
	}
}

// TestTrapsOfOrder: 9 without a column for points nothing is compared with points; 18 words and figures in the order in
// which a PDF holds them are no form.
func TestTrapsOfOrder(t *testing.T) {
	r := readExample(t, `2020年度项目自评表
| 项目名称 | < | 示例项目 | < | < | < | < |
| 预算执行情况（万元）（20分） |  | < | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率） |
| ^ | 年度财政资金总额 | < | 1.56 | 1.56 | 1 | 20 |
| 年度绩效目标（80分） | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分 |
| ^ | 产出指标 | 数量指标 | 补贴渔船数 | 6 | 6 | 20 |
| ^ | ^ | 质量指标 | 补贴发放率 | 290% | 100% | 20 |
| ^ | 满意度指标 | 满意度指标 | 渔民满意度 | ≥90% | ≥90% | 40 |
| 总分 | < | < | < | < | < | 100 |`)
	Check(r, Options{Lang: fuhe.EN})
	for _, f := range r.Findings {
		if f.Severity != fuhe.Note {
			t.Errorf("said %s %s %s", f.Rule, f.Severity, f.Field)
		}
	}
	g, err := grid.Parse(`财政项目支出绩效自评表
| 年度资金总额 250000 250000 215457.6 10 8.62 其中:当年财政拨款 250000 预期目标 实际完成情况 86.19% |
| 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 |
| 产出指标 =100% 100% 10 10 及时 及时 20 20 总分 100 98.62 |`)
	if err != nil {
		t.Fatal(err)
	}
	if reports, _ := form.Read([]grid.Grid{g}); len(reports) != 0 {
		t.Errorf("%d forms read from words without cells", len(reports))
	}
}
