package form

// Budgets. A grid beyond them is said to be unread; none of them is reached by a form on paper.
const (
	maxPositions    = 1_000_000 // rows × columns of one grid without its empty rows and columns: memory for the position table
	maxColumns      = 256       // columns with text; the widest published form has 20
	maxRepeats      = 8         // rows that say the same, looked at when a page begins with one more
	maxHeadingRune  = 60        // runes of a heading or label; longer text is content and is not normalised
	maxPatternByte  = 60        // bytes of a heading that only a pattern may know, 20 characters: longer ones are sentences
	maxTitleRune    = 80        // runes of a title line, place name and project name included
	maxAboveLines   = 40        // lines above a table searched for its title, year and unit, nearest first
	maxAmountRune   = 20        // runes of what stands for an amount; longer text is a remark
	maxBeside       = 16        // forms side by side in one table; a sheet of paper holds two or three
	leastWords      = 3         // headings and labels under a title that make a table look like a form
	leastFormBytes  = 200       // bytes of a text that may hold a whole form: its headings alone are longer
	maxScrapRune    = 8         // runes of all lines over the rest of a form
	maxFragmentRune = 4         // runes of a unit that the page edge cut off its figure
	leastShared     = 5         // column borders that the rest of a form on the next page shares with it
	sliverPoints    = 6.0       // points of a page: no column is narrower than a character
	leastGoalRune   = 20        // runes of a text under the headings of both goals that is none of a caption
	maxLevelRune    = 15        // runes of the name of a level; a longer one with figures in it is a row whose rules were not found
	maxNameRune     = 40        // runes of a fund name; longer text without amounts is a note
)
