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
		for _, cl := range labels.spelled()[c.heading.key] {
			value, at := v.beside(c)
			out = append(out, labelled{cl.field, cl.rank, c, at, value})
		}
	}
	return out
}

// beside is the cell to the right of a label. Where spans are lost the value may stand further right: then it must be the
// only text before the next label.
func (v *view) beside(label *cell) (*cell, fuhe.Cell) {
	k := label.right() + 1
	for v.sliver(label.row, k) {
		k++
	}
	if k >= len(v.cols) {
		return nil, fuhe.Cell{}
	}
	if c := v.at(label.row, k); !c.blank() {
		if c.row > label.bottom() || isLabel(c) {
			return nil, fuhe.NewCell("", v.source(label.row, k)) // a label stands where the value should: nothing is printed
		}
		return c, v.entry(c, label.row, k)
	}
	if only := v.onlyRightOf(label); only != nil && v.loose(label.row) {
		return only, v.entry(only, label.row, only.col)
	}
	c := v.at(label.row, k)
	return c, v.entry(c, label.row, k)
}

// sliver reports whether a position is blank and narrower than any column: it lies between rules drawn beside each other.
func (v *view) sliver(row, col int) bool {
	c := v.at(row, col)
	if c == nil || !c.blank() || c.col != col || len(v.grid.Edges) != v.grid.Cols+1 {
		return false
	}
	from := v.cols[col]
	to := v.grid.Cols
	if c.right()+1 < len(v.cols) {
		to = v.cols[c.right()+1]
	}
	return v.grid.Edges[to]-v.grid.Edges[from] < sliverPoints
}

// onlyRightOf is the one text between a label and the next label of its row; nil when there is none or more than one.
func (v *view) onlyRightOf(label *cell) *cell {
	var only *cell
	for _, c := range v.in(label.row) {
		switch {
		case c.col <= label.col:
		case isLabel(c):
			return only
		case only != nil:
			return nil
		default:
			only = c
		}
	}
	return only
}

// loose reports whether the cells of a row were never merged, so that a value may stand apart from its label.
func (v *view) loose(row int) bool {
	if v.spaced {
		return true
	}
	for k := range v.cols {
		if c := v.at(row, k); c != nil && c.colspan > 1 {
			return false
		}
	}
	return true
}

// isLabel tells the name of an entry, or of an amount that may have its figure beside it.
func isLabel(c *cell) bool {
	return len(labels.spelled()[c.heading.key]) > 0 || len(moneyHeadings.spelled()[c.heading.key]) > 0
}

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
	if value == "" || len(labels.spelled()[key]) == 0 {
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
