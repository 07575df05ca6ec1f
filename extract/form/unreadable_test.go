package form

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// TestCharactersWithoutAName: a figure with one is in doubt; another entry with one is left out and said. Nothing else of
// the form is lost.
func TestCharactersWithoutAName(t *testing.T) {
	for _, c := range []struct {
		was, is  string
		doubtful fuhe.Field // the figure in doubt
		missing  fuhe.Field // the entry that is left out
	}{
		{"办好。", "办\uFFFD。", "", "/goals/expected"},
		{"某局", "某\uFFFD", "", "/department"},
		{"宣传不够", "宣传不\uFFFD", "", "/indicators/1/deviation"},
		{"≥90%", "\uFFFD90%", "/indicators/1/target", ""},
		{"| 80% |", "| 8\uFFFD% |", "/indicators/1/actual", ""},
		{"满意度 |", "满意\uFFFD |", "", "/indicators/1/name"},
		{"主管部门", "主管部\uFFFD", "", ""},
		{"26.67", "2\uFFFD.67", "/indicators/1/score", ""},
		{"| 100.00 | 100.00 | 50.00", "| 100.00 | 1\uFFFD0.00 | 50.00", "/funds/0/adjusted_budget", ""},
		{"年度资金总额", "年度资金\uFFFD额", "/funds/0/name", ""},
		{"实际完成值", "实际完\uFFFD值", "", ""},
		{"全年预算数", "全\uFFFD预算数", "", ""},
		{"总分", "\uFFFD分", "", "/total/score"},
		{"91.67", "91.\uFFFD7", "/total/score", ""},
	} {
		reports, unread := Read([]grid.Grid{parse(t, change(c.was, c.is))})
		if len(reports) != 1 {
			t.Errorf("%s: %d reports, unread %v", c.is, len(reports), unread)
			continue
		}
		if c.doubtful == "" && !strings.Contains(strings.Join(reasons(unread), " "), "does not name") {
			t.Errorf("%s: not said: %v", c.is, unread)
		}
		for _, e := range reports[0].Entries() {
			doubtful := strings.Contains(e.Cell.Text, unreadable)
			if doubtful != (e.Field == c.doubtful) || doubtful != (e.Cell.Doubt != nil) || e.Field == c.missing && e.Cell.Present() {
				t.Errorf("%s: %s is %+v", c.is, e.Field, e.Cell)
			}
		}
	}
}
