package ocr

// Budgets. A breach is said of the page, never passed over.
const (
	maxModelBytes = 64 << 20
	maxLines      = 1500 // of writing on one page: a dense page of small print has 400
	maxCellsAPage = 5000 // that are looked at
	leastSide     = 200  // pixels: a smaller picture is no page
)

// Resolutions, in pixels an inch.
const (
	leastDots = 150 // under this, points and commas are a pixel or two
	mostDots  = 300 // more tell nothing more
)

// Writing.
const (
	leastSure    = 0.75 // the probability of each character of a figure
	leastSecond  = 0.50 // the same by the second recogniser, which is the less sure the smaller the print
	wideDigit    = 1.5  // times the usual width of a digit: two that run together
	widestDigit  = 0.75 // of the height of a character
	dustShare    = 0.06 // of the height of a character: smaller ink is no point
	barShare     = 0.22 // of the height of a character: a line of writing no higher is a dash
	barInk       = 0.65 // of its box
	longBar      = 0.45 // of the height of a character: a longer dash is —, a shorter one -
	readableSure = 0.60 // the mean of a line of text that stands upright
	linesToTry   = 6    // of a page, to tell which way it is turned
	lineMargin   = 0.12 // of the height of a line, around it: as the models were taught
	leastColumns = 96   // of pixels that the recogniser is given
	behind       = 128  // the grey behind a shorter line
	leastShare   = 0.85 // of the usual height of a character: lower ink (一) is not made larger than it is
	mostDoubtful = 0.34 // of the figures of a page: more, and the scan is too poor to be relied on
	leastCells   = 4    // fewer cells are no table
	farApart     = 1.2  // of the height of a line, between characters: two texts
	usualPoints  = 10.5 // the height of a character where nothing tells: 五号
	windowPoints = 14.0 // the surroundings that decide what is dark
	wholeRule    = 0.97 // of the side of a cell must be inked
	restShare    = 0.5  // of a side of the inside of a cell that is inked: the rest of its rule
)
