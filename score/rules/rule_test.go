package rules

import (
	"slices"
	"testing"
)

// The catalogue is itself an order that keeps to Heeds, and a set of rules has a bit for each.
func TestCatalogueKeepsToHeeds(t *testing.T) {
	for i, r := range catalogue {
		for _, h := range r.Heeds {
			if k := slices.Index(catalogue, h); k < 0 || k >= i {
				t.Errorf("%s heeds %s and does not come after it", r.ID, h.ID)
			}
		}
	}
	if len(catalogue) > 64 {
		t.Errorf("%d rules do not fit into a RuleSet", len(catalogue))
	}
}

// A rule that looks at what another found without heeding it is stopped.
func TestWrongRefusesWhatIsNotHeeded(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a rule looked at another that it does not heed")
		}
	}()
	p := &Pass{rule: ExecutionRate}
	p.wrong("/funds/0/execution_rate", TotalScore)
}
