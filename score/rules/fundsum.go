package rules

import (
	"math/big"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

func checkFundSources(p *Pass) {
	if len(p.Funds) < 2 || figures.Nested(p.Report.Funds) {
		return
	}
	for i := range p.Sums {
		switch s := &p.Sums[i]; s.State {
		case figures.SumHolds:
			p.agree(append(s.Inputs(), s.Total.Field)...)
		case figures.SumRounded:
			p.report(p.fundSum(s, messageFundSumRounded, fuhe.Warning))
		case figures.SumBroken:
			f := p.fundSum(s, messageFundSum, fuhe.Error)
			explain(&f, cause.FundSum(p.Figures, s))
			p.report(f)
		}
	}
}

// fundSum is the finding that a total is not the sum of its sources.
func (p *Pass) fundSum(s *figures.Sum, message fuhe.Phrase, severity fuhe.Severity) fuhe.Finding {
	field, apart := s.Total.Field, new(big.Rat).Sub(s.Total.Exact, s.Exact)
	return fuhe.Finding{
		Severity: severity, Field: field, Inputs: s.Inputs(), Recomputed: s.Sum(), Working: s.Working(),
		Message: p.In(message, p.Label(field), p.Cell(field).Text, s.Sum(), s.InUnit(apart.Abs(apart))),
	}
}

var emptyTotalRow = &Rule{
	ID: "F106", Name: "empty-total-row", Severity: fuhe.Error,
	Title: fuhe.Phrase{ZH: "资金来源已填列，年度资金总额不应为空白或0", EN: "the total row is not blank or zero while its sources are filled"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "合计行漏填会丢掉预算执行的全部得分（实有其例）。每列只在合计为空白或0、来源之和大于0时提出，列在一条里。",
		EN: "A total row left empty loses all points of budget execution, which has happened. Said once, for all columns whose total is blank or 0 while their sources are not.",
	},
	Check: checkEmptyTotalRow,
}

func checkEmptyTotalRow(p *Pass) {
	var f *fuhe.Finding
	for _, k := range []int{figures.AdjustedColumn, figures.ExecutedColumn, figures.InitialColumn} {
		c := p.Column(k)
		entry := p.Cell(c.Total.Field)
		blank := text.Unfilled(*entry)
		if c.Exact.Sign() <= 0 || !c.Total.Zero() && !blank {
			continue
		}
		if f != nil {
			f.Inputs = append(append(f.Inputs, c.Total.Field), c.Inputs()...)
			continue
		}
		shown := entry.Text
		if blank {
			shown = p.In(partEmpty)
		}
		f = &fuhe.Finding{
			Field: c.Total.Field, Inputs: c.Inputs(), Recomputed: c.Sum(), Working: c.Working(),
			Message: p.In(messageEmptyTotal, p.Label(c.Total.Field), shown, c.Sum()),
		}
	}
	if f == nil {
		return
	}
	f.Effect = p.emptyTotalEffect()
	p.report(*f)
}

// emptyTotalEffect: with the sources for a total, the budget score follows from them.
func (p *Pass) emptyTotalEffect() fuhe.Effect {
	w, ok := p.BudgetWeight()
	if !ok {
		return fuhe.NoEffect
	}
	a, b := p.Column(figures.AdjustedColumn).Exact, p.Column(figures.ExecutedColumn).Exact
	if a.Sign() <= 0 {
		return fuhe.NoEffect
	}
	right := interval.Exactly(new(big.Rat).Quo(b, a)).Times(w).AtMost(w)
	n := p.Cell(fuhe.FundField(0, "score")).Number
	if n == nil {
		return p.EffectOnTotal(right.Lo)
	}
	if interval.Claimed(n).Meets(right) {
		return fuhe.NoEffect
	}
	return p.EffectOnTotal(new(big.Rat).Sub(right.Lo, interval.Value(n)))
}
