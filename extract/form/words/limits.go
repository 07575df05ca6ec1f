package words

// Lengths in which a text is a heading, a label or a title.
const (
	MaxHeadingRune = 60 // runes of a heading or label; longer text is content and is not normalised
	maxPatternByte = 60 // bytes of a heading that only a pattern may know, 20 characters: longer ones are sentences
	leastNearRune  = 2  // runes of a heading that may be a damaged spelling
	maxTitleRune   = 80 // runes of a title line, place name and project name included
)
