package odf

// Budgets for one file. A breach is an error, never a silent loss.
const (
	maxFileBytes  = 256 << 20 // the file is never held; pictures in it are not unpacked
	maxTextBytes  = 16 << 20  // a city's annex of 100 forms has some 500 KB of text
	maxParagraphs = 2_000_000 // blank ones too
	maxCells      = 400_000   // of all tables or sheets, those with content, rows counted too
	maxColumns    = 16_384    // of a table or sheet
	maxRows       = 1_048_576 // of a sheet
	maxNesting    = 20        // tables in tables, text boxes in text boxes, lists in lists
	maxStyles     = 20_000    //
	maxInherited  = 20        // styles that rest on one another
	maxSpaces     = 1000      // written by one element
	maxSheets     = 1000      //
	maxFormula    = 8192      // characters
	maxReferences = 255       // in a formula
	nearlySame    = 1e-9      // of a figure: how much the text of a cell may differ from its value besides rounding
	leastScale    = 5.0       // per cent of their width: nobody sees letters so narrow,
	thinSize      = 0.1       // which count as letters of that size in points
	raisedPercent = 5.0       // of the font size above the line: text set so is raised
)
