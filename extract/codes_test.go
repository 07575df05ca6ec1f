package extract

import (
	"testing"

	"fuhe"
)

// A reason has the code that programs ask for.
func TestCodesOfReasons(t *testing.T) {
	for reason, want := range map[string]fuhe.Code{
		"scanned page, no text": fuhe.Scanned, "native: scanned page, no text": fuhe.Scanned,
		"scanned page with a hidden text layer, no rules to read it by":                                        fuhe.Scanned,
		"pages 3 to 9 not read within 7.45s":                                                                   fuhe.Deadline,
		"native: fonts of more than 1000000 entries; pdfium: not read in time (6.59s)":                         fuhe.Deadline,
		"the text has 15 MB, more than the 8 MB fuhe reads":                                                    fuhe.Budget,
		"only the first 2000 tables are read":                                                                  fuhe.Budget,
		"pages beyond the first 20000 were not read":                                                           fuhe.Budget,
		"PDF not read: damaged: objects that refer to each other in a circle; pdfium: not a PDF":               fuhe.Damaged,
		"a blank page to pdfium, its content may be lost (native: damaged: objects that refer to one another)": fuhe.Damaged,
		`attached file "a.pdf" was not read: save it and give it by itself`:                                    fuhe.Unsupported,
		"the two readers differ: native “scanned page” / pdfium “damaged”":                                     fuhe.Doubtful,
		"table 1: native: font SimSun: what is named 8 is drawn in two ways":                                   fuhe.Doubtful,
		"form not read: its cells are not told apart":                                                          fuhe.Doubtful,
		"text drawn as outlines, which fuhe does not read: take the file it was made from":                     fuhe.Outlines,
		"encrypted: a password is needed, or the one given is wrong":                                           fuhe.Encrypted,
	} {
		if got := codeOf(reason); got != want {
			t.Errorf("%s is %s, want %s", reason, got, want)
		}
	}
}
