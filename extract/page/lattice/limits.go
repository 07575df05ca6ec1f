package lattice

// Tolerances. Points are points of the shown page; shares are of the thing named.
const (
	collinearPoints = 0.8 // pieces of one drawn line differ by rounding and half a thickness, never by a point
	dashGapPoints   = 5.0 // gap between two dashes or dots of one line; a column is wider than that
	dotPoints       = 3.0 // a piece this short may be a dot of a line in either direction
	stubPoints      = 4.0 // a line this short is a tick or a glyph drawn as a path

	// doublePoints is the distance of the two strokes of a double rule, or of the borders of neighbouring cells with
	// spacing between. No row or column is that narrow, unless the page was printed small: then doubleShare of the
	// usual font size holds.
	doublePoints = 4.5
	doubleShare  = 0.7

	// Of thick rules the strokes stand farther apart: word processors leave between them as much as each is thick. No
	// line of text fits where doubleThickShare of its size is the distance.
	doubleThickness  = 2.2
	doubleThickShare = 0.8

	usualThicknesses = 8    // kinds of rules whose lengths are summed up; more, or sums that are half of all
	closeHalves      = 1e-6 // but for so little of it, are looked at one by one

	thickPoints    = 2.0 // from this thickness on rules stop short of each other by more than shortPoints,
	shortThickness = 2.7 // up to so many times their thickness

	coveredShare = 0.5 // of a cell's side must be drawn to make it a wall,
	shortPoints  = 6.0 // and no more than this may be missing: rules stop short of each other, underlines of the text's cell

	sliverPoints = 6.0 // what the ends of the rules stick out beyond the last rule without being a row or column

	touchShare    = 0.12 // of the font size: glyphs this close, drawn one after the other, are one run
	straddleShare = 0.08 // of the font size: a glyph reaching over a border this far crosses it

	unbrokenShare   = 0.04 // of the font size: widths are rounded; the glyphs of one string are no farther apart
	sameInsetPoints = 0.3  // cells of one column style set their texts off from the border alike

	clipPoints = 2.0 // texts are clipped to their cell, some with the rules around it or a margin

	leastDrawnPoints = 2.5 // a picture or shape smaller than this is no character
	leastBlotPoints  = 4.0 // a black bar lower or narrower blacks nothing out,
	blotShare        = 0.8 // and one that takes more of its cell is its colour
	drawnLeastShare  = 0.3 // of the font size: a shape lower than this, or lying on a digit by more, is no digit beside it,
	drawnMostShare   = 1.3 // nor is a higher one,
	drawnGapShare    = 0.5 // or one farther away

	leastFillPoints    = 5.0 // a fill narrower or lower than this is no cell
	sameEdgePoints     = 2.0 // fills of one column or row end at places no farther apart
	whiteShare         = 1.6 // of the height of filled rows: so high may be the white one between two
	samePitchShare     = 0.1 // of the font size: lines closer than rows are by more than this are of one row
	unbrokenCharacters = 3.0 // font sizes: what is not broken at the end of a line, a figure or a word with its mark, is mostly no wider
	leastRiverPoints   = 4.0 // columns without any edge between are kept so far apart by their texts

	leastSideLines  = 3   // lines of a cell may be two texts beside each other,
	leastSidePoints = 1.0 // kept so far apart by the padding of their cells,
	tightShare      = 0.9 // of the font size: the lines of one text are no closer

	labelGapPoints = 60.0 // labels beside a grid are no farther from it,
	labelGapShare  = 0.5  // or than half of its width,
	labelShare     = 1.0  // no wider than it,
	labelBaseShare = 0.35 // of the font size: and stand on the baselines of its rows
	leastLabels    = 3    // rows with a label make sure that it is no chance
	leastStacked   = 3    // lines of figures in one ruled row are as many rows

	columnGapShare = 0.45 // of the font size: texts of two columns are set farther apart, words are not

	leastSideways = 20  // characters tell that a page lies on its side,
	sidewaysShare = 0.7 // when so many of all do

	stampThickness = 1.8 // of the usual rule: a frame this thick may be of a stamp
	inkApart       = 90  // of 255 in one of its parts: a colour that is plainly another
	cornerPoints   = 1.5 // sides of a frame that stand apart no farther meet: the thickness of its lines
	outlinePoints  = 1.0 // no cell reaches farther out of the lines that rule it: its sides are means of theirs
	coreShare      = 0.2 // of a glyph's width on either side: what does not come nearer runs past its ink

	struckTopShare    = 0.55 // of the font size above the baseline: a rule that strikes text out runs no higher
	struckBottomShare = 0.12 // and no lower: what runs at the baseline underlines
	struckBeyond      = 0.6  // of the font size: it goes no farther beyond the text
	struckFull        = 0.6  // of such a rule has text on it

	leastStruckFigures = 2 // in a row that a line strikes out, when its words are in two lines and do not tell

	asideShare  = 2.5 // of the font size: the first line of a text is indented no farther,
	insetPoints = 6.0 // and lines are no farther from the side they are set against, or from the middle

	pitchShare    = 0.15 // of the font size: line pitch and font size vary no more within one text
	maxPitchShare = 2.2  // of the font size: no text is set wider than double spaced
	ascentShare   = 0.85 // of the font size: ink above the baseline; what a font says of its height is larger, or nothing
	descentShare  = 0.15 // the same below
	crossShare    = 0.15 // of the font size: ink touching a border crosses it by more than this
	disorderShare = 0.1  // of the steps from cell to cell: a table drawn row by row has hardly any backwards

	leastUnruled = 3 // rows without rules between their columns make sure that it is no chance,
	leastColumns = 3 // and as many columns

	closeShare = 2.5 // of the usual font size: a frame this close around a table leaves no room for a title

	watermarkSize = 2.5 // of the usual font size: so large, and over its cell, is no text of the cell

	paleInk = 0.7 // of white: what is lighter and not read as text may be a hint or a watermark

	leastOpenPoints = 12.0 // what upright rules reach into an open row, where no text stands beside them, to part cells

	hangingLineShare = 0.5 // of the font size: baselines no farther apart are one line under a table

	hangingShare  = 0.05 // of the sides of lines: more often a text does not hang into the padding of its cell
	paddingPoints = 6.0  // the widest cell padding that is believed: more is text that was not wrapped

	pagefulShare   = 0.5  // of the height of the page that lines run down beside each other, between which a row fills it
	mostDownLines  = 200  // of these lines
	pageFrameShare = 0.92 // of the page in both directions: a frame this large frames the page

)

// Budgets. A page beyond them is not a form, and the time for it is bounded.
const (
	usualSizes   = 24         // different font sizes of a page that are counted; those of more are sorted
	usualRoom    = 64         // positions of a room that are looked at one after the other
	mostKept     = 20_000     // of what a page is read with that a desk has room for from page to page
	maxRules     = 400_000    // pieces as drawn: a page of dotted rules has tens of thousands
	maxLines     = 20_000     // lines they make
	maxFrames    = 2_000      // closed, looked at for being marks: a page of cells with spacing has some hundred
	maxCrossings = 20_000_000 // strokes compared with glyphs
	maxTables    = 300        // on one page
	maxSpread    = 40         // on one page that are looked at for standing in columns
	maxPositions = 400_000    // rows × columns of one table
	leastFills   = 2          // no table is made of fewer fills,
	maxFills     = 5_000      // and one of more is a picture
	maxWhiteRows = 200        // on one side of a filled one
	maxReach     = 100        // cells one run or block of text reaches over
)
