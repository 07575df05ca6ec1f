package form

import (
	"strings"
	"testing"

	"fuhe/extract/grid"
)

// A label that names another unit than its block leaves the amounts of its row open; one that names the same says nothing.
func TestUnitOfARow(t *testing.T) {
	for label, open := range map[string]bool{"年度资金总额（万元）": true, "年度资金总额（元）": false, "年度资金总额（含结转）": false} {
		reports, _ := Read([]grid.Grid{parse(t, strings.Replace(national, "年度资金总额", label, 1))})
		if len(reports) != 1 || len(reports[0].Funds) != 1 {
			t.Fatalf("%s: %d reports", label, len(reports))
		}
		if c := reports[0].Funds[0].AdjustedBudget; c.Text != "100.00" || (c.Doubt != nil) != open || (c.Number == nil) != open {
			t.Errorf("%s: %+v", label, c)
		}
	}
}
