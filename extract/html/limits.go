package html

// Budgets for one page, and what tells encodings. A breach is an error or said, never a silent loss.
const (
	maxBytes      = 32 << 20 // a page with its pictures inside; a saved workbook of 100 forms has some 10 MB
	maxNesting    = 32       // tables in tables: pages laid out with them have some 8
	maxLines      = 500000   // of text
	maxCells      = 500000   // of all tables, rows counted too
	maxRows       = 20000    // of one table
	maxColumns    = 1000     // of one table, as browsers have it
	maxRules      = 5000     // of style sheets that hide something
	statedWithin  = 4096     // bytes in which a page states its encoding: browsers look at 1024, editors write more before it
	goodForOneBad = 20       // valid characters for a broken one: GB text read as UTF-8 has more broken than valid ones
	hiddenCells   = 30       // of a hidden table that is named: a form has more, a menu fewer
	shownHidden   = 40       // runes of hidden text that are named
	maxNotes      = 20       // remarks on one table
)
