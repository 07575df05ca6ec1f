package across

import "fuhe"

var (
	// copiedFrom says where a form has been before.
	copiedFrom = fuhe.Phrase{
		ZH: "“%[1]s”的各项数据与%[2]s中的表完全相同",
		EN: "“%[1]s” has the very figures of the form in %[2]s",
	}
	// versionOf says where another version of a form has been: project, where, how many figures are the same, how many are not, which; versionEntry is one of
	// these: its name, here, there.
	versionOf = fuhe.Phrase{
		ZH: "“%[1]s”与%[2]s中的表项目、年度、单位相同，%[3]s个数相同、%[4]s个数不同，可能是同一表的两个版本：%[5]s",
		EN: "“%[1]s” is of the project, year and unit of the form in %[2]s and has %[3]s of its figures and %[4]s others; the two may be versions of one form: %[5]s",
	}
	versionEntry = fuhe.Phrase{ZH: "%[1]s %[2]s（彼处%[3]s）", EN: "%[1]s %[2]s (there %[3]s)"}
	semicolon    = fuhe.Phrase{ZH: "；", EN: "; "}
	// ifTheSame goes before what rests on a match that is not sure: the other project, where it stands, why it may be the same.
	ifTheSame = fuhe.Phrase{
		ZH: "如与%[2]s中的“%[1]s”是同一项目（%[3]s）：%[4]s；确认后可写入 --aliases",
		EN: "if this is the same project as “%[1]s” in %[2]s (%[3]s): %[4]s; a line in --aliases settles it",
	}
	aliasesLine  = fuhe.Phrase{ZH: "第 %d 行应为“旧名称 = 新名称”，不能是 %q", EN: "line %d: a pair “old name = new name” is wanted, not %q"}
	aliasesLarge = fuhe.Phrase{ZH: "超过 %d 字节", EN: "larger than %d bytes"}
	aliasesRound = fuhe.Phrase{ZH: "第 %d 行：%q 绕了一圈又回到自己", EN: "line %d: %q comes back to itself"}
)

// A101: project, printed, last year, expected, where.
var (
	carriedLess = fuhe.Phrase{
		ZH: "“%[1]s”上年结转印为%[2]s，%[3]s年度的表（%[5]s）结余%[4]s；少的部分可能已被收回，请核对",
		EN: "“%[1]s” carries over %[2]s, and the form of %[3]s (%[5]s) left %[4]s; the rest may have been returned",
	}
	carriedMore = fuhe.Phrase{
		ZH: "“%[1]s”上年结转印为%[2]s，多于%[3]s年度的表（%[5]s）的结余%[4]s",
		EN: "“%[1]s” carries over %[2]s, more than the %[4]s that the form of %[3]s (%[5]s) left",
	}
	carriedOther = fuhe.Phrase{
		ZH: "“%[1]s”上年结转印为%[2]s，与%[3]s年度的表（%[5]s）的结余%[4]s不符",
		EN: "“%[1]s” carries over %[2]s, where the form of %[3]s (%[5]s) left %[4]s",
	}
	carryUnit     = fuhe.Phrase{ZH: "相差一万倍：元与万元混用", EN: "ten thousand times apart: 元 taken for 万元"}
	carryCopied   = fuhe.Phrase{ZH: "与%[1]s年度表上的上年结转相同：照抄了上一年", EN: "it is what the form of %[1]s carried over: copied from the year before"}
	carryExecuted = fuhe.Phrase{ZH: "与%[1]s年度的执行数相同：填成了执行数", EN: "it is what was executed in %[1]s"}
	carrySwapped  = fuhe.Phrase{ZH: "相邻两位数字颠倒", EN: "two neighbouring digits swapped"}
)

// A102.
var (
	comma        = fuhe.Phrase{ZH: "、", EN: ", "}
	targetLower  = fuhe.Phrase{ZH: "“%[1]s”的目标%[2]s低于%[3]s（%[4]s）", EN: "the target %[2]s of “%[1]s” is below %[3]s (%[4]s)"}
	targetWider  = fuhe.Phrase{ZH: "“%[1]s”的目标%[2]s宽于%[3]s（%[4]s）", EN: "the target %[2]s of “%[1]s” is wider than %[3]s (%[4]s)"}
	targetShrank = fuhe.Phrase{
		ZH: "“%[1]s”的目标%[2]s低于%[3]s（%[4]s），预算也至少减少了同样的比例",
		EN: "the target %[2]s of “%[1]s” is below %[3]s (%[4]s); the budget shrank at least as much",
	}
	targetAtBudget = fuhe.Phrase{
		ZH: "“%[1]s”的目标%[2]s宽于%[3]s（%[4]s），等于当年预算",
		EN: "the target %[2]s of “%[1]s” is wider than %[3]s (%[4]s); it is the budget of its year",
	}
	targetLast      = fuhe.Phrase{ZH: "%[1]s年度的%[2]s", EN: "%[2]s of %[1]s"}
	targetDeclared  = fuhe.Phrase{ZH: "申报的%[2]s", EN: "the declared %[2]s"}
	weightDeclared  = fuhe.Phrase{ZH: "“%[1]s”的分值%[2]s与申报的%[3]s不同（%[4]s）", EN: "“%[1]s” weighs %[2]s, and %[3]s was declared (%[4]s)"}
	weightsMoved    = fuhe.Phrase{ZH: "“%[1]s”的分值与%[2]s年度（%[4]s）不同：%[3]s", EN: "the weights of “%[1]s” are not those of %[2]s (%[4]s): %[3]s"}
	droppedLast     = fuhe.Phrase{ZH: "“%[1]s”没有了%[2]s年度（%[4]s）的指标：%[3]s", EN: "“%[1]s” no longer has indicators of %[2]s (%[4]s): %[3]s"}
	droppedDeclared = fuhe.Phrase{ZH: "“%[1]s”的自评表没有申报的指标：%[2]s（%[3]s）", EN: "the form of “%[1]s” does not have indicators that were declared: %[2]s (%[3]s)"}
)

// A103.
var (
	partsDiffer = fuhe.Phrase{
		ZH: "“%[1]s”%[2]s年度的%[3]s印为%[4]s，其全部%[6]d个项目合计%[5]s",
		EN: "the %[3]s of the projects of “%[1]s” for %[2]s is printed as %[4]s; its %[6]d projects, all of them, add up to %[5]s",
	}
	partsAbove = fuhe.Phrase{
		ZH: "“%[1]s”%[2]s年度的%[3]s印为%[4]s，输入中的%[6]d个项目合计已达%[5]s",
		EN: "the %[3]s of the projects of “%[1]s” for %[2]s is printed as %[4]s; the %[6]d projects among the inputs are %[5]s already",
	}
	aboveAccount = fuhe.Phrase{
		ZH: "“%[1]s”全年执行数%[2]s多于同一文件%[3]s上的%[4]s",
		EN: "“%[1]s” executed %[2]s, more than the %[4]s of %[3]s in the same document",
	}
)

// A104: this project, the other one, where that is.
var (
	allFigures    = fuhe.Phrase{ZH: "“%[1]s”与另一项目“%[2]s”（%[3]s）表内数据全部相同", EN: "“%[1]s” has every figure in common with another project, “%[2]s” (%[3]s)"}
	allIndicators = fuhe.Phrase{ZH: "“%[1]s”与另一项目“%[2]s”（%[3]s）的指标、目标和实际完成值全部相同", EN: "“%[1]s” has all indicators, targets and actual values in common with another project, “%[2]s” (%[3]s)"}
	sameNarrative = fuhe.Phrase{ZH: "“%[1]s”的完成情况与另一项目“%[2]s”（%[3]s）逐字相同", EN: "what “%[1]s” reached is told in the very words of another project, “%[2]s” (%[3]s)"}
)

// B101 ff.: account, printed, expected.
var (
	accountBreaks  = fuhe.Phrase{ZH: "%[1]s：印为%[2]s，按表内各数应为%[3]s", EN: "%[1]s: %[2]s is printed, the figures of the table make %[3]s"}
	textDiffers    = fuhe.Phrase{ZH: "文字说明写“%[1]s”，%[2]s上为%[3]s", EN: "the text says “%[1]s”, and %[2]s has %[3]s"}
	accountsDiffer = fuhe.Phrase{ZH: "%[1]s的合计%[2]s与%[3]s的%[4]s不同", EN: "%[1]s: its total %[2]s is not the %[4]s of %[3]s"}
)
