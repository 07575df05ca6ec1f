package docx

// Budgets for one document. A breach is an error, never a silent loss.
const (
	raisedHalfPoints = 3 // above the line: text set so is raised; less corrects the line of another font

	maxFileBytes    = 256 << 20 // the file is never held; pictures in it may be large and are not unpacked
	maxTextBytes    = 16 << 20  // a city's annex of 100 forms has some 500 KB of text
	maxParagraphs   = 2000000   // blank ones too: cells of a grid without text have one each
	maxLines        = 500000    // of text; a city's annex of 100 forms has some 20 000
	maxCells        = 400000    // of all tables, rows counted too
	maxColumns      = 1000      // of a table; Word allows 63
	maxNesting      = 20        // tables in tables, text boxes in text boxes: each a few calls deep
	maxFields       = 200       // open at once
	maxInstruction  = 200       // bytes that tell what a field is
	maxStyles       = 10000     // that may hide text
	maxLists        = 100000    // levels of lists; Word itself has nine of each
	leastHalfPoints = 2         // nobody sees letters so small
	leastScale      = 5         // per cent, nor letters so narrow
	leastRowTwips   = 20        // nor rows so high, where that is exact
	twipsPerPoint   = 20.0
	emuPerTwip      = 635
	leastSealEMU    = 540000 // 15 mm, both ways: pictures of figures are lower
	mostLineEMU     = 216000 // 6 mm: a line of text with its cell's padding
	sameEdgeTwips   = 20     // widths of cells are rounded by programs that convert
)
