package pack

// Budgets of one archive or mail. A breach is an error, never a silent loss. What is unpacked is counted by whoever reads.
const (
	maxMembers         = 50_000    // of one archive
	maxMailBytes       = 128 << 20 // of one mail: it is held in memory
	maxMailDepth       = 10        // parts in one another
	maxParts           = 2000      // of one mail
	maxDictionaryBytes = 256 << 20 // of RAR: what its programs offer without being asked for more is 64 MB
	headBytes          = 512       // tell a tar archive inside a compressed file
)
