package form

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"fuhe"
)

// readTitle finds the title: in a row of the grid, else in the nearest line above that is one.
func (f *reader) readTitle() {
	v := f.view
	for r := f.segment.from; r < f.segment.to && r < f.bodyStart(); r++ {
		if c := v.titleIn(r); c != nil {
			t := v.entry(c, r, c.col)
			f.title = &t
			break
		}
	}
	if f.title == nil {
		for _, l := range f.linesAbove() {
			if isTitle(l.Text) {
				t := fuhe.NewCell(l.Text, l.At)
				f.title = &t
				break
			}
		}
	}
	if f.title != nil {
		f.report.Title = unspace(f.title.Text)
	}
}

// bodyStart is the first row of the first block.
func (f *reader) bodyStart() int {
	if len(f.blocks) > 0 {
		return f.blocks[0].zone.top
	}
	return f.segment.to
}

// linesAbove are the lines over the form, nearest first; those under the table before come last, because a title may
// stand at the foot of the page before.
func (f *reader) linesAbove() []fuhe.Line {
	if !f.first {
		return nil
	}
	var out []fuhe.Line
	above := f.view.grid.Above
	for i := len(above) - 1; i >= 0 && len(out) < maxAboveLines; i-- {
		out = append(out, above[i])
	}
	if f.before != nil && len(above) == 0 {
		below := f.before.Below
		for i := len(below) - 1; i >= 0 && len(out) < maxAboveLines; i-- {
			out = append(out, below[i])
		}
	}
	return out
}

// unspace takes the spaces out of a title that is set with a space between all its characters.
func unspace(s string) string {
	parts := strings.Fields(s)
	single := 0
	for _, p := range parts {
		if len([]rune(p)) == 1 {
			single++
		}
	}
	if len(parts) > 2 && single*3 >= len(parts)*2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts, " ")
}

// readLabels finds the entries that stand beside their names, and the total and grade where the header holds them.
func (f *reader) readLabels() {
	v := f.view
	var found []labelled
	for r := f.segment.from; r < f.segment.to; r++ {
		if v.dropped[r] || f.inBlock(r) {
			continue
		}
		found = append(found, v.labelsIn(r)...)
	}
	for _, l := range f.linesAbove() {
		if f.title != nil && l.Text == f.title.Text {
			break
		}
		if inner, ok := splitLabel(l.Text); ok {
			for _, cl := range labels.claims(inner.key) {
				found = append(found, labelled{field: cl.field, rank: cl.rank + patternRank/2, label: &cell{text: l.Text}, value: fuhe.NewCell(inner.value, l.At)})
			}
		}
	}
	best, contested := bestLabels(found)
	for _, fd := range contested {
		f.note(best[fd].label.at, fmt.Sprintf("%s is printed twice with different entries", quote(best[fd].label.text)))
		if fd == score || fd == grade {
			delete(best, fd)
		}
	}
	f.labels = f.labels[:0]
	for fd, l := range best {
		f.labels = append(f.labels, l)
		switch fd {
		case project:
			f.report.Project = l.value
		case department:
			f.report.Department = l.value
		case implementer:
			f.report.Implementer = l.value
		case score:
			if !f.report.Total.Score.Present() && (l.value.Number != nil || l.value.Text == "") {
				f.report.Total.Score = l.value
			}
		case grade:
			if f.report.Total.Grade.Text == "" {
				f.report.Total.Grade = l.value
			}
		}
	}
}

// inBlock reports whether a row holds headings, funds, goals or indicators: what stands there under a heading is no
// label. The rows behind the last indicator are outside.
func (f *reader) inBlock(r int) bool {
	for i := range f.blocks {
		b := &f.blocks[i]
		if r >= b.zone.top && r <= b.zone.bottom {
			return true
		}
		if r < b.from || r >= b.to {
			continue
		}
		switch b.kind {
		case indicatorBlock:
			k := f.rowKind(b, r)
			return k == indicatorRow || k == totalRow
		case moneyBlock:
			return len(f.view.in(r)) > 0 && !f.endsMoney(b, r) && f.isFundRow(b, r, rightmost(f.view, r, nameColumns(f.view, b)), nameColumns(f.view, b))
		case goalBlock:
			return !f.endsGoals(r)
		}
	}
	return false
}

var (
	arabicYear  = regexp.MustCompile(`((19|20)[0-9]{2})(年|\)|\]|-|$)`)
	yearNote    = regexp.MustCompile(`[(\[](19|20)[0-9]{2}年度?[)\]]`) // (2021年度) 金额单位：万元
	chineseYear = regexp.MustCompile(`[二一][〇○零OＯ一二三四五六七八九]{3}年`)
)

// readYear finds the year the form is about: in a line of its own, in the title, beside its label. A year in running text
// or in the name of the project says nothing about the form.
func (f *reader) readYear() {
	v := f.view
	var lines []string
	for r := f.segment.from; r < f.bodyStart(); r++ {
		for _, c := range v.in(r) {
			if len(v.labelsIn(r)) == 0 { // a project's name may hold a year, too
				lines = append(lines, c.text)
			}
		}
	}
	for _, l := range f.linesAbove() {
		lines = append(lines, l.Text)
		if f.title != nil && l.At == f.title.At && l.Text == f.title.Text {
			break
		}
	}
	for _, l := range lines {
		if s := squeeze(l); yearLine.MatchString(s) || yearNote.MatchString(s) && len(s) <= maxHeadingRune {
			if f.report.Year = yearIn(l); f.report.Year != "" {
				return
			}
		}
	}
	for _, l := range f.labels {
		if l.field == year {
			if f.report.Year = yearIn(l.value.Text); f.report.Year != "" {
				return
			}
		}
	}
	f.report.Year = yearIn(f.report.Title)
}

// yearIn is the first year in a text as four digits, "" when there is none.
func yearIn(text string) string {
	s := squeeze(text)
	if m := arabicYear.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	m := chineseYear.FindString(s)
	out := ""
	for _, r := range m {
		if at := strings.IndexRune("零一二三四五六七八九", r); at >= 0 {
			out += string(rune('0' + at/len("零")))
		} else if strings.ContainsRune("〇○OＯ", unicode.ToUpper(r)) {
			out += "0"
		}
	}
	if len(out) != 4 {
		return ""
	}
	return out
}

var (
	bracketUnit = regexp.MustCompile(`(?:单位:?)?(?:人民币)?((?:百|千|万|亿|十万|百万|千万)?元)`)
	lineUnit    = regexp.MustCompile(`单位[:(]?(?:人民币)?((?:百|千|万|亿|十万|百万|千万)?元)`)
)

// readUnit finds the unit of all amounts: in the headings of the money block, its caption, a line of its own.
func (f *reader) readUnit() {
	v := f.view
	b := f.block(moneyBlock)
	if b == nil {
		if f.report.MoneyUnit == "" {
			f.report.MoneyUnit = f.unitLine()
		}
		return
	}
	found := map[string]bool{}
	for _, col := range b.columns.list {
		switch col.field {
		case initial, adjusted, executed:
			noteUnits(found, col.heading)
		}
	}
	if len(found) == 0 {
		for k := 0; k < b.columns.first(); k++ {
			for r := b.zone.top; r <= min(b.from, b.zone.bottom+1); r++ {
				if c := v.at(r, k); !c.blank() && c.row <= b.zone.bottom {
					noteUnits(found, c)
				}
			}
		}
	}
	if len(found) == 0 {
		for _, c := range b.columns.unknown {
			noteUnits(found, c)
		}
	}
	if len(found) > 1 {
		f.note(v.source(b.zone.top, 0), "the headings of the money block name different units")
		return
	}
	for u := range found {
		f.report.MoneyUnit = u
		return
	}
	f.report.MoneyUnit = f.unitLine()
}

func noteUnits(found map[string]bool, c *cell) {
	for _, n := range c.heading.notes {
		if m := bracketUnit.FindStringSubmatch(n); m != nil && m[0] == n {
			found[m[1]] = true
		}
	}
	if m := lineUnit.FindStringSubmatch(squeeze(c.text)); m != nil {
		found[m[1]] = true
	}
}

// unitLine is the unit in a line such as 单位：万元, in the first rows of the form or above it.
func (f *reader) unitLine() string {
	for r := f.segment.from; r < f.segment.to; r++ {
		for _, c := range f.view.in(r) {
			if m := lineUnit.FindStringSubmatch(squeeze(c.text)); m != nil && len([]rune(c.text)) <= maxHeadingRune {
				return m[1]
			}
		}
		if f.inBlock(r) {
			break
		}
	}
	for _, l := range f.linesAbove() {
		if m := lineUnit.FindStringSubmatch(squeeze(l.Text)); m != nil && len([]rune(l.Text)) <= maxHeadingRune {
			return m[1]
		}
	}
	return ""
}
