package invent

import (
	"fmt"

	"fuhe"
	"fuhe/extract/grid"
)

// sheetCols are the columns of a sheet: the caption, three for names, five for figures. A column of rules for scoring or of
// a second score comes on top.
const sheetCols = 9

// print puts a sheet into a table.
func (s *sheet) print() grid.Grid {
	t := &table{cols: sheetCols}
	if s.budget.column != "" || s.points.column != "" || s.points.review {
		t.cols++
	}
	title := pick(s.rng, "项目支出绩效自评表", "财政项目支出绩效自评表")
	t.row(cell{text: "项目名称", cols: 2}, cell{text: s.project, cols: t.cols - 2})
	t.row(cell{text: "主管部门", cols: 2}, cell{text: "松桥县水利局", cols: 2}, cell{text: "实施单位", cols: 2}, cell{text: "松桥县水利局服务中心", cols: t.cols - 6})
	if s.total.header {
		t.row(cell{text: "自评总分", cols: 2}, cell{text: s.text["/header_total/score"], cols: t.cols - 2})
	}
	s.printMoneyRows(t)
	t.row(cell{text: "年度总体目标", rows: 2}, cell{text: "预期目标", cols: 4, heading: true}, cell{text: "实际完成情况", cols: t.cols - 5, heading: true})
	t.row(cell{text: s.goals[0], cols: 4}, cell{text: s.goals[1], cols: t.cols - 5})
	s.printLineRows(t)
	return t.grid([]string{title, fmt.Sprintf("（%s年度）", s.year)}, s.Convention.notes)
}

// fitted fills a row up to the width of the table.
func (t *table) fitted(extra string, cells ...cell) {
	if t.cols > sheetCols {
		cells = append(cells, cell{text: extra})
	}
	t.row(cells...)
}

func (s *sheet) printMoneyRows(t *table) {
	initial := s.money.basis == "initial"
	rateHead := s.rate.head
	if rateHead == "" {
		rateHead = pick(s.rng, "执行率", "执行率（B/A）")
	}
	weightHead := s.budget.head
	if weightHead == "" {
		weightHead = "分值"
	}
	heads := []cell{{text: fmt.Sprintf("项目资金（%s）", s.unit), cols: 2, rows: len(s.amounts) + 1}, {text: ""}}
	if initial {
		heads = append(heads, cell{text: "年初预算数（A）", cols: 2})
	} else {
		heads = append(heads, cell{text: "年初预算数"}, cell{text: "全年预算数"})
	}
	heads = append(heads, cell{text: "全年执行数"}, cell{text: weightHead}, cell{text: rateHead}, cell{text: "得分"})
	head := s.budget.column
	if head != "" {
		head = "得分计算方法"
	}
	t.fitted(head, heads...)
	for i := range s.amounts {
		get := func(key string) string { return s.text[fuhe.FundField(i, key)] }
		row := []cell{{text: get("name")}}
		if initial {
			row = append(row, cell{text: get("initial_budget"), cols: 2})
		} else {
			row = append(row, cell{text: get("initial_budget")}, cell{text: get("adjusted_budget")})
		}
		said := ""
		if i == 0 {
			said = s.budget.column
		}
		t.fitted(said, append(row, cell{text: get("executed")}, cell{text: get("weight")}, cell{text: get("execution_rate")}, cell{text: get("score")})...)
	}
}

// printLineRows prints the indicators under their headings, rows between them, and the total.
func (s *sheet) printLineRows(t *table) {
	rows := len(s.lines) + 1
	switch s.points.extra {
	case groupSubtotals:
		rows += len(s.level1)
	case deductionLabelled, deductionMerged:
		rows--
	}
	if s.points.unused {
		rows++
	}
	head := ""
	switch {
	case s.points.column != "":
		head = "得分计算方法"
	case s.points.review:
		head = "复核分"
	}
	row := []cell{{text: "绩效指标", rows: rows}}
	for _, h := range []string{"一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"} {
		row = append(row, cell{text: h, heading: true})
	}
	t.fitted(head, row...)
	for i := range s.lines {
		s.printLineRow(t, i)
	}
	if s.points.unused {
		t.fitted("", cell{text: ""}, cell{text: ""}, cell{text: "……"}, cell{}, cell{}, cell{}, cell{}, cell{})
	}
	if s.points.extra == lastSubtotal {
		sum := whole(0)
		for i := range s.lines {
			sum = plus(sum, s.lines[i].score, 1)
		}
		tellSubtotal(s.text, 0, [3]string{"指标得分小计", "90", sum.text()})
		t.fitted("", cell{text: "指标得分小计", cols: 6}, cell{text: "90"}, cell{text: sum.text()}, cell{})
	}
	t.fitted("", cell{text: pick(s.rng, "总分", "合计"), cols: 6}, cell{text: s.text["/total/weight"]}, cell{text: s.text["/total/score"]}, cell{text: s.text["/total/grade"]})
}

func (s *sheet) printLineRow(t *table, i int) {
	x := &s.lines[i]
	get := func(key string) cell { return cell{text: s.text[fuhe.IndicatorField(i, key)]} }
	extra := s.points.column
	if s.points.review && x.group >= 0 {
		extra = x.weight.short()
	}
	if x.group == -1 && s.points.extra == deductionMerged {
		t.fitted("", cell{text: "扣分项", cols: 7}, get("score"), cell{})
		return
	}
	if x.group == -1 && s.points.extra == deductionLabelled {
		t.fitted("", cell{text: "扣分项"}, cell{}, cell{}, cell{}, cell{}, cell{}, cell{}, get("score"), cell{})
		return
	}
	t.fitted(extra, get("level1"), get("level2"), get("name"), get("target"), get("actual"), get("weight"), get("score"), get("deviation"))
	if s.points.extra != groupSubtotals || i+1 < len(s.lines) && s.lines[i+1].group == x.group {
		return
	}
	weight, score := whole(0), whole(0)
	for k := range s.lines {
		if s.lines[k].group == x.group {
			weight, score = plus(weight, s.lines[k].weight, 1), plus(score, s.lines[k].score, 1)
		}
	}
	tellSubtotal(s.text, x.group, [3]string{"小计", weight.short(), score.text()})
	t.fitted("", cell{text: s.level1[x.group]}, cell{text: "小计"}, cell{}, cell{}, cell{}, cell{text: weight.short()}, cell{text: score.text()}, cell{})
}
