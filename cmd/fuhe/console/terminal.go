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

// Width is that of a terminal in cells; 0 for anything else.
func Width(w any) int {
	f, ok := w.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return width
}

// IsTerminal tells whether a person looks at what is written there, or types what is read.
func IsTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
