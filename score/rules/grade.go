package rules

import (
	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// The grade is the band of the total.

var GradeBand = &Rule{
	ID: "T403", Name: "grade", Severity: fuhe.Error, Heeds: []*Rule{TotalScore},
	Title: fuhe.Phrase{ZH: "等级与总分所在档次一致", EN: "the grade is the band of the total"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "90分及以上为优，80分及以上为良，60分及以上为中，其余为差；别处另有80/70/60、90/75/60的档次，印出的等级合于其一的只作警告；写在总分后面括号里的（99.50（良））只作提示，也不更正；它与另有一格的等级不一致时作警告；表上自印档次的（95分及以上为优……，几档都可以）按其所印核对，也不更正，两档都说得通的都认，读不全的不查并说明；档次不明的地方（如上海的优、良、合格、不合格）不查。",
		EN: "90 and above 优, 80 良, 60 中, else 差; a grade that the bands 80/70/60 or 90/75/60, in use elsewhere, would give is a warning; one in brackets behind the total (99.50（良）) is a note and never corrected, and a warning where a grade in a cell of its own is another; bands that the form prints itself (95分及以上为优 …, however many) go first, nothing is corrected by them, and where they leave open which of two an end belongs to either will do; where they are not understood that is said and nothing checked, and nothing is where the bands are not known (Shanghai names 优, 良, 合格, 不合格).",
	},
	Check: checkGrade,
}

func checkGrade(p *Pass) {
	const field = figures.TotalGrade
	n := p.Cell(figures.TotalScore).Number
	if n == nil {
		return
	}
	if behind := p.GradeBehind(); behind != "" {
		p.report(fuhe.Finding{Severity: fuhe.Warning, Field: field, Inputs: []fuhe.Field{figures.TotalScore}, Message: p.In(messageGradeTwice, p.Cell(field).Text, behind)})
		return
	}
	scale := p.GradeScale()
	if scale != nil && !scale.Understood() && !text.Unfilled(*p.Cell(field)) && p.Cell(field).Present() {
		p.report(fuhe.Finding{Severity: fuhe.Note, Field: field, Message: p.In(messageBandsUnread, p.Cell(field).Text, scale.Text)})
		return
	}
	printed, right, ok := p.Grade(interval.Value(n))
	if !ok {
		return
	}
	if right == printed {
		p.agree(field)
		return
	}
	unsure := false
	if total := p.wrong(figures.TotalScore, TotalScore); total != nil && p.ScoreSlip() == nil {
		unsure = total.Recomputed == ""
		if sum := p.Scores(); len(sum.Missing) > 0 || p.GradeOf(sum.Known) == printed {
			return // the right total is not known, or the grade fits it: T401 has said what is wrong
		}
	}
	f := fuhe.Finding{
		Field: field, Inputs: []fuhe.Field{figures.TotalScore}, Recomputed: right, Effect: fuhe.GradeEffect,
		Message: p.In(MessageGrade, p.Cell(field).Text, n.String(), right),
	}
	if unsure || scale != nil || len(p.Cell(field).Marks) > 0 {
		f.Recomputed = ""
	}
	if p.GradedElsewhere(interval.Value(n)) {
		f.Severity, f.Recomputed, f.Effect, f.Message = fuhe.Warning, "", fuhe.NoEffect, p.In(messageGradeElsewhere, f.Message)
	}
	if p.GradedBehind() && scale == nil { // a remark: whose bands it goes by is not said
		f.Severity, f.Recomputed, f.Effect = fuhe.Note, "", fuhe.NoEffect
	}
	p.report(f)
}

var (
	messageGradeTwice = fuhe.Phrase{
		ZH: "等级两处不一致：一格印“%[1]s”，总分后面印%[2]s",
		EN: "the grade is printed twice and differs: “%[1]s” in its cell, %[2]s behind the total",
	}
	messageBandsUnread = fuhe.Phrase{
		ZH: "等级“%[1]s”未核对：表上印有等级档次而未能读懂：%[2]s",
		EN: "the grade “%[1]s” is not checked: the form prints bands of grades that were not understood: %[2]s",
	}
	messageGradeElsewhere = fuhe.Phrase{
		ZH: "%[1]s；按别处使用的档次则相符，请核对所用档次",
		EN: "%[1]s; by bands in use elsewhere it agrees, please check which apply",
	}
)
