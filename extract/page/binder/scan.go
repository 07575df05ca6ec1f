package binder

import "strings"

// Scanned says that a page is a picture of a page that nobody read; "" when it is none. A page number or a stamp put on a scan is no text
// of it, and a text layer without rules holds no tables.
func Scanned(l Leaf) string {
	if l.Recognised || l.Page.ImageArea <= scanShare || len(l.Grids) > 0 {
		return ""
	}
	seen, hidden := 0, 0
	for _, g := range l.Page.Glyphs {
		switch {
		case g.Text != "" && strings.TrimSpace(g.Text) == "":
		case g.Hidden:
			hidden++
		default:
			seen++
		}
	}
	switch {
	case seen > scanGlyphs:
		return ""
	case hidden > 0:
		return "scanned page with a hidden text layer, no rules to read it by" + advice
	}
	return "scanned page, no text" + advice
}

// advice is what can be done about a scan.
const advice = " — --ocr recognises scanned pages"

// A page is a scan when pictures cover more than this share of it and it shows no more than so many glyphs: a page
// number, a stamp.
const (
	scanShare  = 0.5
	scanGlyphs = 12
)
