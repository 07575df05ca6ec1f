package render

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// Limits of the file format of workbooks; Excel counts in UTF-16 units and refuses what is longer.
const (
	MaxSheetNameUnits = 31
	MaxCellUnits      = 32767
)

// SheetNames gives every sheet of a workbook a legal name that no other has: names taken, and the number that the next
// sheet of the same name gets.
type SheetNames map[string]int

// Take is the wanted name made legal and unique: no : \ / ? * [ ], no quotes at the ends, at most 31 UTF-16 units, not
// blank, not Excel's own "History"; names that differ in case only are the same.
func (n SheetNames) Take(wanted, otherwise string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '_'
		}
		return r
	}, Plain(wanted))
	name = strings.Trim(name, "' ")
	if name == "" || strings.EqualFold(name, "history") {
		name = otherwise
	}
	base := strings.TrimRight(CutUnits(name, MaxSheetNameUnits), "' ")
	name = base
	for i := max(n[strings.ToLower(base)], 1); n[strings.ToLower(name)] > 0; {
		i++
		n[strings.ToLower(base)] = i
		tail := fmt.Sprintf(" (%d)", i)
		name = strings.TrimRight(CutUnits(base, MaxSheetNameUnits-len(tail)), "' ") + tail
	}
	n[strings.ToLower(name)] = 1
	return name
}

// CutUnits is the longest beginning of a text with at most n UTF-16 units, never half a character.
func CutUnits(s string, n int) string {
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > n {
			return s[:i]
		}
	}
	return s
}

// QuoteSheet is a sheet's name as references spell it.
func QuoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
