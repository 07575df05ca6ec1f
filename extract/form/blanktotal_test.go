package form

import (
	"testing"

	"fuhe/extract/grid"
)

// A total without its score is said: the sum of the scores agrees with nothing.
func TestBlankTotal(t *testing.T) {
	for row, want := range map[string]int{"| 100 | 91.67 |  |": 0, "| 100 |  |  |": 1} {
		reports, _ := Read([]grid.Grid{parse(t, change("| 100 | 91.67 |  |", row))})
		if len(reports) != 1 {
			t.Fatalf("%s: %d reports", row, len(reports))
		}
		said := 0
		for _, l := range reports[0].Lost {
			if l.Part == "/total" {
				said++
			}
		}
		if said != want {
			t.Errorf("%s: said %d times", row, said)
		}
	}
}
