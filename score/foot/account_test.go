package foot_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"fuhe"
	"fuhe/score/foot"
)

// yuan has the maker print whole 元, as accounts in 元 do.
func yuan(rows [][]string) {
	for _, row := range rows {
		for i, text := range row {
			if whole, ok := strings.CutSuffix(text, ".00"); ok {
				row[i] = whole
			}
		}
	}
}

// balanceOf is income beside expenditure as one of three layouts prints it.
func (m *maker) balanceOf(layout int) {
	items := 6 + m.rng.IntN(12)
	var in, out int
	sums := [2][]int{make([]int, items), make([]int, items)}
	for i := range items {
		for side := range 2 {
			if i < 2 || m.rng.IntN(3) == 0 {
				sums[side][i] = m.cents() * 100
			}
		}
		in, out = in+sums[0][i], out+sums[1][i]
	}
	before := m.cents()*100 + max(0, out-in)
	pair := func(a string, x int, b string, y int) { m.rows = append(m.rows, []string{a, money(x), b, money(y)}) }
	item := func(i int, what string) string { return numbers[i%10] + "、某项" + what + fmt.Sprint(i) }
	m.heading("项目", "金额", "项目", "金额")
	if layout == 1 { // the sum on top, nothing carried over
		m.rows = append(m.rows, nil)
		sums[1][0] += in - out
		pair("合计", in, "合计", in)
		m.rows = append(m.rows[:1], m.rows[2:]...)
	}
	for i := range items {
		pair(item(i, "收入"), sums[0][i], item(i, "支出"), sums[1][i])
	}
	switch layout {
	case 0:
		pair("本年收入合计", in, "本年支出合计", out)
		pair("使用非财政拨款结余", 0, "结余分配", 0)
		pair("年初结转和结余", before, "年末结转和结余", before+in-out)
		pair("总计", before+in, "总计", before+in)
	case 2: // by funds
		pair("本年收入合计", in, "本年支出合计", out)
		pair("年初财政拨款结转和结余", before, "年末财政拨款结转和结余", before+in-out)
		pair("一般公共预算财政拨款", before, "", 0)
		pair("政府性基金预算财政拨款", 0, "", 0)
		pair("收入总计", before+in, "支出总计", before+in)
		yuan(m.rows)
	}
}

// threePublicOf are the expenses side by side, twice, or below each other.
func (m *maker) threePublicOf(layout int) {
	part := func() []int {
		a, p, r, e := m.cents(), m.rng.IntN(2)*m.cents(), m.cents(), m.cents()
		return []int{a + p + r + e, a, p + r, p, r, e}
	}
	if layout == 1 {
		m.heading("项目", "预算数", "决算数")
		x, y := part(), part()
		for i, label := range []string{"合计", "1.因公出国（境）费用", "2.公务用车购置及运行费小计", "其中：（1）公务用车购置费", "（2）公务用车运行维护费", "3.公务接待费"} {
			m.line([]string{label}, x[i], y[i])
		}
		return
	}
	var group, names []string
	for range 2 {
		group = append(group, "数", "数", "数", "公务用车购置及运行费", "公务用车购置及运行费", "数")
		names = append(names, "合计", "因公出国（境）费", "公务用车小计", "公务用车购置费", "公务用车运行维护费", "公务接待费")
	}
	m.heading(group...)
	m.heading(names...)
	m.line(nil, append(part(), part()...)...)
}

// accountOf invents one account of each kind and layout.
func accountOf(kind fuhe.AccountKind, layout int, seed uint64) (*fuhe.Account, *maker) {
	m := &maker{rng: rand.New(rand.NewPCG(seed, uint64(layout)))}
	switch kind {
	case fuhe.BalanceAccount:
		m.balanceOf(layout)
	case fuhe.ThreePublicAccount:
		m.threePublicOf(layout)
	default:
		[]func(*maker){(*maker).codes, (*maker).splitCodes, (*maker).nested}[layout](m)
	}
	return &fuhe.Account{Kind: kind, Table: *m.table()}, m
}

// TestInventedAccounts: true accounts of every kind in three layouts are not accused; one with a figure wrong is found.
func TestInventedAccounts(t *testing.T) {
	const each = 75 // 3 layouts, 3 tables an account: 225 accounts
	for _, kind := range []fuhe.AccountKind{fuhe.BalanceAccount, fuhe.ExpenditureAccount, fuhe.ThreePublicAccount} {
		seeded, found := 0, 0
		for n := range 3 * each {
			a, m := accountOf(kind, n%3, uint64(n))
			for _, f := range foot.Account(a) {
				t.Errorf("%s %d: a true account is accused: %+v", kind, n, f)
			}
			var places []int
			for i, c := range a.Table.Cells {
				if c.Row >= m.head && strings.Trim(c.Text, "0123456789,.") == "" && len(c.Text) > 4 && !strings.HasPrefix(c.Text, "20") {
					places = append(places, i)
				}
			}
			i := places[m.rng.IntN(len(places))]
			digit := a.Table.Cells[i].Text[0]
			a.Table.Cells[i].Text = string('1'+(digit-'1'+4)%9) + a.Table.Cells[i].Text[1:]
			if seeded++; len(foot.Account(a)) > 0 {
				found++
			}
		}
		t.Logf("%s: %d true, 0 accused; %d of %d slips found", kind, 3*each, found, seeded)
		if found*100 < seeded*90 {
			t.Errorf("%s: only %d of %d slips found", kind, found, seeded)
		}
	}
}
