package lattice

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"fuhe/extract/page/typeset"
)

// sideBySide reports whether the lines of a cell are two texts that stand beside each other: the rule between them is
// missing. White space runs down between them, and a line of the one stands at a height between two lines of the other, so
// close that one text could not have both, or among many. Within one text no line stands so.
func sideBySide(rows []typeset.Row) bool {
	if len(rows) < leastSideLines {
		return false
	}
	var all []stretch
	for i := range rows {
		v, size := rows[i].Base()
		for _, p := range rows[i].Pieces(columnGapShare) {
			all = append(all, stretch{from: p[0], to: p[1], base: v, size: size})
		}
	}
	slices.SortFunc(all, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	end := math.Inf(-1)
	for i, s := range all {
		if i > 0 && s.from > end+leastSidePoints && (amid(all[:i], all[i:]) || amid(all[i:], all[:i])) {
			return true
		}
		end = max(end, s.to)
	}
	return false
}

// stretch is a piece of a line: from where to where it goes, its baseline and its font size.
type stretch struct{ from, to, base, size float64 }

// amid reports whether a piece stands between two lines of others and in none of them.
func amid(pieces, others []stretch) bool {
	for _, p := range pieces {
		above, below := math.Inf(1), math.Inf(1)
		bases := make(map[float64]bool)
		for _, o := range others {
			bases[o.base] = true
			if o.base < p.base {
				above = min(above, p.base-o.base)
			} else {
				below = min(below, o.base-p.base)
			}
		}
		if math.IsInf(above, 1) || math.IsInf(below, 1) || min(above, below) <= typeset.TwiceShare*p.size {
			continue
		}
		if min(above, below) < tightShare*p.size || len(bases) >= leastSideLines {
			return true
		}
	}
	return false
}

// fills reports whether a line leaves no room for another character in its cell.
func (t *table) fills(c *cell, line *typeset.Row, size float64) bool {
	from, to, _ := line.Extent()
	return t.xs[c.col+c.cols]-t.xs[c.col]-(to-from) < paddingPoints+size
}

// besideLine reports whether a cell of one row beside another one has its only line on a baseline.
func (t *table) besideLine(d *desk, c *cell, row int, base, size float64) bool {
	for k := range t.cells {
		o := &t.cells[k]
		if o.row != row-1 || o.rows != 1 || o.col == c.col {
			continue
		}
		if rows := o.lines(d); len(rows) == 1 {
			if v, _ := rows[0].Base(); math.Abs(v-base) <= typeset.TwiceShare*size {
				return true
			}
		}
	}
	return false
}

// stackedTexts reports whether a cell over several rows holds a text in each of them, with a figure among them, set farther
// apart than lines of one text are, or level with the texts beside and not broken for want of room: the rule between them is
// missing.
func (t *table) stackedTexts(d *desk, c *cell, rows []typeset.Row) bool {
	if c.rows < 2 || len(rows) < 2 || !strings.ContainsAny(c.text, "0123456789") {
		return false
	}
	in := make(map[int]bool) // rows of the table with a text of their own
	apart := false
	for i := range rows {
		v, size := rows[i].Base()
		r, _ := slices.BinarySearch(t.ys, v-size/3)
		if i == 0 {
			in[r] = true
			continue
		}
		before, _ := rows[i-1].Base()
		switch far := v-before > maxPitchShare*size || !t.fills(c, &rows[i-1], size) && t.besideLine(d, c, r, v, size); {
		case far && !in[r]:
			apart, in[r] = true, true
		case far || !in[r]:
			return false
		}
	}
	return apart
}
