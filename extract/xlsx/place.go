package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"fuhe/extract/worksheet"
)

// position reads "G4" or "$G$4" as row 3, column 6.
func position(ref string) (row, col int, ok bool) {
	ref = strings.ReplaceAll(ref, "$", "")
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A') + 1
	}
	row, err := strconv.Atoi(ref[i:])
	if i == 0 || err != nil || row < 1 || row > maxRows || col > maxColumns || ref[i] == '+' {
		return 0, 0, false
	}
	return row - 1, col - 1, true
}

// number reads an optional measure; what is none counts as not given.
func number(v string) float64 {
	f, err := strconv.ParseFloat(v, 64)
	if err != nil || f < 0 || f > 1e6 {
		return 0
	}
	return f
}

func (s *sheet) addMerge(ref string) error {
	first, last, two := strings.Cut(ref, ":")
	if !two {
		last = first
	}
	r0, c0, ok1 := position(first)
	r1, c1, ok2 := position(last)
	if !ok1 || !ok2 || r1 < r0 || c1 < c0 {
		return fmt.Errorf("merged range %q", ref)
	}
	if len(s.Merges) >= maxMerges {
		return fmt.Errorf("more than %d merged ranges", maxMerges)
	}
	s.Merges = append(s.Merges, worksheet.Span{Row: r0, Col: c0, LastRow: r1, LastCol: c1})
	return nil
}
