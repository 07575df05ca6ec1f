package form

import (
	"strings"
	"unicode"

	"fuhe"
	"fuhe/extract/lazy"
)

var (
	arabicYear  = lazy.New(`((19|20)[0-9]{2})(年|\)|\]|-|$)`)
	yearNote    = lazy.New(`[(\[](19|20)[0-9]{2}年度?[)\]]`) // (2021年度) 金额单位：万元
	chineseYear = lazy.New(`[二一][〇○零OＯ一二三四五六七八九]{3}年`)
)

// readYear finds the year the form is about: in a line of its own, in the title, beside its label. A year in running text
// or in the name of the project says nothing about the form.
func (f *reader) readYear() {
	v := f.view
	var lines []string
	for r := f.segment.from; r < f.bodyStart(); r++ {
		for _, c := range v.in(r) {
			if len(v.labelsIn(r)) == 0 && !isAmountBeside(v, r, c) { // a project's name may hold a year, too
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

// isAmountBeside tells a bare figure among others in its row, 全年执行数 | 2033, from a year in a line of its own.
func isAmountBeside(v *view, r int, c *cell) bool {
	_, figure := fuhe.ParseNumber(c.text)
	return figure && len(v.in(r)) > 1
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
