package report

const (
	maxForms     = 1000     // in one file: a browser shows that many within some seconds
	maxBytes     = 10 << 20 // of one file
	formsPerFile = 100      // in a folder

	mostBars   = 15 // of a chart; the rest are counted together
	barHeight  = 22
	mostPoints = 2000 // of the chart of executions and scores
	mostInputs = 5000 // listed in the index by name; all are counted
	mostCells  = 4000 // of a form's table
)
