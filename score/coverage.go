package score

import (
	"slices"
	"strings"
	"unicode"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/rules"
)

// classify puts each printed figure in exactly one class: in an error, in a warning or note, right, or not checked, which
// has a reason. A figure is an entry with a digit in it, number or not; a merged cell that several rows share is one. What
// is printed and became no entry is not checked either.
func classify(f *figures.Figures, found rules.Result) []fuhe.Figure {
	first := f.FirstPrinted()
	named, rows := findingsAt(f, first, found.Findings)
	agreed := make([]rules.RuleSet, len(first))
	for i, by := range found.Agreed {
		agreed[first[i]] |= by
	}
	out := make([]fuhe.Figure, 0, figuresPrinted(f, first))
	for i, c := range f.Places.Cells {
		if !isPrinted(f, first, i) {
			continue
		}
		x := fuhe.Figure{Field: f.Places.Field(i), Class: fuhe.Unchecked, By: []string{}}
		proved := proving(f, x.Field, agreed[i])
		switch by := named[i]; {
		case len(by) > 0:
			x.Class, x.By = fuhe.Judged, rulesOf(by)
			if slices.ContainsFunc(by, func(x *fuhe.Finding) bool { return x.Severity == fuhe.Error }) {
				x.Class = fuhe.Differs
			}
		case proved != 0:
			x.Class, x.By = fuhe.Agrees, proved.IDs()
		default:
			x.Because = whyUnchecked(f, x.Field, c, rows[rowOf(x.Field)])
		}
		out = append(out, x)
	}
	out = append(out, unreadTexts(f, first)...)
	for i := range f.Report.Lost {
		l := &f.Report.Lost[i]
		out = append(out, fuhe.Figure{Field: l.Part, Class: fuhe.Unchecked, By: []string{}, Because: l.Reason.In(f.Lang), At: &l.At, Text: l.Text})
	}
	return out
}

// findingsAt are the findings by the place of the figure they stand at, hints left out, and the rows they stand in.
func findingsAt(f *figures.Figures, first []int, findings []fuhe.Finding) (map[int][]*fuhe.Finding, map[string]bool) {
	named, rows := make(map[int][]*fuhe.Finding), map[string]bool{}
	for k := range findings {
		x := &findings[k]
		if rule := rules.Find(x.Rule); rule != nil && rule.Hint {
			continue
		}
		if i := f.Places.Find(x.Field); i >= 0 {
			named[first[i]] = append(named[first[i]], x)
			rows[rowOf(x.Field)] = true
		}
	}
	return named, rows
}

// isPrinted reports whether the entry at a place is a figure of the form, and the first of those that stand in its cell.
func isPrinted(f *figures.Figures, first []int, i int) bool {
	return first[i] == i && f.Places.IsFigure(i) && holdsFigure(f.Places.Cells[i])
}

// figuresPrinted counts them.
func figuresPrinted(f *figures.Figures, first []int) int {
	n := 0
	for i := range first {
		if isPrinted(f, first, i) {
			n++
		}
	}
	return n
}

// unreadTexts are the names, goals and reasons in whose place stands what was not read, a picture: no figures, and not blank.
func unreadTexts(f *figures.Figures, first []int) []fuhe.Figure {
	var out []fuhe.Figure
	for i, c := range f.Places.Cells {
		if c.Doubt == nil || c.Text != "" || first[i] != i || f.Places.IsFigure(i) {
			continue
		}
		for _, e := range f.Report.Entries() {
			if e.Cell == c {
				out = append(out, fuhe.Figure{Field: e.Field, Class: fuhe.Unchecked, By: []string{}, Because: c.Doubt.In(f.Lang)})
			}
		}
	}
	return out
}

// holdsFigure reports whether an entry is a number, holds a digit, or stands for something that was not read.
func holdsFigure(c *fuhe.Cell) bool {
	return c.Number != nil || c.Doubt != nil || strings.ContainsFunc(c.Text, unicode.IsDigit)
}

// rowOf is the row of an entry: "/indicators/3".
func rowOf(f fuhe.Field) string { return string(f[:strings.LastIndexByte(string(f), '/')]) }

// rulesOf are the rules of findings, each once.
func rulesOf(findings []*fuhe.Finding) []string {
	var out []string
	for _, x := range findings {
		if !slices.Contains(out, x.Rule) {
			out = append(out, x.Rule)
		}
	}
	return out
}

// coverage counts the classes.
func coverage(list []fuhe.Figure) fuhe.Coverage {
	var out fuhe.Coverage
	for i := range list {
		out.Figures++
		switch list[i].Class {
		case fuhe.Differs:
			out.Differ++
		case fuhe.Judged:
			out.Judgement++
		case fuhe.Agrees:
			out.Agree++
		default:
			out.Unchecked++
		}
	}
	return out
}
