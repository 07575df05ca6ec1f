package worksheet

// Budgets of laying one workbook out. A breach is said, never passed over.
const (
	maxPositions    = 200000  // rows × columns of one sheet's used range: 20 000 rows of a form
	maxAllPositions = 1000000 // of all sheets

	// The same where tables are wanted, which are as large as what people keep in a sheet: 100 000 rows of ten columns.
	maxTablePositions    = 1_200_000
	maxAllTablePositions = 1_500_000
	maxMergeWork         = 1000000 // positions looked at while merged ranges are laid out: each once, and some for overlaps
	maxMergeReach        = 60      // rows or columns a merged range may reach beyond all stored cells; a form has some 40 rows
	maxColumns           = 16384   // Excel's own
	maxRows              = 1048576 // Excel's own
	maxCodeBytes         = 1024    // of a number format: Excel takes 255 characters
	maxNotes             = 20      // places named in one remark
	shownHidden          = 40      // runes of hidden text that are named
	maxUnseen            = 1000    // texts nobody sees that are kept to be named, of one sheet
	leastPoints          = 1.01    // nobody sees letters of a point, nor what stands in a row so high; 0.0139 in is one
	leastCharacters      = 0.15    // of a column's width: a pixel of the screen

	leastTexts = 256      // bytes of texts that are kept in a piece: those of a form are some hundred,
	mostTexts  = 64 << 10 // those of a large sheet millions

	manyCells = 50_000 // of a sheet, 3 MB: fewer are not worth giving up piece by piece
)
