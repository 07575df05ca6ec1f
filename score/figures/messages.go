package figures

import (
	"fuhe"
)

var (
	partIndicator = fuhe.Phrase{ZH: "第%[1]s项指标", EN: "indicator no. %[1]s"}
)
