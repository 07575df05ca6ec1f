package score

import (
	"strings"
	"testing"

	"fuhe/score/rulebook"
	"fuhe/score/rules"
)

// What has been seen on real forms and looks wrong without being so: each must have a form on which the rule that could
// take it for a slip is silent.
var falseAlarms = []struct{ seen, rule, example string }{
	{"rates printed to no place", "F102", "零位小数"},
	{"rates printed to one place", "F102", "一位小数"},
	{"rates as a fraction, or without %", "F102", "小数与不带百分号"},
	{"rates of what arrived", "F102", "表头写明以到位资金为分母"},
	{"rates of what arrived, marked with letters", "F102", "以字母写明以到位资金为分母"},
	{"rates of the budget before a deduction, marked with letters", "F102", "以字母写明以扣除前的预算为分母"},
	{"rates of what arrived, beside its name", "F102", "金额写在名称旁，以到位资金为分母"},
	{"rates of the initial budget where the heading says so", "F102", "表头写明以年初预算为分母"},
	{"integers padded with zeros", "F101", "整数与补零混排"},
	{"amounts in 万元 rounded from 元", "F101", "万元取整的末位差"},
	{"0.00 in unused rows beside amounts in whole 万元", "F102", "整万元的金额旁印着0.00"},
	{"a unit in the cell under a heading that has it", "F102", "单位写在格内"},
	{"sources that repeat the ten points", "T401", "来源行重复的得分不计"},
	{"sources that repeat weight and score", "F104", "来源行重复分值与得分"},
	{"sub-indicators without weight", "W202", "没有分值的子项不查"},
	{"unused rows of the template", "T401", "未用的模板行没有分值"},
	{"no weights at all", "F104", "无分值不查"},
	{"no weight beside a score", "I301", "没有分值"},
	{"an operator lost by conversion", "I303", "转换时丢了符号：≥90%成了290%"},
	{"no operator", "I303", "目标无比较符号"},
	{"deadlines", "I303", "期限不是数量"},
	{"dates as targets", "I303", "年月日不是数量"},
	{"text for a numeric target", "I303", "文字实际值"},
	{"a reverse indicator met by staying below", "I303", "成本低于目标是达标"},
	{"a cost far below its target", "I309", "成本远低于目标是节约"},
	{"review scores beside self scores", "T401", "自评得分旁另有复核分"},
	{"a column of deductions", "T401", "另有扣分一列"},
	{"a blank initial budget", "F101", "年初预算空白"},
	{"the total in the header", "T401", "总分在表头"},
	{"a footnote with figures", "T401", "表下有注"},
	{"a rate above 100 %", "F102", "超过百分之百"},
	{"zero budgets", "F102", "零除以零"},
	{"zero budgets in a source", "F103", "0/0印0、0.00%或空白"},
	{"a date as an actual value", "I303", "日期不是数量"},
	{"a score rounded to a whole number", "F104", "进位为整数仍是一种四舍五入"},
	{"a budget score in a sentence", "T401", "预算执行得分写在文字里"},
	{"a budget score in a sentence, beside weights", "T401", "文字里的得分，分值印出"},
	{"a budget score that entered unrounded", "T401", "预算执行得分未经取整进入总分"},
	{"a merged weight", "W201", "合并的分值只计一次"},
}

func TestWhatOnlyLooksWrongIsNotAccused(t *testing.T) {
	for _, a := range falseAlarms {
		found := false
		for _, e := range rulebook.Examples(rules.Find(a.rule)) {
			found = found || e.Name == a.example && strings.TrimSpace(e.Findings) == ""
		}
		if !found {
			t.Errorf("%s: %s has no form “%s” on which it is silent", a.seen, a.rule, a.example)
		}
	}
}
