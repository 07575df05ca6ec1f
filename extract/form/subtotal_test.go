package form

import (
	"fmt"
	"testing"
)

// TestSubtotalsAreRead: the points of a row that adds up indicators are entries of their own, beside how many indicators stand above it.
func TestSubtotalsAreRead(t *testing.T) {
	for name, c := range map[string]struct{ row, want string }{
		"in the first level":     {"| ^ | 小计 | < | < | < | < | 95 | 90 |  |", "小计 95 90 after 2"},
		"in the second level":    {"| ^ | 满意度指标 | 小计 |  |  |  | 30 | 26.67 |  |", "小计 30 26.67 after 2"},
		"merged over all fields": {"| ^ | 满意度指标 | 小计 | < | < | < | 30 | 26.67 |  |", "小计 30 26.67 after 2"},
		"in the first column":    {"| 指标得分小计 |  |  |  |  |  | 90 | 86.67 |  |", "指标得分小计 90 86.67 after 2"},
		"the score alone":        {"| ^ | 满意度指标小计 | < | < | < | < |  | 26.67 |  |", "满意度指标小计  26.67 after 2"},
	} {
		r := readOne(t, parse(t, change("| 总分 |", c.row+"\n| 总分 |")))
		if len(r.Subtotals) != 1 || len(r.Indicators) != 2 || len(r.Lost) > 0 {
			t.Errorf("%s: %d subtotals, %d indicators, lost %v", name, len(r.Subtotals), len(r.Indicators), r.Lost)
			continue
		}
		x := r.Subtotals[0]
		if got := fmt.Sprintf("%s %s %s after %d", x.Name.Text, x.Weight.Text, x.Score.Text, x.Above); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestASubtotalWithoutPointsIsNamed: what stands in such a row under no heading of points is no entry, and is said.
func TestASubtotalWithoutPointsIsNamed(t *testing.T) {
	r := readOne(t, parse(t, change("| 总分 |", "| ^ | 小计 |  |  | 3项 |  |  |  |  |\n| 总分 |")))
	if len(r.Subtotals) != 0 || len(r.Lost) != 1 || r.Lost[0].Text != "3项" || r.Lost[0].Needed {
		t.Errorf("%+v, lost %+v", r.Subtotals, r.Lost)
	}
}
