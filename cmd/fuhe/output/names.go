package output

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameBytes is the longest name of a file that file systems take; Windows counts 255 UTF-16 units, which are never more.
const nameBytes = 255

// safePath is a path of a document, with a suffix, in names that every file system takes: those inside a zip may be
// anything.
func safePath(path, suffix string) string {
	var parts []string
	for _, part := range strings.Split(filepath.ToSlash(path), "/") {
		if part != "" && part != "." && part != ".." {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		parts = []string{"_"}
	}
	last := len(parts) - 1
	for i, part := range parts {
		more := ""
		if i == last {
			more = suffix
		}
		parts[i] = safeName(part, more)
	}
	return filepath.Join(parts...)
}

// SafePath is a path in names that every file system takes.
func SafePath(path string) string { return safePath(path, "") }

// safeName is one name of a path with a suffix.
func safeName(name, suffix string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`<>:"/\|?*`, r) || r == utf8.RuneError || unicode.Is(unicode.Cf, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	if name = strings.TrimLeft(name, " "); suffix == "" {
		name = strings.TrimRight(name, " .") // Windows drops them, and two names fall together
	}
	if name == "" {
		name = "_"
	}
	if stem, _, _ := strings.Cut(name, "."); reserved(strings.TrimRight(stem, " ")) {
		name = "_" + name
	}
	for len(name)+len(suffix) > nameBytes {
		_, last := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-last]
	}
	return name + suffix
}

// reserved tells the names of devices on Windows, which are no files under any suffix.
func reserved(stem string) bool {
	switch stem = strings.ToUpper(stem); stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	for _, port := range []string{"COM", "LPT"} {
		if digit, ok := strings.CutPrefix(stem, port); ok && utf8.RuneCountInString(digit) == 1 && strings.Contains("0123456789¹²³", digit) {
			return true
		}
	}
	return false
}
