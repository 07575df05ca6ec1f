package form

import (
	"slices"
	"strings"
	"unicode"

	"fuhe/extract/grid"
)

// withoutTicks are the grids without what auditors put beside a form: the last columns of one that hold nothing but the heading
// 审计标识 and, beside the rows, names with a tick mark behind each. It stands so in working papers; a form knows no such column, and
// "得分✓" is no heading of its own. No digit is lost: a column with one stays.
func withoutTicks(grids []grid.Grid) []grid.Grid {
	changed := false
	out := slices.Clone(grids)
	for i := range out {
		if from := tickColumn(&out[i]); from > 0 {
			out[i], changed = leftOf(out[i], from), true
		}
	}
	if !changed {
		return grids
	}
	return out
}

// tickHeadings are what the column is called.
var tickHeadings = []string{"审计标识", "tick marks"}

// tickRest is what stands under the marks where some figure of the form stands in no cell.
var tickRest = []string{"余见“数据”", "rest: see “figures”"}

// tickColumn is the column from which on a grid holds tick marks alone; 0 for none.
func tickColumn(g *grid.Grid) int {
	i := slices.IndexFunc(g.Cells, func(c grid.Cell) bool { return c.Col > 0 && slices.Contains(tickHeadings, firstLine(c.Text)) })
	if i < 0 {
		return 0
	}
	from := g.Cells[i].Col
	for k := range g.Cells {
		c := &g.Cells[k]
		if c.Col+c.ColSpan > from && (c.Col < from || !ticksAlone(c.Text)) {
			return 0
		}
	}
	return from
}

func firstLine(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	return strings.TrimSpace(first)
}

// ticksAlone reports whether each line of a text is the heading or ends with a tick mark, and no digit is in it.
func ticksAlone(text string) bool {
	if strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		if line != "" && !slices.Contains(tickHeadings, line) && !slices.Contains(tickRest, line) && !strings.ContainsRune("✓✗?○", []rune(line)[len([]rune(line))-1]) {
			return false
		}
	}
	return true
}

// leftOf is a grid up to a column that no cell reaches over.
func leftOf(g grid.Grid, col int) grid.Grid {
	g.Cells = slices.DeleteFunc(slices.Clone(g.Cells), func(c grid.Cell) bool { return c.Col >= col })
	g.Cols = col
	if len(g.Edges) > col+1 {
		g.Edges = g.Edges[:col+1]
	}
	return g
}
