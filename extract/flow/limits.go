package flow

// Budgets for one file, and what tells a table of figures from one that only lays out. A breach is said.
const (
	maxTables       = 2000    // an annex of 100 forms with other tables has some 300
	maxPositions    = 200000  // rows × columns of one table
	maxAllPositions = 1000000 // of all tables
	maxDepth        = 20      // of tables in tables
	maxCells        = 400_000 // that come one by one, rows counted too
	maxRowCells     = 1000    // of one row; Word allows 63
	maxLines        = 500_000 // of text; a city's annex of 100 forms has some 20 000
	dataRows        = 2       // rows with two texts beside one another: a page layout has a head line with two at most
	shownHidden     = 40      // runes of hidden text that are named
)
