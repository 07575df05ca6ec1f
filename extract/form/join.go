package form

import "fuhe/extract/grid"

// join puts the parts of forms together that continue on further pages.
func join(grids []grid.Grid) []grid.Grid { return grid.JoinPages(grids) }
