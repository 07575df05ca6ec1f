package odf

import (
	"regexp"
	"strings"
	"sync"

	"fuhe"
	"fuhe/extract/ooxml"
)

// reference is what stands in the brackets of an OpenFormula: a cell of the sheet itself, or a range of them.
var reference = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\.\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::\.\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?$`)
})

// formula is the formula of a cell in pieces, as spreadsheets of the other formats write it: arguments parted by commas. It has no
// pieces where it refers to another sheet or file, holds a text, or stands for several cells; nil for a cell without one.
func formula(e ooxml.Element, cells int) *fuhe.Formula {
	text := ooxml.Attr(e, "formula")
	if text == "" {
		return nil
	}
	none := &fuhe.Formula{}
	text, known := strings.CutPrefix(text, "of:=")
	if !known || cells > 1 || len(text) > maxFormula || strings.ContainsAny(text, `"'{}~!|#`) || ooxml.Attr(e, "number-matrix-rows-spanned") != "" {
		return none
	}
	var out fuhe.Formula
	for {
		before, rest, more := strings.Cut(text, "[")
		if strings.ContainsAny(before, "],") { // a comma parts nothing here
			return none
		}
		if out = append(out, fuhe.FormulaPiece{Text: strings.ReplaceAll(before, ";", ",")}); !more {
			return &out
		}
		inside, behind, closed := strings.Cut(rest, "]")
		area := areaOf(inside)
		if !closed || area == nil || len(out) > maxReferences {
			return none
		}
		out, text = append(out, fuhe.FormulaPiece{Area: area}), behind
	}
}

// areaOf is what brackets refer to; nil where that is no area of the sheet itself.
func areaOf(s string) *fuhe.Area {
	m := reference().FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	a := fuhe.Area{From: spotOf(m[1], m[2])}
	if a.To = a.From; m[3] != "" {
		a.To = spotOf(m[3], m[4])
	}
	if a.To.Row < a.From.Row || a.To.Col < a.From.Col {
		return nil
	}
	return &a
}

// spotOf is the place of a cell by the letters of its column and the digits of its row; the pattern keeps both short.
func spotOf(column, row string) fuhe.Spot {
	at := fuhe.Spot{Row: -1, Col: -1}
	col, n := 0, 0
	for _, c := range column {
		col = 26*col + int(c-'A') + 1
	}
	for _, c := range row {
		n = 10*n + int(c-'0')
	}
	at.Row, at.Col = at.Row+n, at.Col+col
	return at
}
