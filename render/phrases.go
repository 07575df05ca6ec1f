package render

import "fuhe"

// All wordings of this package in both languages.
var (
	severityNames = map[fuhe.Severity]fuhe.Phrase{
		fuhe.Error: {ZH: "错误", EN: "error"}, fuhe.Warning: {ZH: "警告", EN: "warning"}, fuhe.Note: {ZH: "提示", EN: "note"},
	}
	effectNames = map[fuhe.Effect]fuhe.Phrase{
		fuhe.ScoreEffect: {ZH: "（影响得分）", EN: "(changes a score)"}, fuhe.GradeEffect: {ZH: "（影响等级）", EN: "(changes the grade)"},
	}
	unreadName = fuhe.Phrase{ZH: "未读", EN: "unread"}
	blankName  = fuhe.Phrase{ZH: "空白", EN: "blank"}

	yearPhrase    = fuhe.Phrase{ZH: "%s年度", EN: "%s"}
	rulesPhrase   = fuhe.Phrase{ZH: "规则 %s", EN: "rules %s"}
	becausePhrase = fuhe.Phrase{ZH: "规则 %s（%s）", EN: "rules %s (%s)"}

	coveragePhrase = fuhe.Phrase{
		ZH: "数字 %d 个：相符 %d，矛盾 %d，待判断 %d，无从核对 %d",
		EN: "%d figures: %d agree, %d differ, %d need judgement, %d unchecked",
	}
	summaryPhrase = fuhe.Phrase{
		ZH: "共 %d 个文件、%d 张自评表：错误 %d，警告 %d，提示 %d，未读 %d",
		EN: "documents %d, forms %d: errors %d, warnings %d, notes %d, unread %d",
	}
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
	findingsSheet    = fuhe.Phrase{ZH: "复核结果", EN: "findings"}
	summaryTitle     = fuhe.Phrase{ZH: "复核汇总", EN: "Summary"}
	findingsTitle    = fuhe.Phrase{ZH: "复核结果", EN: "Findings"}
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

	cutPhrase      = fuhe.Phrase{ZH: "……（过长，以下从略）", EN: "… (cut: too long)"}
	noTablesPhrase = fuhe.Phrase{ZH: "没有表格", EN: "no tables"}
)
