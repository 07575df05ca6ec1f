package form

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"fuhe"
	"fuhe/extract/form/view"
	"fuhe/extract/form/words"
)

// header is what stands above the blocks of a form, and in its last rows: the title, and entries beside their names.
type header struct {
	place
	title    *fuhe.Cell
	lead     string // the lines of the title above that one
	titleRow int    // of the view, 0 when the title stands above the table
	start    int    // the first row of the first block
	labels   []view.Labelled
}

// readHeader finds the title: in a row of the grid, else in the nearest line above that is one.
func readHeader(p place, blocks []view.Block) header {
	h := header{place: p, start: p.to}
	if len(blocks) > 0 {
		h.start = blocks[0].Zone.Top
	}
	for r := p.from; r < p.to && r < h.start; r++ {
		if c := p.view.TitleIn(r); c != nil {
			t := p.view.Entry(c, r, c.Col)
			h.title, h.titleRow = &t, r
			if above := p.view.In(r - 1); r > p.from && len(above) == 1 && above[0].ColSpan == c.ColSpan && beginsInside(c.Text) && mayLead(above[0].Text) {
				h.lead = above[0].Text
			}
			return h
		}
	}
	lines := p.linesAbove()
	for i, l := range lines {
		if words.IsTitle(l.Text) {
			t := fuhe.NewCell(l.Text, l.At)
			h.title, h.lead = &t, leadOf(l, lines[i+1:])
			break
		}
	}
	return h
}

// leadOf are the lines of a title above its last one, from the nearest up: set in the same size, centred on it and close,
// or needed because the last one begins inside of it.
func leadOf(last fuhe.Line, above []fuhe.Line) string {
	lead := ""
	for i := 0; i < len(above) && i < maxTitleLines-1; i++ {
		l := above[i]
		if !mayLead(l.Text) || !(beginsInside(last.Text) && (last.At.Box.IsZero() || close(last.At.Box, l.At.Box)) || sameSetting(last.At.Box, l.At.Box)) {
			break
		}
		lead, last = l.Text+lead, l
	}
	return lead
}

// beginsInside tells a line that cannot be the beginning of a title.
func beginsInside(text string) bool {
	return strings.HasPrefix(text, "（") || strings.HasPrefix(text, "(") || strings.HasPrefix(text, "）") || strings.HasPrefix(text, ")")
}

// mayLead tells a line that may belong to the title under it from a sentence, a year, an annex and an entry.
func mayLead(text string) bool {
	s := words.Squeeze(text)
	return s != "" && !strings.ContainsAny(s, ":。;,") && !words.YearLine.MatchString(s) && !words.Annex.MatchString(s) && !words.IsTitle(text) && strings.ContainsFunc(s, unicode.IsLetter)
}

// close reports whether one line stands right under the other.
func close(lower, upper fuhe.Box) bool {
	gap := lower[1] - upper[3]
	return gap > -(lower[3]-lower[1])/2 && gap < lower[3]-lower[1]
}

// sameSetting reports whether two lines are set in one size, centred on each other and close.
func sameSetting(lower, upper fuhe.Box) bool {
	if lower.IsZero() || upper.IsZero() || !close(lower, upper) {
		return false
	}
	height, other := lower[3]-lower[1], upper[3]-upper[1]
	centre := (lower[0] + lower[2] - upper[0] - upper[2]) / 2
	return math.Abs(height-other) < height*sameSizeShare && math.Abs(centre) < sameBorderPoints*2
}

func (h *header) shownTitle() string {
	if h.title == nil {
		return ""
	}
	return unspace(h.lead + h.title.Text)
}

// linesAbove are the lines over the form, nearest first; those under the table before come last, because a title may
// stand at the foot of the page before.
func (p place) linesAbove() []fuhe.Line {
	if !p.first {
		return nil
	}
	var out []fuhe.Line
	above := p.view.Grid.Above
	for i := len(above) - 1; i >= 0 && len(out) < maxAboveLines; i-- {
		out = append(out, above[i])
	}
	if p.before != nil && len(above) == 0 {
		below := p.before.Below
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
	best, contested := view.BestLabels(slices.Concat(f.labelsInRows(), f.labelsAbove(), f.labelsBelow()))
	for _, fd := range contested {
		f.note(best[fd].Label.At, fmt.Sprintf("%s is printed twice with different entries", quote(best[fd].Label.Text)))
		if fd == words.Score || fd == words.Grade {
			delete(best, fd)
		}
	}
	for fd, l := range best {
		f.header.labels = append(f.header.labels, l)
		switch fd {
		case words.Project:
			f.report.Project = l.Value
		case words.Department:
			f.report.Department = l.Value
		case words.Implementer:
			f.report.Implementer = l.Value
		case words.Score, words.Grade:
			f.totals.beside(l, f.header.start)
		}
	}
}

// labelsInRows are the labels outside of the blocks.
func (f *reader) labelsInRows() []view.Labelled {
	v := f.view
	var found []view.Labelled
	for r := f.from; r < f.to; r++ {
		if v.Dropped[r] || f.body.holds(r) {
			continue
		}
		labels := v.LabelsIn(r)
		if r >= f.header.titleRow && r < f.header.start {
			labels = append(labels, v.NearLabelsIn(r)...)
		}
		for _, l := range labels {
			if r < f.header.titleRow { // a list above the form has columns called like its entries
				if l.Field == words.Score || l.Field == words.Grade || l.Label != v.In(r)[0] {
					continue
				}
				l.Rank += words.AboveRank
			}
			found = append(found, l)
		}
	}
	return found
}

// labelsAbove are the labels in the lines between the title and the table; they give way to those in rows.
func (f *reader) labelsAbove() []view.Labelled {
	var found []view.Labelled
	for _, l := range f.linesAbove() {
		if f.header.title != nil && l.Text == f.header.title.Text {
			break
		}
		inner, ok := view.SplitLabel(l.Text)
		if !ok {
			continue
		}
		for _, cl := range words.Labels.Claims(inner.Key) {
			found = append(found, view.Labelled{Field: cl.Field, Rank: cl.Rank + words.AboveRank,
				Label: &view.Cell{Row: -1, Text: l.Text, Heading: words.Read(l.Text)}, Value: fuhe.NewCell(inner.Value, l.At)})
		}
	}
	return found
}

// labelsBelow are the total and the grade in lines under the last table, up to the title of anything else.
func (f *reader) labelsBelow() []view.Labelled {
	var found []view.Labelled
	if !f.last || !f.ends {
		return nil
	}
	for _, l := range f.view.Grid.Below {
		if words.IsTitle(l.Text) {
			break
		}
		inner, ok := view.SplitLabel(l.Text)
		if !ok {
			continue
		}
		for _, cl := range words.Labels.Claims(inner.Key) {
			if cl.Field == words.Score || cl.Field == words.Grade {
				found = append(found, view.Labelled{Field: cl.Field, Rank: cl.Rank + words.AboveRank,
					Label: &view.Cell{Row: f.to, Text: l.Text, Heading: words.Read(l.Text)}, Value: fuhe.NewCell(inner.Value, l.At)})
			}
		}
	}
	return found
}
