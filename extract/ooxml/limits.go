package ooxml

// Budgets for one file. A breach is an error, never a silent loss.
const (
	MaxUnpackedBytes = 128 << 20  // of the parts that are read; pictures are never unpacked
	maxParts         = 20000      // entries of the zip
	maxTokenBytes    = 16 << 20   // of one element with its attributes, or one text: the decoder holds it several times over
	maxTokens        = 10_000_000 // of all parts: three million cells have as many, and they take some seconds
	windowBytes      = 32 << 10   // of a part that are looked at together
	mostPlain        = 4 << 10    // of an element that is read in one piece; longer ones are read token by token
	maxDepth         = 200        // nested elements of a part; Excel writes some 10, Word some 25 and 8 more for each table in a table
)
