package workbook

// Limits of the file format, and budgets against hostile tables.
const (
	maxSheetRows     = 1 << 20
	maxSheetCols     = 1 << 14
	maxTableCells    = 1 << 19 // positions a table's cells may cover, 600 MB while written; the largest real forms cover 3 000
	maxExactDigits   = 15      // a spreadsheet number holds no more; longer ones stay text
	maxRowPoints     = 409     // Excel's highest row
	maxCommentRunes  = 4000    // more than that is no comment that anyone reads; the findings sheet has it all
	leastRange       = 3       // terms of a sum that stand one below the other are written as a range from so many on
	maxWorkbookBytes = 1 << 30 // unpacked, of a workbook to be corrected in place
)

// Sizes of a sheet laid out anew, in points.
const (
	fontPoints       = 10.0
	titlePoints      = 16.0
	smallestPoints   = 6.0  // a text that needs more room than the highest row gets smaller type, down to this
	linePerFont      = 1.4  // line height over font size, with room for CJK fonts
	cellPadPoints    = 4.0  // both sides of a cell together
	rowPadPoints     = 6.0  // above and below the text
	charPoints       = 5.25 // a character of a column's width: 7 pixels
	headWordWidth    = 1.25 // width of a column over the letters of a bold heading
	narrowestPoints  = 24.0
	widestPoints     = 400.0
	sentenceCells    = 32    // a text that wraps and is longer is no label: it begins at the left
	portraitPoints   = 620.0 // a table wider than this is printed on its side; A4 is 595 points wide
	tickPoints       = 8.0   // size of type of the tick marks beside a form
	tickColumnPoints = 124.0 // widest column of tick marks; a row with more of them has several lines
	tickPadPoints    = 14.0  // its indent, and room for fonts that are wider
	textColumnPoints = 72.0  // widest first guess for a column when the source has no geometry
)

// Paper: A4 less half an inch on each side, in points.
const (
	pageShortPoints  = 523.0
	pageLongPoints   = 770.0
	smallestOnePager = 0.6 // a form that fits on one page at this scale or a larger one is printed on one
)
