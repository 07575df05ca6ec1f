package render

import "strings"

// WithYear is the name of a form with its year behind it: 道路养护（2023）. One that says the year already is left as it is.
func WithYear(name, year string) string {
	if year == "" || strings.Contains(name, year) {
		return name
	}
	return name + "（" + year + "）"
}
