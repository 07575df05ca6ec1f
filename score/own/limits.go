package own

// Budgets of a file of rules, each with its unit in the name and its reason beside it.
const (
	// maxFileBytes: a rule file is written by hand.
	maxFileBytes = 1 << 20
	// maxChecks bounds the work for each form: every check is evaluated on it, some for each row.
	maxChecks = 500
	// maxExpressionRunes and maxExpressionDepth: a check fits on a few lines.
	maxExpressionRunes = 4096
	maxExpressionDepth = 50
	// maxCost of one evaluation, in CEL's own units: a pass over the two thousand rows of the longest form costs some ten
	// thousand; a pass over every pair of them is refused.
	maxCost = 200_000
	// maxFaults: a file that is wrong throughout need not be listed to its end.
	maxFaults = 20
	// mostAbove, in percent of a target: a hundred times the target is beyond any line.
	mostAbove = 10_000
	// digitsKept of a sum: CEL counts in binary floating point, printed figures are decimals of far fewer digits.
	digitsKept = 9
)
