package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/grid"
)

// titleRunes is the longest title of a form: a sentence that mentions one is longer, or has a point.
const titleRunes = 45

// formTitle finds the title of a self-evaluation form in what was read, and where it stands; "" when there is none.
func formTitle(book grid.Book) (title string, at fuhe.Source) {
	for i := range book.Grids {
		g := &book.Grids[i]
		for _, lines := range [][]fuhe.Line{g.Above, g.Below} {
			for _, l := range lines {
				if isFormTitle(l.Text) {
					return strings.TrimSpace(l.Text), place(g)
				}
			}
		}
		for _, c := range g.Cells {
			if isFormTitle(c.Text) {
				return strings.TrimSpace(c.Text), c.At
			}
		}
	}
	for _, loose := range book.Loose {
		for _, l := range loose.Lines {
			if isFormTitle(l.Text) && (loose.Page > 0 || holdsFormWords(loose.Lines)) {
				return strings.TrimSpace(l.Text), fuhe.Source{Page: loose.Page, Box: l.At.Box}
			}
		}
	}
	return "", fuhe.Source{}
}

// holdsFormWords reports whether running text has what forms print beside their titles: a letter only names the forms that are
// sent with it.
func holdsFormWords(lines []fuhe.Line) bool {
	return slices.ContainsFunc(lines, func(l fuhe.Line) bool {
		text := strings.Join(strings.Fields(l.Text), "")
		return fuhe.DigitsOf(text).Runs > 0 && (strings.Contains(text, "资金总额") || strings.Contains(text, "总分")) ||
			strings.Contains(text, "分值") && strings.Contains(text, "得分")
	})
}

// isFormTitle tells the title of a form from prose that speaks of forms, and from one of a catalogue.
func isFormTitle(text string) bool {
	if !strings.Contains(text, "表") {
		return false
	}
	text = strings.Join(strings.Fields(text), "")
	if utf8.RuneCountInString(text) > titleRunes || strings.ContainsAny(text, "。；，！？;…") || strings.Contains(text, "...") {
		return false
	}
	head, bracket, _ := strings.Cut(strings.ReplaceAll(text, "(", "（"), "（")
	if strings.TrimRight(bracket, "0123456789") != bracket {
		return false // a page number behind it
	}
	return strings.HasSuffix(head, "绩效自评表") || strings.HasSuffix(head, "绩效自评情况表") || strings.HasSuffix(head, "绩效评价自评表") || strings.HasSuffix(head, "绩效目标自评表")
}
