package doc

// Budgets for one document. A breach is an error, never a silent loss.
const (
	maxInstruction = 200 // characters that tell what a field is

	leastHalves   = 2  // half points: nobody sees letters so small,
	leastScale    = 5  // per cent: nor letters so narrow,
	leastRowTwips = 20 // nor what stands in rows so high

	maxFileBytes  = 128 << 20 // held whole; pictures are in it
	maxCharacters = 16 << 20  // of the text; a city's annex of 100 forms has some 500 000
	maxPieces     = 200_000   // of text: fast saves leave some hundred
	maxRuns       = 2_000_000 // of characters or paragraphs in one look
	maxDepth      = 20        // tables in tables
	maxRowCells   = 1000      // of one row; Word allows 63
	maxFields     = 200       // open at once
	maxFonts      = 10_000    //
	maxStyles     = 5000      // Word allows 4095
	maxInherited  = 20        // styles that rest on one another
	maxHugeBytes  = 1 << 16   // properties of one paragraph
	raisedHalves  = 3         // half points above the line: text set so is raised
	pageBytes     = 512       // of the tables of looks
)
