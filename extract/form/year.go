package form

import (
	"strings"
	"unicode"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
	"fuhe/extract/lazy"
)

var (
	arabicYear  = lazy.New(`((19|20)[0-9]{2})(年|\)|\]|-|$)`)
	yearNote    = lazy.New(`[(\[](19|20)[0-9]{2}年度?[)\]]`) // (2021年度) 金额单位：万元
	chineseYear = lazy.New(`[二一][〇○零OＯ一二三四五六七八九]{3}年`)
)

// year is the year the form is about: in a line of its own, in the title, beside its label. A year in running text
// or in the name of the project says nothing about the form.
func (h *header) year() string {
	lines := h.lines()
	for _, l := range lines {
		if s := words.Squeeze(l); words.YearLine.MatchString(s) || yearNote.MatchString(s) && len(s) <= words.MaxHeadingRune {
			if y := yearIn(l); y != "" {
				return y
			}
		}
	}
	for _, l := range h.labels {
		if l.Field == words.Year {
			if y := yearIn(l.Value.Text); y != "" {
				return y
			}
		}
	}
	return yearIn(h.shownTitle())
}

// lines are the texts over the form that are no entries, down from the title.
func (h *header) lines() []string {
	v := h.view
	var lines []string
	for r := h.from; r < h.start; r++ {
		for _, c := range v.In(r) {
			if len(v.LabelsIn(r)) == 0 && !isAmountBeside(v, r, c) { // a project's name may hold a year, too
				lines = append(lines, c.Text)
			}
		}
	}
	for _, l := range h.linesAbove() {
		lines = append(lines, l.Text)
		if h.title != nil && l.At == h.title.At && l.Text == h.title.Text {
			break
		}
	}
	return lines
}

// isAmountBeside tells a bare figure among others in its row, 全年执行数 | 2033, from a year in a line of its own.
func isAmountBeside(v *view.View, r int, c *view.Cell) bool {
	_, figure := fuhe.ParseNumber(c.Text)
	return figure && len(v.In(r)) > 1
}

// yearIn is the first year in a text as four digits, "" when there is none.
func yearIn(text string) string {
	s := words.Squeeze(text)
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
