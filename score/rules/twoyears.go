package rules

import (
	"regexp"
	"sync"

	"fuhe"
	"fuhe/score/text"
)

var twoYears = &Rule{
	ID: "X606", Name: "two-years", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "一张表只说一个年度", EN: "a form is about one year"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "标题写明的年度与年度一行不同的提示；预期目标和完成情况都以另一年度开头（“2024年，……”）的作提示。标题里不止一个年度的、项目名称和目标行文中提到的年度都不比。",
		EN: "Said where the year in the title is not that of the line of the year; a note where expected and reached goals both begin with another year (2024年，……). A title with several years, and years in names and in the course of a text, are left alone.",
	},
	Check: checkTwoYears,
}

var (
	messageTwoYears = fuhe.Phrase{
		ZH: "标题写%[1]s年，年度一行写%[2]s年",
		EN: "the title says %[1]s, the line of the year %[2]s",
	}
	messageYearOfGoals = fuhe.Phrase{
		ZH: "年度总体目标和完成情况都写%[1]s年，表为%[2]s年度",
		EN: "expected and reached goals are those of %[1]s, the form is that of %[2]s",
	}
	namedYears = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`((?:19|20)\d\d)年`) })
	goalYear   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(?:一、|1[.、])?((?:19|20)\d\d)年度?`) })
)

func checkTwoYears(p *Pass) {
	r := p.Report
	if r.Year == "" {
		return
	}
	named := map[string]bool{}
	last := ""
	for _, m := range namedYears().FindAllStringSubmatch(text.Squeeze(r.Title), -1) {
		named[m[1]], last = true, m[1]
	}
	if len(named) == 1 && last != r.Year {
		p.report(fuhe.Finding{Field: "/project", Published: r.Title, Message: p.In(messageTwoYears, last, r.Year)})
		return
	}
	expected, actual := yearBefore(r.Goals.Expected.Text), yearBefore(r.Goals.Actual.Text)
	if expected != "" && expected == actual && expected != r.Year {
		p.report(fuhe.Finding{Severity: fuhe.Note, Field: "/goals/actual", Inputs: []fuhe.Field{"/goals/expected"}, Published: expected, Message: p.In(messageYearOfGoals, expected, r.Year)})
	}
}

// yearBefore is the year that a text begins with; "" for none.
func yearBefore(s string) string {
	if m := goalYear().FindStringSubmatch(text.Squeeze(s)); m != nil {
		return m[1]
	}
	return ""
}
