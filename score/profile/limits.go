package profile

const (
	// HeadingRunes: longer texts are contents, not headings; profiles are not chosen from contents.
	HeadingRunes = 40
	// farAbove, farAbovePlatform: percent of a target from which on it may have been set too low: Guangxi marks down from 130,
	// the finance ministry's platform shows from 120 on.
	farAbove         = 130
	farAbovePlatform = 120
)
