package form

import (
	"slices"
	"strings"
	"unicode"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// goesOn reports whether the indicators of a form without a total go on in the next table of a file without pages: it
// begins with the same headings over the same columns and has nothing that begins a form. Tables on pages are joined by
// their borders, before.
func goesOn(a, b *table) bool {
	if a.grid.Page != 0 || !onlyContinued(b.grid.Above) || !(a.last().title || a.last().owner) || !a.last().indicators || b.parts() != (parts{indicators: true}) {
		return false
	}
	from, to := a.view(), b.view()
	upper := a.lastBlocks()
	first, next := firstOf(upper, view.Indicators), firstOf(b.blocks, view.Indicators)
	if first == nil || next == nil || next.Zone.Top != 0 || first.Zone.Bottom-first.Zone.Top != next.Zone.Bottom {
		return false
	}
	for r := 0; r <= next.Zone.Bottom; r++ {
		if !sameHeadings(from.In(first.Zone.Top+r), to.In(r)) {
			return false
		}
	}
	if name := firstName(to, next); name == "" || name == firstName(from, first) {
		return false // all over again: another form of the same kind
	}
	rows, _ := newBody(from, upper)
	return !rows.hasTotalRow()
}

// lastBlocks are the blocks of the last form of a table.
func (t *table) lastBlocks() []view.Block {
	return t.blocksIn(t.forms[len(t.forms)-1])
}

// sameHeadings reports whether two rows have the same texts in the same columns.
func sameHeadings(a, b []*view.Cell) bool {
	return slices.EqualFunc(a, b, func(x, y *view.Cell) bool {
		return x.Col == y.Col && x.Right() == y.Right() && words.Squeeze(x.Text) == words.Squeeze(y.Text)
	})
}

// firstName is the name of the first indicator of a block.
func firstName(v *view.View, b *view.Block) string {
	for _, f := range []words.Field{words.Name, words.Level2} {
		if col := b.Columns.Find(f); col != nil {
			return words.Squeeze(textUnder(v, b.From, col).Text)
		}
	}
	return ""
}

// onlyContinued reports whether the lines over a table only say that it goes on (续表) or are page numbers.
func onlyContinued(lines []fuhe.Line) bool {
	return !slices.ContainsFunc(lines, func(l fuhe.Line) bool {
		return !strings.Contains(l.Text, "续") && strings.ContainsFunc(l.Text, unicode.IsLetter)
	})
}
