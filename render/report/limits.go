package report

const (
	maxForms     = 1000     // in one file: a browser shows that many within some seconds
	maxBytes     = 10 << 20 // of one file
	formsPerFile = 100      // in a folder

	mostBars    = 15 // of a chart; the rest are counted together
	barHeight   = 22
	mostRolls   = 40   // units and years in the chart of them
	rollHeight  = 26   // of a unit and year in that chart, on a field 900 wide
	rollStart   = 390  // where bars begin
	rollGap     = 5    // between a bar and its figure
	perPercent  = 2    // of the length of a bar
	longestRate = 150  // per cent: a bar ends there, its figure says how much it is
	mostPoints  = 2000 // of the chart of executions and scores
	mostInputs  = 5000 // and findings across forms, listed in the index by name; all are counted
	mostCells   = 4000 // of a form's table
)
