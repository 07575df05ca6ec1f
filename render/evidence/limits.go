package evidence

// Measures in points of the page, where nothing else is said.
const (
	touchPoints = 0.5 // cells whose borders overlap by no more than this stand under one another, not beside
	nearPoints  = 16  // rows with at most one row between them are shown in one strip
	insetPoints = 2   // from the borders of a cell to where its text is looked for
	padPoints   = 6   // left and right of a strip
	rulePoints  = 1   // above and below it: the rules of its rows, and nothing of the text of others
	wholePoints = 72  // height of a cell beside several rows that is shown whole where a strip touches it
	maxStrips   = 5   // of one picture; what a sum adds up further is marked on the page
	maxStripPts = 260 // height of a strip; what is higher is cut around the first place in it

	Scale       = 110.0 / 72 // pixels a point: text of nine points is read without effort
	keptPages   = 12         // pages held as pictures, 1.2 MB each
	keptBytes   = 24 << 20   // of pages and crops that were encoded
	gapPixels   = 12         // between the strips of one picture, a grey band
	gapGrey     = greys * 3 / 4
	veilInset   = 3 // pixels from the rules of a cell that is cut, of which nothing is shown
	veilGrey    = greys * 7 / 8
	framePixels = 2 // thickness of the frame around an entry

	maxGridCells = 60_000 // of a form shown as a grid
)
