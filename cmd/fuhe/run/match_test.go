package run

import "testing"

// Patterns are those of git and ruff: a bare one is held against every name, ** reaches over folders.
func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		pattern, path string
		want          bool
	}{
		{"*.png", "in/a/b.png", true}, {"draft", "in/draft/x.pdf", true}, {"draft/", "in/draft", true}, {"*.pdf", "in/a.xlsx", false},
		{"in/*.pdf", "in/a.pdf", true}, {"in/*.pdf", "in/b/a.pdf", false}, {"in/**/a.pdf", "in/b/c/a.pdf", true}, {"in/**/a.pdf", "in/a.pdf", true},
		{"**/b/*.pdf", "x/b/a.pdf", true}, {"./in/**", "in/x/y", true}, {"[", "[", true}, {"a?c", "in/abc", true}, {"表*", "公开/表1.pdf", true},
	} {
		if got := Matches(c.pattern, c.path); got != c.want {
			t.Errorf("%s on %s: %v", c.pattern, c.path, got)
		}
	}
}
