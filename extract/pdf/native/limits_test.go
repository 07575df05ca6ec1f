package native

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"fuhe/extract/work"
)

// Content made to take time or memory ends soon, and says so.
func TestBudgets(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a few seconds")
	}
	var many, grid strings.Builder
	for i := range 500 {
		fmt.Fprintf(&many, "BT /F 0.1 Tf 20 %g Td (%s) Tj ET ", float64(i)/5, strings.Repeat("56", 500))
	}
	for i := range 5000 {
		fmt.Fprintf(&grid, "BT /F 1 Tf %d %d Td (5) Tj ET ", i%100*2, i/100*2)
	}
	for name, content := range map[string]string{
		"characters off the page":  "BT /F 10 Tf 0 9999 Td " + strings.Repeat("("+strings.Repeat("5", 1000)+") Tj ", 5000) + "ET",
		"characters":               many.String(),
		"marks in one another":     strings.Repeat("/A BMC ", maxMarks+1),
		"images":                   strings.Repeat("BI ID EI ", maxPieces+1),
		"states in one another":    strings.Repeat("q ", 5000),
		"operators":                strings.Repeat("q Q ", maxOperators/2+1),
		"operands":                 strings.Repeat("1 ", 10_000),
		"a path of a million legs": strings.Repeat("1 1 m ", maxPathPoints+1) + "S",
		"rules":                    strings.Repeat("9 9 m 99 9 l S ", maxPieces+1),
		"one over the other":       grid.String() + strings.Repeat("9 9 99 50 re f ", 12_000),
	} {
		if name == "images" && os.Getenv("FUHE_SLOW") == "" {
			continue // 8 s; the whole CI takes them
		}
		start := work.Start()
		p := read(t, sheet(helvetica, content))
		if p.Unsure == "" {
			t.Errorf("%s: not a word (%d glyphs, %d rules)", name, len(p.Glyphs), len(p.Rules))
		}
		if took := start.Spent(); took > 60*time.Second {
			t.Errorf("%s: took %s", name, took)
		}
	}
}
