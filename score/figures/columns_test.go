package figures

import (
	"testing"

	"fuhe"
)

// TestSourcesOfGovernmentsAddUp: sources named by levels of government stand beside each other and are no parts of the
// first one, unless that is the whole appropriation.
func TestSourcesOfGovernmentsAddUp(t *testing.T) {
	for _, c := range []struct {
		names  []string
		nested bool
	}{
		{[]string{"年度资金总额", "其中：中央财政资金", "省级财政资金", "市级财政资金"}, false},
		{[]string{"年度资金总额", "其中：本级财政拨款", "上级补助资金"}, false},
		{[]string{"年度资金总额", "其中：当年财政拨款", "其中：中央补助", "省级资金"}, true},
		{[]string{"年度资金总额", "其中：财政拨款", "中央补助", "市级资金"}, true},
	} {
		funds := make([]fuhe.Fund, len(c.names))
		for i, n := range c.names {
			funds[i].Name = fuhe.NewCell(n, fuhe.Source{})
		}
		if got := Nested(funds); got != c.nested {
			t.Errorf("%q: nested %v, want %v", c.names, got, c.nested)
		}
	}
}
