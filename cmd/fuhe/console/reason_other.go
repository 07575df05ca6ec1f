//go:build !windows

package console

// systemWordsHere are what this system says of files beside what all systems say.
var systemWordsHere []systemWord
