package xlsx

// Budgets for one workbook. A breach is said, never passed over.
const (
	maxFileBytes     = 64 << 20  // a form workbook has some 20 KB; with pasted photographs a few MB
	maxUnpackedBytes = 128 << 20 // of the parts that are read; pictures are never unpacked
	maxStringsBytes  = 32 << 20  // text of the shared string table, which must be held
	maxParts         = 20000     // entries of the zip
	maxSheets        = 256       // a city's annex has some 80
	maxCells         = 400000    // stored cells with content, all sheets
	maxPositions     = 200000    // rows × columns of one sheet's used range: 20 000 rows of a form
	maxAllPositions  = 1000000   // of all sheets
	maxMerges        = 50000     // of one sheet
	maxMergeWork     = 1000000   // positions looked at while merged ranges are laid out: each once, and some for overlaps
	maxMergeReach    = 60        // rows or columns a merged range may reach beyond all stored cells; a form has some 40 rows
	maxCellBytes     = 1 << 17   // Excel holds 32 767 characters in a cell
	maxDepth         = 100       // nested elements of a part; Excel writes some 10
	maxStyles        = 65536     // Excel's own limit is 65 490
	maxColumns       = 16384     // Excel's own
	maxRows          = 1048576   // Excel's own
	maxNotes         = 20        // places named in one remark

	// Formulas without a stored value are computed by excelize, which lays out every row up to the last one in memory and
	// follows references recursively.
	maxCalcFormulas  = 3000   // formulas in the workbook: the depth of its recursion
	maxCalcPositions = 300000 // laid out cells, some 200 bytes each
	maxCalcLength    = 8192   // characters of a formula, Excel's own limit
)
