package around

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/grid"
)

// joinCutRows puts together what the edge of a page cut with a rule drawn at the cut: names merged over their rows that go
// on over the page, and rows of which the rest of some texts stands on the next one.
func joinCutRows(g *grid.Grid) {
	if len(g.Breaks) == 0 {
		return
	}
	r := rowsOf(g)
	lead := r.lead()
	body := lead + r.head(lead)
	for _, row := range g.Breaks {
		if row > body && row < g.Rows {
			extendCaption(g, row)
			edgeAt(g, row).joinNames(body)
		}
	}
	for b := len(g.Breaks) - 1; b >= 0; b-- {
		row := g.Breaks[b]
		if row <= body || row >= g.Rows || !edgeAt(g, row).cut(body) {
			continue
		}
		merge(g, row)
		for i := b + 1; i < len(g.Breaks); i++ {
			g.Breaks[i]--
		}
	}
}

// extendCaption lets the caption at the left of a table reach over the rows of the next page where no cell is drawn below it.
func extendCaption(g *grid.Grid, row int) {
	var caption *grid.Cell
	free := g.Rows
	for i := range g.Cells {
		switch c := &g.Cells[i]; {
		case c.Col > 0:
		case c.Row+c.RowSpan == row:
			caption = c
		case c.Row+c.RowSpan > row:
			free = min(free, c.Row)
		}
	}
	if caption != nil && free > row && slices.Contains(append(slices.Clone(g.Breaks), g.Rows), free) {
		caption.RowSpan = free - caption.Row
	}
}

// edge is the cells at a break of the page: those that end before it, by their columns, those that begin behind it, from left
// to right, and what reaches over it at the left.
type edge struct {
	g        *grid.Grid
	row      int // the first one behind it
	above    map[int]*grid.Cell
	below    []*grid.Cell
	over     int // columns that cells take which reach over it
	from, to int // rows of the first of these; all rows where there is none
}

func edgeAt(g *grid.Grid, row int) edge {
	e := edge{g: g, row: row, above: map[int]*grid.Cell{}, to: g.Rows}
	first := g.Cols
	for i := range g.Cells {
		switch c := &g.Cells[i]; {
		case c.Row < row && c.Row+c.RowSpan > row:
			e.over = max(e.over, c.Col+c.ColSpan)
			if c.Col < first {
				first, e.from, e.to = c.Col, c.Row, c.Row+c.RowSpan
			}
		case c.Row+c.RowSpan == row:
			e.above[c.Col] = c
		case c.Row == row:
			e.below = append(e.below, c)
		}
	}
	slices.SortFunc(e.below, func(a, b *grid.Cell) int { return a.Col - b.Col })
	return e
}

// joinNames joins the names that stand merged over rows of both pages, from the left on as far as there are such: one half is
// blank, and no name of that column, within what the first name covers, is blank but at an edge.
func (e edge) joinNames(body int) {
	gone := map[int]bool{} // columns whose lower half has been taken into the upper one
	for _, c := range e.below {
		u := e.above[c.Col]
		if u == nil || u.ColSpan != c.ColSpan || u.Row < body || u.Blank() == c.Blank() || !e.names(c, body) {
			break
		}
		if u.Blank() {
			u.Text, u.At, u.Marks, u.Struck, u.Doubt = c.Text, c.At, c.Marks, c.Struck, c.Doubt
		}
		u.RowSpan += c.RowSpan
		if e.over == 0 && len(gone) == 0 {
			e.from, e.to = u.Row, u.Row+u.RowSpan
		}
		gone[c.Col] = true
	}
	if len(gone) > 0 {
		e.g.Cells = slices.DeleteFunc(e.g.Cells, func(c grid.Cell) bool { return c.Row == e.row && gone[c.Col] })
	}
}

// names reports whether a column names rows: some of its cells are merged over several, and none is blank but at an edge.
func (e edge) names(of *grid.Cell, body int) bool {
	merged := false
	for i := range e.g.Cells {
		c := &e.g.Cells[i]
		if c.Col != of.Col || c.ColSpan != of.ColSpan || c.Row < max(body, e.from) || c.Row >= e.to {
			continue
		}
		merged = merged || c.RowSpan > 1
		if c.Blank() && !slices.Contains(e.g.Breaks, c.Row) && !slices.Contains(e.g.Breaks, c.Row+c.RowSpan) {
			return false
		}
	}
	return merged
}

// cut reports whether a row is the rest of the one before: it holds no figure and no label of its own, only what is left of
// texts that stand above.
func (e edge) cut(body int) bool {
	texts, prose, onward := 0, 0, false
	for _, c := range e.below {
		u := e.above[c.Col]
		switch {
		case c.Col < e.over || c.RowSpan > 1 || u == nil || u.ColSpan != c.ColSpan || u.Row < body:
			return false
		case c.Blank():
			if c.Col == 0 && u.Blank() {
				return false // rows without a label are usual here
			}
			continue
		case c.Col == 0 || u.Blank() || u.RowSpan > 1 || c.Doubt != nil || numeric(c.Text):
			return false
		case running(c.Text) && utf8.RuneCountInString(u.Text) >= longText:
			prose++
		case strings.ContainsAny(c.Text, "0123456789"):
			return false
		}
		texts++
		onward = onward || midSentence(u.Text, c.Text)
	}
	switch {
	case texts < cutRowTexts:
		return false
	case texts == len(e.below): // there is no label beside them: long texts that go on in the middle of a sentence
		return prose == texts && onward && e.over > 0
	case e.over > 0 || !e.below[0].Blank(): // the first text is the label of the row, and nothing else stands there
		return texts == 1 && e.over > 0 && e.filled(body)
	}
	return prose == 0 || onward
}

// running reports whether a text is prose, which may hold figures: some ideographs or words in a row.
func running(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= proseLetters
}

// midSentence reports whether a text goes on with another in the middle of a sentence: the first does not end one, or the second
// begins with what none begins with.
func midSentence(first, second string) bool {
	last, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(first))
	next, _ := utf8.DecodeRuneInString(strings.TrimSpace(second))
	return !strings.ContainsRune("。；;！!？?.：:", last) || strings.ContainsRune("，,、。；;）)》”", next)
}

// filled reports whether every row but those at edges of pages has an entry beside its label: then the one behind this edge,
// which has only a label, is the rest of one.
func (e edge) filled(body int) bool {
	label := e.below[slices.IndexFunc(e.below, func(c *grid.Cell) bool { return !c.Blank() })].Col
	beside := make(map[int]bool, e.g.Rows)
	labelled := map[int]bool{}
	for i := range e.g.Cells {
		c := &e.g.Cells[i]
		switch {
		case c.Row < max(body, e.from) || c.Row >= e.to || c.Blank():
		case c.Col == label:
			labelled[c.Row] = true
		case c.Col > label:
			beside[c.Row] = true
		}
	}
	for row := range labelled {
		if row != e.row && !beside[row] && !slices.Contains(e.g.Breaks, row) {
			return false
		}
	}
	return beside[e.row-1]
}

// merge puts the texts of a row behind those of the row before and takes the row out.
func merge(g *grid.Grid, row int) {
	upper := map[int]int{}
	cells := make([]grid.Cell, 0, len(g.Cells))
	for _, c := range g.Cells {
		switch {
		case c.Row < row && c.Row+c.RowSpan > row:
			c.RowSpan--
		case c.Row+c.RowSpan == row:
			upper[c.Col] = len(cells)
		case c.Row == row:
			u := &cells[upper[c.Col]]
			u.Text = grid.JoinLines([]string{u.Text, c.Text})
			u.Marks = append(slices.Clone(u.Marks), c.Marks...)
			u.Struck = u.Struck || c.Struck
			continue
		case c.Row > row:
			c.Row--
		}
		cells = append(cells, c)
	}
	g.Cells, g.Rows = cells, g.Rows-1
}
