package rules

import (
	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

var outOfHundred = &Rule{
	ID: "W205", Name: "out-of-hundred", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "总分值为100分", EN: "a form is scored out of a hundred"},
	Basis: basisNational,
	Explain: fuhe.Phrase{
		ZH: "印出的总分值与各项分值之和相符、却超过100分的作警告，不足100分的（可能有未印的分值）只作提示：等级、上限都按百分制定。加分项使总分值超出100分的不提；与各项之和不符的见W201。",
		EN: "Said where the total weight is the sum of the weights and yet above 100, and as a note below (some points may not be printed): bands and ceilings are set for a hundred. Silent where bonus rows (加分项) are what goes beyond; a total that is not the sum is W201.",
	},
	Check: checkOutOfHundred,
}

var messageOutOfHundred = fuhe.Phrase{
	ZH: "总分值印为%[1]s，与各项分值之和相符，但不是100分",
	EN: "the total weight is printed as %[1]s: it is the sum of the weights, and not 100",
}

func checkOutOfHundred(p *Pass) {
	n := p.Cell(figures.TotalWeight).Number
	if n == nil || p.OutOfHundred() {
		return
	}
	w, ok := p.AllWeights()
	v := interval.Value(n)
	if !ok || interval.Compare(v, w.Sum) != 0 || interval.Compare(interval.Sub(v, p.Extra()), figures.FullPoints) == 0 {
		return
	}
	f := fuhe.Finding{
		Field: figures.TotalWeight, Inputs: w.Fields, Working: w.Working(),
		Message: p.In(messageOutOfHundred, p.Cell(figures.TotalWeight).Text),
	}
	if interval.Compare(v, figures.FullPoints) < 0 {
		f.Severity = fuhe.Note // some points may not be printed
	}
	p.report(f)
}
