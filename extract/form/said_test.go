package form

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

const national = `
	财政项目支出绩效自评表
	（2021年度）
	| 项目名称 | 科普 | < | < | < | < | < | < | < |
	| 主管部门 | 某局 | < | 实施单位 | < | 某中心 | < | < | < |
	| 项目资金（元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
	| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |
	| 年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | < |
	| ^ | 办好。 | < | < | < | 办好了。 | < | < | < |
	| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
	| ^ | 产出指标 | 数量指标 | 场次 | ≥3场 | 4场 | 60 | 60 |  |
	| ^ | 满意度指标 | 服务对象满意度指标 | 满意度 | ≥90% | 80% | 30 | 26.67 | 宣传不够 |
	| 总分 | < | < | < | < | < | 100 | 91.67 |  |
`

// change replaces text in the form above.
func change(pairs ...string) string {
	return strings.NewReplacer(pairs...).Replace(national)
}

// TestWhatIsNotUnderstoodIsSaid: a form of which a figure might be read wrong is not read, and the reason is given.
func TestWhatIsNotUnderstoodIsSaid(t *testing.T) {
	for name, c := range map[string]struct{ form, reason string }{
		"no indicators":             {strings.Split(national, "	| 绩效指标")[0], "no heading row of indicators"},
		"no actual value, no score": {change("实际完成值", "参考值", "得分 | 偏差", "评分标准 | 偏差"), "no column for the actual value"},
		"all in one cell":           {"| " + strings.NewReplacer("|", "", "\n", `\n`, "\t", "").Replace(national) + " | |", "not told apart"},
	} {
		t.Run(name, func(t *testing.T) {
			reports, unread := Read([]grid.Grid{parse(t, c.form)})
			if len(reports) != 0 {
				t.Errorf("%d reports, want none", len(reports))
			}
			for _, u := range unread {
				if strings.Contains(u.Reason, c.reason) {
					return
				}
			}
			t.Errorf("%q is not said: %v", c.reason, unread)
		})
	}
}

// TestOtherTablesAreSilent: a table that is no form is no business of fuhe's.
func TestOtherTablesAreSilent(t *testing.T) {
	for name, text := range map[string]string{
		"targets only": `
			表1 项目年度绩效指标表
			| 一级指标 | 二级指标 | 三级指标 | 指标值 |
			| 产出指标 | 数量指标 | 维护量 | ≥330台套 |`,
		"scores of an evaluation": `
			表2 综合评价得分情况表
			| 一级指标 | 分值 | 得分 | 得分率 |
			| 决策 | 20 | 17.90 | 89.50% |
			| 合 计 | 100 | 85.19 | 85.19% |`,
		"final accounts": `
			一般公共预算财政拨款“三公”经费支出决算表
			| 项目 | 预算数 | 决算数 |
			| 公务接待费 | 12.00 | 10.53 |`,
		"goals applied for": `
			2026年部门整体预算绩效目标申报表
			| 部门名称 | 某局 | < | < |
			| 一级指标 | 二级指标 | 三级指标 | 年度指标值 |
			| 产出指标 | 数量指标 | 抽检数量 | 200个 |`,
		"findings": `
			复核结果
			| 严重程度 | 规则 | 位置 | 条目 | 公布值 | 复算值 | 原因 |
			| 错误 | F102 | 自评表!H7 | 年度资金总额 执行率 | 35.77% | 35.76% | 进位 |`,
		"a title alone": `
			附件：项目支出绩效自评表
			| 序号 | 内容 |
			| 1 | 见后 |`,
	} {
		t.Run(name, func(t *testing.T) {
			if reports, unread := Read([]grid.Grid{parse(t, text)}); len(reports)+len(unread) != 0 {
				t.Errorf("%d reports, said %v", len(reports), unread)
			}
		})
	}
}

// TestTextsThatAreNotSure: a form whose characters are not sure is said, not read.
func TestTextsThatAreNotSure(t *testing.T) {
	g := parse(t, national)
	g.Unsure = "characters without Unicode on page 2"
	reports, unread := Read([]grid.Grid{g})
	if len(reports) != 0 || len(unread) != 1 || !strings.Contains(unread[0].Reason, g.Unsure) {
		t.Errorf("%d reports, said %v", len(reports), unread)
	}
}

// TestSeveralForms: forms under each other in one grid, and forms in several, each with its own title and figures.
func TestSeveralForms(t *testing.T) {
	title := "	| 项目支出绩效自评表 | < | < | < | < | < | < | < | < |\n	| （2021年度） | < | < | < | < | < | < | < | < |\n"
	_, table, _ := strings.Cut(national, "（2021年度）\n")
	second := strings.NewReplacer("科普", "治水", "26.67", "30", "91.67", "95", "2021", "2022").Replace(title + table)
	for name, grids := range map[string][]grid.Grid{
		"one sheet, titles":    {parse(t, title+table+second)},
		"one sheet, no titles": {parse(t, table+strings.Replace(second, strings.Replace(title, "2021", "2022", 1), "", 1))},
		"two tables":           {parse(t, national), parse(t, second)},
	} {
		t.Run(name, func(t *testing.T) {
			reports, unread := Read(grids)
			if len(reports) != 2 || len(unread) != 0 {
				t.Fatalf("%d reports, said %v", len(reports), unread)
			}
			for i, want := range []struct{ project, total string }{{"科普", "91.67"}, {"治水", "95"}} {
				if r := reports[i]; r.Project.Text != want.project || r.Total.Score.Text != want.total || len(r.Indicators) != 2 || len(r.Funds) != 1 {
					t.Errorf("form %d: %s %s, %d indicators, %d funds", i, r.Project.Text, r.Total.Score.Text, len(r.Indicators), len(r.Funds))
				}
			}
			if name != "one sheet, no titles" && (reports[0].Year != "2021" || reports[1].Year != "2022") {
				t.Errorf("years %s and %s", reports[0].Year, reports[1].Year)
			}
		})
	}
}

// TestSignaturesBeginNoForm: departments named at the foot, or between the blocks, are still of the same form.
func TestSignaturesBeginNoForm(t *testing.T) {
	for _, form := range []string{
		national + "	| 主管部门（盖章） | < | 某局 | < | 财务负责人 | < | 张三 | < | < |\n	| 评价等级 | < | 优 | < | < | < | < | < | < |",
		change("| 主管部门 | 某局 | < | 实施单位 | < | 某中心 | < | < | < |\n", "", "| 年度总体目标 | 预期", "| 主管部门 | 某局 | < | 实施单位 | < | 某中心 | < | < | < |\n| 年度总体目标 | 预期"),
	} {
		r := readOne(t, parse(t, form))
		if r.Department.Text != "某局" || r.Implementer.Text != "某中心" || len(r.Indicators) != 2 || r.Printed.Table.Rows < 10 {
			t.Errorf("%q, %q, %d indicators", r.Department.Text, r.Implementer.Text, len(r.Indicators))
		}
	}
}

// TestPrintedIsTheFormsOwn: each form on a sheet shows its own rows, and every entry is a cell of them.
func TestPrintedIsTheFormsOwn(t *testing.T) {
	_, table, _ := strings.Cut(national, "（2021年度）\n")
	reports, _ := Read([]grid.Grid{parse(t, table+strings.ReplaceAll(table, "科普", "治水"))})
	if len(reports) != 2 {
		t.Fatalf("%d reports", len(reports))
	}
	for _, r := range reports {
		at := map[fuhe.Source]string{}
		for _, c := range r.Printed.Table.Cells {
			at[c.At] = c.Text
		}
		if r.Printed.Table.Rows != 10 {
			t.Errorf("%d rows, the form has 10", r.Printed.Table.Rows)
		}
		for _, e := range r.Entries() {
			if text, ok := at[e.Cell.At]; e.Cell.Text != "" && (!ok || text != e.Cell.Text) {
				t.Errorf("%s %q is %q in the table", e.Field, e.Cell.Text, text)
			}
		}
	}
}

// TestBlocksInTablesOfTheirOwn: web pages print header, money and indicators as tables of their own.
func TestBlocksInTablesOfTheirOwn(t *testing.T) {
	money, indicators, _ := strings.Cut(national, "	| 绩效指标")
	indicators = "	| 绩效指标" + indicators
	header, money, _ := strings.Cut(money, "	| 项目资金")
	grids := []grid.Grid{parse(t, header), parse(t, "	| 项目资金"+money), parse(t, indicators)}
	for i := range grids {
		grids[i].Table = i + 1
		for k := range grids[i].Cells {
			grids[i].Cells[k].At.Table = i + 1
		}
	}
	reports, unread := Read(grids)
	if len(reports) != 1 || len(unread) != 0 {
		t.Fatalf("%d reports, said %v", len(reports), unread)
	}
	sameLines(t, shown(reports[0]), shown(readOne(t, parse(t, national))))
}

// TestTheRestOfAFormIsNotLost: a table on the next page that goes on with other columns is said, and so is each of its figures.
func TestTheRestOfAFormIsNotLost(t *testing.T) {
	first, second := parse(t, strings.Split(national, "	| 总分")[0]), parse(t, `
		| 效益指标 | 社会效益指标 | 知晓率 | 80% | 85% | 10 | 10 |
		| 总分 | < | < | < | < | 100 | 91.67 |`)
	first.Page, second.Page = 1, 2
	for i := range first.Cells {
		first.Cells[i].At.Page = 1
	}
	for i := range second.Cells {
		second.Cells[i].At.Page = 2
	}
	reports, unread := Read([]grid.Grid{first, second})
	if len(reports) != 1 || len(unread) != 1 || unread[0].At.Page != 2 || !reports[0].Incomplete("/indicators") {
		t.Fatalf("%d reports, said %v", len(reports), unread)
	}
	var lost []string
	for _, l := range reports[0].Lost {
		lost = append(lost, l.Text)
	}
	if s := strings.Join(lost, " "); !strings.HasSuffix(s, "80% 85% 10 10 100 91.67") {
		t.Errorf("lost %s", s)
	}
}

// TestGoalsThatNobodyWrote are there and blank, and the headings of the indicators under them stay what they are.
func TestGoalsThatNobodyWrote(t *testing.T) {
	r := readOne(t, parse(t, change("| ^ | 办好。 | < | < | < | 办好了。 | < | < | < |", "| ^ |  | < | < | < |  | < | < | < |")))
	if !r.Goals.Expected.Blank() || !r.Goals.Actual.Blank() || r.Goals.Actual.At.Ref != "F6:I6" || len(r.Indicators) != 2 || r.Form != "mof-2020" {
		t.Errorf("%+v, %d indicators, form %s", r.Goals, len(r.Indicators), r.Form)
	}
}

// TestPartsWithoutPoints: a row cut by the page edge on a form that nobody scored.
func TestPartsWithoutPoints(t *testing.T) {
	g := parse(t, change("| 60 | 60 |  |", "|  |  |  |\n| ^ |  |  | （线上线下） |  |  |  |  |  |", "| 30 | 26.67 |", "|  |  |", "| 100 | 91.67 |", "|  |  |"))
	g.Breaks = []int{8}
	if r := readOne(t, g); len(r.Indicators) != 2 || r.Indicators[0].Name.Text != "场次（线上线下）" {
		t.Errorf("%d indicators, the first is %q", len(r.Indicators), r.Indicators[0].Name.Text)
	}
}

// TestPointsOfLevels: the points of a level beside its name are not the indicator's.
func TestPointsOfLevels(t *testing.T) {
	r := readOne(t, parse(t, `
		2022年度部门整体支出绩效自评表
		| 部门名称 | 某局 | < | < | < | < | < | < | < |
		| 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 评价标准 | 实际完成值 | 得分 |
		| 投入 | 40 | 预算配置 | 40 | 在职人员控制率 | 25 | ≤100%得满分 | 98% | 25 |
		| ^ | ^ | ^ | ^ | 三公经费变动率 | 15 | ≤0得满分 | -3% | 15 |
		| 产出 | 60 | 职责履行 | 60 | 实际完成率 | 60 | 按比例得分 | 90% | 54 |
		| 总分 | 100 |  | 100 |  | 100 |  |  | 94 |`))
	if len(r.Indicators) != 3 || r.Indicators[1].Weight.Text != "15" || r.Indicators[2].Level2.Text != "职责履行" || r.Total.Weight.Text != "100" || r.Total.Score.Text != "94" {
		t.Errorf("%+v", r.Indicators)
	}
}

// TestNotesAndGroupsThatDecide: the note or the group of a heading says which of two it is.
func TestNotesAndGroupsThatDecide(t *testing.T) {
	want := shown(readOne(t, parse(t, national)))
	for _, form := range []string{
		change("年初预算数", "预算数（年初）", "全年预算数", "预算数（调整后）"),
		change("年度指标值", "指标值（计划）", "实际完成值", "指标值（实际）"),
		change("| 项目资金（元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |",
			"| 项目资金（元） |  | < | 预算数 | < | 全年执行数 | 分值 | 执行率 | 得分 |\n| ^ | ^ | < | 年初 | 全年 | ^ | ^ | ^ | ^ |"),
		change("| 分值 | 得分 | 偏差", "| 分值 | 自评（得分） | 偏差"),
		change("年初预算数", "2021年初预算数", "全年预算数", "2021年预算数", "全年执行数", "2021年度执行数"),
		change("项目名称", "1.项目名称", "主管部门", "二、主管部门"),
	} {
		sameLines(t, shown(readOne(t, parse(t, form))), want)
	}
}

// TestMoneyOfTheYear: the block that is scored is read, the one for all years is said.
func TestMoneyOfTheYear(t *testing.T) {
	reports, unread := Read([]grid.Grid{parse(t, change("| 项目资金（元） |  |", "| 项目总资金（元） |  | < | 预算数 | < | 执行数 | < | 执行率 | < |\n| ^ | 总额 | < | 900 | < | 450 | < | 50% | < |\n| 项目资金（元） |  |"))})
	if len(reports) != 1 || len(unread) != 1 || len(reports[0].Funds) != 1 || reports[0].Funds[0].Executed.Text != "50.00" {
		t.Errorf("%d reports, said %v", len(reports), unread)
	}
}

// TestSplitTargets: sign, value and unit printed apart are one target.
func TestSplitTargets(t *testing.T) {
	for _, c := range [][4]string{
		{"≥", "95", "%", "≥95%"}, {"＝", "100", "%", "=100%"}, {"═", "42", "个", "=42个"}, {"定性", "健全", "", "健全"}, {"", "95", "/", "95"},
		{"≥", "≥95", "%", "≥95%"}, {"≤", "90万元", "万元", "≤90万元"}, {"定性", "优良中低差", "—", "优良中低差"}, {"正向指标", "3", "次", "3次"}, {"≥", "", "%", ""},
	} {
		if got := withUnit(withSign(c[0], c[1]), c[2]); got != c[3] {
			t.Errorf("%q %q %q gives %q, want %q", c[0], c[1], c[2], got, c[3])
		}
	}
}
