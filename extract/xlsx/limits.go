package xlsx

// Budgets for one workbook. A breach is said, never passed over.
const (
	maxFileBytes    = 64 << 20  // a form workbook has some 20 KB; with pasted photographs a few MB
	maxStringsBytes = 32 << 20  // text of the shared string table, which must be held
	maxOLEEntries   = 1000      // streams and storages of an encrypted file; there are some 10
	maxSheets       = 256       // a city's annex has some 80
	maxCells        = 400000    // stored cells with content, all sheets
	maxTableCells   = 1_200_000 // the same where tables are wanted
	maxListedRows   = 1_200_000 // of all sheets, blank ones too: as many as the longest sheet has
	maxMerges       = 50000     // of one sheet
	maxCellBytes    = 1 << 17   // Excel holds 32 767 characters in a cell
	maxPictures     = 10000     // of one sheet
	edgeEMU         = 127000    // ten points: by so much a picture drawn by hand reaches into the next cell
	maxStyles       = 65536     // Excel's own limit is 65 490
	maxPalette      = 256       // colours; a palette has 64
	systemColours   = 64        // of the palette from here on
	maxColumns      = 16384     // Excel's own
	maxRows         = 1048576   // Excel's own

	// Formulas without a stored value are computed on values that are all held in memory. Forms have some hundred formulas
	// on some ten cells each.
	maxCalcFormulas  = 3000       // formulas in the workbook, and so in a chain of them
	maxCalcPositions = 300_000    // cells up to the last row and column
	maxCalcLength    = 8192       // characters of a formula, Excel's own limit
	maxCalcText      = 500_000    // characters of all formulas
	maxAreas         = 255        // references in one formula: a function takes no more arguments
	maxFormulaCells  = 20_000     // that one formula works on, intermediate results included
	maxCalcCells     = 200_000    // the same of all formulas
	maxCalcLooks     = 10_000_000 // formulas looked at to find those in areas
	maxNames         = 10_000     // defined names of a workbook
	maxLiveFormulas  = 300_000    // of a sheet that are kept where formulas are wanted; the others stay values
)
