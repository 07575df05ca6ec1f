package html

import (
	"strconv"
	"strings"

	"fuhe/extract/flow"
)

// Where the boxes of a grid stand: display: grid.

// tracks is the number of columns in a list of their widths; 0 when it does not say.
func tracks(list string) int {
	n, depth, from := 0, 0, 0
	list = strings.TrimSpace(list) + " "
	for i := range len(list) {
		switch c := list[i]; {
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case c == ' ' && depth == 0:
			word := strings.TrimSpace(list[from:i])
			from = i + 1
			switch repeat, ok := strings.CutPrefix(strings.TrimSuffix(word, ")"), "repeat("); {
			case word == "" || word[0] == '[':
			case word == "subgrid" || word == "masonry" || strings.Contains(word, "var("):
				return 0
			case ok:
				times, each, _ := strings.Cut(repeat, ",")
				k, err := strconv.Atoi(strings.TrimSpace(times))
				inner := tracks(each)
				if err != nil || k < 1 || k > maxColumns || inner == 0 {
					return 0
				}
				n += k * inner
			default:
				n++
			}
		}
	}
	if n > maxColumns {
		return 0
	}
	return n
}

// wrap finds the columns of boxes that go on in the next row where they do not fit into one.
func (r *rack) wrap() {
	if !r.wraps {
		return
	}
	all, one, equal := 0.0, 0.0, true
	for _, w := range r.widths {
		part := shareOf(w)
		equal = equal && part > 0 && (one == 0 || part == one)
		one = part
		all += part
	}
	switch {
	case all <= 101:
	case equal:
		r.columns, r.shape = int(100.5/one), "wraps"
	default:
		r.unsure = true
	}
}

// shareOf is the share of its row that a box takes, in percent; 0 when it does not say.
func shareOf(width string) float64 {
	words := strings.Fields(width)
	if len(words) == 0 {
		return 0
	}
	digits, ok := strings.CutSuffix(words[len(words)-1], "%")
	v, err := strconv.ParseFloat(digits, 64)
	if !ok || err != nil || !(v > 0 && v <= 100) {
		return 0
	}
	return v
}

// stretch is where a box begins, from 0, and how many columns or rows it takes; -1 for the next free place.
type stretch struct{ from, span int }

// stretchOf reads "2 / 4", "span 2", "1 / -1" and the like; of says how many columns there are, 0 where that is not known.
func stretchOf(value string, of int) (stretch, bool) {
	value = strings.TrimSpace(value)
	if value == "" || value == "auto" {
		return stretch{-1, 1}, true
	}
	first, second, two := strings.Cut(value, "/")
	from, span, ok := gridLine(first, of)
	if !ok {
		return stretch{}, false
	}
	if !two {
		return stretch{from, max(span, 1)}, true
	}
	to, wide, ok := gridLine(second, of)
	switch {
	case !ok || from < 0 && to >= 0 || to >= 0 && to <= from:
		return stretch{}, false
	case to >= 0:
		return stretch{from, to - from}, true
	case wide > 0:
		return stretch{from, wide}, true
	}
	return stretch{from, max(span, 1)}, true
}

// gridLine reads one end of a stretch: the line, from 0, or how many it spans.
func gridLine(s string, of int) (line, span int, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" || s == "auto" {
		return -1, 0, true
	}
	count, spans := strings.CutPrefix(s, "span ")
	n, err := strconv.Atoi(strings.TrimSpace(count))
	switch {
	case err != nil || n == 0 || n > maxColumns || n < -maxColumns:
		return 0, 0, false
	case spans:
		return -1, n, n > 0
	case n > 0:
		return n - 1, 0, true
	case of > 0 && of+1+n >= 0:
		return of + 1 + n, 0, true
	}
	return 0, 0, false
}

// gridded lays the boxes of a grid out; nil when it is not known where each stands.
func (t *table) gridded() *flow.Table {
	g := lattice{columns: t.rack.columns, taken: map[[2]int]bool{}}
	out := t.laidOut() // for what is left out of it
	if len(out.Cells) != len(t.row.cells) {
		t.rack.unsure = true
		return nil
	}
	for i, c := range t.row.cells {
		col, ok1 := stretchOf(c.setting.column, g.columns)
		row, ok2 := stretchOf(c.setting.row, 0)
		if !ok1 || !ok2 || c.setting.area != "" || !g.put(&col, &row) {
			t.rack.unsure = true
			return nil
		}
		to := &out.Cells[i]
		to.Row, to.Col, to.RowSpan, to.ColSpan = row.from, col.from, row.span, col.span
		out.Rows = max(out.Rows, row.from+row.span)
	}
	out.Cols = g.columns
	return out
}

// lattice are the places of a grid that are taken.
type lattice struct {
	columns  int
	taken    map[[2]int]bool
	work     int  // places looked at
	row, col int  // where the next box is looked for
	fixed    bool // a box stands at a place of its own
	flowing  bool // another one where there is room
}

// put finds the place of a box. Boxes at places of their own among those that flow are not laid out: they come first.
func (g *lattice) put(col, row *stretch) bool {
	if col.span > g.columns || col.from >= 0 && col.from+col.span > g.columns || row.span > maxRows || row.span*col.span+len(g.taken) > maxCells {
		return false
	}
	if row.from >= 0 {
		if g.fixed = true; col.from < 0 || g.flowing || row.from > maxRows || !g.free(row.from, col.from, *col, *row) {
			return false
		}
		g.take(*col, *row)
		return true
	}
	if g.flowing = true; g.fixed {
		return false
	}
	if col.from >= 0 {
		if col.from < g.col {
			g.row++
		}
		for g.col = col.from; !g.free(g.row, g.col, *col, *row) && g.work <= maxLatticeWork; g.row++ {
		}
	} else {
		for col.span+g.col > g.columns || !g.free(g.row, g.col, *col, *row) && g.work <= maxLatticeWork {
			if g.col++; g.col+col.span > g.columns {
				g.row, g.col = g.row+1, 0
			}
		}
	}
	if g.work > maxLatticeWork {
		return false
	}
	row.from, col.from = g.row, g.col
	g.take(*col, *row)
	g.col += col.span
	return true
}

func (g *lattice) free(row, col int, c, r stretch) bool {
	for i := range r.span {
		for k := range c.span {
			g.work++
			if g.taken[[2]int{row + i, col + k}] {
				return false
			}
		}
	}
	return true
}

func (g *lattice) take(c, r stretch) {
	for i := range r.span {
		for k := range c.span {
			g.taken[[2]int{r.from + i, c.from + k}] = true
		}
	}
}
