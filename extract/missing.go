package extract

import "fuhe"

// sayMissing says in each cell that something stood in it that its text does not hold.
func sayMissing(tables []fuhe.Table, l fuhe.Lang) {
	for i := range tables {
		cells := tables[i].Cells
		for k := range cells {
			if why := cells[k].Missing(); why != nil {
				said := why.In(l)
				cells[k].Said = &said
			}
		}
	}
}
