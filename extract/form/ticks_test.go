package form

import (
	"strings"
	"testing"

	"fuhe/extract/grid"
)

// What auditors put beside a form is no column of it; a column that holds anything else stays.
func TestTickMarksAreNoColumn(t *testing.T) {
	const form = "| 指标 | 分值 | 得分 | 审计标识 |\n| 甲 | 10 | 10 | 分值✓ 得分? |\n| 乙 | 10 | 9 | MARK |"
	for mark, cols := range map[string]int{
		"年度指标值○": 3, "余见“数据”": 3, "": 3,
		"9": 4, "得分9✓": 4, "合格": 4, "✓合格": 4,
	} {
		g, err := grid.Parse(strings.Replace(form, "MARK", mark, 1))
		if err != nil {
			t.Fatal(err)
		}
		given := []grid.Grid{g}
		got := withoutTicks(given)
		if len(got) != 1 || got[0].Cols != cols || given[0].Cols != 4 {
			t.Errorf("%q: %d columns, want %d", mark, got[0].Cols, cols)
		}
	}
	g, err := grid.Parse("| 审计标识 | 分值 |\n| 得分✓ | 10 |")
	if got := withoutTicks([]grid.Grid{g}); err != nil || got[0].Cols != 2 {
		t.Errorf("%d columns, %v", got[0].Cols, err)
	}
}
