package xlsx

import (
	"strconv"
	"strings"
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
