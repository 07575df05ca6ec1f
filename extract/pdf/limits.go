package pdf

import "time"

const (
	// fileTime of the processor bounds the reading of one file, waiting for the second reader left aside, perPageTime more
	// for each page, up to mostTime. A page of a form takes hundredths, a dense one in the second reader tenths; what is
	// not done by then loops, or was made to. A limit that the user sets takes their place.
	fileTime    = 7 * time.Second
	perPageTime = 150 * time.Millisecond
	mostTime    = 45 * time.Second

	// interpretedTimes as long is given where the second reader is interpreted, not compiled.
	interpretedTimes = 8

	// pageTime bounds one page with its tables, and opening, in the first reader: dense maps take one second. What takes
	// longer is handed to the second reader, so that a busy machine loses nothing.
	pageTime = 4 * time.Second

	// secondTime bounds one page in the second reader: dense maps take two seconds. Mostly less is left of the file's.
	secondTime = 25 * time.Second

	// startTime bounds the waiting for the second reader: to be compiled (4 s, on small machines more) and for one of
	// the few that may run at a time.
	startTime = 40 * time.Second

	// maxPages is far beyond the longest annual report with its forms.
	maxPages = 20_000

	// aheadGlyphs are held of pages that are read and not yet asked for, before no more are read: ten times what is on a
	// page full of them.
	aheadGlyphs = 50_000

	// maxScans are recognised in one file, scanTime of the processor each: a dense page takes a minute, and
	// others may be recognised at the same time.
	maxScans = 200
	scanTime = 15 * time.Minute

	// maxCells of all tables of a file: some 300 bytes each. The annexes of a whole province have some 300 000.
	maxCells = 500_000

	// cutBytes at the end of a file are looked at for whether it ends where an object does.
	cutBytes = 1024

	// Files that only the second reader opens are looked through for damage: so large, and so much unpacked, some seconds.
	repairedBytes = 128 << 20
	unpackedBytes = 512 << 20

	// dictionaryBytes before a stream are looked through for what it is.
	dictionaryBytes = 1024

	// knownShare of the characters the first reader knows must be on the page of the second: of ligatures one may make one
	// character and the other several.
	knownShare = 0.98

	// sameShare of their common area makes two tables or cells of two readers the same: rules are the same lines for both.
	sameShare = 0.6

	// maxPairs of cells of two tables built differently are compared: of two forms, far less.
	maxPairs = 1_000_000

	// maxDifferences said of one page when two readers are compared: more say nothing new.
	maxDifferences = 50
)
