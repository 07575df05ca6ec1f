package form

import (
	"strings"
	"unicode/utf8"

	"fuhe"
	"fuhe/extract/grid"
)

// dropRepeated marks the rows at the top of a page that only print the headings again.
func (v *view) dropRepeated() {
	if len(v.breaks) == 0 {
		return
	}
	said := map[string][]int{} // what a row says → the rows that say it, top down
	for r := range v.rows {
		if k := v.says(r); k != "" && len(said[k]) < maxRepeats {
			said[k] = append(said[k], r)
		}
	}
	for r := range v.rows {
		if !v.breaks[r] {
			continue
		}
		n := v.repeats(r, said)
		for k := r; k < r+n; k++ {
			v.dropped[k] = true
		}
		if n > 0 && r+n < len(v.rows) {
			v.breaks[r+n] = true
		}
	}
}

// says is the text of a row as it is compared with others, "" for a row without text.
func (v *view) says(r int) string {
	var b strings.Builder
	for _, c := range v.in(r) {
		b.WriteString(squeeze(c.text))
		b.WriteByte(0)
	}
	return b.String()
}

// repeats counts the rows from r on that say the same as rows further up, from a title, a label or a heading on. The
// header of another form of the same kind repeats the title, too, but not the project.
func (v *view) repeats(r int, said map[string][]int) int {
	for _, up := range said[v.says(r)] {
		if up >= r {
			break
		}
		n := 1
		for r+n < len(v.rows) && up+n < r && v.says(up+n) != "" && v.says(up+n) == v.says(r+n) {
			n++
		}
		heading, labelled := false, false
		for k := r; k < r+n; k++ {
			row := v.in(k)
			heading = heading || isMoneyHeading(row) || isIndicatorHeading(row)
			labelled = labelled || v.names(k) != none
		}
		next := r + n
		if heading || labelled && (next >= len(v.rows) || v.names(next) == none) || v.titleIn(r) != nil && next < len(v.rows) && !v.startsForm(next) {
			return n
		}
	}
	return 0
}

// startsForm reports whether a row can only be the header of a form.
func (v *view) startsForm(r int) bool {
	row := v.in(r)
	return v.names(r) != none || isMoneyHeading(row) || len(v.labelsIn(r)) > 0 || len(row) == 1
}

// joinCut joins a row that the page edge cut in two with rules drawn on both sides, and reports whether now was taken into
// last. The points tell: the part without them belongs to the part with them, unless it has a name and a target of its
// own. Where the form prints no points, a part with neither target nor actual value is the rest of the other.
func (f *reader) joinCut(b *block, last, now *row) bool {
	list := f.report.Indicators
	if len(list) == 0 || last.at != f.rowAbove(now.at) {
		return false
	}
	above, below := &list[len(list)-1], &now.indicator
	if isUnused(*below) && below.Name.Text != "" {
		return false
	}
	points := func(n *fuhe.Indicator) bool { return n.Weight.Text != "" || n.Score.Text != "" }
	aimed := func(n *fuhe.Indicator) bool { return n.Target.Text != "" || n.Actual.Text != "" }
	up, down := points(above), points(below)
	if !up && !down { // a form without points, or one that nobody scored
		up, down = aimed(above), aimed(below)
	}
	switch {
	case up == down && !(up && isFragment(below) && !now.begins && above.Name.Text != ""):
		return false
	case above.Name.Text != "" && below.Name.Text != "" && aimed(above) && aimed(below):
		return false
	case up && now.begins:
		return false // another level begins: another indicator
	}
	merge(above, below)
	if now.begins {
		above.Level1, above.Level2 = below.Level1, below.Level2
	}
	last.indicator, now.indicator = *above, *above
	last.at = now.at
	return true
}

// isFragment tells what a page edge left of a target or an actual value, the 次 of ≥7545人次, from an entry of its own.
func isFragment(n *fuhe.Indicator) bool {
	left := n.Target.Text + n.Actual.Text
	return n.Name.Text == "" && n.Weight.Text+n.Score.Text == "" && utf8.RuneCountInString(left) <= maxFragmentRune && !strings.ContainsAny(squeeze(left), "0123456789")
}

// rowAbove is the row before one that is neither empty nor dropped.
func (f *reader) rowAbove(r int) int {
	for r--; r >= 0 && (f.view.dropped[r] || len(f.view.in(r)) == 0); r-- {
	}
	return r
}

// merge joins the texts of a cut row; places stay those of the first part that prints anything.
func merge(above, below *fuhe.Indicator) {
	for _, e := range []struct{ a, b *fuhe.Cell }{
		{&above.Name, &below.Name}, {&above.Target, &below.Target}, {&above.Actual, &below.Actual},
		{&above.Weight, &below.Weight}, {&above.Score, &below.Score}, {&above.Deviation, &below.Deviation},
	} {
		switch {
		case e.b.Text == "" && e.b.Doubt == nil:
		case e.a.Text == "" && e.a.Doubt == nil:
			*e.a = *e.b
		default:
			*e.a = fuhe.NewCell(grid.JoinLines([]string{e.a.Text, e.b.Text}), e.a.At).And(*e.a, *e.b)
		}
	}
}
