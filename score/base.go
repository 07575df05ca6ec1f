package score

import (
	"slices"
	"strings"

	"fuhe"
)

// The execution rate is computed on the adjusted budget, unless the heading says otherwise, 执行率（支出/到位资金）, or the
// form prints what arrived, 到位资金, and the rate follows from that and not from the budget.

// base is what the rate of a fund is computed on.
func (m *moneyRow) base() amount { return *m.baseAt() }

func (m *moneyRow) baseAt() *amount {
	if m.other.known {
		return &m.other
	}
	return &m.adjusted
}

// amountLabel names an amount for a reader; what arrived is no entry of a report, and is called as its heading says.
func (p *Pass) amountLabel(a amount) string {
	if a.field == "" {
		return a.heading
	}
	return p.label(a.field)
}

// inputs are the entries that the rate follows from; what arrived is no entry of a report.
func (m *moneyRow) inputs() []fuhe.Field {
	if f := m.base().field; f != "" {
		return []fuhe.Field{m.executed.field, f}
	}
	return []fuhe.Field{m.executed.field}
}

// ref is an amount in a formula: its entry, else its figure.
func (a amount) ref() string {
	if a.field == "" {
		return plain(a.number)
	}
	return ref(a.field)
}

// findBases finds the funds whose rate is not computed on the adjusted budget.
func (p *Pass) findBases() {
	if !slices.ContainsFunc(p.Report.Headings, func(h fuhe.Cell) bool {
		return strings.Contains(h.Text, "到位") || strings.ContainsAny(h.Text, "/÷／")
	}) {
		return // the headings are looked up only where one may say so
	}
	for i := range p.moneys {
		m, rate := &p.moneys[i], &p.Report.Funds[i].ExecutionRate
		if rate.Number == nil || !m.executed.known || m.fits(rate, m.adjusted) {
			continue
		}
		own := p.tableCell(rate.At)
		if own == nil {
			continue
		}
		switch by := divisor(p.named(i, own)); by {
		case "":
			if a := p.amountCalled(i, isArrived); m.fits(rate, a) {
				m.other, m.unsaid = a, true
			}
		default:
			m.other = p.amountCalled(i, func(heading string) bool { return says(by, heading) })
		}
	}
}

// sayUnsaid notes that a rate is computed on what arrived where no heading says so.
func (p *Pass) sayUnsaid(f fuhe.Finding, money moneyRow) {
	f.Severity = fuhe.Note
	f.Message = p.say(saysUnsaidBase, p.label(f.Field), p.cell(f.Field).Text, money.other.digits(), money.adjusted.digits())
	p.report(f)
}

// fits reports whether a printed rate is executed ÷ some amount.
func (m *moneyRow) fits(c *fuhe.Cell, by amount) bool {
	span, exact, ok := share(m.executed, by)
	if !ok {
		return false
	}
	r, ok := readRate(c, span, exact)
	return ok && r.span.meets(span)
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

// isArrived tells the heading of what arrived from those of its rate.
func isArrived(heading string) bool {
	return strings.Contains(heading, "到位") && !strings.ContainsAny(heading, "率/÷／%")
}

// says reports whether a divisor is the amount of a heading: by its name, or by the letter the heading is marked with.
func says(divisor, heading string) bool {
	switch {
	case strings.Contains(divisor, "到位"):
		return isArrived(heading)
	case strings.Contains(divisor, "年初"):
		return strings.HasPrefix(heading, "年初")
	}
	return strings.Contains(heading, "("+divisor+")")
}

// amountCalled is the amount in the row of a fund whose heading is the one asked for; not known when there is none, or
// when it is the adjusted budget.
func (p *Pass) amountCalled(i int, asked func(heading string) bool) amount {
	f := &p.Report.Funds[i]
	own := p.tableCell(f.Executed.At)
	if own == nil {
		return amount{}
	}
	for k := range p.Report.Printed.Table.Cells {
		c := &p.Report.Printed.Table.Cells[k]
		if c.Row != own.Row || c.Text == "" || c.At == f.AdjustedBudget.At || c.At == f.Executed.At || !asked(p.named(i, c)) {
			continue
		}
		field := fuhe.Field("")
		if c.At == f.InitialBudget.At {
			field = fuhe.FundField(i, "initial_budget")
		}
		cell := fuhe.NewCell(c.Text, c.At)
		a := readAmount(field, &cell, p.Report.MoneyUnit, moneyPlaces(p.Report))
		a.heading = p.named(i, c)
		return a
	}
	return amount{}
}

// named is what a figure of a fund is called: the heading over it, or the name to its left where amounts stand beside their
// names; a fund has no name of its own there.
func (p *Pass) named(i int, own *fuhe.TableCell) string {
	if p.Report.Funds[i].Name.Present() {
		return printedOver(p.Report, own)
	}
	left := ""
	for k := range p.Report.Printed.Table.Cells {
		if c := &p.Report.Printed.Table.Cells[k]; c.Row == own.Row && c.Col+max(c.ColSpan, 1) == own.Col {
			left = c.Text
		}
	}
	return strings.NewReplacer("\n", "", " ", "", "（", "(", "）", ")").Replace(left)
}

// tableCell is the cell of the printed table at a place; nil when there is none.
func (p *Pass) tableCell(at fuhe.Source) *fuhe.TableCell {
	cells := p.Report.Printed.Table.Cells
	if i := slices.IndexFunc(cells, func(c fuhe.TableCell) bool { return !at.IsZero() && c.At == at }); i >= 0 {
		return &cells[i]
	}
	return nil
}
