package extract

import (
	"fmt"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/lazy"
	"fuhe/extract/work"
)

// Headings of a list of projects that were evaluated, one a row, without what stands in brackets.
var (
	listedName   = lazy.New(`^(评价|自评|预算|资金)?(一级|二级)?(项目|专项|资金|单位|部门)(支出)?(名称)?$|^(预算|实施|评价|自评)单位$`)
	listedRate   = lazy.New(`^(预算|资金|全年)*(执行|支出)(完成|实现)?(率|进度)$`)
	listedBudget = lazy.New(`预算数?$|预算(金额|安排|资金)$`)
	listedSpent  = lazy.New(`(执行|支出)(数|金额|情况)$`)
	listedScore  = lazy.New(`^(项目|绩效|预算)*(自评|自我评价|评价|综合)?(结果)?(得分|总得分|总分|分数|评分)$|^自评分值?$`)
	selfAssessed = lazy.New(`自评|自我评价`)
)

// sayList says that a table lists projects with what they scored: forms were filled in, and of what stands in the list no form's
// rule is about.
func sayList(doc *fuhe.Document, book grid.Book, jobs *work.Jobs) bool {
	headings := make([]*grid.Cell, len(book.Grids))
	jobs.Each(len(headings), func(i int) { headings[i] = listOfScores(&book.Grids[i]) })
	for i, heading := range headings {
		if heading != nil {
			g, at := &book.Grids[i], heading.At
			doc.Unread = append(doc.Unread, fuhe.Unread{At: at, Code: fuhe.UnknownLayout,
				Reason: fmt.Sprintf("a list of projects with rates and scores (%s), which is not checked — give the self-evaluation form of each of them", captionOf(g, at))})
			return true
		}
	}
	return false
}

// captionOf is what a list is called: its title, or the text of the heading where it has none.
func captionOf(g *grid.Grid, heading fuhe.Source) string {
	for i := len(g.Above) - 1; i >= 0; i-- {
		if selfAssessed.MatchString(g.Above[i].Text) {
			return strings.TrimSpace(g.Above[i].Text)
		}
	}
	for k := range g.Cells {
		if c := &g.Cells[k]; selfAssessed.MatchString(c.Text) || c.At == heading {
			return strings.TrimSpace(c.Text)
		}
	}
	return g.Sheet
}

// listOfScores finds the heading of the scores of such a list; nil where a table is none.
func listOfScores(g *grid.Grid) *grid.Cell {
	if !mayListScores(g) {
		return nil
	}
	headings := listHeadings(g)
	for row := range min(g.Rows, listHeadRows) {
		if score := scoresUnder(headings, row); score != nil && assessed(g, score.Row+max(score.RowSpan, 1)) && holdsScores(g, score) {
			return score
		}
	}
	return nil
}

// listHeadRows: the headings of a list stand in one of its first rows.
const listHeadRows = 8

// mayListScores looks for the end of a heading of scores: most tables have none.
func mayListScores(g *grid.Grid) bool {
	for k := range g.Cells {
		c := &g.Cells[k]
		if c.Row > listHeadRows || !strings.Contains(c.Text, "分") {
			continue
		}
		text := listHeading(c.Text)
		if strings.HasSuffix(text, "分") || strings.HasSuffix(text, "分数") || strings.HasSuffix(text, "分值") {
			return true
		}
	}
	return false
}

// listHeading is a heading without white space and what stands in brackets.
func listHeading(text string) string {
	text = strings.Join(strings.Fields(text), "")
	text, _, _ = strings.Cut(strings.ReplaceAll(text, "(", "（"), "（")
	return text
}

// listRole is what a heading of such a list stands over.
type listRole uint8

const (
	listedElse listRole = iota
	nameListed
	rateListed
	scoreListed
	budgetListed
	spentListed
)

func listedUnder(heading string) listRole {
	switch {
	case listedName.MatchString(heading):
		return nameListed
	case listedRate.MatchString(heading):
		return rateListed
	case listedScore.MatchString(heading):
		return scoreListed
	case listedBudget.MatchString(heading):
		return budgetListed
	case listedSpent.MatchString(heading):
		return spentListed
	}
	return listedElse
}

// headed is a cell with what it is a heading of.
type headed struct {
	cell *grid.Cell
	of   listRole
}

// listHeadings are the headings in the first rows.
func listHeadings(g *grid.Grid) []headed {
	var out []headed
	for k := range g.Cells {
		if c := &g.Cells[k]; c.Row <= listHeadRows {
			if of := listedUnder(listHeading(c.Text)); of != listedElse {
				out = append(out, headed{c, of})
			}
		}
	}
	return out
}

// scoresUnder is the heading of scores in a row of headings, or in it and the one below; nil where they are not those of a list.
func scoresUnder(headings []headed, row int) (score *grid.Cell) {
	var has [spentListed + 1]bool
	for _, h := range headings {
		if c := h.cell; c.Row > row+1 || c.Row+max(c.RowSpan, 1) <= row {
			continue
		}
		has[h.of] = true
		if h.of == scoreListed {
			score = h.cell
		}
	}
	if !has[nameListed] || !has[rateListed] && !(has[budgetListed] && has[spentListed]) {
		return nil
	}
	return score
}

// assessed reports whether the title of a list, or one of its headings, says that projects assessed themselves.
func assessed(g *grid.Grid, body int) bool {
	if selfAssessed.MatchString(g.Sheet) {
		return true
	}
	for _, l := range g.Above {
		if isCaption(l.Text) {
			return true
		}
	}
	for k := range g.Cells {
		if c := &g.Cells[k]; c.Row < body && isCaption(c.Text) {
			return true
		}
	}
	return false
}

// isCaption tells a title or heading about self-evaluation from prose that mentions it.
func isCaption(text string) bool {
	return selfAssessed.MatchString(text) && len([]rune(text)) <= titleRunes && !strings.ContainsAny(text, "。；，！？;…")
}

// holdsScores reports whether a figure stands under the heading of the scores.
func holdsScores(g *grid.Grid, heading *grid.Cell) bool {
	for k := range g.Cells {
		c := &g.Cells[k]
		if c.Row < heading.Row+max(heading.RowSpan, 1) || c.Col < heading.Col || c.Col >= heading.Col+max(heading.ColSpan, 1) {
			continue
		}
		if _, ok := fuhe.ParseNumber(c.Text); ok {
			return true
		}
	}
	return false
}
