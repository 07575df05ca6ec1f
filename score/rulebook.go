package score

import (
	"strings"

	"fuhe"
)

// Markdown writes the rule book, RULES.md: the catalogue with basis, explanation and the first example of each rule. A
// test keeps the file true to it.
func Markdown() string {
	var b strings.Builder
	b.WriteString("# 规则手册\n\n")
	b.WriteString("<!-- Written by go test ./score -run RULES -update from the catalogue and its tests. Do not edit. -->\n\n")
	b.WriteString("每条规则的例子就是它的测试：填好的表，以及在表上查出的问题。`fuhe rules 编号` 给出同样的内容（`--lang en` 为英文）。\n\n")
	b.WriteString("| 编号 | 内容 | 级别 |\n|---|---|---|\n")
	for _, r := range Rules() {
		b.WriteString("| [" + r.ID + "](#" + strings.ToLower(r.ID+"-"+r.Name) + ") | " + r.Title.ZH + " | " + severityNames[r.Severity].ZH + " |\n")
	}
	for _, r := range Rules() {
		b.WriteString("\n## " + r.ID + " " + r.Name + "\n\n**" + r.Title.ZH + "** — " + r.Title.EN + "\n\n" + r.Explain.ZH + "\n\n依据：" + r.Basis.ZH + "\n")
		for _, e := range r.Examples() {
			if e.Findings != "" {
				b.WriteString("\n例：" + e.Name + "\n\n```\n" + e.Form + "```\n\n```\n" + e.Findings + "\n```\n")
				break
			}
		}
		if silent := r.silences(); silent != "" {
			b.WriteString("\n不提的情形：" + silent + "。\n")
		}
	}
	b.WriteString("\n## 规则集\n\n| 名称 | 适用 | 何时选用 |\n|---|---|---|\n")
	for _, p := range profiles {
		b.WriteString("| `" + p.ID + "` | " + p.Name.ZH + " | " + p.chosenWhen() + " |\n")
	}
	return b.String()
}

// severityNames are the severities in words.
var severityNames = map[fuhe.Severity]fuhe.Phrase{
	fuhe.Error: {ZH: "差错", EN: "error"}, fuhe.Warning: {ZH: "警告", EN: "warning"}, fuhe.Note: {ZH: "提示", EN: "note"},
}

// silences names the tests on which the rule finds nothing.
func (r *Rule) silences() string {
	var names []string
	for _, e := range r.Examples() {
		if e.Findings == "" {
			names = append(names, e.Name)
		}
	}
	return strings.Join(names, "；")
}

// chosenWhen says what a form must print for the profile to be chosen.
func (p *Profile) chosenWhen() string {
	if p.ID == nationalID {
		return "表上没有其他标志时"
	}
	if p.marks == nil {
		return "只能由 `--profile` 指定"
	}
	sets := make([]string, len(p.marks))
	for i, set := range p.marks {
		parts := make([]string, len(set))
		for k, m := range set {
			switch {
			case m.unit != "":
				parts[k] = "金额单位为" + m.unit
			case m.form != "":
				parts[k] = "版式为 `" + m.form + "`"
			default:
				parts[k] = "印有“" + m.text + "”"
			}
		}
		sets[i] = strings.Join(parts, "且")
	}
	return strings.Join(sets, "，或")
}

// Describe is a rule as `fuhe rules ID` shows it: what it says, its basis, when it speaks, and its first example.
func (r *Rule) Describe(lang fuhe.Lang) string {
	var b strings.Builder
	b.WriteString(r.ID + " " + r.Name + " (" + severityNames[r.Severity].In(lang) + ")\n" + r.Title.In(lang) + "\n\n")
	b.WriteString(r.Explain.In(lang) + "\n\n" + fuhe.Phrase{ZH: "依据：", EN: "Basis: "}.In(lang) + r.Basis.In(lang) + "\n")
	for _, e := range r.Examples() {
		if e.Findings != "" {
			b.WriteString("\n" + fuhe.Phrase{ZH: "例：", EN: "Example: "}.In(lang) + e.Name + "\n\n" + e.Form + "\n" + e.Findings + "\n")
			break
		}
	}
	return b.String()
}
