package tables

const (
	leastCodes      = 3  // figures that look like codes; fewer may be chance
	leastCodeDigits = 5  // of codes that are known by their one width: amounts of one width are shorter, or have separators
	longestLabel    = 10 // runes of a label beside a cell
	figuresKept     = 64 // at a time

	firstYear = 1901 // of days: before it spreadsheets count differently
	lastYear  = 2199
)

// Budgets against hostile tables.
const (
	mostRows      = 1<<20 - 100 // of a table on a sheet, with room for its title and its notes
	mostPositions = 1 << 22     // a table may cover
	mostMissed    = 20_000      // lines of what was not taken; the count of the rest is told
	mostComments  = 2000        // on one sheet; the list says how many doubts there are

	mostTokens = 1000      // of a formula that is worked out
	mostDigits = 15        // of a number in it
	mostNested = 20        // brackets in brackets
	mostWords  = 64        // of the integers of a fraction: products of products grow
	mostSummed = 2_000_000 // cells that the formulas of a table work on, all together
	mostPlaces = 10        // that ROUND rounds to
)

// alarmFill is the ground of a sum that does not close, and of what else must be looked at.
const alarmFill = "FFC7CE"

// Sizes of a sheet, in points.
const (
	fontPoints       = 10.0
	titlePoints      = 14.0
	smallestFont     = 6.0 // that the font of an original is written in
	largestFont      = 36.0
	linePoints       = 13.5 // a line, with room for the fonts of ideographs
	rowPadPoints     = 4.0  // above and below the text
	cellPadPoints    = 4.0  // both sides of a cell together
	figurePadPoints  = 10.0 // the same for a figure: screen fonts are wider than paper ones
	narrowestPoints  = 24.0
	widestPoints     = 400.0
	textColumnPoints = 110.0 // the widest first guess of a column when the file has no geometry
	highestPoints    = 409.0 // Excel's highest row
	portraitPoints   = 560.0 // a wider table is printed on its side
	frozenPoints     = 260.0 // more kept in sight leaves no room to scroll
	pageShortPoints  = 523.0 // A4 less the margins
	pageLongPoints   = 740.0
	smallestOnePager = 0.55 // a table that fits on one page at this scale or a larger one is printed on one
	pagePoints       = 36.0 // of the column that tells the page
)
