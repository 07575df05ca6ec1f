package form

import (
	"strings"
)

// quote shows a text in a reason, cut to what a line bears.
func quote(text string) string {
	r := []rune(strings.Join(strings.Fields(text), " "))
	if len(r) > 24 {
		return "“" + string(r[:24]) + "…”"
	}
	return "“" + string(r) + "”"
}
