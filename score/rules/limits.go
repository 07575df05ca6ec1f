package rules

// aheadPercent: how far indicators may be ahead of spending before it is worth a word.
const aheadPercent = 20

const (
	// shortestName: characters an indicator's name has before two of one name are held to be one indicator: 数量, 成本 are none.
	shortestName = 3
	// fewestSatisfactionPoints, mostSatisfactionPoints: what satisfaction weighs on published forms, 10 in principle.
	fewestSatisfactionPoints, mostSatisfactionPoints = 5, 20
	// tellingRepeats: rows whose target is the actual value before that is more than chance; a count of 2 or a rate of 100 % tells
	// nothing.
	tellingRepeats = 3
	// usualFindings: a form with findings rarely has more; room for them is made at once.
	usualFindings = 4
)
