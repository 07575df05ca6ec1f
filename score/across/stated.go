package across

import (
	"strconv"

	"fuhe"
	"fuhe/score/foot"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// sums are those of a kind that a table prints, one beside the other.
type sums struct {
	account *fuhe.Account
	field   fuhe.Field
	cells   []*fuhe.TableCell
	first   *fuhe.TableCell // of these the one to show: of totals the last, which has what was carried over in it
}

// saidOtherwise is B105: the sums that the text of a document names, beside those of its tables. Where the text names several
// for one table, of its parts perhaps, and one is that of the table, it contradicts nothing.
func (c *Comparison) saidOtherwise(doc *document, d *fuhe.Document) (found []fuhe.Across) {
	type key struct {
		of   fuhe.AccountKind
		year string
	}
	said := map[key][]int{}
	var order []key
	for i := range d.Statements {
		k := key{d.Statements[i].Of, d.Statements[i].Year}
		if said[k] == nil {
			order = append(order, k)
		}
		said[k] = append(said[k], i)
	}
	for _, k := range order {
		tables := sumsOf(d.Accounts, k.of, k.year)
		if x, ok := c.contradicted(doc, d.Statements, said[k], tables); ok {
			found = append(found, x)
		}
	}
	return found
}

// contradicted is the finding about statements of one sum that no table has; false where one has it, where they differ among
// themselves, and where a figure is in no known unit.
func (c *Comparison) contradicted(doc *document, all []fuhe.Statement, said []int, tables []sums) (fuhe.Across, bool) {
	if len(tables) == 0 {
		return fuhe.Across{}, false
	}
	first := stated(all, said[0])
	for _, i := range said {
		s := stated(all, i)
		if !s.known || s.exact != first.exact || inTables(s, tables) {
			return fuhe.Across{}, false
		}
	}
	table := tables[0]
	there := accountAmount(table.account, table.first, table.field)
	shown := there.in(first.unit, max(first.places, there.places))
	return fuhe.Across{
		Finding: fuhe.Finding{
			ID: identifyAccount(table.account, rules.SaidOtherwise.ID), Rule: rules.SaidOtherwise.ID, Severity: rules.SaidOtherwise.Severity, Effect: fuhe.NoEffect, Field: first.field, At: all[said[0]].At,
			Published: first.text, Recomputed: shown + first.unit, Message: text.Fill(textDiffers, c.o.Lang, all[said[0]].Text, table.account.Title, there.text),
		},
		SHA256: doc.sha256, Path: doc.path, Report: -1,
		Inputs: []fuhe.Place{{SHA256: doc.sha256, Path: doc.path, Report: -1, Field: there.field, At: table.first.At}},
	}, true
}

// stated is the amount of a statement.
func stated(all []fuhe.Statement, i int) amount {
	s := &all[i]
	return accountAmount(&fuhe.Account{}, &fuhe.TableCell{Text: s.Amount, At: s.At}, fuhe.Field("/statements/"+strconv.Itoa(i)))
}

// inTables reports whether a table has the amount among its sums, or one whose unit is not known.
func inTables(s amount, tables []sums) bool {
	for _, t := range tables {
		for _, cell := range t.cells {
			there := accountAmount(t.account, cell, t.field)
			if !there.known || there.meets(s) {
				return true
			}
		}
	}
	return false
}

// sumsOf are the sums of the tables that a statement is about: of the table of that name, and of the balance, which has them
// too. A document with several tables of a kind, or of another year, has none.
func sumsOf(accounts []fuhe.Account, of fuhe.AccountKind, year string) (out []sums) {
	kinds := []fuhe.AccountKind{of}
	if of == fuhe.IncomeAccount || of == fuhe.ExpenditureAccount {
		kinds = append(kinds, fuhe.BalanceAccount)
	}
	for _, kind := range kinds {
		a, i := only(accounts, kind)
		if a == nil || !text.ContainsAny(a.Title, "决算") || a.Year != "" && year != "" && a.Year != year {
			continue
		}
		income, expenditure := foot.Totals(a)
		cells := append(income, expenditure...)
		switch {
		case of == kind:
		case of == fuhe.IncomeAccount:
			cells = income
		default:
			cells = expenditure
		}
		if len(cells) > 0 {
			first := cells[0]
			if of == fuhe.BalanceAccount || of == fuhe.FiscalAccount {
				first = cells[len(cells)-1]
			}
			out = append(out, sums{a, fieldOfAccount(i), cells, first})
		}
	}
	return out
}
