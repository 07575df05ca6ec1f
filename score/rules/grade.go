package rules

import (
	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// The grade is the band of the total.

var GradeBand = &Rule{
	ID: "T403", Name: "grade", Severity: fuhe.Error, Heeds: []*Rule{TotalScore},
	Title: fuhe.Phrase{ZH: "等级与总分所在档次一致", EN: "the grade is the band of the total"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "90分及以上为优，80分及以上为良，60分及以上为中，其余为差；别处另有80/70/60、90/75/60的档次，印出的等级合于其一的只作警告；写在总分后面括号里的（99.50（良））只作提示，也不更正；表上自印档次的（95分及以上为优……）按其所印核对，也不更正，读不全或正在两档之间的不查；档次不明的地方（如上海的优、良、合格、不合格）不查。",
		EN: "90 and above 优, 80 良, 60 中, else 差; a grade that the bands 80/70/60 or 90/75/60, in use elsewhere, would give is a warning; one in brackets behind the total (99.50（良）) is a note and never corrected; bands that the form prints itself (95分及以上为优 …) go first, and nothing is corrected by them; where they are not understood, leave open which of two an end belongs to, or where the bands are not known (Shanghai names 优, 良, 合格, 不合格) nothing is checked.",
	},
	Check: checkGrade,
}

func checkGrade(p *Pass) {
	const field = figures.TotalGrade
	n := p.Cell(figures.TotalScore).Number
	if n == nil {
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
	if unsure || p.GradeScale() != nil {
		f.Recomputed = ""
	}
	if p.GradedElsewhere(interval.Value(n)) {
		f.Severity, f.Recomputed, f.Effect, f.Message = fuhe.Warning, "", fuhe.NoEffect, p.In(messageGradeElsewhere, f.Message)
	}
	if p.GradedBehind() { // a remark: whose bands it goes by is not said
		f.Severity, f.Recomputed, f.Effect = fuhe.Note, "", fuhe.NoEffect
	}
	p.report(f)
}
