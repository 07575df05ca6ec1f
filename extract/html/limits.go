package html

// Budgets for one page, and what tells encodings. A breach is an error or said, never a silent loss.
const (
	maxBytes         = 32 << 20 // a page with its pictures inside; a saved workbook of 100 forms has some 10 MB
	maxNesting       = 32       // tables in tables: pages laid out with them have some 8
	maxAttributes    = 1000     // of one element; pages have some 20
	maxLines         = 500000   // of text
	maxCells         = 500000   // of all tables, rows counted too
	maxRows          = 20000    // of one table
	maxColumns       = 1000     // of one table, as browsers have it
	maxRules         = 10000    // of style sheets that say something of what is looked at
	maxDeclarations  = 100      // of one rule
	maxKeyRules      = 500      // for one name, class or id
	maxSelectors     = 1000     // of one rule with those around it
	maxSelectorBytes = 1000     // of one; pages have some 100
	maxStyleDepth    = 8        // rules in rules and in blocks with conditions
	smallZoom        = 0.1      // nothing is read that is shown smaller
	closePoints      = 4.0      // letters set closer than by so much go over each other
	maxLooks         = 10000    // of elements that are remembered
	maxSignature     = 500      // bytes of what tells them apart
	maxTried         = 20000000 // rules that are looked at for elements, and elements around others that are compared with selectors
	maxScoped        = 20       // values of a variable beside that for the page
	mostUses         = 5        // variables in a value, and values of variables in one another
	deskPixels       = 1000     // the screen of a desk is wider
	maxPoints        = 1e6      // of a length: a page is some thousand points long
	smallPoints      = 8.5      // letters of marks are smaller than this, those of text larger; a relative size counts of twelve points
	raisedPoints     = 1.5      // above the line: text set so is raised; less corrects the line of another font
	statedWithin     = 4096     // bytes in which a page states its encoding: browsers look at 1024, editors write more before it
	goodForOneBad    = 20       // valid characters for a broken one: GB text read as UTF-8 has more broken than valid ones
	hiddenCells      = 30       // of a hidden table that is named: a form has more, a menu fewer
	shownHidden      = 40       // runes of hidden text that are named
	maxMade          = 200      // open elements that are parts of tables by their style
	maxDrawnText     = 1000     // bytes of text in a drawing
	maxInline        = 256      // open elements of a cell or a page
	maxInside        = 100000   // open elements of one that is left out
	mostCarried      = 3        // elements of a name that go on in the next paragraph
	leastBoxes       = 20       // with rules around them at places of their own that are a table
	maxBoxes         = 5000     // of one page
	boxLinePoints    = 1.5      // edges of boxes closer than this are one line
	maxScriptBytes   = 1 << 20  // of scripts that are looked through for what they fill in
	leastCover       = 13       // of 255: a colour that covers less lets everything through
	mostAlike        = 12       // of 255: colours no farther apart in red, green and blue cannot be told apart
	leastOpacity     = 0.02     // a text that covers less is not seen
	farPoints        = 300.0    // out of the page: text set so far beside its place is not seen
	veryFarPoints    = 4000.0   // out of a page of any width
	leastSide        = 1.0      // points: nothing is seen in a box so narrow or low
	leastLetters     = 1.0      // points: nobody sees letters so small
	maxRacks         = 16       // elements open in one another whose boxes stand side by side
	boxedFigures     = 4        // in rows of boxes that are named though it is not known how they stand under each other
	maxLatticeWork   = 2000000  // places of a grid looked at for where its boxes stand: each once, and some for spans
	besideBoxes      = 20       // that may stand side by side, and figures, from which on a page is said to have a table that is not read
	maxNotes         = 20       // remarks on one table
)
