package text

// Budgets for one file. A breach is an error or an Unread, never a silent loss.
const (
	maxBytes     = 8 << 20 // a form of text has some 10 KB; a city's annex of 100 forms 1 MB
	maxPositions = 200000  // rows × columns of one table
	maxLines     = 200000  // 2000 forms
	maxTables    = 1000    // of one file
	maxQuoted    = 1 << 16 // bytes of one quoted cell over several lines: a goals text has some 3 KB
)
