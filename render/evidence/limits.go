package evidence

// Measures in points of the page, where nothing else is said.
const (
	touchPoints = 0.5 // cells whose borders overlap by no more than this stand under one another, not beside
	nearPoints  = 16  // rows with at most one row between them are shown in one strip
	insetPoints = 2   // from the borders of a cell to where its text is looked for
	padPoints   = 6   // around a strip
	maxStrips   = 5   // of one picture; what a sum adds up further is marked on the page
	maxStripPts = 260 // height of a strip; what is higher is cut around the first place in it

	Scale       = 110.0 / 72 // pixels a point: text of nine points is read without effort
	keptPages   = 12         // pages held as pictures, 1.2 MB each
	keptBytes   = 24 << 20   // of pages and crops that were encoded
	gapPixels   = 5          // between the strips of one picture
	framePixels = 2          // thickness of the frame around an entry

	maxGridCells = 60_000 // of a form shown as a grid
)
