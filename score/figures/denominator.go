package figures

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/score/interval"
	"fuhe/score/text"
)

// The execution rate is computed on the adjusted budget, unless the heading says otherwise, 执行率（支出/到位资金）, or the
// form prints what arrived, 到位资金, and the rate follows from that and not from the budget.

// Denominator is what the rate of a fund is computed on.
func (m *Money) Denominator() Amount { return *m.DenominatorAt() }

// DenominatorAt is the place of it among the amounts.
func (m *Money) DenominatorAt() *Amount {
	if m.Other.Known {
		return &m.Other
	}
	return &m.Adjusted
}

// Inputs are the entries that the rate follows from; an amount in a column of its own kind is no entry of a report.
func (m *Money) Inputs() []fuhe.Field {
	if f := m.Denominator().Field; f != "" {
		return []fuhe.Field{m.Executed.Field, f}
	}
	return []fuhe.Field{m.Executed.Field}
}

// Ref is an amount in a formula: its entry, else its figure.
func (a Amount) Ref() string {
	if a.Field == "" {
		return interval.Plain(a.Number)
	}
	return Ref(a.Field)
}

// findDenominators finds the funds whose rate is not computed on the adjusted budget.
func (f *Figures) findDenominators() {
	if f.onlyInitial() {
		for i := range f.Funds {
			f.Funds[i].Other = f.Funds[i].Initial
		}
		return
	}
	f.takeInitial()
	if !slices.ContainsFunc(f.Report.Headings, func(h fuhe.Cell) bool {
		return strings.Contains(h.Text, "到位") || strings.ContainsAny(h.Text, "/÷／")
	}) {
		return // the headings are looked up only where one may say so
	}
	for i := range f.Funds {
		m, rate := &f.Funds[i], &f.Report.Funds[i].ExecutionRate
		if rate.Number == nil || !m.Executed.Known || m.fits(rate, m.Adjusted) {
			continue
		}
		own := f.tableCell(rate.At)
		if own == nil {
			continue
		}
		switch by := divisor(f.calledAs(i, own)); {
		case strings.Contains(by, "到位"):
			m.Other = m.Received
		case strings.Contains(by, "年初"):
			m.Other = m.Initial
		case by != "":
			m.Other = f.amountMarked(i, "("+by+")")
		case m.fits(rate, m.Received):
			m.Other, m.Unstated = m.Received, true
		}
	}
}

// takeInitial: where no adjusted budget is filled in, the initial one stands for it in the rates that follow from it.
func (f *Figures) takeInitial() {
	for i := range f.Funds {
		if c := &f.Report.Funds[i].AdjustedBudget; c.Number != nil || !text.Unfilled(*c) && c.Present() {
			return
		}
	}
	for i := range f.Funds {
		if m := &f.Funds[i]; m.Executed.Known && m.fits(&f.Report.Funds[i].ExecutionRate, m.Initial) {
			m.Other = m.Initial
		}
	}
}

// onlyInitial reports whether the form prints no other budget than the initial one: Beijing did in 2016.
func (f *Figures) onlyInitial() bool {
	return len(f.Funds) > 0 && f.Funds[0].Initial.Known && !slices.ContainsFunc(f.Report.Funds, func(x fuhe.Fund) bool { return x.AdjustedBudget.Present() })
}

// BaseColumn is the column of the amounts that rates are computed on.
func (f *Figures) BaseColumn() int {
	if len(f.Funds) > 0 && f.Funds[0].Other.Field == fuhe.FundField(0, "initial_budget") {
		return InitialColumn
	}
	return AdjustedColumn
}

// fits reports whether a printed rate is executed ÷ some amount.
func (m *Money) fits(c *fuhe.Cell, by Amount) bool {
	span, share, ok := Share(m.Executed, by)
	if !ok {
		return false
	}
	r, ok := ReadRate(c, span, share)
	return ok && r.Share.Meets(span)
}

// divisor is what the heading of a rate says it is computed on: 到位资金 of 执行率(支出/到位资金), B of 执行率(C/B×100%); "" when it
// does not say.
func divisor(heading string) string {
	_, note, _ := strings.Cut(heading, "(")
	at := strings.IndexAny(note, "/÷／")
	if at < 0 {
		return ""
	}
	return strings.TrimLeft(strings.FieldsFunc(note[at:]+")", func(r rune) bool { return strings.ContainsRune("×*%)", r) })[0], "/÷／")
}

// amountMarked is the amount in the row of a fund whose heading has a mark, (B), whether or not it is an entry of the report;
// not known when there is none, or when it is the adjusted budget.
func (f *Figures) amountMarked(i int, mark string) Amount {
	fund := &f.Report.Funds[i]
	own := f.tableCell(fund.Executed.At)
	if own == nil {
		return Amount{}
	}
	for k := range f.Report.Printed.Table.Cells {
		c := &f.Report.Printed.Table.Cells[k]
		if c.Row != own.Row || c.Text == "" || c.At == fund.AdjustedBudget.At || c.At == fund.Executed.At || !strings.Contains(f.calledAs(i, c), mark) {
			continue
		}
		switch c.At {
		case fund.InitialBudget.At:
			return f.Funds[i].Initial
		case fund.Received.At:
			return f.Funds[i].Received
		}
		cell := fuhe.NewCell(c.Text, c.At)
		a := readAmount("", &cell, f.Report.MoneyUnit, moneyPlaces(f.Report))
		a.heading = f.calledAs(i, c)
		return a
	}
	return Amount{}
}
