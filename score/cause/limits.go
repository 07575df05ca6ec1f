package cause

const (
	// inputWays ranks a wrong digit in an amount, where rate and score both follow from the right one, before any slip in
	// the rate itself, which would have had to be made twice, but behind roundings, denominators and units.
	inputWays = 5
	// untoldWays ranks slips in a source behind those in the total where nothing tells which of them is wrong.
	untoldWays = 20
	// sameWays ranks what much of a form looks like, equal columns and empty rows, behind slips of the pen.
	sameWays = 150
	// overspentWays ranks slips after which a source would have spent more than its budget behind all others.
	overspentWays = 10_000
	// certainSupport, certainLead: what must speak for a weight for it to be accused: a slip of the pen to a weight that
	// others of its group have, in a group that then holds what it should, and no other near it.
	certainSupport = 5
	certainLead    = 4
	// roundWeight: weights are mostly multiples of five points.
	roundWeight = 5
	// weightWays ranks wrong weights behind a plain slip in the total.
	weightWays = 20
	// nearlySlack is far above the error of floating point and far below a unit of any rate.
	nearlySlack = 1e-9
)
