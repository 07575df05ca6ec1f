package native

// Budgets of one document. A breach is an error or the page's Unsure, never a loss without a word.
const (
	maxObjects       = 2_000_000  // of a file: a table of 16 bytes for each is made before one is looked at
	maxSections      = 4096       // of cross-reference: one for each time a file was changed and saved
	maxRows          = 4_000_000  // of all sections together
	maxPlaces        = 200_000    // objects that are looked for at their places: it takes some tenths of a second
	maxPackedBytes   = 48 << 20   // of streams of objects held unpacked: those of a thousand pages have some 20 MB
	maxUnpackedPacks = 1 << 30    // unpacked of them in all, those again that were not held
	maxPages         = 50_000     // a budget book has a thousand
	maxTreeDepth     = 64         // of the page tree; balanced trees of 50 000 pages have five levels
	maxUnpackedBytes = 64 << 20   // of one stream: the content of a page of dense maps has some 20 MB
	maxFileUnpacked  = 512 << 20  // of all streams of a file: a book of a thousand pages has some 200 MB
	maxPageBytes     = 128 << 20  // of all content streams, forms and fonts read for one page
	maxOperators     = 4_000_000  // and characters of one page with its forms; maps have some 500 000
	roomForPieces    = 8192       // of a page, glyphs and others, is kept for the next page: full pages have some 3000
	sparePages       = 4          // given back that are kept for others: one is read by each processor
	roomForBytes     = 1 << 20    // the same of content
	stepsUnasked     = 1024       // operators run before it is asked again whether anybody still waits for the page
	maxGlyphs        = 400_000    // on one page: what the finder of tables takes
	maxPieces        = 1_000_000  // rules and shades, and images, of one page: dotted rules make tens of thousands
	maxCovers        = 50_000_000 // glyphs and rules compared with what is drawn over them, on one page
	maxNesting       = 24         // Form XObjects in one another
	maxStates        = 1024       // q without Q; drawing programs nest some dozens
	maxDepth         = 64         // arrays and dictionaries in one another
	maxItems         = 500_000    // of the arrays before one operator, or of one dictionary: 64 bytes each
	maxOperands      = 4096       // before one operator; TJ arrays count as one
	maxPathPoints    = 1_000_000  // of one path
	maxMapEntries    = 200_000    // of one CMap: more than the ideographs of Unicode
	maxLongRanges    = 1024       // ranges of a CMap that are looked through for each new glyph
	maxCIDRanges     = 40_000     // the same; the largest CMap of Adobe has 20 000
	maxCodeSpaces    = 64         // of one CMap: the largest of Adobe has five
	maxPageEntries   = 1_000_000  // of the maps and widths of all fonts of a page, 100 bytes each: pages have some 50 000
	maxHeldEntries   = 1_500_000  // the same of the fonts of a file that are held for the next page
	maxWidths        = 200_000    // of one font, same reason
	maxUseCMap       = 8          // CMaps that build on one another
	maxMarks         = 1 << 16    // marked contents in one another; tagged files nest a dozen
	maxFilters       = 8          // of one stream; two are usual
	maxReasons       = 5          // not to rely on a page that are told
	maxNotePoints    = 2000       // of the lines of one note
	maxAnnotations   = 5000       // drawn on one page; a form with fields has some hundred

	headBytes       = 1024      // of the file, in which it says that it is a PDF
	maxWholeBytes   = 16 << 20  // files of up to so much are held while they are read
	maxLookupBytes  = 8 << 20   // of one object; arrays of all pages of a budget book have some 100 KB
	maxLookedBytes  = 256 << 20 // of all objects looked up for one page, again each time: pages with many fonts look at some 10 MB
	maxHeldBytes    = 32 << 20  // of memory for the objects that were read
	heldObjectBytes = 256       // of these, for each object
)

// Tolerances. Points are points of the shown page.
const (
	thinPoints       = 3.0    // a filled area or stroke up to this thick is a rule; a row of text is higher
	ringPoints       = 6.0    // the thickest frame drawn as one rectangle with a hole
	slantShare       = 0.01   // a line that leaves its axis by more than this share of its length is no rule
	slantPoints      = 0.3    // the same for short pieces: rounding of coordinates
	maxLayerEvents   = 1000   // rules that switch layers by how the page is used: usual files have three
	usualFieldPoints = 12.0   // of text in a field that names no size,
	fieldShare       = 0.7    // unless it is lower: this share of its height
	fieldInset       = 2.0    // text in a field keeps this far from its left side
	maxFieldPoints   = 1000.0 // no font of a field is larger
	maxFieldDepth    = 32     // fields within fields
	maxChoices       = 10_000 // of one field
	maxAttachments   = 1000   // attached files that are opened
	maxListed        = 10_000 // entries of one list of them that are looked at
	maxAttachedPages = 2000   // pages looked through for attached files
	maxRulePixels    = 4096   // of an image that may be a rule, stretched
	leastSeen        = 0.03   // of lightness, between a rule and the fill under it: white rules part coloured cells
	inkPoints        = 0.05   // a filled area narrower and lower than this draws nothing
	lightest         = 0.98   // a fill or stroke this light cannot be seen on white paper
	paleAbove        = 0.70   // text lighter than this, on no dark ground, is a watermark
	darkBelow        = 0.70   // a shade darker than this lets light text and light rules be seen
	blackBelow       = 0.2    // black letters cannot be read on a shade darker than this
	leastHeight      = 0.5    // of the font size: a font that says it is lower than this tells nothing of its height
	mostHeight       = 2.0    // the same, higher
	usualAscent      = 0.88   // of the font size, for fonts that do not say: the em box of CJK fonts
	usualDescent     = -0.12

	edgePoints   = 0.5 // a rule this near to the edge of an area is its border, and not under it
	coveredShare = 0.8 // of a glyph's box: the rest is the height of the font above and below the ink

	// A glyph drawn again this near (of its size, and of its width for narrow ones) makes it bold; two digits that
	// follow each other are half a size apart.
	twiceSize  = 0.15
	twiceWidth = 0.4
)
