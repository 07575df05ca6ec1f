package workbook

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"fuhe/render"
)

// sheetNames gives every sheet of a workbook a legal name that no other has.
type sheetNames map[string]bool

// take is the wanted name made legal and unique: no : \ / ? * [ ], no quotes at the ends, at most 31 UTF-16 units, not
// blank, not Excel's own "History"; names that differ in case only are the same.
func (n sheetNames) take(wanted, otherwise string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return '_'
		}
		return r
	}, render.Plain(wanted))
	name = strings.Trim(name, "' ")
	if name == "" || strings.EqualFold(name, "history") {
		name = otherwise
	}
	base := strings.TrimRight(cutUnits(name, maxSheetNameUnits), "' ")
	name = base
	for i := 2; n[strings.ToLower(name)]; i++ {
		tail := fmt.Sprintf(" (%d)", i)
		name = strings.TrimRight(cutUnits(base, maxSheetNameUnits-len(tail)), "' ") + tail
	}
	n[strings.ToLower(name)] = true
	return name
}

// cutUnits is the longest beginning of a text with at most n UTF-16 units, never half a character.
func cutUnits(s string, n int) string {
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > n {
			return s[:i]
		}
	}
	return s
}

// quoteSheet is a sheet's name as references spell it.
func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
