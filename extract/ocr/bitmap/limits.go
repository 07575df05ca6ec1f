package bitmap

// Ink.
const (
	leastChroma = 60    // between the lightest and the darkest part of a colour: less is JPEG noise beside black
	inkBias     = 0.2   // how much darker than its surroundings ink is where those are even
	fullSpread  = 128.0 // the spread of a window that is half ink
	lightestInk = 190   // lighter pixels are paper, whatever is around them: noise in an empty cell
)

// The angle of the sheet, in degrees.
const (
	mostAngle   = 3.0  // a sheet that lies more askew was not fed, but laid by hand
	coarseAngle = 0.2  // steps of the first look
	fineAngle   = 0.02 // steps of the second: a rule of 2000 pixels is off by less than one
)

// Rules, in points.
const (
	seedPoints  = 30.0 // a straight line this long is a rule by itself: no stroke of a character is
	shortPoints = 9.0  // one this long is a rule where both its ends touch others: a row of small print is as high
	thickPoints = 3.0  // a dark bar thicker than this is none
	gapPoints   = 0.8  // a break this long in a rule is dust
	reachPoints = 2.5  // ends this near another rule touch it
	rounds      = 4    // of short rules that stand between short rules
	strayShare  = 0.2  // of its length, more than this of ink beside a line: it runs through writing
)

// Lines of writing, in parts of the usual height of a character.
const (
	oneLine      = 1.25 // two bands that together are no higher are one line: the strokes of 二
	stackedShare = 0.35 // of the narrower of two pieces: they stand above one another
	speckShare   = 0.12 // ink lower and narrower than this is dust
)
