package form

import (
	"testing"

	"fuhe/extract/grid"
)

// TestDamagedLabels: a label that differs from a known one by a character still names what stands beside it.
func TestDamagedLabels(t *testing.T) {
	for _, was := range [][3]string{
		{"项目名称", "项目名", ""}, {"项目名称", "项囗名称", ""}, {"项目名称", "项目名称#", ""},
		{"主管部门", "主管部", ""}, {"主管部门", "主营部门", ""}, {"实施单位", "实单位", ""}, {"实施单位", "实施单亻立", "kept apart by two"},
	} {
		reports, _ := Read([]grid.Grid{parse(t, change(was[0], was[1]))})
		if len(reports) != 1 {
			t.Fatalf("%s: %d reports", was[1], len(reports))
		}
		r := reports[0]
		if got := r.Project.Text + "/" + r.Department.Text + "/" + r.Implementer.Text; (got == "科普/某局/某中心") != (was[2] == "") {
			t.Errorf("%s: %s", was[1], got)
		}
	}
}
