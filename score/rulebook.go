package score

import (
	_ "embed" // the rule book
	"strings"

	"fuhe"
)

// Markdown writes the rule book, RULES.md or RULES.zh-CN.md: the catalogue with basis, explanation and the first example
// of each rule, and the profiles. show gives the findings on an example in that language. A test keeps the files true.
func Markdown(lang fuhe.Lang, show func(*Rule, Example) string) string {
	var b strings.Builder
	b.WriteString(bookHead.In(lang))
	for _, r := range Rules() {
		b.WriteString("| [" + r.ID + "](#" + strings.ToLower(r.ID+"-"+r.Name) + ") | " + r.Title.In(lang) + " | " + severityNames[r.Severity].In(lang) + " |\n")
	}
	for _, r := range Rules() {
		b.WriteString("\n## " + r.ID + " " + r.Name + "\n\n**" + r.Title.In(lang) + "**\n\n" + r.Explain.In(lang) + "\n\n" + basisWord.In(lang) + r.Basis.In(lang) + "\n")
		if e, ok := r.speaks(); ok {
			b.WriteString("\n" + exampleWord.In(lang) + e.Name + "\n\n```\n" + e.Form + "```\n\n```\n" + show(r, e) + "\n```\n")
		}
		if names := r.silences(); len(names) > 0 {
			b.WriteString("\n" + sprintf(silentWord.In(lang), strings.Join(names, "；"), r.ID, len(names)) + "\n")
		}
	}
	b.WriteString(profilesHead.In(lang))
	for _, p := range profiles {
		b.WriteString("| `" + p.ID + "` | " + p.Name.In(lang) + " | " + p.chosenWhen(lang) + " |\n")
	}
	return b.String()
}

// The words around the catalogue.
var (
	bookHead = fuhe.Phrase{
		ZH: "# 规则手册\n\n<!-- 由 go test ./score -run RULES -update 按规则与其测试生成，请勿手改。 -->\n\n[English](RULES.md)\n\n" +
			"每条规则的例子就是它的测试：填好的表，以及在表上查出的问题。`fuhe rules 编号` 给出同样的内容。\n\n| 编号 | 内容 | 级别 |\n|---|---|---|\n",
		EN: "# The rule book\n\n<!-- Written by go test ./score -run RULES -update from the catalogue and its tests. Do not edit. -->\n\n[中文](RULES.zh-CN.md)\n\n" +
			"The example of each rule is its test: a form as it is filled in, and what is found on it. `fuhe rules ID` shows the same.\n\n| ID | says | severity |\n|---|---|---|\n",
	}
	profilesHead = fuhe.Phrase{
		ZH: "\n## 规则集\n\n| 名称 | 适用 | 何时选用 |\n|---|---|---|\n",
		EN: "\n## Profiles\n\n| ID | of | chosen when the form |\n|---|---|---|\n",
	}
	basisWord   = fuhe.Phrase{ZH: "依据：", EN: "Basis: "}
	exampleWord = fuhe.Phrase{ZH: "例：", EN: "Example: "}
	silentWord  = fuhe.Phrase{ZH: "不提的情形：%[1]s。", EN: "Silent on %[3]d forms of [its test](testdata/%[2]s.txtar)."}
)

// speaks is the first example on which the rule finds something.
func (r *Rule) speaks() (Example, bool) {
	for _, e := range r.Examples() {
		if e.Findings != "" {
			return e, true
		}
	}
	return Example{}, false
}

// severityNames are the severities in words.
var severityNames = map[fuhe.Severity]fuhe.Phrase{
	fuhe.Error: {ZH: "差错", EN: "error"}, fuhe.Warning: {ZH: "警告", EN: "warning"}, fuhe.Note: {ZH: "提示", EN: "note"},
}

// silences names the tests on which the rule finds nothing.
func (r *Rule) silences() []string {
	var names []string
	for _, e := range r.Examples() {
		if e.Findings == "" {
			names = append(names, e.Name)
		}
	}
	return names
}

// chosenWhen says what a form must print for the profile to be chosen.
func (p *Profile) chosenWhen(lang fuhe.Lang) string {
	if p.ID == nationalID {
		return fuhe.Phrase{ZH: "表上没有其他标志时", EN: "prints no other mark"}.In(lang)
	}
	if p.marks == nil {
		return fuhe.Phrase{ZH: "只能由 `--profile` 指定", EN: "never by itself: named by `--profile`"}.In(lang)
	}
	sets := make([]string, len(p.marks))
	for i, set := range p.marks {
		parts := make([]string, len(set))
		for k, m := range set {
			switch {
			case m.unit != "":
				parts[k] = sprintf(fuhe.Phrase{ZH: "金额单位为%s", EN: "has amounts in %s"}.In(lang), m.unit)
			case m.form != "":
				parts[k] = sprintf(fuhe.Phrase{ZH: "版式为 `%s`", EN: "is of layout `%s`"}.In(lang), m.form)
			default:
				parts[k] = sprintf(fuhe.Phrase{ZH: "印有“%s”", EN: "prints “%s”"}.In(lang), m.text)
			}
		}
		sets[i] = strings.Join(parts, fuhe.Phrase{ZH: "且", EN: " and "}.In(lang))
	}
	return strings.Join(sets, fuhe.Phrase{ZH: "，或", EN: ", or "}.In(lang))
}

// Describe is a rule as `fuhe rules ID` shows it: what it says, its basis, when it speaks, and its first example.
func (r *Rule) Describe(lang fuhe.Lang) string {
	var b strings.Builder
	b.WriteString(r.ID + " " + r.Name + " (" + severityNames[r.Severity].In(lang) + ")\n" + r.Title.In(lang) + "\n\n")
	b.WriteString(r.Explain.In(lang) + "\n\n" + basisWord.In(lang) + r.Basis.In(lang) + "\n")
	if e, ok := r.speaks(); ok {
		found := e.Findings
		if lang == fuhe.EN {
			found = r.foundInEnglish()
		}
		b.WriteString("\n" + exampleWord.In(lang) + e.Name + "\n\n" + e.Form + "\n" + found + "\n")
	}
	return b.String()
}

// book is the rule book in English. The tests hold findings in Chinese; here they stand in English, kept true by a test.
//
//go:embed RULES.md
var book string

// foundInEnglish are the findings on the rule's example: the second block of its section.
func (r *Rule) foundInEnglish() string {
	_, section, _ := strings.Cut(book, "\n## "+r.ID+" ")
	section, _, _ = strings.Cut(section, "\n## ")
	blocks := strings.Split(section, "\n```\n")
	if len(blocks) < 4 {
		return "" // a test fails when a rule has no example in the book
	}
	return blocks[3]
}
