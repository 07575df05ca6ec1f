package inferred

// Tolerances; shares are of the font size but where something else is said.
const (
	sameBaseShare    = 0.15 // glyphs of one text stand on baselines no farther apart
	wordShare        = 0.45 // words of one text stand no farther apart
	digitGapShare    = 0.08 // digits of one figure stand no farther apart
	digitsOverShare  = 0.12 // of the narrower of two characters: so much of it lies under the other, in figures
	lettersOverShare = 0.3  // and in words
	hairShare        = 0.1  // texts of two cells stand at least so far apart
	riverShare       = 0.15 // texts of one column stand no farther apart, sideways
	narrowShare      = 0.03 // the white between two columns is at least so wide
	edgeShare        = 0.2  // texts of a column that end or begin at one place do so within it
	pitchShare       = 1.75 // lines of one text follow each other no farther apart where the page shows no pitch
	pitchOver        = 1.2  // times the usual pitch of lines
	leastPitch       = 1.0  // of the font size: the usual pitch is not closer
	mostPitch        = 2.4  // nor wider
	samePitch        = 0.06 // of the font size: pitches that differ by less are the same
	evenlyShare      = 0.1  // of the font size: so evenly the lines of one text follow each other
	pitchTimes       = 3    // times that a pitch is met to be the usual one
	centreShare      = 0.3  // the middle of a text, or its first line, is so close to the line of its row
	apartShare       = 0.5  // texts of one row stay so far from the line of another
	riseShare        = 3.5  // of the pitch of lines: groups of headings stand no higher over their headings
	bandShare        = 2.6  // broken headings stand so close around the line of the others
	spacedShare      = 2.5  // characters of a heading set apart for looks stand no farther apart
	aloneShare       = 2.5  // no other text stands so close over or under the number of a page
	valueShare       = 1.5  // texts of one entry of the header stand no farther apart
	nearOverOther    = 1.2  // times as far from any other entry as from its own
	tightShare       = 0.85 // of the least distance of rows: lines closer than that are lines of one text
	levelShare       = 0.3  // of the least distance of rows: the name of a group is so close to the middle of its rows
	levelOverOther   = 2.0  // and any other division is so many times as far off
	runPitches       = 2.0  // times the pitch of lines between two rows of a table
	wideWhiteShare   = 0.9  // the white between columns of words is at least so wide
	runningShare     = 0.6  // of a table's width: a lone text so wide is running text
	snapPoints       = 3.0  // borders of two parts of a form closer than that are one
	marginPoints     = 3.0  // between the outermost text and the border of the form
	evenShare        = 0.01 // of a step: the figures of a scale differ by one step
	evenPlaceShare   = 0.1  // of their distance: and stand equally far apart
	rowOverShare     = 0.12 // lines of two rows follow each other farther apart than those of one text, by so much
	lineOverShare    = 0.06 // and lines of one text by no more than so much
	wallShare        = 0.8  // of the width of a part: a drawn line so long parts its rows
	wallPoints       = 1.0  // drawn lines and edges of fills closer than that are one
	wallInto         = 2.0  // in points: a drawn line reaches so far into the height of the texts under it
	struckLow        = 0.15 // a rule so far above the baseline
	struckHigh       = 0.7  // and below this strikes a text out
)

// Budgets.
const (
	maxGlyphs      = 20_000 // of a page that is looked at: a dense form has 3 000
	maxForms       = 20     // on one page
	maxRows        = 300    // of one part on one page
	maxHeadLines   = 8      // of one heading
	maxHeadRows    = 4      // pieces of one heading that are set apart
	maxNameLines   = 4      // of the name of one entry
	headingRunes   = 12     // a longer text that is no heading is no line of one
	maxHeads       = 100    // of one part
	leastMoney     = 3      // known headings of a money block
	leastColumns   = 4      // known headings of a block of indicators
	leastAmounts   = 2
	maxTextLines   = 40 // of one cell
	leastCoarse    = 3  // rows of figures in one cell of a ruled table
	leastBlockRows = 3
	maxEdges       = 20_000 // of drawn lines and fills of a page whose walls are looked at
	maxWays        = 16     // to give groups their rows
	leastTicks     = 4      // figures of a scale
	signRunes      = 2      // of a sign before an item of a list
	shortRunes     = 30     // of texts in the columns of a table
	leastCaptioned = 4      // rows of a part beside which its caption tells how texts stand in their cells
	leastCaption   = 3      // characters of the caption of a part
	leastNumbered  = 2      // rows of a column that numbers them
	leastFundName  = 4      // characters of a name that stands alone in its row
)
