package run

import (
	"path"
	"path/filepath"
	"strings"
)

// Matches tells whether a pattern names a path: one without a slash is held against each name of the path, one with a
// slash against the path as a whole, where ** stands for any number of folders.
func Matches(pattern, name string) bool {
	pattern, name = strings.TrimSuffix(filepath.ToSlash(pattern), "/"), strings.TrimPrefix(filepath.ToSlash(name), "./")
	parts := strings.Split(name, "/")
	if !strings.Contains(pattern, "/") {
		for _, part := range parts {
			if one(pattern, part) {
				return true
			}
		}
		return false
	}
	return along(strings.Split(strings.TrimPrefix(pattern, "./"), "/"), parts)
}

// one matches a single name; a pattern that is none matches nothing but itself.
func one(pattern, name string) bool {
	ok, err := path.Match(pattern, name)
	return ok && err == nil || pattern == name
}

// along matches name by name.
func along(pattern, parts []string) bool {
	for len(pattern) > 0 {
		if pattern[0] == "**" {
			for i := range len(parts) + 1 {
				if along(pattern[1:], parts[i:]) {
					return true
				}
			}
			return false
		}
		if len(parts) == 0 || !one(pattern[0], parts[0]) {
			return false
		}
		pattern, parts = pattern[1:], parts[1:]
	}
	return len(parts) == 0
}
