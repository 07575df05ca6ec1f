package across

import (
	"testing"

	"fuhe"
)

// The figures of two forms of one unit in one year, worked out by hand; a copy of one of them, which is counted and not added again, and a form of another unit beside them.
func TestRolls(t *testing.T) {
	cell := func(s string) fuhe.Cell { return fuhe.NewCell(s, fuhe.Source{Table: 1, Ref: "A1"}) }
	report := func(unit, budget, executed, total string, scores ...string) *fuhe.Report {
		r := &fuhe.Report{Year: "2023", MoneyUnit: "万元", Implementer: cell(unit), Project: cell("某项目")}
		r.Funds = []fuhe.Fund{{Name: cell("年度资金总额"), AdjustedBudget: cell(budget), Executed: cell(executed)}}
		for _, s := range scores {
			r.Indicators = append(r.Indicators, fuhe.Indicator{Name: cell("指标"), Weight: cell("10"), Score: cell(s), Deviation: cell("无偏差")})
		}
		r.Total = fuhe.Total{Weight: cell("100"), Score: cell(total)}
		return r
	}
	a, b := report("甲中心", "100.00", "80.00", "98", "10", "8"), report("甲 中心", "300.00", "270.00", "98", "10", "9.5")
	a.Findings = []fuhe.Finding{{Rule: "F102", Severity: fuhe.Error, ID: "1"}, {Rule: "F103", Severity: fuhe.Error, Root: "1"}} // one contradiction, seen twice
	docs := []fuhe.Document{{Path: "a", Reports: []*fuhe.Report{a, b}}, {Path: "copy of a", Reports: []*fuhe.Report{report("甲中心", "100.00", "80.00", "98", "10", "8")}}, {Path: "b", Reports: []*fuhe.Report{report("乙中心", "约100", "80", "90", "10")}}}
	got := Rolls(docs, []fuhe.Across{{Finding: fuhe.Finding{Rule: "A101", Severity: fuhe.Warning}, Path: "a", Report: 1}})
	if len(got) != 2 {
		t.Fatalf("%+v", got)
	}
	x := got[1]
	if x.Unit != "甲中心" || x.Forms != 3 || x.Copies != 1 || x.Budget != "400.00" || x.Executed != "350.00" || x.Rate != "87.50%" || x.Score != "98.00" || x.FullMarks != "50.0%" ||
		x.Whole != 1 || x.SameTotal != 2 || x.Boilerplate != 4 || x.Tally[fuhe.Error] != 1 || x.Tally[fuhe.Warning] != 1 || x.Rules["A101"] != 1 || x.Rules["F103"] != 0 {
		t.Errorf("%+v", x)
	}
	if y := got[0]; y.Unknown != 1 || y.Budget != "" || y.Rate != "" || y.FullMarks != "100.0%" {
		t.Errorf("%+v", y)
	}
}
