package foot

import (
	"strings"

	"fuhe"
)

// Row is a row of an account with what it names and the amount that stands there.
type Row struct {
	Name   string
	Amount *fuhe.TableCell // nil where none is printed
}

// Projects are the projects of a table that has a row each, with what each of them spent; nil where it does not tell.
func Projects(a *fuhe.Account) []Row {
	s := newSheet(&a.Table)
	if len(s.blocks) == 0 {
		return nil
	}
	b := s.blocks[0]
	if len(b.figures) == 0 || len(b.labels) == 0 {
		return nil
	}
	names := b.labels[0]
	for _, k := range b.labels {
		if strings.Contains(s.heads[k], "项目名称") {
			names = k
		}
	}
	amount := b.figures[0]
	for _, k := range b.figures {
		if s.named(k) {
			amount = k
			break
		}
	}
	var out []Row
	for r := s.from; r < s.to; r++ {
		name := s.at[r][names]
		if name.cell == nil || name.cell.Row != r || bare(name.text) == "" || total(bare(name.text)) {
			continue
		}
		row := Row{Name: name.text}
		if v := s.at[r][amount]; v.state == figure {
			row.Amount = v.cell
		}
		out = append(out, row)
	}
	return out
}

// Totals are the sums that an account prints for the whole of it, the year's first: 本年支出合计 and 总计 of each side of a balance,
// 合计 of the others.
func Totals(a *fuhe.Account) (income, expenditure []*fuhe.TableCell) {
	s := newSheet(&a.Table)
	for i, b := range s.blocks {
		if len(b.figures) == 0 {
			continue
		}
		k := b.figures[0]
		for r := s.from; r < s.to; r++ {
			v := s.at[r][k]
			if !b.sum[r] || b.code[r] != "" || v.state != figure {
				continue
			}
			switch side := b.label[r] + s.heads[k]; {
			case a.Kind == fuhe.IncomeAccount, strings.Contains(side, "收入") && !strings.Contains(side, "支出"), a.Kind == fuhe.BalanceAccount && i == 0:
				income = append(income, v.cell)
			default:
				expenditure = append(expenditure, v.cell)
			}
		}
	}
	return income, expenditure
}
