package worksheet

import (
	"slices"

	"fuhe"
)

// formula is a formula by the rows and columns of the grid; one without pieces where it refers to one that is not in it.
func (l *layout) formula(f *fuhe.Formula) *fuhe.Formula {
	if f == nil {
		return nil
	}
	out := slices.Clone(*f)
	for i, p := range out {
		if p.Area == nil {
			continue
		}
		a := *p.Area
		rows, cols := a.To.Row-a.From.Row, a.To.Col-a.From.Col
		for _, at := range []struct {
			lines []int
			n     *int
		}{{l.rows, &a.From.Row}, {l.rows, &a.To.Row}, {l.cols, &a.From.Col}, {l.cols, &a.To.Col}} {
			n, found := slices.BinarySearch(at.lines, *at.n)
			if !found {
				return &fuhe.Formula{}
			}
			*at.n = n
		}
		if a.To.Row-a.From.Row != rows || a.To.Col-a.From.Col != cols {
			return &fuhe.Formula{} // hidden lines lie between
		}
		out[i].Area = &a
	}
	return &out
}
