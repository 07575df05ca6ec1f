package around

import (
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// withoutContinued leaves out the lines that say that a table goes on (续表, 转下页), and the title and labels that the
// next page repeats over the headings of the same table: they keep the two from being joined, and say nothing else.
func withoutContinued(grids []grid.Grid) {
	for i := range grids {
		g := &grids[i]
		g.Below = without(g.Below, func(l fuhe.Line) bool { return saysGoesOn(l.Text) })
		if i == 0 || g.Table != 1 || g.Page != grids[i-1].Page+1 || len(g.Above) == 0 {
			continue
		}
		repeated := sameHeadings(&grids[i-1], g)
		var above map[string]bool
		over := func(s string) bool {
			if above == nil {
				above = heads(grids, i-1)
			}
			return above[s]
		}
		g.Above = without(g.Above, func(l fuhe.Line) bool {
			s := bare(l.Text)
			plain := withoutAgain(s)
			return saysContinued(s) || plain != s && (over(plain) || calledTable(plain) && repeated) || repeated && over(s)
		})
	}
}

// without are lines without some of them; the lines themselves stay as they are.
func without(lines []fuhe.Line, leave func(fuhe.Line) bool) []fuhe.Line {
	if !slices.ContainsFunc(lines, leave) {
		return lines
	}
	return slices.DeleteFunc(slices.Clone(lines), leave)
}

// saysGoesOn tells 转下页 and the like, saysContinued 续表.
func saysGoesOn(text string) bool {
	return (strings.Contains(text, "下") || strings.Contains(text, "未")) && toBeGoneOn.MatchString(bare(text))
}

func saysContinued(s string) bool {
	return (strings.Contains(s, "续") || strings.Contains(s, "上")) && onward.MatchString(s)
}

// withoutAgain is a title without the word at its end that it goes on.
func withoutAgain(s string) string {
	if !strings.Contains(s, "续") {
		return s
	}
	return againTail.ReplaceAllString(s, "")
}

// heads are the lines over a table, over the pages it goes on from, too.
func heads(grids []grid.Grid, i int) map[string]bool {
	out := map[string]bool{}
	for ; i >= 0; i-- {
		for _, l := range grids[i].Above {
			out[bare(l.Text)] = true
		}
		if grids[i].Table != 1 || i > 0 && grids[i-1].Page != grids[i].Page-1 || len(grids[i].Above) > 0 {
			break
		}
	}
	return out
}

// sameHeadings reports whether two tables begin with the same row of two or more texts.
func sameHeadings(a, b *grid.Grid) bool {
	if a.Cols != b.Cols || a.Rows == 0 || b.Rows == 0 {
		return false
	}
	x := firstRow(a)
	return len(x) >= 2 && slices.EqualFunc(x, firstRow(b), func(p, q *grid.Cell) bool {
		return p.Col == q.Col && (p.Text == q.Text || bare(p.Text) == bare(q.Text))
	})
}

// firstRow are the cells of the first row in which something stands.
func firstRow(g *grid.Grid) []*grid.Cell {
	var out []*grid.Cell
	for i := range g.Cells {
		if c := &g.Cells[i]; c.Row == 0 && !c.Blank() {
			out = append(out, c)
		}
	}
	return out
}
