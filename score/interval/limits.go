package interval

const (
	// WorkingPlaces are shown beyond the printed places, enough to see which way a figure was rounded.
	WorkingPlaces = 2
	// tailPlaces bounds how far a working goes on to show that a figure does not end.
	tailPlaces = 8
	// powersKept powers of ten on either side of one are kept ready: amounts in 亿元 and six places stay within them.
	powersKept = 16
	// SumPlaces bounds the decimals a sum of scores is shown with; scores are printed to four places at most.
	SumPlaces = 6
)
