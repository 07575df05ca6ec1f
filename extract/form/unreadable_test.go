package form

import (
	"strings"
	"testing"

	"fuhe/extract/grid"
)

// TestCharactersWithoutAName: an entry with one is left out and said; where it may be a figure of a sum, or tells what
// others are, the form is not read.
func TestCharactersWithoutAName(t *testing.T) {
	for _, c := range []struct {
		was, is string
		read    bool
		missing string // the entry that is left out
	}{
		{"办好。", "办\uFFFD。", true, "/goals/expected"},
		{"某局", "某\uFFFD", true, "/department"},
		{"宣传不够", "宣传不\uFFFD", true, "/indicators/1/deviation"},
		{"≥90%", "\uFFFD90%", true, "/indicators/1/target"},
		{"| 80% |", "| 8\uFFFD% |", true, "/indicators/1/actual"},
		{"满意度 |", "满意\uFFFD |", true, ""},
		{"主管部门", "主管部\uFFFD", true, "/department"},
		{"26.67", "2\uFFFD.67", false, ""},
		{"| 100.00 | 100.00 | 50.00", "| 100.00 | 1\uFFFD0.00 | 50.00", false, ""},
		{"年度资金总额", "年度资金\uFFFD额", false, ""},
		{"实际完成值", "实际完\uFFFD值", false, ""},
		{"全年预算数", "全\uFFFD预算数", false, ""},
		{"总分", "\uFFFD分", false, ""},
		{"91.67", "91.\uFFFD7", false, ""},
	} {
		reports, unread := Read([]grid.Grid{parse(t, change(c.was, c.is))})
		said := false
		for _, u := range unread {
			said = said || strings.Contains(u.Reason, "does not name") && (!u.At.IsZero() || c.read)
		}
		if !said && c.read || len(unread) == 0 {
			t.Errorf("%s: not said: %v", c.is, unread)
		}
		if len(reports) == 1 != c.read {
			t.Errorf("%s: %d reports, unread %v", c.is, len(reports), unread)
			continue
		}
		for _, r := range reports {
			for _, e := range r.Entries() {
				if strings.Contains(e.Cell.Text, unreadable) || string(e.Field) == c.missing && e.Cell.Present() {
					t.Errorf("%s: %s is %q", c.is, e.Field, e.Cell.Text)
				}
			}
		}
	}
}
