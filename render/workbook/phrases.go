package workbook

import "fuhe"

// All wordings of this package in both languages.
var (
	publishedName   = fuhe.Phrase{ZH: "公布：", EN: "published: "}
	recomputedName  = fuhe.Phrase{ZH: "复算：", EN: "recomputed: "}
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

	gonePhrase     = fuhe.Phrase{ZH: "前次所列，本次未再出现", EN: "listed before, not found any more"}
	livePhrase     = fuhe.Phrase{ZH: "原表中的外部公式", EN: "a formula of the original that reaches outside"}
	leftPhrase     = fuhe.Phrase{ZH: "未改动（--disarm 可解除）", EN: "left as it is (--disarm takes it out)"}
	disarmedPhrase = fuhe.Phrase{ZH: "已解除，保留显示结果", EN: "disarmed, the result it showed is kept"}

	cutPhrase = fuhe.Phrase{ZH: "……（过长，以下从略）", EN: "… (cut: too long)"}
)
