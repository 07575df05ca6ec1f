package score

import "math/big"

// Tolerances and budgets of the scorer, each with its unit in the name and its reason beside it.
const (
	// yuanExactPlaces: the fen is the smallest unit of money, so an amount printed to the fen was not rounded.
	yuanExactPlaces = 2
	// workingExtraPlaces are shown beyond the printed places, enough to see which way a figure was rounded.
	workingExtraPlaces = 2
	// tailPlaces bounds how far a working goes on to show that a figure does not end.
	tailPlaces = 8
	// headingRunes: longer texts are contents, not headings; profiles are not chosen from contents.
	headingRunes = 40
	// rateOrderRatio: two readings of a rate that are both further than this factor from the computed rate are no
	// readings of it, and the figure is asked about, not accused.
	rateOrderRatio = 4
	// powersKept powers of ten on either side of one are kept ready: amounts in 亿元 and six places stay within them.
	powersKept = 16
	// inputWays ranks a wrong digit in an amount, where rate and score both follow from the right one, before any slip in
	// the rate itself, which would have had to be made twice, but behind roundings, denominators and units.
	inputWays = 5
	// certainSupport, certainLead: what must speak for a weight for it to be accused: a slip of the pen to a weight that
	// others of its group have, in a group that then holds what it should, and no other near it.
	certainSupport = 5
	certainLead    = 4
	// roundWeight: weights are mostly multiples of five points.
	roundWeight = 5
	// mendWays ranks wrong weights behind a plain slip in the total.
	mendWays = 20
	// nearlySlack is far above the error of floating point and far below a unit of any rate.
	nearlySlack = 1e-9
	// farAbove, farAbovePlatform: percent of a target from which on it may have been set too low: Guangxi marks down from 130,
	// the finance ministry's platform shows from 120 on.
	farAbove         = 130
	farAbovePlatform = 120
	// aheadPercent: how far indicators may be ahead of spending before it is worth a word.
	aheadPercent = 5
	// figuresToCompare: forms with fewer figures may be alike by chance, or not filled in.
	figuresToCompare = 6
	// sumApartPlaces: sums of printed figures end; more places than any amount or score is printed with.
	sumApartPlaces = 12
	// sumPlaces bounds the decimals a sum of scores is shown with; scores are printed to four places at most.
	sumPlaces = 6
)

// scoreFullPoints is what a form is scored out of; bands of grades are defined on it.
var scoreFullPoints = big.NewRat(100, 1)
