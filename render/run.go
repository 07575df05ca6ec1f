package render

import (
	"fmt"
	"strings"

	"fuhe"
)

// mostPathsShown is how many inputs of a command stand on a paper; a run may name thousands.
const mostPathsShown = 3

// CommandLine is the command as a person types it: its options, then its inputs, quoted where a shell wants it. Of more than
// three inputs the first three stand there, and how many more there were.
func (r Run) CommandLine(l fuhe.Lang) string {
	words := append([]string{"fuhe", r.Command}, r.Flags...)
	for i, path := range r.Paths {
		if i == mostPathsShown {
			words = append(words, fmt.Sprintf(fuhe.Phrase{ZH: "…（另 %d 个）", EN: "… (%d more)"}.In(l), len(r.Paths)-i))
			break
		}
		if strings.HasPrefix(path, "-") && path != "-" {
			path = "./" + path // it would be taken for an option
		}
		words = append(words, ShellWord(path))
	}
	return strings.TrimSpace(Plain(strings.Join(words, " ")))
}

// ShellWord is a word of a command as it is typed: in quotes where a shell would split or change it.
func ShellWord(word string) string {
	switch {
	case word != "" && !strings.ContainsAny(word, " \t\n'\"$`!*?[]{}()<>|&;#~　"):
		return word
	case !strings.ContainsAny(word, "\"$`!"):
		return `"` + word + `"`
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
