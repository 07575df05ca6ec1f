// Package rulebook writes the catalogue down, for RULES.md and `fuhe rules`: rules and their tests go in; what each says, its
// basis, when it speaks and an example come out. It checks nothing.
package rulebook

import (
	_ "embed" // the rule book in English
	"fmt"
	"strings"

	"fuhe"
	"fuhe/score/profile"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// Markdown writes the rule book, RULES.md or RULES.zh-CN.md: the catalogue with basis, explanation and the first example
// of each rule, and the profiles. show gives the findings on an example in that language. A test keeps the files true.
func Markdown(lang fuhe.Lang, show func(*rules.Rule, Example) string) string {
	var b strings.Builder
	b.WriteString(bookHead.In(lang))
	for _, r := range rules.Rules() {
		b.WriteString("| [" + r.ID + "](#" + strings.ToLower(r.ID+"-"+r.Name) + ") | " + r.Title.In(lang) + " | " + r.Severity.Name(lang) + " |\n")
	}
	for _, r := range rules.Rules() {
		b.WriteString("\n## " + r.ID + " " + r.Name + "\n\n**" + r.Title.In(lang) + "**\n\n" + r.Explain.In(lang) + "\n\n" + basisWord.In(lang) + r.Basis.In(lang) + "\n")
		if e, ok := speaks(r); ok {
			b.WriteString("\n" + exampleHead(e, lang) + "\n\n```\n" + e.text() + "```\n\n```\n" + show(r, e) + "\n```\n")
		}
		if names := silences(r); len(names) > 0 {
			b.WriteString("\n" + text.Fill(silentWord, lang, strings.Join(names, "；"), r.ID, len(names)) + "\n")
		}
	}
	b.WriteString(profilesHead.In(lang))
	for _, p := range profile.All() {
		b.WriteString("| `" + p.ID + "` | " + p.Name.In(lang) + " | " + p.ChosenWhen(lang) + " |\n")
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
	basisWord  = fuhe.Phrase{ZH: "依据：", EN: "Basis: "}
	silentWord = fuhe.Phrase{ZH: "不提的情形：%[1]s。", EN: "Silent on %[3]d forms of [its test](testdata/%[2]s.txtar)."}
)

// exampleHead stands above an example. Its name is Chinese, as the forms are: in English the form itself shows what it is.
func exampleHead(e Example, lang fuhe.Lang) string {
	return fuhe.Phrase{ZH: "例：" + e.Name, EN: "Example:"}.In(lang)
}

// speaks is the first example on which the rule finds something.
func speaks(r *rules.Rule) (Example, bool) {
	for _, e := range Examples(r) {
		if e.Findings != "" {
			return e, true
		}
	}
	return Example{}, false
}

// silences names the tests on which the rule finds nothing.
func silences(r *rules.Rule) []string {
	var names []string
	for _, e := range Examples(r) {
		if e.Findings == "" {
			names = append(names, e.Name)
		}
	}
	return names
}

// Describe is a rule as `fuhe rules ID` shows it: what it says, its basis, when it speaks, and its first example.
func Describe(r *rules.Rule, lang fuhe.Lang) string {
	var b strings.Builder
	b.WriteString(fuhe.Phrase{ZH: r.ID + "（" + r.Severity.Name(lang) + "）", EN: r.ID + " " + r.Name + " (" + r.Severity.Name(lang) + ")"}.In(lang) + "\n" + r.Title.In(lang) + "\n\n")
	b.WriteString(r.Explain.In(lang) + "\n\n" + basisWord.In(lang) + r.Basis.In(lang) + "\n")
	if e, ok := speaks(r); ok {
		found := e.Findings
		if lang == fuhe.EN {
			found = foundInEnglish(r)
		}
		b.WriteString("\n" + exampleHead(e, lang) + "\n\n" + e.text() + "\n" + inWords(e.nameTables(found), lang) + "\n")
	}
	return b.String()
}

// Profiles are the rule profiles as `fuhe rules --profiles` shows them, one on a line: ID, whose it is, and when a form chooses it.
func Profiles(lang fuhe.Lang) string {
	wide := 0
	for _, id := range profile.IDs() {
		wide = max(wide, len(id))
	}
	var b strings.Builder
	for _, p := range profile.All() {
		fmt.Fprintf(&b, "%-*s  %s\n", wide, p.ID, p.Line(lang))
	}
	return b.String()
}

// book is the rule book in English. The tests hold findings in Chinese; here they stand in English, kept true by a test.
//
//go:embed RULES.md
var book string

// foundInEnglish are the findings on the rule's example: the second block of its section.
func foundInEnglish(r *rules.Rule) string {
	_, section, _ := strings.Cut(book, "\n## "+r.ID+" ")
	section, _, _ = strings.Cut(section, "\n## ")
	blocks := strings.Split(section, "\n```\n")
	if len(blocks) < 4 {
		return "" // a test fails when a rule has no example in the book
	}
	return blocks[3]
}
