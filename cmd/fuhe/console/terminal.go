package console

import (
	"io"
	"os"

	"golang.org/x/term"
)

// Colored follows --color, and NO_COLOR as other tools do.
func Colored(when string, w io.Writer) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return IsTerminal(w) && os.Getenv("NO_COLOR") == ""
}

// IsTerminal tells whether a person looks at what is written there, or types what is read.
func IsTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
