package fuhe

// Lang is a language of messages.
type Lang string

const (
	ZH Lang = "zh"
	EN Lang = "en"
)

// Phrase is a wording in both languages.
type Phrase struct{ ZH, EN string }

// In is the wording in the given language; anything but English is Chinese.
func (p Phrase) In(l Lang) string {
	if l == EN {
		return p.EN
	}
	return p.ZH
}

// entryNames are the glossary: one wording for each entry of a form.
var entryNames = map[string]Phrase{
	"project": {"项目名称", "project"}, "department": {"主管部门", "department"}, "implementer": {"实施单位", "implementer"},
	"initial_budget": {"年初预算数", "initial budget"}, "adjusted_budget": {"全年预算数", "adjusted budget"}, "executed": {"全年执行数", "executed"},
	"execution_rate": {"执行率", "execution rate"}, "weight": {"分值", "weight"}, "score": {"得分", "score"}, "name": {"名称", "name"},
	"expected": {"预期目标", "expected goals"}, "actual": {"实际完成值", "actual"}, "target": {"年度指标值", "target"},
	"level1": {"一级指标", "first-level heading"}, "level2": {"二级指标", "second-level heading"}, "deviation": {"偏差原因", "reason for deviation"},
	"grade": {"等级", "grade"}, "received": {"到位资金", "received"}, "fund_reason": {"原因", "reason"},
}

// Name is what an entry is called, whatever row it stands in: "执行率", "得分"; "" for what is none.
func (f Field) Name(l Lang) string { return entryNames[f.Key()].In(l) }

// Label names an entry for a reader: the row it stands in and what it is, "年度资金总额 执行率", "总分 得分".
func (r *Report) Label(f Field, l Lang) string {
	what := f.Name(l)
	row := ""
	switch i := f.Row(); {
	case len(f) > 7 && f[:7] == "/funds/" && i >= 0 && i < len(r.Funds):
		row = r.Funds[i].Name.Text
	case len(f) > 12 && f[:12] == "/indicators/" && i >= 0 && i < len(r.Indicators):
		row = r.Indicators[i].Name.Text
	case len(f) > 11 && f[:11] == "/subtotals/" && i >= 0 && i < len(r.Subtotals):
		row = r.Subtotals[i].Name.Text
	case len(f) > 10 && f[:10] == "/sections/" && i >= 0 && i < len(r.Sections):
		return r.Sections[i].Name.Text
	case len(f) > 7 && f[:7] == "/total/":
		row = Phrase{"总分", "total"}.In(l)
	case len(f) > 14 && f[:14] == "/header_total/":
		row = Phrase{"表头总分", "total in the header"}.In(l)
	case len(f) > 12 && f[:12] == "/statements/":
		return Phrase{"文字说明", "the text"}.In(l)
	}
	switch {
	case row == "" || f.Key() == "name":
		return row + map[bool]string{true: what}[row == ""]
	}
	return row + " " + what
}
