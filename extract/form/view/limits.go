package view

// Budgets. A grid beyond them is said to be unread; none of them is reached by a form on paper.
const (
	maxPositions = 1_000_000 // rows × columns of one grid without its empty rows and columns: memory for the position table
	maxColumns   = 256       // columns with text; the widest published form has 20
	maxRepeats   = 8         // rows that say the same, looked at when a page begins with one more
	sliverPoints = 6.0       // points of a page: no column is narrower than a character
)
