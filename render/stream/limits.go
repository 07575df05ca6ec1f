package stream

const (
	partBytes      = 1 << 16 // of a file that is being written, before they are packed
	lineBytes      = 1 << 13 // of a row, before they are put to those
	pointsPerWidth = 5.25    // a character of the width of a column is 7 pixels at 96 dpi
	widestColumn   = 255.0   // characters; Excel refuses more
	highestRow     = 409.0   // points; Excel refuses more
	MaxRows        = 1 << 20
	MaxCols        = 1 << 14

	commentWide  = 190.0 // points
	commentLine  = 13.0  // of a line of a comment
	commentChars = 17    // ideographs on such a line
	maxComment   = 4000  // runes; more is nothing that anyone reads in a box
)
