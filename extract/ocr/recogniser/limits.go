package recogniser

// Rows of pixels of a line, and the most columns of one: what the models are made for, and what the program takes.
const (
	Rows        = 48
	MostColumns = 4096
)

const (
	numbersPerStep = 4        // that the program gives: character, probability, the next character, its probability
	memoryPages    = 8192     // of 64 KiB: the model, its weights in order and a line of the greatest width take some 300 MiB
	maxModelBytes  = 64 << 20 // the mobile models have 11 MB
	maxCharacters  = 50_000   // of an alphabet; those of Chinese have some 6600
	maxReasonBytes = 1000
)
