package pdf

import "time"

const (
	// fileTime bounds the reading of one file. The forms of a whole ministry (90 on 300 pages) take seconds; what is not
	// done by then loops, or was made to.
	fileTime = 2 * time.Minute

	// maxPages is far beyond the longest annual report with its forms.
	maxPages = 20_000

	// A page is a scan when pictures cover more than this share of it and it shows no more than so many glyphs: a page
	// number, a stamp.
	scanShare  = 0.5
	scanGlyphs = 12
)
