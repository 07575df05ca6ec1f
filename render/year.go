package render

import (
	"strings"

	"fuhe"
)

// WithYear is the name of a form with its year behind it: 道路养护（2023）, in English 道路养护 (2023). One that says the year already is left as it is.
func WithYear(name, year string, l fuhe.Lang) string {
	if year == "" || strings.Contains(name, year) {
		return name
	}
	return name + fuhe.Phrase{ZH: "（" + year + "）", EN: " (" + year + ")"}.In(l)
}
