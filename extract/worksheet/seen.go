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
	return seen{once, map[[2]int]*Cell{}}
}

func byPlace(a, b Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) }

// at is what is shown at a place; nil for nothing.
func (s *seen) at(row, col int) *Cell {
	n, found := slices.BinarySearchFunc(s.cells, [2]int{row, col}, func(c Cell, at [2]int) int {
		return cmp.Or(cmp.Compare(c.Row, at[0]), cmp.Compare(c.Col, at[1]))
	})
	if found {
		return &s.cells[n]
	}
	return s.pictures[[2]int{row, col}]
}

// picture marks a place where nothing else is shown.
func (s *seen) picture(row, col int) {
	s.pictures[[2]int{row, col}] = &Cell{Row: row, Col: col, Doubt: fuhe.DoubtPicture}
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
