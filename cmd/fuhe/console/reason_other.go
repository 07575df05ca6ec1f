//go:build !windows

package console

// systemWordsHere are what this system says of files beside what all systems say.
var systemWordsHere []systemWord

// mayBeHeld reports whether a file could not be replaced because another program has it open: here none keeps one.
func mayBeHeld(error) bool { return false }
