package flow

import "strings"

// computed are the fields that show something of which a file need not hold the text.
var computed = map[string]bool{"EQ": true, "AUTONUM": true, "AUTONUMLGL": true, "AUTONUMOUT": true, "LISTNUM": true, "SEQ": true, "QUOTE": true}

// hides is the option of fields that count and show nothing.
const hides = `\h`

// Computed reports whether a field of a word processor shows something by its instruction alone, so that one without a stored
// result is not blank.
func Computed(instruction string) bool {
	name, _, _ := strings.Cut(strings.TrimSpace(instruction), " ")
	name, _, _ = strings.Cut(name, `\`)
	return computed[strings.ToUpper(name)] && !strings.Contains(instruction, hides) || strings.HasPrefix(name, "=")
}
