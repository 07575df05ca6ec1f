package typeset

import (
	"fmt"

	"fuhe/extract/page"
)

// Misnamed says that a page names its characters wrongly, "" when nothing tells: accented Latin letters as wide as
// ideographs are ideographs whose names were lost when the file was printed anew, and others may have become plain
// letters and signs unnoticed.
func Misnamed(glyphs []page.Glyph) string {
	first := 0
	for first < len(glyphs) && !accented(glyphs[first].Text) {
		first++
	}
	if first == len(glyphs) {
		return ""
	}
	kinds, ideographs := "", 0
	for i := range glyphs {
		g := &glyphs[i]
		for _, r := range g.Text {
			switch wide := g.Box[2]-g.Box[0] >= emShare*g.Size; {
			case r >= 0x2E80:
				ideographs++
			case wide && r >= 0xC0 && r <= 0x24F && r != '×' && r != '÷' && len(kinds) < 4*misnamedKinds:
				kinds += string(r)
			}
		}
	}
	seen := map[rune]bool{}
	for _, r := range kinds {
		seen[r] = true
	}
	if len(seen) < misnamedKinds || ideographs < len(seen) {
		return ""
	}
	return fmt.Sprintf("characters named %q that are as wide as ideographs", kinds)
}

// accented reports whether a letter of U+00C0 to U+024F may be in a text.
func accented(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 0xC3 && c <= 0xC9 {
			return true
		}
	}
	return false
}
