package render

import "fuhe"

// All wordings of this package in both languages.
var (
	effectNames = map[fuhe.Effect]fuhe.Phrase{
		fuhe.ScoreEffect: {ZH: "（影响得分）", EN: "(changes a score)"}, fuhe.GradeEffect: {ZH: "（影响等级）", EN: "(changes the grade)"},
	}
	// UnreadName and BlankName are what stands where nothing was read, or nothing is printed.
	UnreadName = fuhe.Phrase{ZH: "未读", EN: "unread"}
	BlankName  = fuhe.Phrase{ZH: "空白", EN: "blank"}
	// OrName stands before each further cause.
	OrName = fuhe.Phrase{ZH: "或 ", EN: "or "}

	yearPhrase     = fuhe.Phrase{ZH: "%s年度", EN: "%s"}
	rulesPhrase    = fuhe.Phrase{ZH: "规则 %s", EN: "rules %s"}
	hiddenPhrase   = fuhe.Phrase{ZH: "在隐藏的工作表“%s”上", EN: "on the hidden sheet “%s”"}
	inferredPhrase = fuhe.Phrase{ZH: "无框线，各项按文字位置推断", EN: "no rules are drawn, entries are inferred from the places of texts"}
	scannedPhrase  = fuhe.Phrase{ZH: "由扫描件识别，请与原件核对", EN: "recognised from a scan: compare it with the original"}
	becausePhrase  = fuhe.Phrase{ZH: "规则 %s（%s）", EN: "rules %s (%s)"}

	coveragePhrase = fuhe.Phrase{
		ZH: "数字 %d 个：相符 %d，矛盾 %d，待判断 %d，未核对 %d",
		EN: "%d figures: %d agree, %d differ, %d need judgement, %d unchecked",
	}
	uncheckedPhrase = fuhe.Phrase{ZH: "未核对 %d 个，%s：%s", EN: "%d unchecked, %s: %s"}
	uncheckedComma  = fuhe.Phrase{ZH: "、", EN: ", "}
	uncheckedMore   = fuhe.Phrase{ZH: "……", EN: ", …"}

	summaryPhrase = fuhe.Phrase{
		ZH: "共 %d 个文件、%d 张自评表：错误 %d，警告 %d，提示 %d，未读 %d",
		EN: "documents %d, forms %d: errors %d, warnings %d, notes %d, unread %d",
	}
	withoutFormPhrase  = fuhe.Phrase{ZH: "，不含自评表的文件 %d", EN: ", without a form %d"}
	passedOverPhrase   = fuhe.Phrase{ZH: "，跳过 %d", EN: ", passed over %d"}
	doubtsPhrase       = fuhe.Phrase{ZH: "，存疑的数字 %d", EN: ", doubtful figures %d"}
	rulePhrase         = fuhe.Phrase{ZH: "规则", EN: "rule"}
	consequencesPhrase = fuhe.Phrase{ZH: "（另有 %d 条是其他发现的后果，不另计）", EN: "(and %d that other findings explain, not counted)"}
	unitPhrase         = fuhe.Phrase{ZH: "单位", EN: "unit"}
	yearName           = fuhe.Phrase{ZH: "年度", EN: "year"}
	withoutFormName    = fuhe.Phrase{ZH: "不含自评表", EN: "no form"}
	passedOverName     = fuhe.Phrase{ZH: "跳过", EN: "passed over"}

	acrossName  = fuhe.Phrase{ZH: "跨表核对", EN: "across forms"}
	matchPhrase = fuhe.Phrase{ZH: "（%s）", EN: " (%s)"}
	againstName = fuhe.Phrase{ZH: "对照：", EN: "against: "}
	acrossMore  = fuhe.Phrase{ZH: "另 %d 处", EN: "%d more"}
)
