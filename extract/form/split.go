package form

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/lazy"
)

// segment is the rows of one form in a grid, to excluded.
type segment struct {
	from, to int
}

// split finds where one form ends and the next begins in a grid that holds several: at a title row, at the name of a
// project or department, at a second block of amounts, once the form before has what a form has only once.
func split(v *view) []segment {
	var out []segment
	start := 0
	seen := partsSeen{}
	blocks := findBlocks(v, 0, len(v.rows))
	for r := 0; r < len(v.rows); r++ {
		if v.dropped[r] {
			continue
		}
		now := partsSeen{title: v.titleIn(r) != nil}
		if owner := v.names(r); owner != none && len(blocks) > 0 { // signatures at the foot name the department again
			now.owner[owner] = true
		}
		for len(blocks) > 0 && blocks[0].zone.top <= r {
			now.money = now.money || blocks[0].kind == moneyBlock
			now.indicators = now.indicators || blocks[0].kind == indicatorBlock
			blocks = blocks[1:]
		}
		if now.begins(&seen) {
			at := v.leadIn(r, start)
			out = append(out, segment{start, at})
			start, seen = at, partsSeen{}
		}
		seen.add(&now)
	}
	return append(out, segment{start, len(v.rows)})
}

// partsSeen are the parts of a form that some rows hold.
type partsSeen struct {
	title, money, indicators bool
	owner                    [fields]bool // by what is named: project, department
}

func (p *partsSeen) add(o *partsSeen) {
	p.title, p.money, p.indicators = p.title || o.title, p.money || o.money, p.indicators || o.indicators
	p.owner[project] = p.owner[project] || o.owner[project]
	p.owner[department] = p.owner[department] || o.owner[department]
}

// begins reports whether a row is the first of another form than the one whose parts were seen.
func (p *partsSeen) begins(seen *partsSeen) bool {
	body := seen.money || seen.indicators
	again := p.owner[project] && seen.owner[project] || p.owner[department] && seen.owner[department]
	named := p.owner[project] || p.owner[department]
	switch {
	case p.title:
		return body || seen.owner[project] || seen.owner[department]
	case named && seen.indicators, again && body:
		return true
	}
	return p.money && seen.money && seen.indicators
}

// names is the field of the label that begins a header in a row: the name of the project, or of the department where the
// form is about one; none for other rows. Only the first label of the row counts.
func (v *view) names(r int) field {
	row := v.in(r)
	if len(row) == 0 {
		return none
	}
	for _, l := range v.labelsIn(r) {
		if l.label == row[0] && (l.field == project || l.field == department && l.rank <= 2) {
			return l.field
		}
	}
	return none
}

// leadIn is the first row of the lines that stand over a form inside the grid: title, year, unit.
func (v *view) leadIn(r, from int) int {
	for at := r; at-1 > from; at-- {
		row := v.in(at - 1)
		if v.dropped[at-1] || len(row) != 1 || remarks.MatchString(row[0].heading.key) || totals.MatchString(row[0].heading.key) {
			return at
		}
		s := squeeze(row[0].text)
		if !yearLine.MatchString(s) && !annex.MatchString(s) && !isTitle(row[0].text) && !strings.Contains(s, "单位:") {
			return at
		}
	}
	return r
}

var (
	selfTitle = lazy.New(`自评(价)?(报告|情况|打分|评分|得分|记录)?表|自我评价表`)
	notTitle  = lazy.New(`汇总|目录|填[报表写]说明|填报要求`)
	yearLine  = lazy.New(`^[(\[]?(评价|自评|预算|项目)?(年度|年份)?:?((19|20)[0-9]{2}|[二一][〇○零O0oＯ一二三四五六七八九]{3})(年度?|-(19|20)[0-9]{2}年度?)?[)\]]?$`)
	annex     = lazy.New(`^附(件|表|录)?[0-9一二三四五六七八九十]*([-–—][0-9]+)*[:.]?$|^公开[0-9]+表$|^表[0-9-]+$`)
)

// isTitle tells the title of a self-evaluation form.
func isTitle(text string) bool {
	if utf8.RuneCountInString(text) > maxTitleRune {
		return false
	}
	s := squeeze(text)
	return selfTitle.MatchString(s) && !strings.ContainsAny(s, "。;") && !notTitle.MatchString(s)
}

// titleIn is the title in a row that holds little else; nil when it holds none.
func (v *view) titleIn(r int) *cell {
	row := v.in(r)
	if len(row) == 0 || len(row) > 3 {
		return nil
	}
	for _, c := range row {
		if isTitle(c.text) && c.colspan >= len(v.cols)-len(row) || isTitle(c.text) && len(row) == 1 {
			return c
		}
	}
	return nil
}
