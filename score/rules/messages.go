package rules

import (
	"fuhe"
)

var (
	messageRate = fuhe.Phrase{
		ZH: "%[1]s印为%[2]s，按%[3]s÷%[4]s复算应为%[5]s",
		EN: "%[1]s is printed as %[2]s; %[3]s ÷ %[4]s gives %[5]s",
	}
	messageRateUnclear = fuhe.Phrase{
		ZH: "%[1]s印为%[2]s，未印百分号，按百分数或小数读都与%[3]s÷%[4]s＝%[5]s相去甚远，请核对口径",
		EN: "%[1]s is printed as %[2]s without %%; neither as a percentage nor as a fraction is it near %[3]s ÷ %[4]s = %[5]s",
	}
	messageRateCapped = fuhe.Phrase{
		ZH: "%[1]s印为%[2]s，而执行数大于预算数，%[3]s÷%[4]s复算为%[5]s；执行率不封顶，封顶的是得分",
		EN: "%[1]s is printed as %[2]s although more was executed than budgeted: %[3]s ÷ %[4]s = %[5]s; the score is capped, the rate is not",
	}
	messageUnstatedDenominator = fuhe.Phrase{
		ZH: "%[1]s印为%[2]s，是以到位资金%[3]s而非预算数%[4]s为分母，请核对口径",
		EN: "%[1]s is printed as %[2]s: it is computed on the money that arrived, %[3]s, not on the budget of %[4]s",
	}
	messageDefaultRates = fuhe.Phrase{
		ZH: "各来源行执行率一律印为%[1]s，与本行金额不符，似为未经计算的默认值",
		EN: "every source prints a rate of %[1]s, whatever its amounts: it seems a default that was never computed",
	}
	messageFundSum = fuhe.Phrase{
		ZH: "%[1]s合计印为%[2]s，其各项资金来源之和为%[3]s，相差%[4]s",
		EN: "the total of %[1]s is printed as %[2]s; its sources add up to %[3]s, %[4]s apart",
	}
	messageSourceSlip = fuhe.Phrase{
		ZH: "%[1]s印为%[2]s；合计%[3]s减去其余来源应为%[4]s",
		EN: "%[1]s is printed as %[2]s; the total of %[3]s less the other sources leaves %[4]s",
	}
	messageOneOfSources = fuhe.Phrase{
		ZH: "；执行率、得分随合计，差错当在这些来源之一：%[1]s",
		EN: "; rate and score follow from the total, so one of these sources is wrong: %[1]s",
	}
	partOneSource = fuhe.Phrase{
		ZH: "%[1]s（%[2]s，或当为%[3]s）",
		EN: "%[1]s (%[2]s, perhaps %[3]s)",
	}
	messageFundSumRounded = fuhe.Phrase{
		ZH: "%[1]s合计印为%[2]s，其各项资金来源之和为%[3]s；若合计已取整则不矛盾，请核对",
		EN: "the total of %[1]s is printed as %[2]s; its sources add up to %[3]s: no contradiction if the total was rounded, please check",
	}
	messageZeroBudgetSpent = fuhe.Phrase{
		ZH: "%[1]s：预算数为0，执行数却为%[2]s，执行率无从计算",
		EN: "%[1]s: the budget is 0 and yet %[2]s was executed; there is no execution rate",
	}
	messageZeroBudgetRate = fuhe.Phrase{
		ZH: "%[1]s：预算数、执行数均为0，执行率却印为%[2]s",
		EN: "%[1]s: budget and executed are both 0, the rate is printed as %[2]s",
	}
	messageZeroBudgetScore = fuhe.Phrase{
		ZH: "预算数、执行数均为0，执行率印为%[1]s，预算执行得分印为%[2]s，二者不符",
		EN: "budget and executed are both 0; the budget score of %[2]s does not follow from the printed rate of %[1]s",
	}
	messageBudgetScore = fuhe.Phrase{
		ZH: "预算执行得分印为%[1]s，按%[2]s复算应为%[3]s",
		EN: "the budget execution score is printed as %[1]s; %[2]s gives %[3]s",
	}
	messageExchanged = fuhe.Phrase{
		ZH: "%[1]s印为%[2]s，%[3]s印为%[4]s：按两行印出的执行率，二者应互换",
		EN: "%[1]s is printed as %[2]s and %[3]s as %[4]s: by the rates printed in both rows they stand in each other's place",
	}
	messageSpentUnbudgeted = fuhe.Phrase{
		ZH: "%[1]s：预算数空白，执行数却为%[2]s",
		EN: "%[1]s: the budget is blank, and yet %[2]s was executed",
	}
	messageEmptyRowRate = fuhe.Phrase{
		ZH: "%[1]s：预算数、执行数均为空白，执行率却印为%[2]s",
		EN: "%[1]s: budget and executed are blank, the rate is printed as %[2]s",
	}
	messageScale = fuhe.Phrase{
		ZH: "预算执行得分%[1]s按表上印出的办法计分：%[2]s",
		EN: "the budget execution score of %[1]s follows the rule that the form prints: %[2]s",
	}
	messageScaleUnread = fuhe.Phrase{
		ZH: "预算执行得分%[1]s未核对：表上印有计分办法而未能读懂：%[2]s",
		EN: "the budget execution score of %[1]s is not checked: the form prints a rule for it that was not understood: %[2]s",
	}
	messageEmptySubtotal = fuhe.Phrase{
		ZH: "%[1]s为%[2]s，而其下各行合计%[3]s",
		EN: "%[1]s is %[2]s while the rows under it add up to %[3]s",
	}
	messageLate = fuhe.Phrase{
		ZH: "“%[1]s”目标%[2]s，实际%[3]s，已逾期，却得满分%[4]s",
		EN: "“%[1]s” was due %[2]s and done %[3]s, after its time, and keeps its full score of %[4]s",
	}
	messageUnsignedFull = fuhe.Phrase{
		ZH: "“%[1]s”目标%[2]s（未印比较符号），实际%[3]s，低于目标，却得满分%[4]s；若目标为“不低于”，按比例应得%[5]s",
		EN: "“%[1]s” lies below its target, which prints no comparison (%[2]s, actual %[3]s), and keeps its full score of %[4]s; if at least is meant, it would be %[5]s in proportion",
	}
	messageOverspent = fuhe.Phrase{
		ZH: "%[1]s：执行数%[2]s大于预算数%[3]s",
		EN: "%[1]s: %[2]s was executed, more than the adjusted budget of %[3]s",
	}
	messageEmptyTotal = fuhe.Phrase{
		ZH: "%[1]s为%[2]s，而其资金来源合计%[3]s；合计行漏填，预算执行得分因此失真",
		EN: "%[1]s is %[2]s while its sources add up to %[3]s: the total row was not filled, and the budget score suffers",
	}
	messageWeightSum = fuhe.Phrase{
		ZH: "分值合计印为%[1]s，各项分值之和为%[2]s",
		EN: "the weights are totalled as %[1]s; they add up to %[2]s",
	}
	messageBudgetWeight = fuhe.Phrase{
		ZH: "预算执行的分值印为%[1]s，当为%[2]s：预算执行得分、各指标分值与总分值都与此相符",
		EN: "the weight of budget execution is printed as %[1]s and should be %[2]s: the budget score, the weights of the indicators and their total agree with it",
	}
	messageRowTwice = fuhe.Phrase{
		ZH: "“%[1]s”一行印了两次，合计%[2]s只计了一次",
		EN: "the row “%[1]s” is printed twice; the total of %[2]s counts it once",
	}
	messageOneWeight = fuhe.Phrase{
		ZH: "“%[1]s”分值印为%[2]s，当为%[3]s：各项分值之和为%[5]s，与印出的%[4]s不符，同组分值与比例都指向这一项",
		EN: "the weight of “%[1]s” is printed as %[2]s and should be %[3]s: the weights add up to %[5]s, not the printed %[4]s, and the other weights of its group point to this one",
	}
	messageWeightSumUnprinted = fuhe.Phrase{
		ZH: "各项分值之和为%[1]s，不是100分（表上未印总分值）",
		EN: "the weights add up to %[1]s, not 100 (no total weight is printed)",
	}
	messageGroupWeights = fuhe.Phrase{
		ZH: "“%[1]s”印为%[2]s分，其下各指标分值之和为%[3]s",
		EN: "“%[1]s” prints %[2]s points; the weights under it add up to %[3]s",
	}
	messageSplit = fuhe.Phrase{
		ZH: "“%[1]s”各指标分值之和为%[2]s，通用规则原则上为%[3]s",
		EN: "the weights under “%[1]s” add up to %[2]s; in principle it is %[3]s",
	}
	messageSection = fuhe.Phrase{
		ZH: "“%[1]s”印为%[2]s分，实有%[3]s分",
		EN: "“%[1]s” prints %[2]s points; it holds %[3]s",
	}
	messageScoreOverWeight = fuhe.Phrase{
		ZH: "“%[1]s”得分%[2]s超过分值%[3]s",
		EN: "“%[1]s” scores %[2]s, more than its weight of %[3]s",
	}
	messageGroupScores = fuhe.Phrase{
		ZH: "“%[1]s”印为%[2]s分，其下得分之和为%[3]s",
		EN: "“%[1]s” prints %[2]s points; the scores under it add up to %[3]s",
	}
	messageScoreNegative = fuhe.Phrase{
		ZH: "“%[1]s”得分%[2]s为负数",
		EN: "“%[1]s” scores %[2]s, less than nothing",
	}
	messageMetDeducted = fuhe.Phrase{
		ZH: "“%[1]s”目标%[2]s，实际%[3]s，已达标，却只得%[4]s分（分值%[5]s），未说明扣分原因",
		EN: "“%[1]s” met its target (%[2]s, actual %[3]s) and scores %[4]s of %[5]s without a reason",
	}
	messageForward = fuhe.Phrase{
		ZH: "“%[1]s”目标%[2]s，实际%[3]s，已达标（越低越好），得分%[4]s却是按实际÷目标计的，分值%[5]s",
		EN: "“%[1]s” met its target by staying below (%[2]s, actual %[3]s); its score of %[4]s is the weight of %[5]s times actual ÷ target",
	}
	messageMetNothing = fuhe.Phrase{
		ZH: "“%[1]s”目标%[2]s，实际%[3]s，已达标，却得%[4]s分（分值%[5]s）",
		EN: "“%[1]s” met its target (%[2]s, actual %[3]s) and scores %[4]s of %[5]s",
	}
	messageScoreByTotal = fuhe.Phrase{
		ZH: "%[1]s；按总分%[2]s应为%[3]s",
		EN: "%[1]s; by the total of %[2]s it should be %[3]s",
	}
	messageMissedFull = fuhe.Phrase{
		ZH: "“%[1]s”目标%[2]s，实际%[3]s，未达标，却得满分%[4]s；按比例应得%[5]s",
		EN: "“%[1]s” missed its target (%[2]s, actual %[3]s) and keeps its full score of %[4]s; in proportion it would be %[5]s",
	}
	messageNotInProportion = fuhe.Phrase{
		ZH: "“%[1]s”目标%[2]s，实际%[3]s，得%[4]s分；按比例应得%[5]s",
		EN: "“%[1]s” missed its target (%[2]s, actual %[3]s) and scores %[4]s; in proportion it would be %[5]s",
	}
	messageNoActual = fuhe.Phrase{
		ZH: "“%[1]s”未填实际完成值，却得%[2]s分",
		EN: "“%[1]s” has no actual value and yet scores %[2]s",
	}
	messageNotComparable = fuhe.Phrase{
		ZH: "“%[1]s”目标%[2]s与实际%[3]s计量单位或量级不同，无法核对",
		EN: "“%[1]s”: target %[2]s and actual %[3]s differ in unit or magnitude and cannot be compared",
	}
	messageNoValue = fuhe.Phrase{
		ZH: "“%[1]s”实际完成值“%[2]s”是范围而不是数值，无法核对完成程度",
		EN: "“%[1]s”: the actual “%[2]s” is a range and no value; how far the target was met cannot be checked",
	}
	MessageTotal = fuhe.Phrase{
		ZH: "总分印为%[1]s，各项得分之和为%[2]s",
		EN: "the total is printed as %[1]s; the scores add up to %[2]s",
	}
	partAlso           = fuhe.Phrase{ZH: "；", EN: "; "}
	messageSourceScore = fuhe.Phrase{
		ZH: "%[1]s印为%[2]s；%[3]s",
		EN: "the %[1]s is printed as %[2]s; %[3]s",
	}
	messageWeighted = fuhe.Phrase{
		ZH: "各项得分似按百分制打分；按分值加权为%[2]s，总分印为%[1]s",
		EN: "the scores seem to be out of a hundred each; weighted they come to %[2]s, the total is printed as %[1]s",
	}
	messageOtherReading = fuhe.Phrase{
		ZH: "“%[1]s”按另一种允许的比例算法得%[2]s分，总分%[3]s即成立",
		EN: "with “%[1]s” at %[2]s, in proportion by another permitted formula, the total of %[3]s is right",
	}
	messageOtherScore = fuhe.Phrase{
		ZH: "“%[1]s”得分若为%[2]s，总分%[3]s即成立",
		EN: "with a score of %[2]s for “%[1]s” the total of %[3]s is right",
	}
	messageTotalIsRight = fuhe.Phrase{
		ZH: "差错在“%[1]s”一行，总分可以是对的",
		EN: "the slip is in the row “%[1]s”, and the total can be right",
	}
	messageTotalRounded = fuhe.Phrase{
		ZH: "%[1]s；按总分的小数位取整后相符",
		EN: "%[1]s; rounded to the places of the total they agree",
	}
	messageTotalRemark = fuhe.Phrase{
		ZH: "%[1]s；表下写明“%[2]s”，总分是否应与各项之和相等，须人工判断",
		EN: "%[1]s; below it the form says “%[2]s”: whether the total is meant to be the sum is for a person to judge",
	}
	messageTotalBounds = fuhe.Phrase{
		ZH: "总分印为%[1]s；有%[2]s项得分空缺，即使按0分至满分计，合计也只能在%[3]s至%[4]s之间",
		EN: "the total is printed as %[1]s; %[2]s scores are missing, and whatever they are the sum lies between %[3]s and %[4]s",
	}
	MessageGrade = fuhe.Phrase{
		ZH: "等级印为“%[1]s”，总分%[2]s对应“%[3]s”",
		EN: "the grade is printed as “%[1]s”; a total of %[2]s is “%[3]s”",
	}
	messageNoReason = fuhe.Phrase{
		ZH: "“%[1]s”目标%[2]s，实际%[3]s，未达标，偏差原因栏%[4]s",
		EN: "“%[1]s” missed its target (%[2]s, actual %[3]s); the column for reasons %[4]s",
	}
	messageDeductedNoReason = fuhe.Phrase{
		ZH: "“%[1]s”得%[2]s分（分值%[3]s），已扣分，偏差原因栏%[4]s",
		EN: "“%[1]s” scores %[2]s of %[3]s; the column for reasons %[4]s",
	}
	messageTier = fuhe.Phrase{
		ZH: "“%[1]s”实际完成值为“%[2]s”，该档应得%[3]s至%[4]s分，印为%[5]s",
		EN: "“%[1]s” is said to be “%[2]s”, a tier of %[3]s to %[4]s points, and scores %[5]s",
	}
	messageOverdone = fuhe.Phrase{
		ZH: "“%[1]s”目标%[2]s，实际%[3]s，为目标的%[4]s%%，目标可能偏低，偏差原因栏%[5]s",
		EN: "“%[1]s” reached %[4]s %% of its target (%[2]s, actual %[3]s), which may have been set too low; the column for reasons %[5]s",
	}
	MessageTotalsDiffer = fuhe.Phrase{
		ZH: "%[1]s两处不一致：表头印%[2]s，末行印%[3]s",
		EN: "%[1]s is printed twice and differs: %[2]s in the header, %[3]s in the last row",
	}
	messageLowRate = fuhe.Phrase{
		ZH: "执行率为%[1]s，低于%[2]s%%，资金栏的原因%[3]s",
		EN: "the execution rate is %[1]s, below %[2]s %%; the reason in the money block %[3]s",
	}
	messageCount = fuhe.Phrase{
		ZH: "总体目标中写“%[1]s”，而%[2]s印为%[3]s",
		EN: "the goals say “%[1]s”; %[2]s is printed as %[3]s",
	}
	messageNarrative = fuhe.Phrase{
		ZH: "目标完成情况中写“%[1]s”，而%[2]s印为%[3]s",
		EN: "the goals as reached say “%[1]s”; %[2]s is printed as %[3]s",
	}
	messageAheadOfSpending = fuhe.Phrase{
		ZH: "指标得分率%[1]s，预算执行得分率%[2]s：绩效明显好于支出进度，请留意",
		EN: "the indicators earn %[1]s of their points, budget execution %[2]s: results far ahead of spending",
	}
	messageRateTwice = fuhe.Phrase{
		ZH: "同一执行率两处不一致：资金栏印%[1]s，指标“%[2]s”印%[3]s",
		EN: "one execution rate is printed twice and differs: %[1]s in the money block, %[3]s at the indicator “%[2]s”",
	}
	messageWholeCost = fuhe.Phrase{
		ZH: "指标“%[1]s”实际%[2]s与资金栏执行数%[3]s不一致",
		EN: "the indicator “%[1]s” says %[2]s; the executed amount is %[3]s",
	}
	messageCostTwice = fuhe.Phrase{
		ZH: "指标“%[1]s”以全年预算为目标，实际%[2]s与资金栏执行数%[3]s不一致",
		EN: "the indicator “%[1]s” has the annual budget for its target; its actual of %[2]s differs from the executed amount of %[3]s",
	}
	messageChargedTwice = fuhe.Phrase{
		ZH: "预算执行在资金栏已计分，指标“%[1]s”又按执行率计分，同一短缺重复扣分",
		EN: "budget execution is scored in the money block and again by the indicator “%[1]s”: one shortfall is charged twice",
	}
)

var (
	partBlank       = fuhe.Phrase{ZH: "为空", EN: "is blank"}
	partOnly        = fuhe.Phrase{ZH: "只填“%[1]s”", EN: "only says “%[1]s”"}
	partTemplate    = fuhe.Phrase{ZH: "仍是填表说明", EN: "still holds the form's instructions"}
	partOr          = fuhe.Phrase{ZH: "或", EN: " or "}
	partEmpty       = fuhe.Phrase{ZH: "空白", EN: "blank"}
	causeOverWeight = fuhe.Phrase{ZH: "“%[1]s”的得分%[2]s超过分值，它若在分值之内，总分%[3]s即可相符：差错应在该项得分", EN: "“%[1]s” scores %[2]s, above its weight; within it the total of %[3]s can be right: the slip is in that score"}
	causeFromRate   = fuhe.Phrase{ZH: "由印出的执行率%[1]s相乘得来，与执行率的差错同源", EN: "computed from the rate as printed, %[1]s: one slip with the rate"}
	causeUncapped   = fuhe.Phrase{ZH: "得分未按分值封顶", EN: "the score was not capped at its weight"}
)
