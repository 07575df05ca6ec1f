package correct

import "fuhe"

var (
	// also joins two reasons.
	also = fuhe.Phrase{ZH: "；", EN: "; "}
	// becauseFollows says what an entry was corrected after.
	becauseFollows = fuhe.Phrase{ZH: "随%[1]s更正为%[2]s", EN: "after %[1]s was corrected to %[2]s"}
	// becauseCounts, becauseCountsSome say that scores in doubt were added as printed.
	becauseCounts     = fuhe.Phrase{ZH: "“%[1]s”的得分存疑，按所印计入", EN: "the score of “%[1]s” is in doubt and counted as printed"}
	becauseCountsSome = fuhe.Phrase{ZH: "“%[1]s”等%[2]s行的得分存疑，按所印计入", EN: "the scores of %[2]s rows, “%[1]s” the first, are in doubt and counted as printed"}
)
