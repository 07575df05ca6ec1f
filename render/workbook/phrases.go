package workbook

import "fuhe"

// All wordings of this package in both languages.
var (
	commentHead     = fuhe.Phrase{ZH: "〔fuhe %s〕%s", EN: "[fuhe %s] %s"}
	publishedName   = fuhe.Phrase{ZH: "公布值：", EN: "published: "}
	recomputedName  = fuhe.Phrase{ZH: "复算值：", EN: "recomputed: "}
	correctedName   = fuhe.Phrase{ZH: "更正为：", EN: "corrected to: "}
	workingName     = fuhe.Phrase{ZH: "算式：", EN: "working: "}
	causeName       = fuhe.Phrase{ZH: "可能成因：", EN: "likely cause: "}
	explanationName = fuhe.Phrase{ZH: "", EN: ""}
	sourceName      = fuhe.Phrase{ZH: "原处：", EN: "in the source: "}
	noFormulaPhrase = fuhe.Phrase{ZH: "（此格只写数值，未写公式）", EN: "(a value, not a formula)"}

	formName         = fuhe.Phrase{ZH: "表", EN: "form "}
	summarySheet     = fuhe.Phrase{ZH: "复核汇总", EN: "summary"}
	findingsSheet    = fuhe.Phrase{ZH: "复核意见", EN: "findings"}
	summaryTitle     = fuhe.Phrase{ZH: "复核汇总", EN: "Summary"}
	findingsTitle    = fuhe.Phrase{ZH: "复核意见", EN: "Findings"}
	noFindingsPhrase = fuhe.Phrase{ZH: "未发现问题", EN: "nothing found"}
	legendPhrase     = fuhe.Phrase{
		ZH: "绿：已更正，单元格内为公式，批注中有公布数与算式。红：错误，未更正。黄：警告，须由人判断。",
		EN: "Green: corrected, the cell holds a formula, its comment the published figure and the working. Red: error, not corrected. Yellow: warning, for a person to judge.",
	}
	followsPhrase   = fuhe.Phrase{ZH: "随之更正", EN: "follows"}
	correctedPhrase = fuhe.Phrase{ZH: "已更正", EN: "corrected"}
	valueOnlyPhrase = fuhe.Phrase{ZH: "已更正（无公式）", EN: "corrected (no formula)"}
	noCellPhrase    = fuhe.Phrase{ZH: "未写入（表中无此格）", EN: "not written (no such cell)"}
	judgePhrase     = fuhe.Phrase{ZH: "待判断", EN: "to judge"}

	coverTitle     = fuhe.Phrase{ZH: "绩效自评复核工作底稿", EN: "Working papers of a review of self-evaluations"}
	pagesPhrase    = fuhe.Phrase{ZH: "第 &P 页 共 &N 页", EN: "page &P of &N"}
	ticksPhrase    = fuhe.Phrase{ZH: "审计标识（在各表右侧与“数据”，均就公布数而言）：✓ 重算或核对相符　✗ 矛盾　? 待人判断　○ 未核对（原因见“数据”）", EN: "Tick marks (beside each form and in “figures”, of what was published): ✓ recomputed or cross-checked, and right · ✗ differs · ? for a person to judge · ○ unchecked (why stands in “figures”)"}
	ticksName      = fuhe.Phrase{ZH: "审计标识", EN: "tick marks"}
	otherFigure    = fuhe.Phrase{ZH: "其他数", EN: "other"}
	noPlacePhrase  = fuhe.Phrase{ZH: "余见“数据”", EN: "rest: see “figures”"}
	signPhrase     = fuhe.Phrase{ZH: "编制人签名：　　　　　　　日期：　　　　　　　　复核人签名：　　　　　　　日期：", EN: "prepared by:                 date:                 reviewed by:                 date:"}
	budgetName     = fuhe.Phrase{ZH: "预算执行（资金栏）", EN: "budget execution (money block)"}
	selfTotal      = fuhe.Phrase{ZH: "自评总分", EN: "total, self-evaluated"}
	reviewedTotal  = fuhe.Phrase{ZH: "复核总分", EN: "total, reviewed"}
	deviationName  = fuhe.Phrase{ZH: "偏离度＝（自评－复核）÷自评", EN: "deviation = (self − reviewed) ÷ self"}
	unitsTitle     = fuhe.Phrase{ZH: "按单位小计", EN: "By unit"}
	checksTitle    = fuhe.Phrase{ZH: "已做的核对（含相符的）", EN: "Checks made, those that agree included"}
	evidencePhrase = fuhe.Phrase{ZH: "原页截图", EN: "evidence"}
	unreadTitle    = fuhe.Phrase{ZH: "未读、不含自评表与跳过的文件", EN: "Not read, without a form, passed over"}
	rectifyPhrase  = fuhe.Phrase{ZH: "按复算值更正，并核对受其影响的得分、合计和等级", EN: "correct to the recomputed figure, and look at scores, total and grade that follow from it"}
	explainPhrase  = fuhe.Phrase{ZH: "请单位核实原始资料，说明并更正", EN: "have the unit verify its records, explain and correct"}
	supportPhrase  = fuhe.Phrase{ZH: "请单位补充依据或说明", EN: "have the unit support or explain it"}
	knowPhrase     = fuhe.Phrase{ZH: "知悉，必要时核实", EN: "to be known, and verified where it matters"}

	gonePhrase     = fuhe.Phrase{ZH: "前次所列，本次未再出现", EN: "listed before, not found any more"}
	livePhrase     = fuhe.Phrase{ZH: "原表中的外部公式", EN: "a formula of the original that reaches outside"}
	leftPhrase     = fuhe.Phrase{ZH: "未改动（--disarm 可解除）", EN: "left as it is (--disarm takes it out)"}
	disarmedPhrase = fuhe.Phrase{ZH: "已解除，保留显示结果", EN: "disarmed, the result it showed is kept"}

	cutPhrase = fuhe.Phrase{ZH: "……（过长，以下从略）", EN: "… (cut: too long)"}
)
