package view

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/form/words"
)

// Labelled is an entry that stands beside its name.
type Labelled struct {
	Field words.Field
	Rank  int
	Label *Cell
	Value fuhe.Cell
	Cell  *Cell // of the value, nil when it stands in the label's own cell or the position is open
}

// LabelsIn lists the labels of a row and their values: the cell to the right of the label, or what follows the colon in
// its own cell.
func (v *View) LabelsIn(r int) []Labelled {
	var out []Labelled
	for _, c := range v.In(r) {
		if inner, ok := SplitLabel(c.Text); ok {
			for _, cl := range words.Labels.Claims(inner.Key) {
				out = append(out, Labelled{Field: cl.Field, Rank: cl.Rank, Label: c, Value: fuhe.NewCell(inner.Value, c.At)})
			}
			continue
		}
		for _, cl := range words.Labels.Spelled()[c.Heading.Key] {
			value, at := v.Beside(c)
			out = append(out, Labelled{cl.Field, cl.Rank, c, at, value})
		}
	}
	return out
}

// labelled reports whether a row has a label.
func (v *View) labelled(r int) bool {
	return slices.ContainsFunc(v.In(r), func(c *Cell) bool { return len(claimsOfLabel(c.Text, c.Heading.Key)) > 0 })
}

// claimsOfLabel are the entries that a text may be the label of, alone or with its value behind it.
func claimsOfLabel(text, key string) []words.Claim {
	if inner, ok := SplitLabel(text); ok {
		return words.Labels.Claims(inner.Key)
	}
	return words.Labels.Spelled()[key]
}

// OwnerIn is what the label in a text names that a form is about; none for other texts.
func OwnerIn(text string) words.Field {
	text = strings.TrimSpace(text)
	return words.OwnerOf(claimsOfLabel(text, words.Read(text).Key))
}

// NearLabelsIn lists the cells of a row that only resemble a label, by one character that is misread, missing or too many, and
// have a text beside them: what the form is about would else be nowhere. A value beside a label resembles none.
func (v *View) NearLabelsIn(r int) []Labelled {
	var out []Labelled
	labels := v.LabelsIn(r)
	for _, c := range v.In(r) {
		if IsLabel(c) || slices.ContainsFunc(labels, func(l Labelled) bool { return l.Cell == c || l.Label == c }) {
			continue
		}
		near := slices.DeleteFunc(words.Labels.Near(c.Heading.Key), func(cl words.Claim) bool { return cl.Field == words.Known })
		if len(near) != 1 || near[0].Field != words.Project && near[0].Field != words.Department && near[0].Field != words.Implementer {
			continue
		}
		if value, at := v.Beside(c); value != nil && at.Text != "" {
			out = append(out, Labelled{near[0].Field, near[0].Rank, c, at, value})
		}
	}
	return out
}

// Beside is the cell to the right of a label. Where spans are lost the value may stand further right: then it must be the
// only text before the next label.
func (v *View) Beside(label *Cell) (*Cell, fuhe.Cell) {
	k := label.Right() + 1
	for v.sliver(label.Row, k) {
		k++
	}
	if k >= len(v.Cols) {
		return nil, fuhe.Cell{}
	}
	if c := v.At(label.Row, k); !c.Blank() {
		if c.Row > label.Bottom() || IsLabel(c) {
			return nil, fuhe.NewCell("", v.Source(label.Row, k)) // a label stands where the value should: nothing is printed
		}
		return c, v.Entry(c, label.Row, k)
	}
	if only := v.onlyRightOf(label); only != nil && v.loose(label.Row) {
		return only, v.Entry(only, label.Row, only.Col)
	}
	c := v.At(label.Row, k)
	return c, v.Entry(c, label.Row, k)
}

// BlankBeside is the blank cell right of a label where nothing stands in its columns, so that the view has none of them; zero
// where the form ends at the label.
func (v *View) BlankBeside(label *Cell) fuhe.Cell {
	row := v.Rows[label.Row]
	own := v.Grid.At(row, v.Cols[label.Col])
	if own == nil || label.Right()+1 < len(v.Cols) {
		return fuhe.Cell{}
	}
	if c := v.Grid.At(row, own.Col+own.ColSpan); c != nil && strings.TrimSpace(c.Text) == "" {
		return fuhe.NewCell("", c.At)
	}
	return fuhe.Cell{}
}

// sliver reports whether a position is blank and narrower than any column: it lies between rules drawn beside each other.
func (v *View) sliver(row, col int) bool {
	c := v.At(row, col)
	if c == nil || !c.Blank() || c.Col != col || len(v.Grid.Edges) != v.Grid.Cols+1 {
		return false
	}
	from := v.Cols[col]
	to := v.Grid.Cols
	if c.Right()+1 < len(v.Cols) {
		to = v.Cols[c.Right()+1]
	}
	return v.Grid.Edges[to]-v.Grid.Edges[from] < sliverPoints
}

// onlyRightOf is the one text between a label and the next label of its row; nil when there is none or more than one.
func (v *View) onlyRightOf(label *Cell) *Cell {
	var only *Cell
	for _, c := range v.In(label.Row) {
		switch {
		case c.Col <= label.Col:
		case IsLabel(c):
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
func (v *View) loose(row int) bool {
	if v.Spaced {
		return true
	}
	for k := range v.Cols {
		if c := v.At(row, k); c != nil && c.ColSpan > 1 {
			return false
		}
	}
	return true
}

// IsLabel tells the name of an entry, or of an amount that may have its figure beside it.
func IsLabel(c *Cell) bool {
	return len(words.Labels.Spelled()[c.Heading.Key]) > 0 || len(words.Money.Spelled()[c.Heading.Key]) > 0
}

// insideLabel is a label and its value in one text: "部门名称：某局".
type insideLabel struct{ Key, Value string }

func SplitLabel(text string) (insideLabel, bool) {
	at := strings.IndexAny(text, "：:")
	if at <= 0 {
		return insideLabel{}, false
	}
	_, size := firstRune(text[at:])
	value := strings.TrimSpace(text[at+size:])
	key := words.Read(text[:at]).Key
	if value == "" || len(words.Labels.Spelled()[key]) == 0 {
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

// BestLabels picks, for each field, the label with the surest claim; a label serves one field. Labels that come first go
// first. The fields of labels with equal claims and different values are not decided: contested.
func BestLabels(found []Labelled) (map[words.Field]Labelled, []words.Field) {
	best := map[words.Field]Labelled{}
	var contested []words.Field
	used := map[*Cell]bool{}
	for rank := 1; rank <= words.NearRank; rank++ {
		for _, l := range found {
			if l.Rank != rank || l.Field == words.Known || used[l.Label] {
				continue
			}
			if have, ok := best[l.Field]; ok {
				if have.Rank == rank && have.Value.Text != l.Value.Text && have.Label.Heading.Key == l.Label.Heading.Key && !slices.Contains(contested, l.Field) {
					contested = append(contested, l.Field)
				}
				if have.Rank == rank {
					used[l.Label] = true
				}
				continue
			}
			best[l.Field] = l
			used[l.Label] = true
		}
	}
	return best, contested
}
