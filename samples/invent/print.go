package invent

import (
	"fmt"
	"slices"
	"strings"

	"fuhe/extract/grid"
)

// printer puts an invented form into a table. Each block has borders of its own, as on forms made by office programs:
// the table has as many columns as all of them together need.
type printer struct {
	*maker
	table
	above       []string
	lead        int  // columns before the captions: line numbers
	subtotalled bool // a row adds up each first level
}

func (m *maker) print() (grid.Grid, map[string]bool) {
	p := &printer{maker: m}
	p.subtotalled = m.layout.mayGrade && m.oneIn(10)
	if m.layout.lineNumbers {
		p.lead = 1
	}
	p.cols = max(2+2+len(m.layout.money), 1+len(m.layout.columns), 8) + p.lead + m.rng.IntN(4)
	p.printHead()
	if m.layout.goalsFirst {
		p.printGoals()
	}
	p.printMoney()
	if m.layout.managed && m.oneIn(2) {
		p.printManagement()
	}
	if !m.layout.goalsFirst {
		p.printGoals()
	}
	p.printIndicators()
	for _, r := range m.layout.remarks {
		if r[1] == "" {
			p.wide(r[0])
			continue
		}
		p.row(cell{text: r[0], cols: 2}, cell{text: r[1], cols: p.cols - 2})
	}
	var below []string
	if len(m.layout.notes) > 0 && m.oneIn(2) {
		below = m.layout.notes
	}
	heads := map[string]bool{}
	g := p.grid(p.above, below)
	for _, i := range p.headings {
		heads[g.Cells[i].At.Ref] = true
	}
	return g, heads
}

// printHead prints title, year, unit and what the form is about.
func (p *printer) printHead() {
	l := p.layout
	title, year := pick(p.rng, l.titles...), fmt.Sprintf(pick(p.rng, "（%s年度）", "(%s年度)", "%s年度", "（ %s 年度）"), p.year)
	lines := []string{title, year}
	switch p.rng.IntN(4) {
	case 0:
		lines = []string{p.year + "年度" + title}
	case 1:
		lines = []string{p.department + p.year + "年度" + title}
	}
	if !p.unitInCaption() {
		lines = append(lines, "金额单位："+p.unit)
	}
	if p.oneIn(5) {
		lines = append([]string{pick(p.rng, "附件2", "附表1", "公开14表")}, lines...)
		if l.name != "V3" {
			lines[0] = "附件2"
		}
	}
	if p.oneIn(3) {
		for _, s := range lines {
			p.wide(s)
		}
	} else {
		p.above = lines
	}
	p.printLabels()
}

// unitInCaption: else the unit stands in a line of its own.
func (p *printer) unitInCaption() bool {
	return p.layout.nameHead != "" || !slices.ContainsFunc(p.layout.moneyCaption, func(s string) bool { return !strings.Contains(s, "%s") })
}

// printLabels prints project, department, implementer, and what the header says of the total.
func (p *printer) printLabels() {
	asked := p.layout.asked
	if len(asked[1]) == 0 {
		asked = [3][]string{{"项目名称"}, {"主管部门", "主管部门及代码"}, {"实施单位"}}
		if p.layout.noProject {
			asked = [3][]string{nil, {"部门名称", "预算单位名称"}, nil}
		}
	}
	var pairs [][2]string
	for i, value := range []string{p.project, p.department, p.implementer} {
		if len(asked[i]) > 0 {
			pairs = append(pairs, [2]string{pick(p.rng, asked[i]...), value})
		}
	}
	if p.layout.totalAt == headerOnly {
		pairs = slices.Insert(pairs, p.rng.IntN(2), [2]string{pick(p.rng, p.layout.totalWords...), p.total.score})
	} else if p.total.header {
		if p.headerScore == "" {
			p.headerScore = p.total.sum().text()
		}
		pairs = append(pairs, [2]string{"自评总分", p.headerScore})
	}
	if p.total.gradeAt == inHeader {
		pairs = append(pairs, [2]string{pick(p.rng, "自评等级", "评价等级"), p.total.grade})
	}
	for len(pairs) > 0 {
		if len(pairs) > 1 && p.oneIn(2) {
			w := parts(p.rng, p.cols, 4)
			p.row(cell{text: pairs[0][0], cols: w[0]}, cell{text: pairs[0][1], cols: w[1]}, cell{text: pairs[1][0], cols: w[2]}, cell{text: pairs[1][1], cols: w[3]})
			pairs = pairs[2:]
			continue
		}
		p.row(cell{text: pairs[0][0], cols: 2}, cell{text: pairs[0][1], cols: p.cols - 2})
		pairs = pairs[1:]
	}
}

// heads prints the heading rows of columns into the given widths, groups over their columns.
func (p *printer) heads(front []cell, columns []column, widths []int) {
	grouped := slices.ContainsFunc(columns, func(c column) bool { return c.group != "" })
	if !grouped {
		row := front
		for i, c := range columns {
			row = append(row, cell{text: pick(p.rng, c.words...), cols: widths[i], heading: true})
		}
		p.row(row...)
		return
	}
	for i := range front {
		if front[i].rows == 0 {
			front[i].rows = 2
		}
	}
	top, low := front, []cell{}
	for i := 0; i < len(columns); i++ {
		c := columns[i]
		if c.group == "" {
			top = append(top, cell{text: pick(p.rng, c.words...), cols: widths[i], rows: 2, heading: true})
			continue
		}
		w := 0
		for ; i < len(columns) && columns[i].group == c.group; i++ {
			w += widths[i]
			low = append(low, cell{text: pick(p.rng, columns[i].words...), cols: widths[i], heading: true})
		}
		i--
		top = append(top, cell{text: c.group, cols: w})
	}
	p.row(top...)
	p.row(low...)
}

func headRows(columns []column) int {
	if slices.ContainsFunc(columns, func(c column) bool { return c.group != "" }) {
		return 2
	}
	return 1
}

// number is the cell that counts the lines of a form, where it has such a column.
func (p *printer) number(text string) []cell {
	if p.lead == 0 {
		return nil
	}
	return []cell{{text: text}}
}

func (p *printer) moneyCaption() string {
	s := pick(p.rng, p.layout.moneyCaption...)
	if strings.Contains(s, "%s") {
		return fmt.Sprintf(s, p.unit)
	}
	return s
}

func (p *printer) printMoney() {
	if p.layout.pairs {
		p.printPairs()
		return
	}
	columns := p.layout.money
	side := 1 + p.rng.IntN(2)
	if p.layout.bareMoney {
		side = 0
	}
	names := 1
	if len(columns)+side+p.lead+2 <= p.cols {
		names += p.rng.IntN(2)
	}
	widths := parts(p.rng, p.cols-p.lead-side-names, len(columns))
	rows := len(p.funds) + len(p.layout.extra)
	if p.lead > 0 {
		rows++
	}
	front := p.number("行次")
	if side > 0 {
		front = append(front, cell{text: p.moneyCaption(), cols: side, rows: rows + headRows(columns)}, cell{text: strings.Replace(p.layout.nameHead, "%s", p.unit, 1), cols: names})
	} else {
		front = append(front, cell{text: p.moneyCaption(), cols: names})
	}
	p.heads(front, columns, widths)
	if p.lead > 0 {
		row := append(p.number(""), cell{text: "栏次", cols: names})
		for i := range columns {
			row = append(row, cell{text: []string{"A", "B", "C", "D", "D/C", "E", "E/C"}[i], cols: widths[i]})
		}
		p.row(row...)
	}
	for i := range p.funds {
		p.printFund(i, names, widths)
		if i == 0 {
			for _, x := range p.layout.extra {
				half := (p.cols - side) / 2
				p.row(cell{text: x[0], cols: half}, cell{text: x[1], cols: p.cols - side - half})
			}
		}
	}
}

// printFund prints a row of the money block: its name over so many columns, and its figures.
func (p *printer) printFund(i, names int, widths []int) {
	f := &p.funds[i]
	row := append(p.number(fmt.Sprint(i+1)), cell{text: f.name, cols: names})
	for k, c := range p.layout.money {
		text := f.text[c.key]
		if c.fill != nil {
			text = c.fill(p.maker, f, nil)
		}
		row = append(row, cell{text: text, cols: widths[k]})
	}
	p.row(row...)
}

// printManagement prints the block on how the money was managed, whose texts are often left out.
func (p *printer) printManagement() {
	said := []string{"分配科学性", "下达及时性", "拨付合规性", "使用规范性", "执行准确性", "预算绩效管理情况", "支出责任履行情况"}[:1+p.rng.IntN(7)]
	side := 1 + p.rng.IntN(2)
	w := parts(p.rng, p.cols-p.lead-side, 3)
	p.row(append(p.number(""), cell{text: "资金管理情况", cols: side, rows: 1 + len(said)}, cell{text: "", cols: w[0]}, cell{text: "情况说明", cols: w[1]}, cell{text: "存在问题和改进措施", cols: w[2]})...)
	for _, s := range said {
		p.row(append(p.number(""), cell{text: s, cols: w[0]}, cell{text: pick(p.rng, "", "", "按规定执行"), cols: w[1]}, cell{text: pick(p.rng, "", "无"), cols: w[2]})...)
	}
}

// printPairs prints each amount beside its name.
func (p *printer) printPairs() {
	w := parts(p.rng, p.cols, 7)
	f := &p.funds[0]
	p.row(cell{text: p.moneyCaption(), cols: w[0]}, cell{text: pick(p.rng, "全年预算数", "调整后预算数"), cols: w[1]}, cell{text: f.text["adjusted_budget"], cols: w[2]}, cell{text: pick(p.rng, "全年执行数", "执行数"), cols: w[3]},
		cell{text: f.text["executed"], cols: w[4]}, cell{text: "执行率", cols: w[5]}, cell{text: f.text["execution_rate"], cols: w[6]})
}

func (p *printer) printGoals() {
	g := p.layout.goals
	if len(g[0]) == 0 {
		return
	}
	side := 1 + p.rng.IntN(2)
	w := parts(p.rng, p.cols-p.lead-side, 2)
	p.row(append(p.number("3"), cell{text: pick(p.rng, g[0]...), cols: side, rows: 2}, cell{text: pick(p.rng, g[1]...), cols: w[0], heading: true}, cell{text: pick(p.rng, g[2]...), cols: w[1], heading: true})...)
	p.row(append(p.number(""), cell{text: p.goals[0], cols: w[0]}, cell{text: p.goals[1], cols: w[1]})...)
}
