package workbook

import (
	"regexp"
	"sync"
)

// lazily is an expression that is compiled when it is first asked for: most runs write no workbook.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
