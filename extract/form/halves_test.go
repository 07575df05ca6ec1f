package form

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/grid"
)

// TestRuleThroughAFund: where a stray rule cuts the row of a fund in two, no half of a figure is read as a figure.
func TestRuleThroughAFund(t *testing.T) {
	row := "	| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |\n"
	for name, rows := range map[string]string{
		"through the figures, the name below":   "	| ^ |  | < | 100. | 100. | 50. |  |  |  |\n	| ^ | 年度资金总额 | < | 00 | 00 | 00 | 10 | 50% | 5 |\n",
		"through one figure beside one name":    "	| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.0 | 10 | 50% | 5 |\n	| ^ | ^ | < | ^ | ^ | 0 | ^ | ^ | ^ |\n",
		"the rest of a figure without a name":   row[:strings.Index(row, "50.00")] + "50.0 | 10 | 50% | 5 |\n	| ^ |  | < |  |  | 0 |  |  |  |\n",
		"a figure without a name above its row": row + "	| ^ |  | < |  |  | 50. | / |  |  |\n	| ^ | 其中：财政拨款 | < | 100.00 | 100.00 | 00 |  |  |  |\n",
	} {
		reports, _ := Read([]grid.Grid{parse(t, strings.Replace(national, row, rows, 1))})
		if len(reports) != 1 {
			t.Errorf("%s: %d reports", name, len(reports))
			continue
		}
		doubts := 0
		for _, f := range reports[0].Funds {
			if n := f.Executed.Number; n != nil && n.Value.String() != "50" {
				t.Errorf("%s: executed is %s", name, n)
			}
			if f.Executed.Doubt != nil {
				doubts++
			}
		}
		if doubts == 0 {
			t.Errorf("%s: %+v", name, reports[0].Funds)
		}
	}
}

// TestNotesOfHeadingsAreNoFund: a rule between headings and their notes makes no fund of the notes.
func TestNotesOfHeadingsAreNoFund(t *testing.T) {
	heading := "| 项目资金（元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"
	for _, notes := range []string{"|  | < |  | （A） | （B） |  | （B/A） |  |", "|  | < |  |  |  |  | A） |  |"} {
		form := strings.Replace(national, heading, "|  |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n	| 项目资金（元） "+notes+"\n", 1)
		reports, _ := Read([]grid.Grid{parse(t, form)})
		if len(reports) != 1 || len(reports[0].Funds) != 1 || reports[0].Funds[0].Name.Text != "年度资金总额" {
			t.Errorf("%s: %d reports", notes, len(reports))
		}
	}
}

// TestHeadingAndFigureInOneCell: a missing rule under the headings leaves the amounts named and not read.
func TestHeadingAndFigureInOneCell(t *testing.T) {
	heading := "| 项目资金（元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n	| ^ | 年度资金总额 | < | 100.00 | 100.00 | 50.00 | 10 | 50% | 5 |\n"
	glued := "| 项目资金（元） | 年度资金总额 | < | 年初预算数100.00 | 全年预算数100.00 | 全年执行数50.00 | 分值10 | 执行率50% | 得分5 |\n"
	reports, unread := Read([]grid.Grid{parse(t, strings.Replace(national, heading, glued, 1))})
	if len(reports) != 1 || len(unread) == 0 || !reports[0].Incomplete("/funds") {
		t.Fatalf("%d reports, said %v", len(reports), unread)
	}
	lost := ""
	for _, l := range reports[0].Lost {
		lost += l.Text + " "
	}
	for _, want := range []string{"年初预算数100.00", "全年执行数50.00", "执行率50%"} {
		if !strings.Contains(lost, want) {
			t.Errorf("%s is not named: %s", want, lost)
		}
	}
}

// TestTotalUnderNoHeading: a figure in the row of the total under no heading of points is named.
func TestTotalUnderNoHeading(t *testing.T) {
	form := change("| 分值 | 得分 | 偏差原因分析及改进措施 |", "| 分值 | 偏差原因分析及改进措施 | < |", "| 60 | 60 |  |", "| 60 | 60 | < |", "| 30 | 26.67 | 宣传不够 |", "| 30 | 26.67 | < |", "| 100 | 91.67 |  |", "| 100 | 91.67 | < |")
	reports, _ := Read([]grid.Grid{parse(t, form)})
	if len(reports) != 1 {
		t.Fatalf("%d reports", len(reports))
	}
	for _, l := range reports[0].Lost {
		if l.Part == fuhe.Field("/total") && l.Text == "91.67" {
			return
		}
	}
	t.Errorf("the total is not named: %+v", reports[0].Lost)
}

// TestARuleThroughTheLinesOfARow: what a rule between the two lines of a figure, or of a target, leaves is in doubt.
func TestARuleThroughTheLinesOfARow(t *testing.T) {
	for name, c := range map[string]struct {
		form   string
		fields []fuhe.Field
	}{
		"name and figures": {change(fundRow, fundRow+"\n| ^ | 其中：当年财政拨 | < | 57371. | 57371. | 29542. |  |  |  |\n| ^ | 款 | < | 01 | 01 | 22 |  |  |  |"), []fuhe.Field{"/funds/1/executed", "/funds/2/executed"}},
		"a fraction":       {change(fundRow, fundRow+"\n| ^ | 其中：财政拨款 | < | 57371 | 57371 | 29542 |  |  |  |\n| ^ |  | < | .01 | .01 | .22 |  |  |  |"), []fuhe.Field{"/funds/1/executed"}},
		"a unit":           {change("| ≥3场 | 4场 | 60 | 60 |  |", "| ≥3 | 4 | 60 | 60 |  |\n| ^ |  |  |  | 万场 | 万场 |  |  |  |"), []fuhe.Field{"/indicators/0/target", "/indicators/0/actual"}},
	} {
		t.Run(name, func(t *testing.T) {
			reports, unread := Read([]grid.Grid{parse(t, c.form)})
			if len(reports) != 1 {
				t.Fatalf("%d reports, said %v", len(reports), unread)
			}
			for _, f := range c.fields {
				if e := reports[0].Entry(f); e == nil || e.Doubt == nil {
					t.Errorf("%s is %+v", f, e)
				}
			}
			if len(reports[0].Indicators) != 2 {
				t.Errorf("%d indicators", len(reports[0].Indicators))
			}
		})
	}
	if part, ok := headingWithFigure(&view.Cell{Text: "年度指标值 ＞=6321期"}); !ok || part != "/indicators" {
		t.Error("a heading and a target in one cell are not told")
	}
}
