package xlsx

import "testing"

// TestTooManyCells: who wants forms of a workbook that has too many cells for one is told what takes more; who wants tables has that.
func TestTooManyCells(t *testing.T) {
	for most, want := range map[int]string{
		maxCells:      "the workbook has more than 400000 filled cells — fuhe tables takes 1200000",
		maxTableCells: "the workbook has more than 1200000 filled cells",
	} {
		w := &workbook{most: most, cells: most}
		if err := w.keep(&sheet{}, &stored{}); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}
