package form

import (
	"slices"
	"strings"

	"fuhe"
)

// labelled is an entry that stands beside its name.
type labelled struct {
	field field
	rank  int
	label *cell
	value fuhe.Cell
	cell  *cell // of the value, nil when it stands in the label's own cell or the position is open
}

// labelsIn lists the labels of a row and their values: the cell to the right of the label, or what follows the colon in
// its own cell.
func (v *view) labelsIn(r int) []labelled {
	var out []labelled
	for _, c := range v.in(r) {
		if inner, ok := splitLabel(c.text); ok {
			for _, cl := range labels.claims(inner.key) {
				out = append(out, labelled{field: cl.field, rank: cl.rank, label: c, value: fuhe.NewCell(inner.value, c.at)})
			}
			continue
		}
		for _, cl := range labels.spelled[c.heading.key] {
			value, at := v.beside(c)
			out = append(out, labelled{cl.field, cl.rank, c, at, value})
		}
	}
	return out
}

// beside is the cell to the right of a label. Where spans are lost the value may stand further right; a label is never
// taken for a value.
func (v *view) beside(label *cell) (*cell, fuhe.Cell) {
	k := label.right() + 1
	if k >= len(v.cols) {
		return nil, fuhe.Cell{}
	}
	for at := k; at < len(v.cols); at++ {
		c := v.at(label.row, at)
		if c.blank() {
			if !v.grid.Spaced {
				break
			}
			continue
		}
		if c.row > label.bottom() || isLabel(c) {
			break
		}
		return c, v.entry(c, label.row, at)
	}
	if c := v.at(label.row, k); c.blank() {
		return c, v.entry(c, label.row, k)
	}
	return nil, fuhe.NewCell("", v.source(label.row, k)) // a label stands where the value should: nothing is printed
}

func isLabel(c *cell) bool { return len(labels.spelled[c.heading.key]) > 0 }

// insideLabel is a label and its value in one text: "部门名称：某局".
type insideLabel struct{ key, value string }

func splitLabel(text string) (insideLabel, bool) {
	at := strings.IndexAny(text, "：:")
	if at <= 0 {
		return insideLabel{}, false
	}
	_, size := firstRune(text[at:])
	value := strings.TrimSpace(text[at+size:])
	key := readHeading(text[:at]).key
	if value == "" || len(labels.spelled[key]) == 0 {
		return insideLabel{}, false
	}
	return insideLabel{key, value}, true
}

func firstRune(s string) (rune, int) {
	for i, r := range s {
		if i == 0 {
			return r, len(string(r))
		}
	}
	return 0, 0
}

// bestLabels picks, for each field, the label with the surest claim; a label serves one field. Labels that come first go
// first. The fields of labels with equal claims and different values are not decided: contested.
func bestLabels(found []labelled) (map[field]labelled, []field) {
	best := map[field]labelled{}
	var contested []field
	used := map[*cell]bool{}
	for rank := 1; rank <= patternRank; rank++ {
		for _, l := range found {
			if l.rank != rank || l.field == known || used[l.label] {
				continue
			}
			if have, ok := best[l.field]; ok {
				if have.rank == rank && have.value.Text != l.value.Text && have.label.heading.key == l.label.heading.key && !slices.Contains(contested, l.field) {
					contested = append(contested, l.field)
				}
				if have.rank == rank {
					used[l.label] = true
				}
				continue
			}
			best[l.field] = l
			used[l.label] = true
		}
	}
	return best, contested
}
