package foot

import (
	"strings"

	"fuhe"
)

// Rules of published accounts, whose structure their heading tells.
const (
	BalanceRule     = "B101" // the year's sums, and what is carried over, make the totals, and both sides are equal
	FunctionRule    = "B102" // codes within codes, 合计 over its columns
	ThreePublicRule = "B103" // 合计 of the “三公” expenses over its parts
)

// Account gives the places where an account does not close. Its heading tells what should be the sum of what; a place counts as
// wrong only where the rest of the table closes by that structure.
func Account(a *fuhe.Account) []fuhe.TableFinding {
	t := &a.Table
	if a.Unread != "" || t.Rows*t.Cols > mostCells || t.Rows < 2 || t.Cols < 2 {
		return nil
	}
	s := newSheet(t)
	switch a.Kind {
	case fuhe.BalanceAccount:
		return s.balance()
	case fuhe.FiscalAccount:
		return append(s.balance(), s.columnsAs(FunctionRule)...)
	case fuhe.IncomeAccount, fuhe.ExpenditureAccount, fuhe.ProjectsAccount:
		return append(s.columnsAs(FunctionRule), renamed(s.down(), FunctionRule)...)
	case fuhe.ThreePublicAccount:
		return s.threePublic()
	}
	return nil
}

// columnsAs are the columns of all blocks under another rule.
func (s *sheet) columnsAs(rule string) []fuhe.TableFinding {
	var out []fuhe.TableFinding
	for _, b := range s.blocks {
		out = append(out, renamed(s.sideways(b), rule)...)
	}
	return out
}

func renamed(found []fuhe.TableFinding, rule string) []fuhe.TableFinding {
	for i := range found {
		found[i].Rule = rule
	}
	return found
}

// identity is a sum that the heading of a table tells: a place, and the parts it has by every permitted reading.
type identity struct {
	target value
	parts  [][]value
}

// outcome is that of the reading which closes best.
func (x identity) outcome() (outcome, []value) {
	best, parts := idle, []value(nil)
	for _, p := range x.parts {
		switch o := try(x.target, p); {
		case o == strong || o == weak && best != strong:
			best, parts = o, p
		case o == fails && best == idle:
			best, parts = o, p
		}
	}
	return best, parts
}

// hold gives the identities of a table that do not close, where others do: one that fails as often as it closes is not built
// as its heading says.
func hold(rule string, all []identity) []fuhe.TableFinding {
	var t tally
	var out []fuhe.TableFinding
	for _, x := range all {
		o, parts := x.outcome()
		t.add(o)
		if o == fails {
			out = append(out, finding(rule, x.target, parts))
		}
	}
	if t.strong == 0 || t.fails > t.strong+t.weak {
		return nil
	}
	return out
}

// balance are the identities of income beside expenditure.
func (s *sheet) balance() []fuhe.TableFinding {
	var all []identity
	var totals []value // of each side
	for _, b := range s.blocks {
		year, last := -1, -1 // the rows 本年收入合计 and 总计
		for r := s.from; r < s.to; r++ {
			switch label := b.label[r]; {
			case !b.sum[r]:
			case grand(label) || year >= 0:
				last = r
			default:
				year = r
			}
		}
		if len(b.figures) == 0 || year < 0 && last < 0 {
			continue
		}
		for _, k := range b.figures {
			all = append(all, s.side(b, k, year, last)...)
		}
		if last < 0 {
			last = year
		}
		totals = append(totals, s.at[last][b.figures[0]])
	}
	if len(totals) == 2 {
		all = append(all, identity{totals[1], [][]value{{totals[0]}}})
	}
	return hold(BalanceRule, all)
}

// side are the identities of one column of one side.
func (s *sheet) side(b *block, k, year, last int) []identity {
	var all []identity
	sum := func(target, from, to int, first ...value) {
		var rows []int
		for r := from; r < to; r++ {
			if b.label[r] != "" && !b.sum[r] {
				rows = append(rows, r)
			}
		}
		x := identity{target: s.at[target][k]}
		for _, readings := range [][]int{b.highest(rows), b.open(rows), b.withoutFunds(rows)} {
			x.parts = append(x.parts, append(append([]value(nil), first...), s.column(k, readings)...))
		}
		all = append(all, x)
	}
	switch {
	case year < 0:
		sum(last, s.from, last)
	case last < 0 && year == s.from:
		sum(year, year+1, s.to) // 合计 on top
	case last < 0:
		sum(year, s.from, year)
	default:
		sum(year, s.from, year)
		sum(last, year+1, last, s.at[year][k])
	}
	return all
}

// withoutFunds leaves out the rows that tell what of the row above is of which fund: 一般公共预算财政拨款 under 年初结转和结余.
func (b *block) withoutFunds(rows []int) []int {
	var out []int
	for _, r := range b.open(rows) {
		label := numbering().ReplaceAllString(b.label[r], "")
		if !strings.HasPrefix(label, "一般公共预算") && !strings.HasPrefix(label, "政府性基金") && !strings.HasPrefix(label, "国有资本经营") && !strings.HasPrefix(label, "其中") {
			out = append(out, r)
		}
	}
	return out
}

// expense is a part of the “三公” expenses.
type expense uint8

const (
	allThree expense = 1 + iota
	abroad
	vehicles
	purchase
	running
	reception
)

// expenseOf tells a part by its heading or label; parent is the heading over it.
func expenseOf(text string) expense {
	switch {
	case strings.Contains(text, "出国"):
		return abroad
	case strings.Contains(text, "接待"):
		return reception
	case strings.Contains(text, "小计") && (strings.Contains(text, "车")), strings.Contains(text, "购置及运行"), strings.Contains(text, "购置和运行"), strings.Contains(text, "购置费及运行"):
		switch {
		case strings.HasSuffix(text, "购置费") || strings.HasSuffix(text, "购置"):
			return purchase
		case strings.HasSuffix(text, "运行维护费") && strings.Contains(text, "/") || strings.HasSuffix(text, "运行费") && strings.Contains(text, "/"):
			return running
		}
		return vehicles
	case strings.Contains(text, "车") && strings.Contains(text, "购置"):
		return purchase
	case strings.Contains(text, "车") && strings.Contains(text, "运行"):
		return running
	case strings.HasSuffix(text, "合计"), strings.Contains(text, "三公") && strings.Contains(text, "合计"):
		return allThree
	}
	return 0
}

// threePublic are the identities of the “三公” expenses, whose parts stand side by side or below each other.
func (s *sheet) threePublic() []fuhe.TableFinding {
	var all []identity
	for r := s.from; r < s.to; r++ {
		all = append(all, s.expensesAcross(r)...)
	}
	if len(all) == 0 {
		for _, b := range s.blocks {
			for _, k := range b.figures {
				parts := map[expense]value{}
				for r := s.from; r < s.to; r++ {
					if e := expenseOf(strings.TrimRight(b.label[r], "：:")); e != 0 {
						if _, met := parts[e]; !met {
							parts[e] = s.at[r][k]
						}
					}
				}
				all = append(all, expenses(parts)...)
			}
		}
	}
	return hold(ThreePublicRule, all)
}

// expensesAcross are those of one row: each 合计 begins a group of columns.
func (s *sheet) expensesAcross(r int) []identity {
	var all []identity
	var parts map[expense]value
	for k := range s.t.Cols {
		heads := strings.Split(strings.Trim(s.heads[k], "/"), "/")
		e := expense(0)
		for i := len(heads) - 1; i >= 0 && e == 0; i-- {
			e = expenseOf(strings.Join(heads[i:], "/"))
		}
		switch {
		case e == 0:
			continue
		case e == allThree || parts == nil:
			all = append(all, expenses(parts)...)
			parts = map[expense]value{}
		}
		if _, met := parts[e]; !met {
			parts[e] = s.at[r][k]
		}
	}
	return append(all, expenses(parts)...)
}

// expenses are the identities among the parts that are there.
func expenses(parts map[expense]value) []identity {
	var all []identity
	have := func(es ...expense) ([]value, bool) {
		var out []value
		for _, e := range es {
			v, there := parts[e]
			if !there {
				return nil, false
			}
			out = append(out, v)
		}
		return out, true
	}
	if list, ok := have(purchase, running); ok && parts[vehicles].cell != nil {
		all = append(all, identity{parts[vehicles], [][]value{list}})
	}
	if parts[allThree].cell != nil {
		list, ok := have(abroad, vehicles, reception)
		if !ok {
			list, ok = have(abroad, purchase, running, reception)
		}
		if ok {
			all = append(all, identity{parts[allThree], [][]value{list}})
		}
	}
	return all
}
