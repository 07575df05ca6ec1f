package workbook

import (
	"regexp"
	"sync"
)

// expression is compiled when it is first asked for: most runs write no workbook.
func expression(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
