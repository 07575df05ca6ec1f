package form

// Lengths and numbers by which texts and rows are told apart; each beyond what a form on paper has.
const (
	maxTitleLines       = 3    // lines of one title
	sameSizeShare       = 0.15 // of the height of a line, by which another one of the same size may differ
	maxAboveLines       = 40   // lines above a table searched for its title, year and unit, nearest first
	maxAmountRune       = 20   // runes of what stands for an amount; longer text is a remark
	maxBeside           = 16   // forms side by side in one table; a sheet of paper holds two or three
	leastWords          = 3    // headings and labels under a title that make a table look like a form
	leastFormBytes      = 200  // bytes of a text that may hold a whole form: its headings alone are longer
	maxScrapRune        = 8    // runes of all lines over the rest of a form
	maxFragmentRune     = 4    // runes of a unit that the page edge cut off its figure
	leastShared         = 5    // column borders that the rest of a form on the next page shares with it
	leastGoalRune       = 20   // runes of a text under the headings of both goals that is none of a caption
	maxLevelRune        = 15   // runes of the name of a level; a longer one with figures in it is a row whose rules were not found
	maxNameRune         = 40   // runes of a fund name; longer text without amounts is a note
	leastEndCells       = 3    // cells of a row of indicators that begins with the name of a level
	leastSummed         = 2    // indicators of which a row without a label may be the total
	leastTotal          = 50   // points of such a total
	pointsOfForm        = 100  // points that a form gives, those of the budget among them
	pointsWithoutBudget = 90   // of these, what the indicators give where no weight of the budget is printed
	usualRows           = 24   // of indicators: room is made for so many
	leastToldRows       = 2    // rows of figures that tell a column under a heading nobody knows
	sameBorderPoints    = 3.0  // points of a page: two borders closer than half a character are one
)
