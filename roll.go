package fuhe

// Roll is what the forms of a unit in a year come to: for choosing what to look at, not a judgement.
type Roll struct {
	Unit string // as the first of its forms prints it; "" where forms name none
	Year string

	Forms    int
	Copies   int    // of them, copies of another one of these: their amounts and scores are counted once
	Budget   string // adjusted budgets, in 万元 at two places; "" when none was read
	Executed string
	Rate     string // executed ÷ budget: "87.31%"
	Unknown  int    // forms whose amounts are not in these sums: not read, or of no known unit

	Score       string // the mean of the totals, of 100
	FullMarks   string // the share of indicators with all their points: "93.3%"
	Whole       int    // forms whose scores are all whole numbers
	SameTotal   int    // forms that share their total with another one of these
	Boilerplate int    // reasons that give none: 无偏差, 请说明原因

	Tally map[Severity]int // contradictions: what another finding explains is not counted again, neither here nor in Rules
	Rules map[string]int   // findings by rule
}
