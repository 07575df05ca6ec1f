package columnar

// How much is held back. A page is packed when it is full; a reader that wants few columns skips the others a group at a time.
const (
	pageBytes  = 1 << 20
	groupRows  = 50_000
	groupBytes = 128 << 20 // of packed pages and dictionaries
	// boundBytes are the most of a text that is told as the least or greatest of its column.
	boundBytes = 64
)

const (
	magic  = "PAR1"
	writer = "fuhe"
)
