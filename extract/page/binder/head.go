package binder

import (
	"slices"
	"strings"

	"fuhe/extract/grid"
	"fuhe/extract/page/typeset"
)

// takeHead gives a table without any line above it those at the foot of the page before, when that one has no table: a
// title that was left alone at the end of its page.
func (b *Binder) takeHead(g *grid.Grid) {
	if len(g.Above) > 0 || b.last.Err != nil || len(b.last.Grids) > 0 || b.last.Page.Number != g.Page-1 || Scanned(b.last) != "" {
		return
	}
	lines := typeset.Lines(b.last.Page)
	from := len(lines)
	for from > 0 && len(lines)-from < headLines && !strings.ContainsAny(lines[from-1].Text, "。；，！？;") {
		from-- // running text has points, a title has none
	}
	g.Above = slices.Clone(lines[from:])
}

// headLines of text at the foot of a page without tables may be the head of the table on the next one: 附件, the title,
// the year, the unit.
const headLines = 4
