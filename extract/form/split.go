package form

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// segment is the rows of one form in a grid, to excluded.
type segment struct {
	from, to int
}

// split finds where one form ends and the next begins in a grid that holds several: at a title row, or at a project's
// name, once the form before has something that a form has only once.
func split(v *view) []segment {
	var out []segment
	start := 0
	var seen struct{ title, owner, money, indicators bool }
	blocks := findBlocks(v, 0, len(v.rows))
	next := 0
	for r := 0; r < len(v.rows); r++ {
		if v.dropped[r] {
			continue
		}
		title := v.titleIn(r) != nil
		owner := r >= start && v.names(r)
		var money, indicators bool
		if next < len(blocks) && blocks[next].zone.top == r {
			money, indicators = blocks[next].kind == moneyBlock, blocks[next].kind == indicatorBlock
			next++
		}
		body := seen.money || seen.indicators
		switch {
		case title && (seen.owner || body), owner && body && seen.indicators, owner && seen.owner && body, money && seen.money && seen.indicators:
			at := v.leadIn(r, start)
			out = append(out, segment{start, at})
			start = at
			seen.title, seen.owner, seen.money, seen.indicators = false, false, false, false
		}
		seen.title = seen.title || title
		seen.owner = seen.owner || owner
		seen.money = seen.money || money
		seen.indicators = seen.indicators || indicators
	}
	return append(out, segment{start, len(v.rows)})
}

// names reports whether a row begins a header: the name of the project, or of the department where the form is about one.
// Only the first label of the row counts: lower down a form may name its departments again.
func (v *view) names(r int) bool {
	row := v.in(r)
	if len(row) == 0 {
		return false
	}
	for _, l := range v.labelsIn(r) {
		if l.label == row[0] && (l.field == project || l.field == department && l.rank <= 2) {
			return true
		}
	}
	return false
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
	selfTitle = regexp.MustCompile(`自评(价)?(报告|情况|打分|评分|得分)?表|自我评价表`)
	notTitle  = regexp.MustCompile(`汇总|目录|填[报表写]说明|填报要求`)
	yearLine  = regexp.MustCompile(`^[(\[]?(评价|自评|预算|项目)?(年度|年份)?:?((19|20)[0-9]{2}|[二一][〇○零O0oＯ一二三四五六七八九]{3})(年度?|-(19|20)[0-9]{2}年度?)?[)\]]?$`)
	annex     = regexp.MustCompile(`^附(件|表|录)?[0-9一二三四五六七八九十]*([-–—][0-9]+)*[:.]?$|^公开[0-9]+表$|^表[0-9-]+$`)
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
