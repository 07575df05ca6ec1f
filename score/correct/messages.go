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

// Why an entry that is contradicted stays.
var (
	keptAmounts = fuhe.Phrase{
		ZH: "未更正：%[1]s与各来源之和不符，应按哪个金额算无从断定",
		EN: "nothing is changed: the %[1]s is not the sum of its sources, and which of them to reckon with is not known",
	}
	keptOtherRow = fuhe.Phrase{
		ZH: "未更正：按另一行的金额算正好得印出的数，错在哪一处无从断定",
		EN: "nothing is changed: an amount of another row gives just the printed figure, and which of them is wrong is not known",
	}
	keptOneAmount = fuhe.Phrase{
		ZH: "未更正，两种读法都说得通：印出的数有误，或%[1]s应为%[2]s（印作%[3]s）而它是对的",
		EN: "nothing is changed, for both readings hold: it is wrong, or the %[1]s should be %[2]s for %[3]s and it is right",
	}
	keptAsRate       = fuhe.Phrase{ZH: "未更正：与执行率同因", EN: "nothing is changed, for the reason given at the rate"}
	keptScale        = fuhe.Phrase{ZH: "未更正：按表上自印的计分办法只提出", EN: "nothing is changed by a scale that the form prints itself"}
	keptSourceScores = fuhe.Phrase{ZH: "未更正：它正是各行得分之和", EN: "nothing is changed: it is the sum of the scores of its rows"}
	keptDealt        = fuhe.Phrase{ZH: "未更正：各行得分合计%[1]s，应按哪一种算无从断定", EN: "nothing is changed: the scores of its rows add up to %[1]s, and which of the two was meant is not known"}
	keptTwoFormulas  = fuhe.Phrase{ZH: "未更正：两种比例算法都可能", EN: "nothing is changed: either formula may be meant"}
	keptWeight       = fuhe.Phrase{ZH: "未更正：该行分值本身有矛盾", EN: "nothing is changed: the weight of the row is contradicted itself"}
	keptWeights      = fuhe.Phrase{ZH: "未更正：分值之和与总分值不符，哪一项分值有误不明", EN: "nothing is changed: the weights do not add up to their total, and which of them is wrong is not known"}
	keptOfHundred    = fuhe.Phrase{ZH: "未更正：按使各项分值合计为100的分值计，印出的得分是对的", EN: "nothing is changed: by the weight with which all weights are 100 the printed score is right"}
	keptImplied      = fuhe.Phrase{ZH: "未更正：预算执行的分值未印出，只能由其余各项推算", EN: "nothing is changed: the weight of budget execution is not printed and only follows from the others"}
	keptRateAlone    = fuhe.Phrase{ZH: "未更正：合计行未填金额，执行率无从核对", EN: "nothing is changed: the total row has no amounts, and nothing vouches for its rate"}
	keptRateOrScore  = fuhe.Phrase{ZH: "未更正，两种读法都说得通：得分有误，或执行率有误而得分是对的", EN: "nothing is changed, for both readings hold: the score is wrong, or the rate is and the score is right"}
	keptPart         = fuhe.Phrase{ZH: "总分未更正：其中的%[1]s有误或无从核对", EN: "the total is not changed: the %[1]s in it is wrong or cannot be checked"}
	keptOtherScore   = fuhe.Phrase{ZH: "未更正：总分是按另一个得分加的，哪个对无从断定", EN: "nothing is changed: the total was added up with another score, and which of them is right is not known"}
	keptRow          = fuhe.Phrase{ZH: "总分未更正：差错在“%[1]s”一行", EN: "the total is not changed: the slip is in the row “%[1]s”"}
	keptReadings     = fuhe.Phrase{
		ZH: "未更正，两种读法都说得通：总分有误，或“%[1]s”得分应为%[2]s而总分%[3]s是对的",
		EN: "nothing is changed, for both readings hold: the total is wrong, or “%[1]s” scores %[2]s and the total of %[3]s is right",
	}
	keptTwoRows = fuhe.Phrase{
		ZH: "未更正，两种读法都说得通：总分有误，或“%[1]s”得分应为%[2]s、“%[3]s”应为%[4]s而总分%[5]s是对的",
		EN: "nothing is changed, for both readings hold: the total is wrong, or “%[1]s” scores %[2]s, “%[3]s” scores %[4]s and the total of %[5]s is right",
	}
	keptDoubted = fuhe.Phrase{
		ZH: "总分未更正：“%[1]s”的得分与其目标、实际不符，总分应为多少不明",
		EN: "the total is not changed: the score of “%[1]s” is at odds with its target and actual value, and what the total should be is not known",
	}
	keptSign       = fuhe.Phrase{ZH: "未更正：扣分项未印负号，总分按扣按加都不合", EN: "nothing is changed: points taken off have no minus, and the total fits neither way"}
	keptOverWeight = fuhe.Phrase{ZH: "总分未更正：有得分超过分值", EN: "the total is not changed: a score exceeds its weight"}
	keptAboveAll   = fuhe.Phrase{
		ZH: "总分未更正：各项之和%[1]s超过总分值%[2]s，必有得分有误",
		EN: "the total is not changed: the sum of %[1]s is above the %[2]s that can be earned, so some score is wrong",
	}
	keptMissing      = fuhe.Phrase{ZH: "总分未更正：有得分空缺或未读", EN: "the total is not changed: some scores are missing or were not read"}
	keptInHeader     = fuhe.Phrase{ZH: "未更正：表头的分值与等级只提出", EN: "nothing is changed: weights and grades in the header are only pointed out"}
	keptHeader       = fuhe.Phrase{ZH: "未更正：两处总分哪个对无从断定", EN: "nothing is changed: which of the two totals is right is not known"}
	keptGradeCell    = fuhe.Phrase{ZH: "未更正：等级与别的文字同在一格", EN: "nothing is changed: the grade shares its cell with other text"}
	keptBands        = fuhe.Phrase{ZH: "未更正：按表上自印的档次只提出", EN: "nothing is changed by bands that the form prints itself"}
	keptTotalUnknown = fuhe.Phrase{ZH: "等级未更正：总分应为多少不明", EN: "the grade is not changed: what the total should be is not known"}
	keptUnknown      = fuhe.Phrase{ZH: "未更正：由印出的数字定不出应为多少", EN: "nothing is changed: the printed figures do not tell what it should be"}
)
