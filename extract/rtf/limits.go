package rtf

// Budgets for one document. A breach is an error, never a silent loss.
const (
	maxFileBytes   = 256 << 20 // pictures are stored as text; without them some MB
	maxTextBytes   = 16 << 20  // a city's annex of 100 forms has some 500 KB of text
	maxDepth       = 500       // groups in one another; Word writes some 20
	maxNesting     = 20        // tables in tables
	maxRowCells    = 1000      // of one row; Word allows 63
	maxFonts       = 10_000    //
	maxTwips       = 1 << 20   // of a place in a row: 18 m
	maxColours     = 10_000    //
	maxInstruction = 200       // bytes that tell what a field is
	leastHalves    = 2         // half points: nobody sees letters so small,
	leastScale     = 5         // per cent: nor letters so narrow,
	leastRowTwips  = 20        // nor what stands in rows so high
	raisedHalves   = 3         // half points above the line: text set so is raised
	longestWord    = 40        // letters of a control word
	longestNumber  = 10        // digits of its number
)
