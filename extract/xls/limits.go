package xls

// Budgets for one workbook. A breach is said, never passed over.
const (
	maxFileBytes    = 64 << 20 // a form workbook has some 50 KB; with pasted photographs a few MB
	maxStringsBytes = 32 << 20 // text of the shared strings, which must be held
	maxSheets       = 256      // a city's annex has some 80
	maxCells        = 400000   // cells with content, all sheets
	maxMerges       = 50000    // of one sheet
	maxRecords      = 20000000 // visited, all sheets: more only when sheets lie inside one another
	maxFormats      = 65536    // cell styles, and number formats
	maxColumns      = 256      // Excel's own
	maxPictures     = 10000    // of one sheet
	maxNested       = 16       // charts inside a sheet inside one another
)

// A picture drawn by hand reaches into the next cell by its edge: so little of a width of 1024, a height of 256.
const (
	edgeOfWidth  = 200
	edgeOfHeight = 100
)
