package correct

import "fuhe"

var (
	// also joins two reasons.
	also = fuhe.Phrase{ZH: "；", EN: "; "}
	// becauseFollows says what an entry was corrected after.
	becauseFollows = fuhe.Phrase{ZH: "随%[1]s更正为%[2]s", EN: "after %[1]s was corrected to %[2]s"}
)
