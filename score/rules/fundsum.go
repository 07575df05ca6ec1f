package rules

import (
	"cmp"
	"math/big"
	"slices"
	"strings"

	"fuhe"
	"fuhe/score/cause"
	"fuhe/score/figures"
	"fuhe/score/interval"
	"fuhe/score/text"
)

func checkFundSources(p *Pass) {
	if len(p.Funds) < 2 {
		return
	}
	root := "" // of the sums that one slip makes wrong
	for i := range p.Sums {
		switch s := &p.Sums[i]; s.State {
		case figures.SumHolds:
			p.agree(append(s.Inputs(), s.Total.Field)...)
		case figures.SumRounded:
			p.report(p.fundSum(s, messageFundSumRounded, fuhe.Warning))
		case figures.SumBroken:
			f := p.fundSum(s, messageFundSum, fuhe.Error)
			f.Root = root
			explain(&f, p.fundSumCauses(s))
			switch at, among := cause.Source(p.Figures, s); {
			case at != nil:
				p.atSource(&f, s, at)
			case len(among) > 0:
				p.amongSources(&f, among)
			}
			id := p.report(f)
			if root == "" && (f.Cause.Kind == fuhe.UnitSlip || f.Cause.Kind == fuhe.Exchanged) {
				root = id // a whole row in another unit, two columns exchanged
			}
		}
	}
	checkParts(p)
}

// fundSumCauses are the causes of a broken sum; that the totals of two columns stand in each other's place goes before all.
func (p *Pass) fundSumCauses(s *figures.Sum) []fuhe.Cause {
	if a, b := &p.Sums[p.BaseColumn()], &p.Sums[figures.ExecutedColumn]; exchangedTotals(a, b) && (s == a || s == b) {
		return cause.OfExchange(p.Figures, a.Total.Field, b.Total.Field)
	}
	return cause.FundSum(p.Figures, s)
}

// exchangedTotals reports whether the totals of two columns are each the sum of the other's sources.
func exchangedTotals(a, b *figures.Sum) bool {
	return a.State == figures.SumBroken && b.State == figures.SumBroken && interval.Compare(a.Total.Exact, b.Exact) == 0 && interval.Compare(b.Total.Exact, a.Exact) == 0
}

// atSource moves the finding to the source that is wrong.
func (p *Pass) atSource(f *fuhe.Finding, s *figures.Sum, at *cause.SourceSlip) {
	f.Inputs = append([]fuhe.Field{f.Field}, f.Inputs...)
	f.Field, f.Recomputed = at.Field, at.Right
	explain(f, at.Causes)
	f.Message = p.In(messageSourceSlip, p.Label(at.Field), p.Cell(at.Field).Text, p.Cell(s.Total.Field).Text, at.Right)
}

// amongSources says which sources may be the wrong one. The total is not: its rate and score follow from it.
func (p *Pass) amongSources(f *fuhe.Finding, among []cause.SourceSlip) {
	named := make([]string, len(among))
	for i, at := range among {
		named[i] = p.In(partOneSource, p.Label(at.Field), p.Cell(at.Field).Text, at.Right)
	}
	f.Recomputed = ""
	f.Message += p.In(messageOneOfSources, strings.Join(named, p.In(partOr)))
}

// checkParts: a source that has parts of its own, or a subtotal, is their sum. Only a person can tell a wrong sum from an
// arrangement that is meant otherwise.
func checkParts(p *Pass) {
	parts := p.Parts()
	for i := range parts {
		s := &parts[i]
		if s.State == figures.SumHolds {
			p.agree(append(s.Inputs(), s.Total.Field)...)
			continue
		}
		f := p.fundSum(s, messageFundSum, fuhe.Warning)
		said := slices.ContainsFunc(p.findings, func(x fuhe.Finding) bool {
			return x.Rule == p.rule.ID && x.Field == f.Field && x.Recomputed == f.Recomputed
		})
		if !said { // the total has not said the same of it
			p.report(f)
		}
	}
}

// fundSum is the finding that a total is not the sum of its sources.
func (p *Pass) fundSum(s *figures.Sum, message fuhe.Phrase, severity fuhe.Severity) fuhe.Finding {
	field, apart := s.Total.Field, new(big.Rat).Neg(s.Exact)
	if s.Total.Known {
		apart = s.Missing()
	}
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
		ZH: "合计行漏填会丢掉预算执行的全部得分（实有其例）。每列只在合计为空白或0、来源之和大于0时提出，列在一条里。小计为空白或0而其下各行有数的，作警告。",
		EN: "A total row left empty loses all points of budget execution, which has happened. Said once, for all columns whose total is blank or 0 while their sources are not. A subtotal that is blank or 0 over filled rows is a warning.",
	},
	Check: checkEmptyTotalRow,
}

func checkEmptyTotalRow(p *Pass) {
	checkEmptySubtotals(p)
	var f *fuhe.Finding
	for _, k := range []int{figures.AdjustedColumn, figures.ExecutedColumn, figures.InitialColumn} {
		c := p.Column(k)
		entry := p.Cell(c.Total.Field)
		blank := entry.Present() && text.IsBlank(entry.Text) && !figures.Unread(entry)
		if c.Unread() || c.Exact.Sign() <= 0 || !c.Total.Zero() && !blank {
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

// checkEmptySubtotals: a subtotal is not blank or zero while the rows under it, down to the next one, are filled.
func checkEmptySubtotals(p *Pass) {
	for i := 1; i < len(p.Funds); i++ {
		if !p.IsSubtotal(i) {
			continue
		}
		for _, k := range []int{figures.AdjustedColumn, figures.ExecutedColumn, figures.InitialColumn} {
			c := p.Under(i, k)
			entry := p.Cell(c.Total.Field)
			if c.Exact.Sign() <= 0 || !c.Total.Zero() && !p.blankAmount(c.Total.Field) {
				continue
			}
			p.report(fuhe.Finding{
				Severity: fuhe.Warning, Field: c.Total.Field, Inputs: c.Inputs(), Recomputed: c.Sum(), Working: c.Working(),
				Message: p.In(messageEmptySubtotal, p.Label(c.Total.Field), cmp.Or(entry.Text, p.In(partEmpty)), c.Sum()),
			})
			break
		}
	}
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
	right := interval.Exactly(interval.Quo(b, a)).Times(w).AtMost(w)
	n := p.Cell(fuhe.FundField(0, "score")).Number
	if n == nil {
		return p.EffectOnTotal(right.Lo)
	}
	if interval.Claimed(n).Meets(right) {
		return fuhe.NoEffect
	}
	return p.EffectOnTotal(interval.Sub(right.Lo, interval.Value(n)))
}
