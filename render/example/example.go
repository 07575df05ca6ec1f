// Package example is a published form as a report with its findings, for the tests of the packages that show reports. It
// is typed from the form: nothing here was read or judged by fuhe.
package example

import (
	"strings"
	"testing"

	"fuhe"
)

// shanghaiTable is the published form, its goals cut short. "<" continues the cell to the left, "^" the cell above.
const shanghaiTable = `
| 项目名称 | < | 新能源产业推进 (2021) 年 | < | < | < | < | < | < |
| 主管部门 | < | 上海市科学技术委员会 | < | < | 实施单位 | < | 上海新能源科技成果转化与产业促进中心 | < |
| 项目资金 (元) | < | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| ^ | ^ | 年度资金总额 | 530000.00 | 412907.00 | 147,663.64 | 10 | 35.77% | 3.58 |
| ^ | ^ | 其中：当年财政拨款 | 530000 | 412907 | 147,663.64 | — | | |
| ^ | ^ | 上年结转资金 | 0 | 0 | 0.00 | — | | |
| ^ | ^ | 其他资金 | 0 | 0 | 0.00 | — | | |
| 年度总体目标 | 预算目标 | < | < | < | 实际完成情况 | < | < | < |
| ^ | 围绕市科委和上科院的总体要求，领会机构改革新要求，对标科技“三评”工作目标，以汇聚科技成果、对接市场需求、优化科技服务、提升推广效率为主线，在能源、环境、综合交通、海洋、新能源汽车等领域，整合产业技术创新联盟、重点实验室、工程中心等创新载体。 | < | < | < | 在科技部“十三五”科技创新成就展，参展项目征集、市科委新闻发布活动选题征询、上海工博会项目组织方面，最大限度推送社会发展领域科技成果。 | < | < | < |
| 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| ^ | 产出指标 | 数量指标 | 预算执行率 | ≥80% | 35.76% | 10 | 3.58 | 因为疫情的影响，成果推广活动由线下改为线上或者是被取消，同时本着厉行节约的原则，相关费用使用减少 |
| ^ | ^ | 质量指标 | 组织会议调研推广活动次数 | ≥20次 | >20次 | 10 | 10 | |
| ^ | ^ | ^ | 形成的工作报告和专报篇数 | ≥12篇 | >12篇 | 10 | 10 | |
| ^ | ^ | 时效指标 | 工作开展和信息公开实施率 | ≥80% | >80% | 20 | 20 | |
| ^ | 效益指标 | 社会效益指标 | 政策指南制度知晓度 | ≥80% | | 20 | 20 | |
| ^ | ^ | 可持续影响指标 | 项目的可持续性 | ≥80% | | 10 | 10 | |
| ^ | 满意度指标 | 服务对象满意度指标 | 服务对象的满意度 | ≥80% | | 10 | 10 | |
| 总分 | < | < | < | < | < | 100 | 87.16 | |
`

// ParseTable reads a table written as above; all sources are on page 1, table 1.
func ParseTable(t testing.TB, text string) fuhe.Table {
	t.Helper()
	table := fuhe.Table{Page: 1, Table: 1}
	owner := map[[2]int]int{}
	for line := range strings.Lines(strings.TrimSpace(text)) {
		line = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(line), "|"), "|")
		row := table.Rows
		for col, text := range strings.Split(line, "|") {
			text = strings.TrimSpace(text)
			from, joined := [2]int{row, col - 1}, text == "<"
			if text == "^" {
				from, joined = [2]int{row - 1, col}, true
			}
			if joined {
				i := owner[from]
				owner[[2]int{row, col}] = i
				c := &table.Cells[i]
				c.RowSpan, c.ColSpan = max(c.RowSpan, row-c.Row+1), max(c.ColSpan, col-c.Col+1)
				continue
			}
			owner[[2]int{row, col}] = len(table.Cells)
			table.Cells = append(table.Cells, fuhe.TableCell{Row: row, Col: col, RowSpan: 1, ColSpan: 1, Text: text})
			table.Cols = max(table.Cols, col+1)
		}
		table.Rows++
	}
	for i := range table.Cells {
		c := &table.Cells[i]
		c.At = fuhe.Source{Page: 1, Table: 1, Ref: fuhe.Ref(c.Row, c.Col, c.RowSpan, c.ColSpan)}
	}
	return table
}

// Shanghai is the report of that form, with the findings it is known for.
func Shanghai(t testing.TB) *fuhe.Report {
	t.Helper()
	table := ParseTable(t, shanghaiTable)
	at := func(ref string) fuhe.Cell {
		for _, c := range table.Cells {
			if first, _, _ := strings.Cut(c.At.Ref, ":"); first == ref {
				return fuhe.NewCell(c.Text, c.At)
			}
		}
		t.Fatalf("no cell at %s", ref)
		return fuhe.Cell{}
	}
	r := &fuhe.Report{
		Form: "mof-2020", Profile: fuhe.Profile{ID: "shanghai", Because: "目标栏印作“预算目标”"},
		Title: "财政项目支出绩效自评表", Year: "2021", MoneyUnit: "元",
		Project: at("C1"), Department: at("C2"), Implementer: at("H2"),
		Goals: fuhe.Goals{Expected: at("B9"), Actual: at("F9")},
		Total: fuhe.Total{Weight: at("G18"), Score: at("H18")},
		Printed: fuhe.Printed{
			Above: []fuhe.Line{{Text: "财政项目支出绩效自评表"}, {Text: "（2021年度）"}}, Table: table,
			Below:  []fuhe.Line{{Text: "填表人：      联系电话："}},
			Widths: []float64{28, 44, 78, 80, 58, 62, 34, 44, 78},
		},
		Coverage: fuhe.Coverage{Figures: 36, Agree: 28, Differ: 2, Judgement: 3, Unchecked: 3},
	}
	for row := '4'; row <= '7'; row++ {
		n := string(row)
		r.Funds = append(r.Funds, fuhe.Fund{
			Name: at("C" + n), InitialBudget: at("D" + n), AdjustedBudget: at("E" + n), Executed: at("F" + n),
			Weight: at("G" + n), ExecutionRate: at("H" + n), Score: at("I" + n),
		})
	}
	level1, level2 := "", ""
	for _, n := range []string{"11", "12", "13", "14", "15", "16", "17"} {
		for _, c := range table.Cells {
			if c.At.Ref == "B"+n || strings.HasPrefix(c.At.Ref, "B"+n+":") {
				level1 = "B" + n
			}
			if c.At.Ref == "C"+n || strings.HasPrefix(c.At.Ref, "C"+n+":") {
				level2 = "C" + n
			}
		}
		r.Indicators = append(r.Indicators, fuhe.Indicator{
			Level1: at(level1), Level2: at(level2), Name: at("D" + n), Target: at("E" + n), Actual: at("F" + n),
			Weight: at("G" + n), Score: at("H" + n), Deviation: at("I" + n),
		})
	}
	r.Findings = shanghaiFindings(r)
	return r
}

func shanghaiFindings(r *fuhe.Report) []fuhe.Finding {
	rate := r.Funds[0].ExecutionRate.At
	findings := []fuhe.Finding{{
		ID: "8f2c01", Rule: "F102", Severity: fuhe.Error, Effect: fuhe.NoEffect, Field: "/funds/0/execution_rate", At: rate,
		Inputs:    []fuhe.Field{"/funds/0/executed", "/funds/0/adjusted_budget"},
		Published: "35.77%", Recomputed: "35.76%", Working: "147663.64 ÷ 412907 = 35.7619…%",
		Cause:   &fuhe.Cause{Kind: fuhe.RoundedUp, Text: "向上进位，未按四舍五入"},
		Message: "执行率与全年执行数÷全年预算数不符。",
	}, {
		ID: "8f2c02", Rule: "X601", Severity: fuhe.Error, Effect: fuhe.NoEffect, Field: "/funds/0/execution_rate", At: rate,
		Published: "35.77%", Recomputed: "35.76%", Message: "同一执行率在绩效指标中印作 35.76%。",
	}}
	for i := 4; i < 7; i++ {
		findings = append(findings, fuhe.Finding{
			ID: "8f2d0" + string(rune('0'+i)), Rule: "I305", Severity: fuhe.Warning, Effect: fuhe.ScoreEffect,
			Field: fuhe.IndicatorField(i, "score"), At: r.Indicators[i].Score.At,
			Published: r.Indicators[i].Score.Text, Message: "实际完成值空白，却得了分。",
		})
	}
	return append(findings, fuhe.Finding{
		ID: "8f2e01", Rule: "X603", Severity: fuhe.Note, Field: "/indicators/0/score", At: r.Indicators[0].Score.At,
		Published: "3.58", Message: "执行率既在资金栏计分，又作为指标计分，同一差额扣了两次。",
	})
}

// Corrections are what the form's rate should be.
func Corrections(r *fuhe.Report) []fuhe.Correction {
	published := r.Funds[0].ExecutionRate
	if published.Text != "35.77%" {
		return nil
	}
	return []fuhe.Correction{{
		Field: "/funds/0/execution_rate", Rule: "F102", Published: published, Corrected: fuhe.NewCell("35.76%", published.At),
		Working: "147663.64 ÷ 412907 = 35.7619…%", Formula: "ROUND({/funds/0/executed}/{/funds/0/adjusted_budget},4)",
		Because: "执行率应为全年执行数÷全年预算数。",
	}}
}

// Documents is one file with these reports.
func Documents(reports ...*fuhe.Report) []fuhe.Document {
	return []fuhe.Document{{Path: "form.pdf", SHA256: "00", Format: fuhe.PDF, Pages: 1, Reports: reports}}
}

// Of is one file with this text and figure in all places that documents reach.
func Of(text, figure string) []fuhe.Document {
	at := fuhe.Source{Page: 1, Table: 1, Ref: "A1"}
	r := &fuhe.Report{
		Title: text, Year: text, Project: fuhe.Cell{Text: text, At: at},
		Indicators: []fuhe.Indicator{{Name: fuhe.Cell{Text: text, At: at}, Score: fuhe.NewCell(figure, at)}},
		Findings:   []fuhe.Finding{{Rule: text, Field: "/indicators/0/score", At: at, Severity: fuhe.Error, Published: figure, Message: text}},
		Printed:    fuhe.Printed{Table: fuhe.Table{Rows: 1, Cols: 1, Cells: []fuhe.TableCell{{RowSpan: 1, ColSpan: 1, Text: figure, At: at}}}},
	}
	return []fuhe.Document{{Path: text, Reports: []*fuhe.Report{r}, Unread: []fuhe.Unread{{Reason: text}}}}
}
