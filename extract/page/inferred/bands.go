package inferred

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"fuhe/extract/page/typeset"
)

// band is a row as the white around it tells it: the first and the last baseline of its texts.
type band struct{ first, last float64 }

// rowBands are the rows of a part that are told by the white between them, which is wider than between lines of one text, or by
// drawn walls; nil where that is not clear. The headings are none of them.
func (t *table) rowBands() []band {
	entries, ok := t.entries()
	if !ok || len(entries) == 0 {
		return nil
	}
	walls := t.wallsOf(entries)
	if out := t.walled(entries, walls); out != nil {
		return out
	}
	leading := t.leading
	if leading == 0 {
		leading = t.halves(entries)
	}
	if leading == 0 {
		return nil
	}
	size := t.size()
	return parted(entries, func(a, b *piece) (apart, clear bool) {
		if wallBetween(walls, a, b) {
			return true, true
		}
		over := (b.base-a.base)/size - leading
		return over >= rowOverShare, over >= rowOverShare || over <= lineOverShare
	})
}

// halves is the distance of the lines of a text, as a share of the font size, where one of two lines stands around one of
// a single line; 0 where none does.
func (t *table) halves(entries []piece) float64 {
	size, least := t.size(), math.Inf(1)
	lines := rows(entries)
	for i := 2; i < len(lines); i++ {
		a, b := (lines[i-1][0].base-lines[i-2][0].base)/size, (lines[i][0].base-lines[i-1][0].base)/size
		if min(a, b) > typeset.LineShare && max(a, b) < leastPitch && math.Abs(a-b) < rowOverShare {
			least = min(least, a+b)
		}
	}
	if math.IsInf(least, 1) {
		return 0
	}
	return least
}

// walled are the bands between walls where there is one between any two rows: none holds two points of one column, and no
// white in it is as wide as between rows.
func (t *table) walled(entries []piece, walls []float64) []band {
	if len(walls) == 0 {
		return nil
	}
	size := t.size()
	out := parted(entries, func(a, b *piece) (apart, clear bool) {
		apart = wallBetween(walls, a, b)
		return apart, apart || t.leading == 0 || (b.base-a.base)/size-t.leading < rowOverShare
	})
	if len(out) < 2 {
		return nil
	}
	for _, c := range t.all {
		for _, b := range out {
			n := 0
			for _, q := range c.pieces {
				if q.base >= b.first && q.base <= b.last && (c.head.role == Points || c.head.role == Amount) && isFigure(q.text) {
					n++
				}
			}
			if n > 1 {
				return nil
			}
		}
	}
	return out
}

// parted puts the texts of the entries into bands; nil where it is not clear whether two lines are apart.
func parted(entries []piece, apart func(a, b *piece) (apart, clear bool)) []band {
	out := []band{{entries[0].base, entries[0].base}}
	for i := 1; i < len(entries); i++ {
		switch is, clear := apart(&entries[i-1], &entries[i]); {
		case !clear:
			return nil
		case is:
			out = append(out, band{entries[i].base, entries[i].base})
		default:
			out[len(out)-1].last = entries[i].base
		}
	}
	return out
}

// entries are the texts of all columns but those of groups that stand under the headings, top down; false where they are
// not told from the headings.
func (t *table) entries() ([]piece, bool) {
	var out []piece
	for i := range t.all {
		c := &t.all[i]
		if c.head.role == Level {
			continue
		}
		below, ok := t.belowHead(c)
		if !ok {
			return nil, false
		}
		out = append(out, below...)
	}
	slices.SortStableFunc(out, func(a, b piece) int { return cmp.Compare(a.base, b.base) })
	return out, true
}

// belowHead are the texts of a column under its heading.
func (t *table) belowHead(c *column) ([]piece, bool) {
	if t.heads == 0 || len(c.top) > 0 {
		return c.pieces, true
	}
	lines := linesOf(c.pieces)
	var head []piece
	for i := 0; i < min(len(lines), maxHeadLines) && c.head.text != ""; i++ {
		if head = append(head, lines[i].pieces...); joined(head) == c.head.text {
			return c.piecesBelow(head), true
		}
	}
	for i := range lines {
		if lines[i].base > t.rows[0]+centreShare*lines[i].size {
			break
		}
		head = append(head, lines[i].pieces...)
	}
	return c.piecesBelow(head), c.head.text == ""
}

// wallsOf are the heights of the drawn lines and edges of fills that part the texts of all columns but those of groups.
func (t *table) wallsOf(entries []piece) []float64 {
	x0, x1 := extent(entries)
	var out []float64
	for i := range t.walls {
		if w := &t.walls[i]; covered(w.spans, x0, x1) >= wallShare*(x1-x0) {
			out = append(out, w.y)
		}
	}
	return out
}

// wallBetween reports whether a wall stands between two lines.
func wallBetween(walls []float64, a, b *piece) bool {
	return slices.ContainsFunc(walls, func(y float64) bool { return y > a.base && y < b.base-struckHigh*b.size })
}

// inBands puts the lines of all columns but those of groups into the rows that bands tell, and tells how the lines of
// texts stand to their rows, in all ways where they do not in one; none where a row has two points of one column.
func (t *table) inBands(bands []band) []setting {
	for i := range t.all {
		c := &t.all[i]
		if c.head.role == Level {
			continue
		}
		c.held = make([][]piece, t.heads+len(bands))
		below, _ := t.belowHead(c)
		if t.heads > 0 {
			c.held[0] = append(slices.Clone(c.top), without(c.pieces, below)...)
		}
		for _, q := range below {
			k := slices.IndexFunc(bands, func(b band) bool { return q.base >= b.first && q.base <= b.last })
			c.held[t.heads+k] = append(c.held[t.heads+k], q)
		}
	}
	for i := range t.all {
		if c := &t.all[i]; c.head.role == Points && slices.ContainsFunc(c.held[t.heads:], func(held []piece) bool { return len(held) > 1 || len(held) == 1 && !wholeFigure(held[0].text) }) {
			return nil
		}
	}
	t.rows = t.rows[:t.heads]
	for i := range t.all {
		if c := &t.all[i]; c.head.role != Level && !t.flows(c, bands) {
			return nil
		}
	}
	for k := range bands {
		t.rows = append(t.rows, t.lineOf(t.heads+k))
	}
	var hows []setting
	for how := range settings {
		if t.stand(how) {
			hows = append(hows, how)
		}
	}
	if len(hows) == 0 {
		hows = []setting{centred, fromTop, toBottom}
	}
	return hows
}

// flows reports whether the lines of a column that stand in one band may be one text: nothing of a line would have fitted
// on the one before.
func (t *table) flows(c *column, bands []band) bool {
	below, _ := t.belowHead(c)
	s := solver{lines: linesOf(below), pitch: t.pitch, prose: c.head.role == Prose, tight: math.Inf(1)}
	s.width = c.widest()
	for n := 1; n < len(s.lines); n++ {
		together := slices.ContainsFunc(bands, func(b band) bool { return s.lines[n-1].base >= b.first && s.lines[n].base <= b.last })
		if together && !s.goesOn(n, false) {
			return false
		}
	}
	return true
}

// within says which text was put together of lines that stand apart like rows do.
func (t *table) within(bands []band) error {
	for _, c := range t.all {
		for k := t.heads; c.head.role != Level && k < len(t.rows); k++ {
			for i, q := range c.held[k] {
				first := &c.held[k][0]
				if i > 0 && !slices.ContainsFunc(bands, func(b band) bool { return first.base >= b.first && q.base <= b.last }) && len(bands) > 0 {
					return fmt.Errorf("“%s” are several texts", joined(c.held[k]))
				}
			}
		}
	}
	return nil
}

// lineOf is the line of a row: that of its points, or else the middle of its texts.
func (t *table) lineOf(k int) float64 {
	var first, last float64
	for _, c := range t.all {
		if c.head.role == Level || len(c.held[k]) == 0 {
			continue
		}
		lines := linesOf(c.held[k])
		if (c.head.role == Points || c.head.role == Amount) && len(lines) == 1 {
			return lines[0].base
		}
		if a, z := lines[0].base, lines[len(lines)-1].base; first == 0 || z-a > last-first {
			first, last = a, z
		}
	}
	return (first + last) / 2
}

// stand reports whether all texts stand in their rows in one way.
func (t *table) stand(how setting) bool {
	for _, c := range t.all {
		for k := t.heads; c.head.role != Level && k < len(t.rows); k++ {
			if len(c.held[k]) > 0 && !how.fits(linesOf(c.held[k]), t.rows[k]) {
				return false
			}
		}
	}
	return true
}
