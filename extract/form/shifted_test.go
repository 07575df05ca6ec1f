package form

import (
	"testing"

	"fuhe/extract/grid"
)

// TestRowOneColumnToTheLeft: where a target stands as the name of an indicator no figure of its row is relied on.
func TestRowOneColumnToTheLeft(t *testing.T) {
	form := change("| ^ | 满意度指标 | 服务对象满意度指标 | 满意度 | ≥90% | 80% | 30 | 26.67 | 宣传不够 |", "| ^ | 服务对象满意度指标 | 满意度 | ≥90% | 80% | 30 | 26.67 |  |  |")
	reports, _ := Read([]grid.Grid{parse(t, form)})
	if len(reports) != 1 || len(reports[0].Indicators) != 2 {
		t.Fatalf("%d reports", len(reports))
	}
	n := reports[0].Indicators[1]
	if !reports[0].Incomplete("/indicators") || n.Target.Doubt == nil || n.Actual.Doubt == nil || n.Weight.Doubt == nil {
		t.Errorf("%+v", n)
	}
}
