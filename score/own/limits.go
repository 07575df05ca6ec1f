package own

// Budgets of a file of rules, each with its unit in the name and its reason beside it.
const (
	// maxFileBytes: a rule file is written by hand.
	maxFileBytes = 1 << 20
	// maxChecks bounds the work for each form: every check is evaluated on it, some for each row.
	maxChecks = 500
	// maxExpressionRunes and maxExpressionNodes: a check fits on a few lines.
	maxExpressionRunes = 4096
	maxExpressionNodes = 1000
	// maxElements are the elements of all lists that one evaluation makes: some for each of the two thousand rows of the
	// longest form.
	maxElements = 100_000
	// maxSteps of one evaluation: operations, turns of a loop, and elements that a function goes through. A pass over the two
	// thousand rows of the longest form takes some ten thousand; a pass over every pair of them is refused.
	maxSteps = 200_000
	// stepsPerForm and elementsPerForm are allowed besides for each form that a check over several of them sees.
	stepsPerForm    = 1000
	elementsPerForm = 200
	// maxFaults: a file that is wrong throughout need not be listed to its end.
	maxFaults = 20
	// mostAbove, in percent of a target: a hundred times the target is beyond any line.
	mostAbove = 10_000
	// digitsKept: figures that agree in so many decimal places are the same; thirds never end.
	digitsKept = 9
	// stepBits and stepBytes are the length of a number and of a text that count as one step of work.
	stepBits  = 1024
	stepBytes = 1024
)
