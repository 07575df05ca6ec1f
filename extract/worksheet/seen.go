package worksheet

import (
	"cmp"
	"iter"
	"slices"

	"fuhe"
)

// seen are the cells of a sheet in which something is shown, row by row, each place once; a sheet may have a million.
type seen struct {
	cells    []Cell
	pictures map[[2]int]*Cell // by place, where nothing else is
	next     int              // the row at which cells above it are given up again
	last     int              // where the cell that was looked up last stands: the next one is likely behind it
}

// seenOf puts the cells of a sheet in order, in their own array; of several at one place the last one counts.
func seenOf(cells []Cell) seen {
	kept := cells[:0]
	for _, c := range cells {
		if c.Text != "" || c.Struck || c.Doubt != nil {
			kept = append(kept, c)
		}
	}
	if !slices.IsSortedFunc(kept, byPlace) {
		slices.SortStableFunc(kept, byPlace)
	}
	once := kept[:0]
	for _, c := range kept {
		if n := len(once); n > 0 && byPlace(once[n-1], c) == 0 {
			once[n-1] = c
			continue
		}
		once = append(once, c)
	}
	return seen{cells: once, pictures: map[[2]int]*Cell{}}
}

func byPlace(a, b Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) }

// at is what is shown at a place; nil for nothing.
func (s *seen) at(row, col int) *Cell {
	n, found := s.find(row, col)
	if s.last = n; found {
		return &s.cells[n]
	}
	return s.pictures[[2]int{row, col}]
}

// find is where a place stands among the cells, or would stand: most are looked up in their order.
func (s *seen) find(row, col int) (n int, found bool) {
	for n := s.last; n <= s.last+1 && n < len(s.cells); n++ {
		switch order := byRow(&s.cells[n], row, col); {
		case order == 0:
			return n, true
		case order > 0 && (n == 0 || byRow(&s.cells[n-1], row, col) < 0):
			return n, false
		}
	}
	return slices.BinarySearchFunc(s.cells, [2]int{row, col}, func(c Cell, at [2]int) int { return byRow(&c, at[0], at[1]) })
}

func byRow(c *Cell, row, col int) int {
	if c.Row != row {
		return c.Row - row
	}
	return c.Col - col
}

// picture marks a place where nothing else is shown.
func (s *seen) picture(row, col int) {
	s.pictures[[2]int{row, col}] = &Cell{Row: row, Col: col, Doubt: fuhe.DoubtPicture}
}

// leave gives up the cells above a row now and then, so that those of a large sheet are not held beside those of its grid;
// wanted is the first row from which cells are still needed whatever their place.
func (s *seen) leave(row int, wanted func() int) {
	if row < s.next || len(s.cells) < manyCells {
		return
	}
	s.next = row + row/4 + 1
	n, _ := slices.BinarySearchFunc(s.cells, min(row, wanted()), func(c Cell, row int) int { return cmp.Compare(c.Row, row) })
	if n > len(s.cells)/3 {
		s.cells = slices.Clone(s.cells[n:])
	}
}

// all are all of them.
func (s *seen) all() iter.Seq[*Cell] {
	return func(yield func(*Cell) bool) {
		for i := range s.cells {
			if !yield(&s.cells[i]) {
				return
			}
		}
		for _, c := range s.pictures {
			if !yield(c) {
				return
			}
		}
	}
}
