package cause

import (
	"fuhe"
)

var (
	partOneOf      = fuhe.Phrase{ZH: "%[1]s等%[2]s项之一", EN: "one of %[2]s: %[1]s"}
	partList       = fuhe.Phrase{ZH: "、", EN: ", "}
	partAlso       = fuhe.Phrase{ZH: "；", EN: "; "}
	causeRoundedUp = fuhe.Phrase{
		ZH: "%[1]s向上进位得%[2]s，四舍五入应为%[3]s", EN: "%[1]s rounded up gives %[2]s; half up it is %[3]s",
	}
	causeRoundedUpKnown = fuhe.Phrase{
		ZH: "%[1]s向上进位得%[2]s，四舍五入应为%[3]s（该地表格已知有向上进位的做法）",
		EN: "%[1]s rounded up gives %[2]s; half up it is %[3]s (rounding up is known of this layout)",
	}
	causeRounded        = fuhe.Phrase{ZH: "%[1]s取整为%[2]s；合计应保留各项的小数位", EN: "%[1]s was rounded to %[2]s; a sum keeps the places of its parts"}
	causeTruncated      = fuhe.Phrase{ZH: "%[1]s截断得%[2]s，四舍五入应为%[3]s", EN: "%[1]s cut off gives %[2]s; half up it is %[3]s"}
	causeCoarse         = fuhe.Phrase{ZH: "先取舍到%[1]s位小数再补零得%[2]s", EN: "rounded to %[1]s places and padded with zeros it gives %[2]s"}
	causeInitialBudget  = fuhe.Phrase{ZH: "误以年初预算数%[1]s为分母", EN: "divided by the initial budget of %[1]s"}
	causeUnit           = fuhe.Phrase{ZH: "单位错位：与复算值相差%[1]s倍", EN: "a slip of unit: a factor of %[1]s from the recomputed value"}
	causePoint          = fuhe.Phrase{ZH: "小数点错位：与复算值相差%[1]s倍", EN: "the decimal point is shifted: a factor of %[1]s from the recomputed value"}
	causeInverse        = fuhe.Phrase{ZH: "分子分母颠倒：误作预算数÷执行数", EN: "divided the wrong way round: the budget by what was executed"}
	causeComplement     = fuhe.Phrase{ZH: "%[1]s是余下未完成的部分，不是已完成的部分", EN: "%[1]s is what is left to the whole, not what was reached"}
	causeLost           = fuhe.Phrase{ZH: "%[1]s漏填，当为%[2]s", EN: "%[1]s was left out; it should be %[2]s"}
	causeInputPoint     = fuhe.Phrase{ZH: "若%[1]s%[2]s小数点错位、当为%[3]s，即得此数", EN: "with the decimal point of %[1]s shifted, %[2]s for %[3]s, it follows"}
	causeInputUnit      = fuhe.Phrase{ZH: "若%[1]s%[2]s单位错位、当为%[3]s，即得此数", EN: "with %[1]s in another unit, %[2]s for %[3]s, it follows"}
	causeInputCopied    = fuhe.Phrase{ZH: "若%[1]s%[2]s误抄自%[4]s、当为%[3]s，即得此数", EN: "with %[1]s copied from %[4]s, %[2]s for %[3]s, it follows"}
	causeExchanged      = fuhe.Phrase{ZH: "%[1]s与%[2]s互换了位置", EN: "%[1]s and %[2]s stand in each other's place"}
	causeRowTwice       = fuhe.Phrase{ZH: "“%[1]s”一行印了两次", EN: "the row “%[1]s” is printed twice"}
	causeLostMinus      = fuhe.Phrase{ZH: "扣分漏印负号", EN: "points taken off are printed without their minus"}
	causeBudgetWeight   = fuhe.Phrase{ZH: "预算执行的分值当为%[1]s：得分、各指标分值与总分值都与此相符", EN: "the weight of budget execution should be %[1]s: score, other weights and total agree with it"}
	causeBudgetLeftOut  = fuhe.Phrase{ZH: "合计未计入预算执行的%[1]s分", EN: "the total leaves out the %[1]s points of budget execution"}
	causeRoundedParts   = fuhe.Phrase{ZH: "差额不超过各计算得出的部分各自末位的半个单位：分别取舍所致", EN: "no more than half a unit of each part that was itself computed: the parts were rounded one by one"}
	causeHalfEven       = fuhe.Phrase{ZH: "%[1]s恰为一半，按“四舍六入五成双”得%[2]s，四舍五入应为%[3]s", EN: "%[1]s is a half; rounded to even it gives %[2]s, half up it is %[3]s"}
	causeSourceBudget   = fuhe.Phrase{ZH: "误以“%[1]s”的预算数%[2]s为分母", EN: "divided by the budget of “%[1]s”, %[2]s"}
	causeCopied         = fuhe.Phrase{ZH: "与相邻的%[1]s（%[2]s）相同，或为误抄", EN: "the same as its neighbour, %[1]s (%[2]s): perhaps copied"}
	causeCountedTwice   = fuhe.Phrase{ZH: "若“%[1]s”（%[2]s）重复计入，即得此数", EN: "“%[1]s” (%[2]s) counted twice gives it"}
	causeLeftOut        = fuhe.Phrase{ZH: "若“%[1]s”（%[2]s）漏计，即得此数", EN: "“%[1]s” (%[2]s) left out gives it"}
	causeInputDigit     = fuhe.Phrase{ZH: "若%[1]s%[2]s错了一位、当为%[3]s，即得此数", EN: "with one digit of %[1]s wrong, %[2]s for %[3]s, it follows"}
	causeInputSwapped   = fuhe.Phrase{ZH: "若%[1]s%[2]s相邻两位颠倒、当为%[3]s，即得此数", EN: "with two digits of %[1]s swapped, %[2]s for %[3]s, it follows"}
	causeTransposed     = fuhe.Phrase{ZH: "%[1]s相邻两位数字颠倒即为%[2]s", EN: "two neighbouring digits of %[1]s swapped give %[2]s"}
	causeTransposedZero = fuhe.Phrase{ZH: "%[1]s相邻两位数字颠倒为%[2]s，略去首位的零即为%[3]s", EN: "two neighbouring digits of %[1]s swapped give %[2]s, which without its leading zero is %[3]s"}
	causeOneDigit       = fuhe.Phrase{ZH: "与%[1]s仅一位数字不同", EN: "one digit differs from %[1]s"}
	causeStaleTotal     = fuhe.Phrase{ZH: "若“%[1]s”仍按%[2]s分计，合计即为%[3]s：总分未随扣分更新", EN: "with “%[1]s” still at %[2]s the sum would be %[3]s: the total was not updated"}
	causeTotalSlipped   = fuhe.Phrase{ZH: "执行率、得分与各来源之和相符，差错应在合计", EN: "rate and score follow from the sources: the slip is in the total"}
	causeSourceSlipped  = fuhe.Phrase{ZH: "执行率、得分与合计相符，差错应在某项来源", EN: "rate and score follow from the total: the slip is in a source"}
	causeUnknown        = fuhe.Phrase{ZH: "未找到简单的笔误能解释", EN: "no simple slip explains it"}
	causeOneWeight      = fuhe.Phrase{ZH: "若只有一处笔误，应是“%[1]s”的分值%[2]s，当为%[3]s", EN: "if it is one slip of the pen, it is the weight %[2]s of “%[1]s”, which should be %[3]s"}
)
