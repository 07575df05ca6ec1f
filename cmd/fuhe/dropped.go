package main

import (
	"os"
	"path/filepath"
	"strings"

	"fuhe"
)

// dropped is the command line of files that were dropped on the program: each is corrected, and the workbook stands beside
// the first of them. Without files it is that of the page, onto which they can be dropped.
func dropped(args []string, lang fuhe.Lang) []string {
	if len(args) < 2 {
		return append(args[:1:1], "serve")
	}
	for _, p := range args[1:] {
		if _, err := os.Stat(p); err != nil {
			return args // a command, or a mistake that is said as ever
		}
	}
	first := filepath.Clean(args[1])
	name := fuhe.Phrase{ZH: "-复核", EN: "-checked"}.In(lang)
	if st, err := os.Stat(first); err == nil && !st.IsDir() {
		first = strings.TrimSuffix(first, filepath.Ext(first))
	}
	out := first + name + ".xlsx"
	return append(append([]string{args[0], "correct", "-o", out}, "--"), args[1:]...)
}
