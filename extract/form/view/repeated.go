package view

import (
	"strings"

	"fuhe/extract/form/words"
)

// DropRepeated marks the rows at the top of a page that only print the headings again.
func (v *View) DropRepeated() {
	if len(v.Breaks) == 0 {
		return
	}
	said := map[string][]int{} // what a row says → the rows that say it, top down
	for r := range v.Rows {
		if k := v.says(r); k != "" && len(said[k]) < maxRepeats {
			said[k] = append(said[k], r)
		}
	}
	for r := range v.Rows {
		if !v.Breaks[r] {
			continue
		}
		n := v.repeats(r, said)
		for k := r; k < r+n; k++ {
			v.Dropped[k] = true
		}
		if n > 0 && r+n < len(v.Rows) {
			v.Breaks[r+n] = true
		}
	}
}

// says is the text of a row as it is compared with others, "" for a row without text.
func (v *View) says(r int) string {
	var b strings.Builder
	for _, c := range v.In(r) {
		b.WriteString(words.Squeeze(c.Text))
		b.WriteByte(0)
	}
	return b.String()
}

// repeats counts the rows from r on that say the same as rows further up, from a title, a label or a heading on. The
// header of another form of the same kind repeats the title, too, but not the project.
func (v *View) repeats(r int, said map[string][]int) int {
	for _, up := range said[v.says(r)] {
		if up >= r {
			break
		}
		n := 1
		for r+n < len(v.Rows) && up+n < r && v.says(up+n) != "" && v.says(up+n) == v.says(r+n) {
			n++
		}
		heading, labelled := false, false
		for k := r; k < r+n; k++ {
			row := v.In(k)
			heading = heading || isMoneyHeading(row) || IsIndicatorHeading(row)
			labelled = labelled || v.Names(k) != words.None
		}
		next := r + n
		if heading || labelled && (next >= len(v.Rows) || v.Names(next) == words.None) || v.TitleIn(r) != nil && next < len(v.Rows) && !v.startsForm(next) {
			return n
		}
	}
	return 0
}

// startsForm reports whether a row can only be the header of a form.
func (v *View) startsForm(r int) bool {
	row := v.In(r)
	return v.Names(r) != words.None || isMoneyHeading(row) || v.labelled(r) || len(row) == 1
}
