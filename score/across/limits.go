package across

const (
	// figuresToCompare: forms with fewer figures may be alike by chance, or not filled in.
	figuresToCompare = 6
	// longestName: runes of a name beyond which it is a sentence and is compared as a whole only.
	longestName = 80
	// likeEnough: how much of two names must be the same before they are offered as one.
	likeEnough = 0.75
	// unitsLike: how much of the names of two units must be the same before one is offered as the other under a new name.
	unitsLike = 0.5
	// shortestKeyRunes: a shorter name (培训, 运维) does not tell a project among those of other units.
	shortestKeyRunes = 5
	// narrativeRunes: a shorter narrative may be word for word another by chance.
	narrativeRunes = 30
	// versionShare: of so many figures at most one differs between versions of a form; more is another form.
	versionShare = 5
	// versionNamed: differences of versions that are named one by one.
	versionNamed = 6
	// tellingActuals: actual values beyond 100 % and single digits that two forms must share before they are called alike.
	tellingActuals = 4
)
