package lattice

import (
	"fuhe"
	"fuhe/extract/grid"
)

// around hands lines to the tables they stand above, those under the last table to that one.
func around(grids []grid.Grid, lines []fuhe.Line) {
	if len(grids) == 0 {
		return
	}
	next := 0
	for _, l := range lines {
		for next < len(grids) && (l.At.Box[1]+l.At.Box[3])/2 >= grids[next].Box[3] {
			next++
		}
		if next < len(grids) {
			grids[next].Above = append(grids[next].Above, l)
		} else {
			grids[len(grids)-1].Below = append(grids[len(grids)-1].Below, l)
		}
	}
}
