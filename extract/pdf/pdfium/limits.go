package pdfium

import "time"

// Budgets of one document. A breach is an error or the page's Unsure, never a loss without a word.
const (
	// maxFileBytes lie in the sandbox's memory as a whole, beside what PDFium makes of them. Annexes with scans have
	// some 100 MB.
	maxFileBytes = 128 << 20
	// memoryPages of 64 KiB are the most one sandbox may take: 256 MiB. Go collects when its heap has doubled, so a run in
	// which a document takes all of it stays under 1 GiB.
	memoryPages = 4096
	pageBytes   = 64 << 10
	// reservedBytes are more than forms need: from there on it is a document that needs much, or was made to.
	reservedBytes = 128 << 20
	// sandboxes that may be open at a time: with each at its limit two are what a small machine can hold.
	sandboxes      = 2
	openDuration   = 20 * time.Second // a damaged file is rebuilt by reading all of it; 128 MB took 3 s
	pageDuration   = 20 * time.Second // dense maps take 2 s
	maxRewritten   = 2 * maxFileBytes // of a document unpacked to look up its fonts, held in memory for a moment
	maxPages       = 50_000           // a budget book has a thousand
	maxGlyphs      = 400_000          // on one page: what the finder of tables takes
	maxObjects     = 1_000_000        // paths, texts, images and forms of one page: dotted rules make tens of thousands
	maxSegments    = 4_000_000        // of all paths of one page
	maxCompared    = 50_000_000       // glyphs and rules compared with what is drawn over them, on one page
	maxAnnotations = 5000             // drawn on one page; a form with fields has some hundred
	maxPixels      = 16_000_000       // of a picture of a page: A3 at 200 dots an inch has 8 million
	maxFonts       = 5000             // of the machine; Windows with Office has some 600
	maxBrackets    = 500              // dictionaries and arrays in one another; PDFium itself stops at some 64
	maxNesting     = 24               // Form XObjects in one another; PDFium itself stops a little later
)

// Tolerances. Points are points of the shown page.
const (
	coveringShare = 0.02 // of the page: a smaller image is no strip of a scan
	thinPoints    = 3.0  // a filled area or stroke up to this thick is a rule; a row of text is higher
	ringPoints    = 6.0  // the thickest frame drawn as one rectangle with a hole
	slantShare    = 0.01 // a line that leaves its axis by more than this share of its length is no rule
	slantPoints   = 0.3  // the same for short pieces: rounding of coordinates
	samePoints    = 0.01 // places this close are the same but for the rounding of PDFium, which computes in 32 bits
	seenPoints    = 0.02 // text narrower than this is passed over by PDFium, which takes half of it for nothing
	penPoints     = 0.1  // what such text is outlined with to be seen: too little to touch the next one
	inkPoints     = 0.05 // ink narrower or lower than this is no ink: the boxes of blanks
	farPoints     = 1e6  // nothing that far away is on a page
	lightest      = 0.98 // a fill or stroke this light cannot be seen on white paper
	paleAbove     = 0.70 // text lighter than this, on no dark ground, is a watermark
	darkBelow     = 0.70 // a shade darker than this lets light text and light rules be seen
	maxRulePixels = 4096 // of an image that may be a rule, stretched
	leastSeen     = 0.03 // of lightness, between a rule and the fill under it: white rules part coloured cells
	leastContrast = 0.3  // of lightness, between the border of a box and its inside
	samePlace     = 1.0  // text written anew over text begins and ends where that did, no farther off
	edgePoints    = 0.5  // a rule this near the edge of a filled area is its border
	coveredShare  = 0.8  // of a glyph's box: the rest is the height of the font above and below the ink
	clearShare    = 0.02 // of an image that may show through and still hide what is under it: rounded edges
	blackBelow    = 0.2  // black letters cannot be read on a shade darker than this
	leastHeight   = 0.5  // of the font size: a font that says it is lower than this tells nothing of its height
	mostHeight    = 2.0  // the same, higher
	usualAscent   = 0.88 // of the font size, for fonts that do not say: the em box of CJK fonts
	usualDescent  = -0.12
)
