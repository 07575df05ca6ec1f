package rules

import (
	"slices"

	"fuhe"
	"fuhe/score/cause"
)

var sourceScore = &Rule{
	ID: "F108", Name: "source-score", Severity: fuhe.Error, Heeds: []*Rule{SourceRate},
	Title: fuhe.Phrase{ZH: "分到预算执行分值的各行得分＝本行分值×本行执行率", EN: "a source or task that has points of its own scores its weight × its own execution rate"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "预算执行的分值分给两行以上（各资金来源或各项任务）、各行分值之和等于预算执行分值的，逐行按F104的办法复算，按合计的执行率计的也认；重复印出合计分值的行不算。表上印有计分办法的不查。只提出，不更正。",
		EN: "Where the points of budget execution are dealt out to two rows or more, sources or tasks, and add up to its weight, each is recomputed as F104 does, by the rate of its row or that of the total; a row that repeats the weight of the total has none of its own. Silent where the form prints a scale. Said, never corrected.",
	},
	Check: checkSourceScores,
}

func checkSourceScores(p *Pass) {
	scores := p.SourceScores()
	for k := range scores {
		s := &scores[k]
		if s.Holds() {
			p.agree(append(slices.Clip(s.From), s.Field)...)
			continue
		}
		f := fuhe.Finding{
			Field: s.Field, Inputs: s.From, Recomputed: s.Recomputed(), Working: s.Working(), Effect: fuhe.NoEffect,
			Message: p.In(messageSourceScore, p.Label(s.Field), p.Cell(s.Field).Text, s.Working()),
		}
		if rate := p.wrong(fuhe.FundField(s.Row, "execution_rate"), SourceRate); rate != nil {
			f.Root = rate.ID
		}
		explain(&f, cause.Rank(p.Figures, cause.OfSourceScore(p.Figures, s)))
		p.report(f)
	}
}
