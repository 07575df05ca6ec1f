package typeset

// Tolerances. Points are points of the shown page; shares are of the thing named.
const (
	LineShare        = 0.4  // of the font size between the baselines of one line
	ScriptShare      = 0.55 // the same for super- and subscripts
	ScriptSize       = 0.9  // a glyph smaller than this share of its neighbour may be a script
	raisedSize       = 0.8  // of the font size of a line: a mark no larger may be a footnote mark
	raisedShare      = 0.15 // of it: so far above the baseline is raised
	raisedReach      = 1.0  // of it: and no farther
	raisedGapShare   = 0.35 // of it: so close behind the word it belongs to
	raisedMost       = 6    // characters of a footnote mark
	spaceShare       = 0.3  // of the font size: a gap this much wider than the letter spacing is a space
	wideSpacingShare = 0.6  // of the font size: digits and Latin letters are never spaced this far apart within a word
	GapShare         = 1.0  // of the font size: outside tables, a gap this wide separates ideographs, too
	TwiceShare       = 0.12 // of the font size: the same glyph this close was drawn twice (faux bold)
	tuckedShare      = 0.7  // of its width: letters set closer behind one another stand on widths that are not theirs,
	looseShare       = 0.9  // where some need more room than that; and one set
	againShare       = 0.2  // closer than this was drawn again
	overlapShare     = 0.3  // of the narrower of two different glyphs: they were drawn on one another
	coverShare       = 0.8  // of the narrower: no wrong width and no condensing brings glyphs of one text this close
	figurePitchShare = 1.6  // of the font size: the lines of a broken figure follow each other this close, rows do not
	uprightDegrees   = 10.0 // text more off the axes than this is a watermark or a stamp
	emShare          = 0.95 // of the font size: as wide as an ideograph
	redLead          = 90   // of 255: so much more red than green and blue is a red
	leastAlong       = 3    // characters at angles in a ring are the name on a seal
	misnamedKinds    = 2    // different letters that must be so to say that a page names its characters wrongly
	paddingShare     = 0.1  // of the font size: border widths make the padding of a cell differ from the table's by so much
	layerPoints      = 48.0 // a visible glyph no larger than this is looked for under a hidden one, no farther away
	farPoints        = 1e6  // nothing that far away is on a page
	layerGlyphs      = 500  // visible glyphs in such a square that are looked at
	footShare        = 0.12 // of the page height: page numbers stand this close to the lower edge
	HeadShare        = 0.10 // the same at the upper edge
)

// Budgets: the time for a page is bounded.
const (
	MaxGlyphs    = 400_000 // shown on one page
	maxLineMarks = 5_000   // on one line of text that is looked at for texts over one another
	maxRings     = 500     // round outlines that are looked at for being seals
	maxRaised    = 200     // on one line of nothing but small marks that may belong to the next
	maxRuns      = 100     // texts drawn over one another on one line that are told apart
	usualLines   = 12      // of a cell: more take room of their own
	usualMarks   = 64      // of a line: the same
	mostKept     = 20_000  // marks, lines or glyphs that a desk has room for from page to page
	nearMarks    = 50      // marks at one place that are looked at for being the same
)
