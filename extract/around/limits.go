package around

const (
	longestLabel  = 80  // runes: 编制单位 with a long name and the unit on one line; longer is running text
	longestTitle  = 60  // runes of a title that is called a table,
	longestPlain  = 40  // and of one that is not
	linesToTitle  = 6   // labels between a title and its table; farther up stands another thing
	notesGapLines = 2.5 // of the height of a line: text farther below a note is none of it
	mostNotes     = 40  // lines; more are the report that goes on behind the table
	mostHeadRows  = 8   // rows of headings; no published account has more
	mostLeadRows  = 8   // rows of title, department and unit at the top of a sheet
	wideShare     = 0.6 // of the columns: a cell as wide may be a title or a note
	mostSample    = 60  // runes of a line shown as a sample
	cutRowTexts   = 1   // texts that a row cut by a page edge takes over to the next page, at least
	longText      = 20  // runes of a text in a cell that may be cut by the edge: a name is shorter
	proseLetters  = 6   // letters of what is left of one; fewer beside digits may be a figure with its unit
)
