package ofd

// Budgets of one document. A breach is an error or the page's Unsure, never a loss without a word.
const (
	maxFileBytes   = 256 << 20 // the file is never held; its pictures are looked at only for what they are
	maxDocuments   = 200       // in one file
	maxPages       = 5000      // read of one file
	maxCells       = 2_000_000 // of all tables of a file
	maxNodes       = 1_500_000 // XML elements of one part: they are held as a tree
	maxFontBytes   = 32 << 20  // of one embedded font program; a full CJK font has some 20 MB
	maxFontsBytes  = 96 << 20  // of all that are looked into
	maxCharacters  = 300_000   // of the map of one font: more than Unicode has ideographs
	maxGlyphs      = 400_000   // on one page: what the finder of tables takes
	maxPieces      = 1_000_000 // rules, shades and outlines of one page
	maxPathPoints  = 1_000_000 // of all paths of one page
	maxCovers      = 50_000_000
	maxNesting     = 24     // blocks, composite objects and templates in one another
	maxInherited   = 32     // drawing parameters that rest on one another
	maxObjects     = 200000 // drawn on one page, those of composite objects each time they are drawn
	maxRepeats     = 10_000 // of one step in a run "g n v"
	maxReasons     = 5      // not to rely on a page that are told
	maxAttachments = 1000   // that are named
	imageHeadBytes = 64 << 10
)

// Tolerances. Points are points of the page.
const (
	pointsPerMM = 72 / 25.4

	usualLineWidth = 0.353 // mm: what a line without a width has by the standard
	usualAscent    = 0.88  // of the font size: the em box of CJK fonts
	usualDescent   = 0.12
	narrowWidth    = 0.5  // of the font size: digits and Latin letters of CJK fonts
	pointWidth     = 0.3  // of the font size: points and commas, in fonts whose digits are narrower
	mostAdvance    = 1.2  // of the font size: characters that stand no farther apart are one text
	mostNarrow     = 0.65 // of the font size: no digit is wider

	middleShare   = 0.35 // of the font size above the baseline: the middle of a character
	sameLineShare = 0.05 // of the font size between the baselines of pieces of one line
	leastStep     = 350  // thousandths of the font size: no digits are narrower
	gapShare      = 0.1  // of the font size: a step so much wider than the others goes over a border
	leastGlyph    = 0.2  // of the font size: as narrow as a point
	nearStep      = 20   // thousandths of the font size that steps differ by through rounding
	leastVotes    = 3    // pieces that agree make sure that a step is wrong,
	agreedShare   = 0.8  // and so large a share of all

	thinPoints   = 3.0  // a filled area or stroke up to this thick is a rule; a row of text is higher
	ringPoints   = 6.0  // the thickest frame drawn as one rectangle with a hole
	slantShare   = 0.01 // a line that leaves its axis by more than this share of its length is no rule
	slantPoints  = 0.3  // the same for short pieces: coordinates are rounded
	inkPoints    = 0.05 // a filled area narrower and lower than this draws nothing
	blackBelow   = 0.2  // black letters cannot be read on a shade darker than this
	lightest     = 0.98 // a fill or stroke this light cannot be seen on white paper
	leastSeen    = 0.03 // of lightness, between a rule and the fill under it
	paleAbove    = 0.70 // text lighter than this, on no dark ground, is a watermark
	darkBelow    = 0.70 // a shade darker than this lets light text and light rules be seen
	edgePoints   = 0.5  // a rule this near to the edge of an area is its border, and not under it
	coveredShare = 0.8  // of a glyph's box: the rest is the height of the font above and below the ink
	frameLighter = 0.3  // a fill so much lighter than the one it lies on leaves that one's edge as a border

	leastOutlines  = 20   // shapes of the size of characters tell that text was drawn as outlines
	outlinesShare  = 2    // when there are so many times more of them than characters
	mostOutline    = 60.0 // points: a larger shape is no character
	scanShare      = 0.5  // of the page: an image this large over text is what a reader sees
	imageSamples   = 60   // places along each side of the page at which it is asked whether an image covers it
	unknownOfImage = 0.5  // lightness of a picture that is stretched to a rule
)
