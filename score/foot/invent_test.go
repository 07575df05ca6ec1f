package foot_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// maker invents a table: its rows as texts, the rows of headings first.
type maker struct {
	rng  *rand.Rand
	rows [][]string
	head int
}

// shapes are how tables are made up; each makes all of its sums true.
var shapes = []struct {
	name string
	make func(*maker)
}{
	{"codes in one column", (*maker).codes}, {"codes in three columns", (*maker).splitCodes}, {"income beside expenditure", (*maker).balance},
	{"total below", (*maker).totalBelow}, {"total above", (*maker).totalAbove}, {"total column at the right", (*maker).totalRight}, {"subtotals", (*maker).subtotals},
	{"numbered items", (*maker).numbered}, {"shares beside", (*maker).shares}, {"rounded amounts", (*maker).rounded}, {"negatives and blanks", (*maker).negatives},
	{"columns within columns", (*maker).nested},
}

// cents is an amount in hundredths.
func (m *maker) cents() int { return 100 + m.rng.IntN(9_000_000) }

// money writes hundredths; nought is blank, as accounts print it.
func money(n int) string {
	if n == 0 {
		return ""
	}
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	whole := fmt.Sprint(n / 100)
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	return fmt.Sprintf("%s%s.%02d", sign, whole, n%100)
}

// line adds a row of labels and amounts.
func (m *maker) line(labels []string, amounts ...int) {
	row := append([]string(nil), labels...)
	for _, n := range amounts {
		row = append(row, money(n))
	}
	m.rows = append(m.rows, row)
}

func (m *maker) heading(texts ...string) {
	m.rows = append(m.rows, texts)
	m.head = len(m.rows)
}

// split is an amount in two parts behind it, either of which may be nothing.
func (m *maker) split() []int {
	a, b := m.cents(), m.cents()
	switch m.rng.IntN(4) {
	case 0:
		a = 0
	case 1:
		b = 0
	}
	return []int{a + b, a, b}
}

func add(a, b []int) []int {
	if a == nil {
		a = make([]int, len(b))
	}
	out := make([]int, len(b))
	for i := range b {
		out[i] = a[i] + b[i]
	}
	return out
}

// tree invents codes of three levels with their amounts: 合计 first when asked for.
func (m *maker) tree(write func(class, group, item string, amounts []int), all func([]int)) {
	type node struct {
		class, group, item string
		amounts            []int
	}
	var nodes []node
	var total []int
	for c := range 3 + m.rng.IntN(3) {
		class := fmt.Sprint(201 + 3*c)
		at := len(nodes)
		nodes = append(nodes, node{class: class})
		for g := range 1 + m.rng.IntN(3) {
			group := fmt.Sprintf("%02d", 1+4*g)
			here := len(nodes)
			nodes = append(nodes, node{class: class, group: group})
			for i := range 1 + m.rng.IntN(4) {
				n := node{class, group, fmt.Sprintf("%02d", 1+i), m.split()}
				nodes = append(nodes, n)
				nodes[here].amounts = add(nodes[here].amounts, n.amounts)
			}
			nodes[at].amounts = add(nodes[at].amounts, nodes[here].amounts)
		}
		total = add(total, nodes[at].amounts)
	}
	all(total)
	for _, n := range nodes {
		write(n.class, n.group, n.item, n.amounts)
	}
}

func (m *maker) codes() {
	m.heading("科目编码", "科目名称", "合计", "基本支出", "项目支出")
	m.tree(func(c, g, i string, a []int) { m.line([]string{c + g + i, "支出" + c + g + i + "类"}, a...) }, func(a []int) { m.line([]string{"", "合计"}, a...) })
}

func (m *maker) splitCodes() {
	m.heading("类", "款", "项", "科目名称", "合计", "基本支出", "项目支出")
	m.tree(func(c, g, i string, a []int) {
		if m.rows[0][0] == "类" && i != "" {
			c, g = "", ""
		} else if g != "" {
			c = ""
		}
		m.line([]string{c, g, i, "某项支出"}, a...)
	}, func(a []int) { m.line([]string{"", "", "", "合计"}, a...) })
}

var numbers = strings.Fields("一 二 三 四 五 六 七 八 九 十")

func (m *maker) balance() {
	m.heading("项目", "行次", "决算数", "项目", "行次", "决算数")
	n := 5 + m.rng.IntN(4)
	left, right, in, out := make([]int, n), make([]int, n), 0, 0
	for i := range n {
		if i < 2 || m.rng.IntN(2) == 0 {
			left[i] = m.cents()
		}
		if i < 2 || m.rng.IntN(2) == 0 {
			right[i] = m.cents()
		}
		in, out = in+left[i], out+right[i]
	}
	before := m.cents() + max(0, out-in)
	both := func(i int, a string, x int, b string, y int) {
		m.line([]string{a, fmt.Sprint(i)}, x)
		row := append(m.rows[len(m.rows)-1], b, fmt.Sprint(i+n+3))
		m.rows[len(m.rows)-1] = append(row, money(y))
	}
	for i := range n {
		both(i+1, numbers[i]+"、某项收入", left[i], numbers[i]+"、某项支出", right[i])
	}
	both(n+1, "本年收入合计", in, "本年支出合计", out)
	both(n+2, "年初结转和结余", before, "年末结转和结余", before+in-out)
	both(n+3, "总计", before+in, "总计", before+in)
}

func (m *maker) lines(label func(int) string, n int) (total []int) {
	for i := range n {
		a := m.split()
		total = add(total, a)
		m.line([]string{label(i)}, a...)
	}
	return total
}

func (m *maker) totalBelow() {
	m.heading("单位", "合计", "人员经费", "公用经费")
	m.line([]string{"合 计"}, m.lines(func(i int) string { return fmt.Sprint("第", i+1, "小学") }, 5+m.rng.IntN(20))...)
}

func (m *maker) totalAbove() {
	m.heading("单位", "总额", "人员经费", "公用经费")
	m.rows = append(m.rows, nil)
	total := m.lines(func(i int) string { return fmt.Sprint("第", i+1, "中学") }, 5+m.rng.IntN(20))
	rest := m.rows[m.head+1:]
	m.rows = m.rows[:m.head]
	m.line([]string{"合计"}, total...)
	m.rows = append(m.rows, rest...)
}

func (m *maker) totalRight() {
	m.heading("地区", "一季度", "二季度", "三季度", "合计")
	var total []int
	for i := range 6 + m.rng.IntN(10) {
		a := []int{m.cents(), m.cents(), m.cents(), 0}
		a[3] = a[0] + a[1] + a[2]
		total = add(total, a)
		m.line([]string{fmt.Sprint("区", numbers[i%10], i)}, a...)
	}
	m.line([]string{"全市合计"}, total...)
}

func (m *maker) subtotals() {
	m.heading("部门", "合计", "基本支出", "项目支出")
	var total []int
	for g := range 3 + m.rng.IntN(3) {
		sub := m.lines(func(i int) string { return fmt.Sprintf("%s局%d科", numbers[g], i+1) }, 2+m.rng.IntN(4))
		m.line([]string{"小计"}, sub...)
		total = add(total, sub)
	}
	m.line([]string{"总计"}, total...)
}

func (m *maker) numbered() {
	m.heading("项目", "合计", "上级补助", "本级安排")
	var total []int
	for g := range 3 + m.rng.IntN(3) {
		at := len(m.rows)
		m.rows = append(m.rows, nil)
		sub := m.lines(func(i int) string { return fmt.Sprintf("%d、某工程%d", i+1, i) }, 2+m.rng.IntN(4))
		rest := append([][]string(nil), m.rows[at+1:]...)
		m.rows = m.rows[:at]
		m.line([]string{numbers[g] + "、某类"}, sub...)
		m.rows = append(m.rows, rest...)
		total = add(total, sub)
	}
	m.line([]string{"合计"}, total...)
}

func (m *maker) shares() {
	m.heading("单位", "合计", "人员经费", "公用经费", "占比")
	m.line([]string{"合计"}, m.lines(func(i int) string { return fmt.Sprint("第", i+1, "医院") }, 5+m.rng.IntN(9))...)
	for i := 1; i < len(m.rows); i++ {
		m.rows[i] = append(m.rows[i], fmt.Sprintf("%d.%02d%%", m.rng.IntN(90), m.rng.IntN(100)))
	}
}

// rounded are amounts in 万元 with two places, each rounded by itself.
func (m *maker) rounded() {
	m.heading("单位", "合计", "人员经费", "公用经费")
	round := func(n int) int { return (n + 5_000) / 10_000 }
	var total []int
	for i := range 6 + m.rng.IntN(20) {
		a := []int{0, m.rng.IntN(90_000_000_000), m.rng.IntN(90_000_000_000)}
		a[0] = a[1] + a[2]
		total = add(total, a)
		m.line([]string{fmt.Sprint("第", i+1, "街道")}, round(a[0]), round(a[1]), round(a[2]))
	}
	m.line([]string{"合计"}, round(total[0]), round(total[1]), round(total[2]))
}

func (m *maker) negatives() {
	m.heading("项目", "合计", "年初数", "调整数", "结转")
	var total []int
	for i := range 6 + m.rng.IntN(9) {
		a := []int{0, m.cents(), -m.rng.IntN(800_000), m.rng.IntN(3) / 2 * m.cents()}
		a[0] = a[1] + a[2] + a[3]
		total = add(total, a)
		m.line([]string{fmt.Sprint("专项", i)}, a...)
	}
	m.line([]string{"合计"}, total...)
	for _, row := range m.rows[1:] { // negatives in brackets
		if strings.HasPrefix(row[3], "-") {
			row[3] = "(" + row[3][1:] + ")"
		}
	}
}

func (m *maker) nested() {
	m.heading("单位", "合计", "小计", "一般公共预算", "政府性基金", "其他收入")
	var total []int
	for i := range 6 + m.rng.IntN(9) {
		a := []int{0, 0, m.cents(), m.cents(), m.rng.IntN(2) * m.cents()}
		a[1] = a[2] + a[3]
		a[0] = a[1] + a[4]
		total = add(total, a)
		m.line([]string{fmt.Sprint("第", i+1, "所")}, a...)
	}
	m.line([]string{"合计"}, total...)
}
