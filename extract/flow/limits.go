package flow

// Budgets for one file, and what tells a table of figures from one that only lays out. A breach is said.
const (
	maxTables       = 2000    // an annex of 100 forms with other tables has some 300
	maxPositions    = 200000  // rows × columns of one table
	maxAllPositions = 1000000 // of all tables
	dataRows        = 2       // rows with two texts beside one another: a page layout has a head line with two at most
)
