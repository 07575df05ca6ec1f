package invent

import (
	"fmt"
	"slices"
)

// addColumns puts columns that fuhe does not read among those it reads.
func (m *maker) addColumns() {
	l := m.layout
	if l.flat || slices.ContainsFunc(l.columns, func(c column) bool { return c.group != "" }) {
		return
	}
	for _, c := range []column{
		{words: []string{"完成率", "得分率"}, fill: func(*maker, *fund, *indicator) string { return "100%" }},
		{words: []string{"评分标准", "评分细则"}, fill: func(*maker, *fund, *indicator) string { return "达标得满分，否则按比例得分" }},
		{words: []string{"财政评分", "主管部门评分"}, fill: func(_ *maker, _ *fund, x *indicator) string { return x.weight.short() }},
	} {
		if m.oneIn(10) {
			l.columns = slices.Insert(slices.Clone(l.columns), 3+m.rng.IntN(len(l.columns)-2), c)
		}
	}
}

// printIndicators prints the rows under their headings, once for each goal, and the total.
func (p *printer) printIndicators() {
	columns := p.layout.columns
	side := 0
	if len(p.layout.caption) > 0 {
		side = 1
	}
	widths := parts(p.rng, p.cols-p.lead-side, len(columns))
	last := p.indicators[len(p.indicators)-1].block
	for b := range last + 1 {
		from := slices.IndexFunc(p.indicators, func(x indicator) bool { return x.block == b })
		to := from
		for to < len(p.indicators) && p.indicators[to].block == b {
			to++
		}
		front := p.number("行次")
		if side > 0 {
			caption := pick(p.rng, p.layout.caption...)
			if last > 0 {
				caption = fmt.Sprintf("年度绩效目标%d（40分）", b+1)
			}
			rows := to - from + headRows(columns) + p.subtotals(p.indicators[from:to])
			if p.layout.totalInside {
				rows++
			}
			front = append(front, cell{text: caption, cols: side, rows: rows})
		}
		p.heads(front, columns, widths)
		p.printRows(p.indicators[from:to], widths)
	}
	p.printTotal(side, widths)
}

// printRows prints indicators; the levels are merged over their rows, printed once, or printed in each row.
func (p *printer) printRows(rows []indicator, widths []int) {
	habit := pick(p.rng, merged, merged, merged, once, each)
	for i := range rows {
		x := &rows[i]
		row := p.number(fmt.Sprint(i + 4))
		for k, c := range p.layout.columns {
			switch c.key {
			case "level1", "level2":
				text, span := p.level(rows, i, c.key, habit)
				if span > 0 {
					row = append(row, cell{text: text, cols: widths[k], rows: span})
				}
			default:
				row = append(row, cell{text: p.under(c, x), cols: widths[k]})
			}
		}
		p.row(row...)
		if p.subtotalled && (i+1 == len(rows) || rows[i+1].level1 != x.level1) {
			p.printSubtotal(rows, x.level1, widths)
		}
	}
}

// subtotals is how many rows add up a first level.
func (p *printer) subtotals(rows []indicator) int {
	n := 0
	for i := range rows {
		if p.subtotalled && (i+1 == len(rows) || rows[i+1].level1 != rows[i].level1) {
			n++
		}
	}
	return n
}

// printSubtotal adds up a first level.
func (p *printer) printSubtotal(rows []indicator, level1 string, widths []int) {
	weight, score := whole(0), whole(0)
	for _, x := range rows {
		if x.level1 == level1 && !x.unused {
			weight, score = plus(weight, x.weight, 1), plus(score, x.score, 1)
		}
	}
	first, label := slices.IndexFunc(p.layout.columns, func(c column) bool { return c.key == "weight" }), 0
	for _, w := range widths[:first] {
		label += w
	}
	name := pick(p.rng, "小计", level1+"小计")
	p.subtotal = append(p.subtotal, [3]string{name, weight.short(), score.short()})
	row := append(p.number(""), cell{text: name, cols: label})
	for i := first; i < len(widths); i++ {
		text := ""
		switch p.layout.columns[i].key {
		case "weight":
			text = weight.short()
		case "score":
			text = score.short()
		}
		row = append(row, cell{text: text, cols: widths[i]})
	}
	p.row(row...)
}

type habit uint8

const (
	merged habit = iota
	once
	each
)

// level is the text of a level in a row and the rows it is merged over; 0 where the cell above covers the row.
func (p *printer) level(rows []indicator, i int, key string, h habit) (string, int) {
	of := func(k int) string {
		if key == "level1" {
			return rows[k].level1
		}
		return rows[k].level1 + "\n" + rows[k].level2
	}
	text := rows[i].level1
	if with, ok := p.points[text]; ok {
		text = with
	}
	if key == "level2" {
		text = rows[i].level2
	}
	continues := i > 0 && of(i) == of(i-1)
	if h != merged {
		if h == once && continues {
			text = ""
		}
		return text, 1
	}
	if continues {
		return "", 0
	}
	n := 1
	for i+n < len(rows) && of(i+n) == of(i) {
		n++
	}
	return text, n
}

// under is what stands under a heading in a row.
func (p *printer) under(c column, x *indicator) string {
	switch c.key {
	case "name":
		return x.name
	case "":
		if c.fill == nil || x.unused {
			return ""
		}
		return c.fill(p.maker, nil, x)
	}
	if x.unused {
		return ""
	}
	switch c.key {
	case "sign":
		return x.sign
	case "amount":
		return x.amount
	case "of":
		return x.of
	}
	return p.shown(x, c.key)
}

// shown is an entry of an indicator as printed.
func (m *maker) shown(x *indicator, key string) string {
	switch key {
	case "target":
		return x.target
	case "actual":
		return x.actual
	case "weight":
		return x.weightText
	case "score":
		return x.scoreText
	case "deviation":
		return x.deviation
	}
	return ""
}

func (p *printer) printTotal(side int, widths []int) {
	l := p.layout
	if l.totalAt != lastRow {
		return
	}
	first := slices.IndexFunc(l.columns, func(c column) bool { return c.key == "weight" || c.key == "score" })
	label := p.lead
	if !l.totalInside {
		label += side
	}
	for _, w := range widths[:first] {
		label += w
	}
	row := []cell{{text: pick(p.rng, l.totalWords...), cols: label}}
	for i := first; i < len(l.columns); i++ {
		c, text := l.columns[i], ""
		switch c.key {
		case "weight":
			text = p.total.weight
			if l.totalMerged {
				w := widths[i]
				for ; l.columns[i].key != "score"; i++ {
					w += widths[i+1]
				}
				row = append(row, cell{text: p.total.score, cols: w})
				continue
			}
		case "score":
			text = p.total.score
		case "deviation":
			if p.total.gradeAt == inTotalRow {
				text = p.total.grade
			}
		}
		if c.fill != nil {
			text = c.fill(p.maker, nil, &indicator{weight: whole(100)})
			if c.words[0] == "评分标准" {
				text = ""
			}
		}
		row = append(row, cell{text: text, cols: widths[i]})
	}
	p.row(row...)
	if p.total.gradeAt == inOwnRow {
		p.row(cell{text: "评价等级", cols: 2}, cell{text: p.total.grade, cols: p.cols - 2})
	}
}
