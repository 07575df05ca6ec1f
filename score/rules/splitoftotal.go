package rules

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

var splitOfTotal = &Rule{
	ID: "F109", Name: "split-of-total", Severity: fuhe.Warning,
	Title: fuhe.Phrase{ZH: "另按收入、支出性质列出的金额与合计相符", EN: "the total divided by kinds of income or spending is the total"},
	Basis: basisArithmetic,
	Explain: fuhe.Phrase{
		ZH: "资金栏中另写“按收入性质分：800.00”一类的，其金额应是年度资金总额的预算数或执行数之一，其下各项（一般公共预算：640.00……）相加应与它相符，不符的提示；各项没有都写金额的，不相加。金额写在句子里，不作更正。",
		EN: "Said where the money block also says 按收入性质分：800.00 and the like and the amount is none of the annual total, or the items below it (一般公共预算：640.00 …) do not add up to it. They are not added up where some have no amount. Silent where the form prints no such division, or one without amounts. These amounts stand in sentences and are never corrected.",
	},
	Check: func(p *Pass) {
		if len(p.Funds) == 0 {
			return
		}
		for i, s := range p.Splits() {
			checkSplitOfTotal(p, &s, i)
		}
	},
}

var (
	messageSplitOfTotal = fuhe.Phrase{
		ZH: "“%[1]s”与年度资金总额的预算数、执行数都不相符",
		EN: "“%[1]s” is none of the amounts of the annual total",
	}
	messageSplitParts = fuhe.Phrase{
		ZH: "“%[1]s”，其下各项之和为%[2]s",
		EN: "“%[1]s”: the items below it add up to %[2]s",
	}
)

// checkSplitOfTotal says of one split what does not agree. The amounts that it is held against are its inputs; the first of them
// tells the findings of several splits apart.
func checkSplitOfTotal(p *Pass, s *figures.Split, i int) {
	amounts := []fuhe.Field{p.PrintedTotal.Initial.Field, p.PrintedTotal.Executed.Field, p.PrintedTotal.Adjusted.Field}
	f := fuhe.Finding{Field: p.PrintedTotal.Adjusted.Field, Published: s.Text, Inputs: slices.Concat(amounts[i%3:], amounts[:i%3])}
	var said []string
	if sum, holds := s.Sum(); s.All && len(s.Parts) > 1 && !holds {
		f.Working = s.Working()
		said = append(said, p.In(messageSplitParts, s.Text, interval.Expanded(interval.Quo(sum, s.Total.Factor), interval.SumPlaces)))
	}
	if some := p.PrintedTotal.Amounts(); !s.OfTotal(p.Figures) && (some[figures.AdjustedColumn].Known || some[figures.InitialColumn].Known) {
		said = append(said, p.In(messageSplitOfTotal, s.Text))
	}
	if len(said) > 0 {
		f.Message = strings.Join(said, p.In(partAlso))
		p.report(f)
	}
}
