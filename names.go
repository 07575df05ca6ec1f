package fuhe

// Name is a severity in words, the same everywhere; one that nobody knows is its own name.
func (s Severity) Name(l Lang) string {
	if p, ok := severityNames[s]; ok {
		return p.In(l)
	}
	return string(s)
}

// Name is a kind of slip in words. In English the kind itself is.
func (k CauseKind) Name(l Lang) string {
	if zh, ok := causeNames[k]; ok && l != EN {
		return zh
	}
	return string(k)
}

var severityNames = map[Severity]Phrase{Error: {"错误", "error"}, Warning: {"警告", "warning"}, Note: {"提示", "note"}}

var causeNames = map[CauseKind]string{

	RoundedUp: "向上进位", Truncated: "截去尾数", HalfEven: "逢五取偶",
	InitialBudget: "误用年初预算", SourceBudget: "误用某项来源的预算",
	UnitSlip: "单位之差", Point: "小数点移位", Transposed: "数字颠倒", OneDigit: "一位数字之差",
	StaleTotal: "合计未随之更新", CountedTwice: "重复相加", LeftOut: "漏加", RowTwice: "一行印了两次",
	Copied: "照抄邻近的数", Exchanged: "两数对调", Inverse: "除数与被除数颠倒", Complement: "填成了差额",
	LostMinus: "漏印负号", BudgetWeight: "误用分值", RoundedParts: "各项取整所致", UnknownCause: "原因不明",
}
