package foot

const (
	// mostCells of a table that is tried: a larger one is a list.
	mostCells = 200_000
	// scalePlaces: figures are kept as whole ten thousandths; one with more places is not added up.
	scalePlaces = 4
	// mostBits of a figure in units; one counted to have no more than exactDigits digits, which may be one short, has fewer.
	mostBits    = 55
	exactDigits = 15
	// mostUnits keeps sums of many figures within 63 bits.
	mostUnits = 1 << mostBits
	// tellingTimes: a sum tells something when it is so many times what rounding may make of it.
	tellingTimes = 4
	// leastOwn: columns in which a row must close before it is held to its structure in the others.
	leastOwn = 2
	// leastKind: sums of one kind that must close elsewhere in a table before one that does not is held to it.
	leastKind = 3
	// leastRows: rows in which a column must close.
	leastRows = 4
	// failingShare: a structure that fails more often than in one of so many places is not known.
	failingShare = 5
	// longestRun: columns that are tried as the parts of another.
	longestRun = 24
	// longestWorking: terms of a sum that are written out.
	longestWorking = 12
	// figureShare: out of ten filled cells of a column so many must be figures.
	figureShare = 6
)
