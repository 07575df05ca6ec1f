package grid

// Tolerances of joining pages.
const (
	sameEdgePoints      = 4.0       // producers lay out each page anew: borders move by rounding and line widths
	samePlacePoints     = 3.0       // running heads stand at the same height on every page
	sharedEdgesShare    = 1.0 / 3.0 // of the inner borders: blocks of one form differ in columns, and a page may hold one block only
	leastWithoutCaption = 4         // columns that must go on without the caption at their left
	cutCells            = 3         // so many cells on both sides of a page edge are no chance
	headingTexts        = 3         // a row of headings has at least so many
	mostAlike           = 12        // of 255: colours no farther apart in red, green and blue cannot be told apart
	labelRows           = 4         // so many rows tell whether a table begins like the one before

	leastRaisedFigure = 3 // characters of a text that is raised as a whole and no mark
)
