package across

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/foot"
	"fuhe/score/interval"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// listsOf are the projects that tables of accounts list.
func (c *Comparison) listsOf(accounts []fuhe.Account) (lists []projectList) {
	for i := range accounts {
		if a := &accounts[i]; a.Unread == "" && a.Kind == fuhe.ProjectsAccount {
			lists = append(lists, c.projectList(a, fieldOfAccount(i)))
		}
	}
	return lists
}

// addAccounts takes in the tables of accounts of a document: what they say by themselves, and the targets they declare.
func (c *Comparison) addAccounts(doc *document, d *fuhe.Document) {
	open := make([][]fuhe.TableFinding, len(d.Accounts))
	c.o.Each.do(len(open), func(i int) { open[i] = foot.Account(&d.Accounts[i]) })
	for i := range d.Accounts {
		a := &d.Accounts[i]
		field := fieldOfAccount(i)
		for _, f := range open[i] {
			c.put(doc.n, c.breaks(doc, a, field, f))
		}
		if a.Unread == "" && a.Kind == fuhe.TargetsAccount {
			c.addDeclared(doc, d, a, field)
		}
	}
	for _, x := range append(c.sameTwice(doc, d.Accounts), c.saidOtherwise(doc, d)...) {
		c.put(doc.n, x)
	}
}

// breaks is a place where an account does not close.
func (c *Comparison) breaks(doc *document, a *fuhe.Account, field fuhe.Field, f fuhe.TableFinding) fuhe.Across {
	rule := rules.Find(f.Rule)
	target := cellAt(&a.Table, f.Row, f.Col)
	x := fuhe.Across{Finding: fuhe.Finding{
		Rule: f.Rule, Severity: rule.Severity, Effect: fuhe.NoEffect, Field: field, At: target, Published: f.Published, Recomputed: f.Recomputed, Working: f.Working,
		Message: text.Fill(accountBreaks, c.o.Lang, a.Title, f.Published, f.Recomputed),
	}, SHA256: doc.sha256, Path: doc.path, Report: -1}
	for _, p := range f.Parts {
		x.Inputs = append(x.Inputs, fuhe.Place{SHA256: doc.sha256, Path: doc.path, Report: -1, Field: field, At: cellAt(&a.Table, p.Row, p.Col)})
	}
	x.ID = identifyAccount(a, f.Rule, f.Row, f.Col)
	return x
}

// cellAt is where the cell of a table stands that begins at a place.
func cellAt(t *fuhe.Table, row, col int) fuhe.Source {
	for i := range t.Cells {
		if c := &t.Cells[i]; c.Row == row && c.Col == col {
			return c.At
		}
	}
	return fuhe.Source{}
}

// identifyAccount names a finding by the account and the place in it.
func identifyAccount(a *fuhe.Account, parts ...any) string {
	sum := sha256.Sum256([]byte(fmt.Sprint(a.Title, a.Year, a.Kind, parts)))
	return hex.EncodeToString(sum[:6])
}

// projectList is the projects of an account.
func (c *Comparison) projectList(a *fuhe.Account, field fuhe.Field) projectList {
	list := projectList{title: a.Title}
	for _, r := range foot.Projects(a) {
		n, _ := c.o.Aliases.of(r.Name)
		row := projectRow{project: n}
		if r.Amount != nil && text.ContainsAny(a.Title, "决算") {
			row.spent = accountAmount(a, r.Amount, field)
		}
		list.rows = append(list.rows, row)
	}
	return list
}

// accountAmount is an amount of an account.
func accountAmount(a *fuhe.Account, cell *fuhe.TableCell, field fuhe.Field) amount {
	out := amount{text: cell.Text, unit: a.Unit, field: field, at: spotOf(cell.At)}
	n, ok := fuhe.ParseNumber(cell.Text)
	if !ok {
		return out
	}
	if n.Unit != "" {
		out.unit = n.Unit
	}
	scale, money := figures.ScaleOf(out.unit)
	if !money {
		return out
	}
	out.places = n.Places
	span := figures.MoneyInterval(interval.Value(&n), n.Places, scale, true).Times(interval.Pow10(scale))
	exact := interval.Exactly(interval.Value(&n)).Times(interval.Pow10(scale))
	var okExact, okLo, okHi bool
	out.exact, okExact = units(exact.Lo, false)
	out.lo, okLo = units(span.Lo, false)
	out.hi, okHi = units(span.Hi, true)
	out.known = okExact && okLo && okHi
	return out
}

// addDeclared takes in the targets that a table declares, as forms without points. A table that prints no year is of the year of
// the forms beside it.
func (c *Comparison) addDeclared(doc *document, d *fuhe.Document, a *fuhe.Account, field fuhe.Field) {
	year := a.Year
	for _, r := range d.Reports {
		switch {
		case a.Year != "" || r.Year == "":
		case year == "":
			year = r.Year
		case year != r.Year:
			return // forms of several years: which one the targets are of cannot be told
		}
	}
	for i := range a.Declared {
		x := &a.Declared[i]
		f := &form{doc: doc, report: -1, kind: declared, title: a.Title, projectAt: spotOf(x.Project.At), complete: true, under: fuhe.Field(string(field) + "/declared/" + strconv.Itoa(i))}
		f.year, _ = strconv.Atoi(year)
		f.project, _ = c.o.Aliases.of(x.Project.Text)
		f.department, _ = c.o.Aliases.of(x.Department.Text)
		f.implementer, _ = c.o.Aliases.of(x.Implementer.Text)
		f.readIndicators(&fuhe.Report{Indicators: x.Indicators})
		c.take(f)
	}
}

// only is the one account of a kind in a document; nil with none or several.
func only(accounts []fuhe.Account, kind fuhe.AccountKind) (*fuhe.Account, int) {
	at := -1
	for i := range accounts {
		if accounts[i].Kind != kind || accounts[i].Unread != "" {
			continue
		}
		if at >= 0 {
			return nil, -1
		}
		at = i
	}
	if at < 0 {
		return nil, -1
	}
	return &accounts[at], at
}

// sameTwice is B104: the year's sums of a balance beside those of the tables by function.
func (c *Comparison) sameTwice(doc *document, accounts []fuhe.Account) (found []fuhe.Across) {
	balance, n := only(accounts, fuhe.BalanceAccount)
	if balance == nil {
		return nil
	}
	income, expenditure := foot.Totals(balance)
	for _, side := range []struct {
		kind fuhe.AccountKind
		sums []*fuhe.TableCell
	}{{fuhe.IncomeAccount, income}, {fuhe.ExpenditureAccount, expenditure}} {
		a, i := only(accounts, side.kind)
		if a == nil || a.Year != balance.Year {
			continue
		}
		own, others := foot.Totals(a)
		own = append(own, others...)
		if len(own) != 1 || len(side.sums) == 0 {
			continue
		}
		here := accountAmount(a, own[0], fieldOfAccount(i))
		same := !here.known
		for _, cell := range side.sums {
			there := accountAmount(balance, cell, fieldOfAccount(n))
			same = same || !there.known || here.meets(there)
		}
		if same {
			continue
		}
		there := accountAmount(balance, side.sums[0], fieldOfAccount(n))
		shown := there.in(here.unit, max(here.places, there.places))
		found = append(found, fuhe.Across{
			Finding: fuhe.Finding{
				ID: identifyAccount(a, rules.SameTwice.ID), Rule: rules.SameTwice.ID, Severity: rules.SameTwice.Severity, Effect: fuhe.NoEffect, Field: here.field, At: own[0].At,
				Published: here.text, Recomputed: shown, Message: text.Fill(accountsDiffer, c.o.Lang, a.Title, here.text, balance.Title, shown),
			},
			SHA256: doc.sha256, Path: doc.path, Report: -1,
			Inputs: []fuhe.Place{{SHA256: doc.sha256, Path: doc.path, Report: -1, Field: there.field, At: side.sums[0].At}},
		})
	}
	return found
}

func fieldOfAccount(i int) fuhe.Field { return fuhe.Field("/accounts/" + strconv.Itoa(i)) }
