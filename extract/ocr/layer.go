package ocr

import (
	"cmp"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/page"
)

// differs reports whether the text that a scanner put behind its picture says something else in a part of the page than
// was recognised there. Where it says nothing it does not.
func differs(layer []page.Glyph, within fuhe.Box, recognised string) bool {
	var there []page.Glyph
	for _, g := range layer {
		x, y := (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2
		if x > within[0] && x < within[2] && y > within[1] && y < within[3] && strings.TrimSpace(g.Text) != "" {
			there = append(there, g)
		}
	}
	slices.SortStableFunc(there, func(a, b page.Glyph) int {
		if d := a.Base - b.Base; d > a.Size/2 || -d > a.Size/2 {
			return cmp.Compare(a.Base, b.Base)
		}
		return cmp.Compare(a.Box[0], b.Box[0])
	})
	var said strings.Builder
	for _, g := range there {
		said.WriteString(g.Text)
	}
	return len(there) > 0 && bare(said.String()) != bare(recognised)
}

// bare is a figure without what two ways of writing it may differ by.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\u00a0', '\u3000', ',', '，':
			return -1
		case '％':
			return '%'
		case '．':
			return '.'
		}
		return r
	}, text)
}
