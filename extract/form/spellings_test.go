package form

import (
	"strings"
	"testing"

	"fuhe"
)

// spelled is an entry of the form in said_test.go and every spelling of its heading that was seen on a published form.
type spelled struct {
	heading string // in the form
	field   fuhe.Field
	value   string
	seen    string // separated by white space
}

// TestSpellingsSeenOnForms: each spelling stands over the column it stood over where it was seen.
func TestSpellingsSeenOnForms(t *testing.T) {
	for _, c := range []spelled{
		{"| 年初预算数 |", "/funds/0/initial_budget", "101.00", `年初预算数 年初预算 年初预匏数 预算数(A)`},
		{"| 全年预算数 |", "/funds/0/adjusted_budget", "102.00", `批复数 预算安排 下达数 批复预算数 全年预算数 全年预算数(A) 调整后预算数 调整预算数A 全年(调整)预算数 扣除统筹整合资金后预算金额(C) 扣除统筹整合资金后预算数(C)`},
		{"| 全年执行数 |", "/funds/0/executed", "50.00", `全年执行数 全年执行数(B) 预算执行数 执行数(B) 执行数 全年执行资金(E) 实际使用情况`},
		{"| 执行率 |", "/funds/0/execution_rate", "49.02%", `执行率 执行率(B/A) 执行率(%) 预算执行率 预算执行率(B/A) 预算执行率(B/A×100%) 预算执行(E/C×100%) 累计完成率 率 执行比率 完成率 支出进度 执行率% 执行\n率 B/A 执行进度(%)`},
		{"| 分值 | 执行率", "/funds/0/weight", "10", `分值 权重 指标权重(分) 执行率权重 参考分值 权重系数 分值标准 分\n值`},
		{"| 得分 |\n", "/funds/0/score", "4.9", `实得分 评分 分数 考核得分 得分 自评得分 自评分 指标得分(分) 执行率得分(分) 得分(20分*执行率)`},
		{"| 分值 | 得分", "/indicators/0/weight", "60", `分值 权重 指标权重(分) 参考分值 评分标准分 分值标准 权重系数 核心指标分值 附加分值`},
		{"| 得分 | 偏差", "/indicators/0/score", "59", `实得分 评分 分数 考核得分 年终得分 得分 自评得分 自评分 指标得分(分)`},
		{"| 年度指标值 |", "/indicators/0/target", "≥3场", `绩效标准 标准值 年度指标值 年度指标值(A) 指标值 指标值(A) 年初目标值 年初目标值(A) 年度目标指标值 年初指标值 目标值 绩效目标值 年初设定值 考核标准值`},
		{"| 实际完成值 |", "/indicators/0/actual", "4场", `实际完成率 完成情况及依据 实际完成情况及依据 达成值 实际完成值 实际完成值(B) 全年实际值 全年实际值(B) 全年完成值 全年实际完成值 完成值 年终完成值 实际水平 完成实绩`},
		{"| 偏差原因分析及改进措施 |", "/indicators/0/deviation", "宣传不够", `偏差原因分析及改进措施 未完成原因分析 未完成原因和改进措施 未完成原因及改进措施 未完成原因及拟采取的改进措施 未完成原因分析及改进措施
			偏差大或目标未完成原因分析 原因 说明 差异原因 情况备注`},
		{"| 预期目标 |", "/goals/expected", "办好。", `预期目标 预算目标 年初设定目标 项目年度目标 总体目标`},
		{"| 实际完成情况 |", "/goals/actual", "办好了。", `实际完成情况 全年实际完成情况 年度总体目标完成情况综述 年度目标完成情况`},
		{"| 总分 |", "/total/score", "90.57", `总分 合计 自评总分(分) 自评得分 项目总得分 自评总分: 得分总计 最终得分 评价得分`},
		{"| 年度资金总额 |", "/funds/0/name", "", `年度资金总额 年度资金总额: 年度总金额 总额 合计 年度财政资金总额`},
		{"| 其中：财政拨款 |", "/funds/1/name", "", `其中：当年财政拨款 其中:本年财政拨款 其中:财政资金 其中:中央补助 其中:中央财政资金 其中:中央财政补助 自治区财政资金 盟市财政资金 旗县财政资金
			地方资金 财政专户管理资金 单位资金 上年结转资金 其他资金 彩票公益金用于医疗救助`},
		{"| 产出指标 |", "/indicators/0/level1", "", `产出指标 效益指标 满意度指标 成本指标 项目决策 项目管理 项目产出 项目效益 过程指标 年度绩效目标1`},
		{"| 数量指标 |", "/indicators/0/level2", "", `数量指标 质量指标 时效指标 成本指标 经济成本指标 社会成本指标 生态环境成本指标 经济效益指标 社会效益指标 生态效益指标 可持续影响指标
			服务对象满意度指标 服务对象满意度指标等 进度指标`},
	} {
		for _, s := range strings.Fields(c.seen) {
			t.Run(s, func(t *testing.T) { c.check(t, s) })
		}
	}
}

// everyEntry is the form of said_test.go with no figure twice, so that none can stand for another.
var everyEntry = change("| 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |", "| 101.00 | 102.00 | 50.00 | 10 | 49.02% | 4.9 |\n\t| ^ | 其中：财政拨款 | < | 101.00 | 102.00 | 50.00 | — | — | — |",
	"| 60 | 60 |  |", "| 60 | 59 | 宣传不够 |", "| 100 | 91.67 |", "| 100 | 90.57 |")

// check reads the form with one heading spelled otherwise: all entries stay what they are.
func (c spelled) check(t *testing.T, spelling string) {
	bare := strings.Trim(strings.Split(strings.Trim(c.heading, "| \n"), " | ")[0], "| ")
	form := strings.Replace(everyEntry, c.heading, strings.Replace(c.heading, bare, spelling, 1), 1)
	if form == everyEntry && spelling != bare {
		t.Fatalf("no heading %q in the form", c.heading)
	}
	r, want := readOne(t, parse(t, form)), readOne(t, parse(t, everyEntry))
	value := c.value
	if value == "" {
		value = spelling
	}
	if got := r.Entry(c.field); got == nil || got.Text != value {
		t.Errorf("%s: %+v, the form prints %q", c.field, got, value)
	}
	if got := r.Entry(c.field); got != nil {
		got.Text = want.Entry(c.field).Text
	}
	sameLines(t, entriesOnly(shown(r)), entriesOnly(shown(want)))
}

// TestTitlesSeenOnForms: each title is one, whatever stands before it.
func TestTitlesSeenOnForms(t *testing.T) {
	for _, title := range strings.Fields(`财政项目支出绩效自评表 项目支出绩效自评表 部门预算项目支出绩效自评表 绩效自评表 项目绩效自评表 项目自评表 绩效目标自评表 转移支付区域绩效目标自评表 转移支付项目绩效目标自评表
		转移支付区域（项目）绩效目标自评表 中央对地方专项转移支付区域绩效目标自评表 财政预算支出项目绩效目标自评表 县级专项资金绩效目标自评表 部门整体支出绩效自评表 部门整体绩效自评表 项目支出自评表`) {
		if r := readOne(t, parse(t, change("财政项目支出绩效自评表", title))); r.Title != title || r.Year != "2021" {
			t.Errorf("%s is read as %q of %q", title, r.Title, r.Year)
		}
	}
}

// TestCaptionsSeenOnForms: the caption beside the amounts says their unit, and the points of their block.
func TestCaptionsSeenOnForms(t *testing.T) {
	for caption, want := range map[string]string{
		"项目资金(元)": "元", "项目资金(万元)": "万元", "预算资金(万元)": "万元", "年度预算数(万元)": "万元", "年度预算申请(万元)": "万元", "资金情况(万元)": "万元", "资金投入情况(万元)": "万元",
		"预算执行情况(万元)(20分)": "万元 20",
	} {
		r := readOne(t, parse(t, change("项目资金（元）", caption)))
		got := r.MoneyUnit
		for _, s := range r.Sections {
			got += " " + s.Weight.String()
		}
		if got != want || len(r.Funds) != 1 {
			t.Errorf("%s: %q and %d funds, want %q", caption, got, len(r.Funds), want)
		}
	}
}

// TestColumnsBesideOurs: points that others gave, and targets changed during the year.
func TestColumnsBesideOurs(t *testing.T) {
	for _, beside := range []string{"复核分", "财政审定评分"} {
		r := readOne(t, parse(t, change("| 得分 | 偏差原因分析及改进措施 |", "| 自评分 | "+beside+" |", "| 60 | 60 |  |", "| 60 | 60 | 55 |", "26.67 | 宣传不够", "26.67 | 20")))
		if r.Indicators[0].Score.Text != "60" || r.Indicators[1].Score.Text != "26.67" {
			t.Errorf("%s: %+v", beside, r.Indicators)
		}
	}
	r := readOne(t, parse(t, change("| 三级指标 | 年度指标值 |", "| 年初指标值 | 调整指标值 |", "| 场次 | ≥3场 |", "| ≥2场 | ≥3场 |", "| 满意度 | ≥90% |", "| ≥90% |  |")))
	if r.Indicators[0].Target.Text != "≥3场" || r.Indicators[1].Target.Text != "≥90%" {
		t.Errorf("targets %q and %q", r.Indicators[0].Target.Text, r.Indicators[1].Target.Text)
	}
	r = readOne(t, parse(t, change("| 二级指标 | 三级指标 | 年度指标值 |", "| 指标性质 | 指标值 | 度量单位 |", "| 数量指标 | 场次 | ≥3场 |", "| ≥ | 3 | 场 |", "| 服务对象满意度指标 | 满意度 | ≥90% |", "| ≥ | 90 | % |", "一级指标", "三级指标")))
	if r.Indicators[0].Target.Text != "≥3场" || r.Indicators[1].Target.Text != "≥90%" {
		t.Errorf("targets %q and %q", r.Indicators[0].Target.Text, r.Indicators[1].Target.Text)
	}
}

// TestTotalsSeenInHeaders: 总分 alone is what a form is scored out of.
func TestTotalsSeenInHeaders(t *testing.T) {
	project := "| 项目名称 | 科普 | < | < | < | < | < | < | < |"
	for _, label := range []string{"自评总分(分)", "自评得分", "项目总得分", "自评总分:"} {
		r := readOne(t, parse(t, change(project, project+"\n| "+label+" | 91.67 | < | < | < | < | < | < | < |", "| 总分 | < | < | < | < | < | 100 | 91.67 |  |\n", "")))
		if r.Total.Score.Text != "91.67" {
			t.Errorf("%s: total %q", label, r.Total.Score.Text)
		}
	}
}
