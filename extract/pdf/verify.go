package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"fuhe"
	"fuhe/extract/grid"
)

// verify reports where the two readers read a page differently. Both are in words, so that a person can look.
func (r *reading) verify(n int, a, b outcome) {
	at := fuhe.Source{Page: n}
	for _, o := range []struct {
		side  *side
		doubt string
	}{{r.first, a.doubt}, {r.second, b.doubt}} {
		if o.doubt != "" {
			r.unread(at, "not verified, read by one reader only (%s: %s)", o.side.name, o.doubt)
			return
		}
	}
	d := differences{reading: r, left: maxDifferences}
	d.tables(at, a.grids, b.grids)
	if d.left < 0 {
		r.unread(at, "the two readers differ in %d more places", -d.left)
	}
}

// differences gathers where two readings of a page differ.
type differences struct {
	*reading
	left int
}

func (d *differences) say(at fuhe.Source, a, b string) {
	if d.left--; d.left >= 0 {
		d.unread(at, "the two readers differ: %s %s / %s %s", d.first.name, a, d.second.name, b)
	}
}

// tables compares the tables of a page.
func (d *differences) tables(at fuhe.Source, as, bs []grid.Grid) {
	taken := make(map[int]bool)
	for i := range as {
		a := &as[i]
		here := fuhe.Source{Page: at.Page, Table: a.Table, Box: a.Box}
		k, share := nearest(a.Box, len(bs), func(k int) fuhe.Box { return bs[k].Box })
		if share < sameShare || taken[k] {
			d.say(here, "finds "+place(a), "does not")
			continue
		}
		taken[k] = true
		d.cells(here, a, &bs[k])
		d.lines(here, a.Above, bs[k].Above)
		d.lines(here, a.Below, bs[k].Below)
	}
	for k := range bs {
		if !taken[k] {
			d.say(fuhe.Source{Page: at.Page, Box: bs[k].Box}, "does not", "finds "+place(&bs[k]))
		}
	}
}

// cells compares two tables cell by cell: by their places in the table when both are built alike, else by where they
// stand on the page.
func (d *differences) cells(at fuhe.Source, a, b *grid.Grid) {
	if alike(a, b) {
		for i, x := range a.Cells {
			if y := b.Cells[i]; !same(x.Text, y.Text) {
				d.say(x.At, quote(x.Text), quote(y.Text))
			}
		}
		return
	}
	if len(a.Cells)*len(b.Cells) > maxPairs {
		d.say(at, "finds "+place(a), "finds "+place(b))
		return
	}
	taken := make(map[int]bool)
	for _, x := range a.Cells {
		k, share := nearest(x.At.Box, len(b.Cells), func(k int) fuhe.Box { return b.Cells[k].At.Box })
		if share < sameShare {
			d.say(x.At, "has a cell "+quote(x.Text), "none like it")
			continue
		}
		taken[k] = true
		if !same(x.Text, b.Cells[k].Text) {
			d.say(x.At, quote(x.Text), quote(b.Cells[k].Text))
		}
	}
	for k, y := range b.Cells {
		if !taken[k] {
			d.say(fuhe.Source{Page: at.Page, Table: at.Table, Box: y.At.Box}, "has no such cell", quote(y.Text))
		}
	}
}

// alike reports whether two tables have the same cells.
func alike(a, b *grid.Grid) bool {
	return slices.EqualFunc(a.Cells, b.Cells, func(x, y grid.Cell) bool {
		return x.Row == y.Row && x.Col == y.Col && x.RowSpan == y.RowSpan && x.ColSpan == y.ColSpan
	})
}

// lines compares the lines of text beside a table: they hold title, year and unit.
func (d *differences) lines(at fuhe.Source, as, bs []fuhe.Line) {
	join := func(lines []fuhe.Line) string {
		var b strings.Builder
		for _, l := range lines {
			b.WriteString(l.Text + " ")
		}
		return strings.TrimSpace(b.String())
	}
	if a, b := join(as), join(bs); !same(a, b) {
		d.say(at, quote(a), quote(b))
	}
}

// same reports whether two texts are the same but for white space, which every reader sets by its own measure.
func same(a, b string) bool { return a == b || solid(a) == solid(b) }

func solid(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func quote(s string) string { return "“" + s + "”" }

// nearest is the box that a box has most in common with, and the share of both together that is.
func nearest(box fuhe.Box, n int, at func(int) fuhe.Box) (best int, share float64) {
	best = -1
	for k := range n {
		if s := common(box, at(k)); s > share {
			best, share = k, s
		}
	}
	return best, share
}

func common(a, b fuhe.Box) float64 {
	wide, high := min(a[2], b[2])-max(a[0], b[0]), min(a[3], b[3])-max(a[1], b[1])
	if wide <= 0 || high <= 0 {
		return 0
	}
	area := func(b fuhe.Box) float64 { return (b[2] - b[0]) * (b[3] - b[1]) }
	return wide * high / math.Max(area(a)+area(b)-wide*high, 1e-9)
}
