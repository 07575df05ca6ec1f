package around

import (
	"strings"
	"unicode"

	"fuhe"
	"fuhe/extract/grid"
)

// rows is a grid row by row: the cells that begin in each, from left to right, and those of them in which something stands.
type rows struct {
	g           *grid.Grid
	cells, full [][]*grid.Cell
}

func rowsOf(g *grid.Grid) rows {
	all := make([][]*grid.Cell, 2*g.Rows)
	r := rows{g, all[:g.Rows:g.Rows], all[g.Rows:]}
	many := make([]int, g.Rows) // cells in each row
	for i := range g.Cells {
		if row := g.Cells[i].Row; row >= 0 && row < g.Rows {
			many[row]++
		}
	}
	room := make([]*grid.Cell, 2*len(g.Cells))
	for row, n := range many {
		r.cells[row], room = room[:0:n], room[n:]
		r.full[row], room = room[:0:n], room[n:]
	}
	for i := range g.Cells {
		c := &g.Cells[i]
		if c.Row < 0 || c.Row >= g.Rows {
			continue
		}
		r.cells[c.Row] = append(r.cells[c.Row], c)
		if !c.Blank() {
			r.full[c.Row] = append(r.full[c.Row], c)
		}
	}
	return r
}

// written are the cells of a row in which something stands.
func (r rows) written(row int) []*grid.Cell { return r.full[row] }

// lines are rows as lines of text.
func (r rows) lines(from, to int) []fuhe.Line {
	var out []fuhe.Line
	for row := from; row < to; row++ {
		var texts []string
		var at fuhe.Source
		for _, c := range r.written(row) {
			if len(texts) == 0 {
				at = c.At
			}
			texts = append(texts, c.Text)
		}
		if len(texts) > 0 {
			out = append(out, fuhe.Line{Text: strings.Join(texts, " "), At: at})
		}
	}
	return out
}

// lead is the number of rows at the top that hold what elsewhere stands above a table. A table of nothing else has none.
func (r rows) lead() int {
	n := 0
	for n < min(r.g.Rows, mostLeadRows) && r.leads(n) {
		n++
	}
	for row := n; row < r.g.Rows; row++ {
		if len(r.written(row)) > 1 {
			return n
		}
	}
	return 0
}

// leads reports whether a row holds a title over the whole table, labels, or nothing.
func (r rows) leads(row int) bool {
	written := r.written(row)
	for _, c := range r.cells[row] {
		if c.RowSpan > 1 {
			return false
		}
	}
	if len(written) == 1 && (titled(written[0].Text) || label(written[0].Text)) {
		return r.alone(written[0])
	}
	for _, c := range written {
		if !label(c.Text) {
			return false
		}
	}
	return len(written) > 0 || row == 0 || r.g.Page == 0
}

// alone reports whether a cell that is all that is written in its row is no heading of a column: it is as wide as the
// table, or nothing is merged and ruled in a sheet.
func (r rows) alone(c *grid.Cell) bool {
	return float64(c.ColSpan) >= wideShare*float64(r.g.Cols) && r.g.Cols > 1 || r.g.Page == 0 && r.g.Cols > 2 && c.RowSpan == 1
}

// tail is the number of rows at the end that are notes, behind the row from.
func (r rows) tail(from int) int {
	for row := max(from, 1); row < r.g.Rows; row++ {
		if w := r.written(row); len(w) == 1 && startsNote(w[0].Text) && r.alone(w[0]) && r.onlyNotes(row+1) {
			return r.g.Rows - row
		}
	}
	return 0
}

func (r rows) onlyNotes(from int) bool {
	for row := from; row < r.g.Rows; row++ {
		if w := r.written(row); len(w) > 1 || len(w) == 1 && !r.alone(w[0]) {
			return false
		}
	}
	return true
}

// head is the number of rows of headings behind the lead: as far as the merged cells of the first one reach, those that
// divide its merged headings, and the row that numbers the columns (栏次 1 2 3). A first row that holds a figure, or that
// is a name with its value, is none.
func (r rows) head(lead int) int {
	if lead >= r.g.Rows {
		return 0
	}
	first := r.written(lead)
	if len(first) < 2 || r.g.Cols > 2 && len(first) == 2 && !r.splits(lead) && !(first[0].RowSpan > 1 && r.divides(lead)) || r.hasFigure(lead) || named(first) {
		return 0
	}
	end := lead + 1
	for row := lead; row < end && end-lead <= mostHeadRows; row++ {
		for _, c := range r.cells[row] {
			end = max(end, c.Row+c.RowSpan)
		}
		if row == end-1 && r.divides(row) && end < r.g.Rows && !r.hasFigure(end) {
			end++
		}
	}
	if end < r.g.Rows && r.numbersColumns(end) {
		end++
	}
	if end-lead > mostHeadRows || end > r.g.Rows {
		return 1
	}
	return end - lead
}

// splits reports whether both of two headings are divided by the row below.
func (r rows) splits(row int) bool {
	for _, c := range r.written(row) {
		if c.ColSpan < 2 {
			return false
		}
	}
	return row+1 < r.g.Rows && len(r.written(row+1)) >= 4
}

// named reports whether a row is a name with its value: 项目名称 | …, 主管部门 | … | 实施单位 | …
func named(cells []*grid.Cell) bool {
	s := bare(cells[0].Text)
	return len(cells)%2 == 0 && len(cells) <= 4 && (strings.HasSuffix(s, "名称") || strings.HasSuffix(s, "部门") || strings.HasSuffix(s, "单位")) && cells[0].RowSpan == 1 &&
		(len(cells) == 2 || strings.HasSuffix(bare(cells[2].Text), "单位") || strings.HasSuffix(bare(cells[2].Text), "部门") || strings.HasSuffix(bare(cells[2].Text), "名称"))
}

// divides reports whether a row has merged headings with several written headings under each.
func (r rows) divides(row int) bool {
	if row+1 >= r.g.Rows {
		return false
	}
	for _, c := range r.written(row) {
		if c.ColSpan < 2 || c.Row+c.RowSpan != row+1 {
			continue
		}
		under := 0
		for _, u := range r.written(row + 1) {
			if u.Col >= c.Col && u.Col < c.Col+c.ColSpan && !numeric(u.Text) {
				under++
			}
		}
		if under >= 2 {
			return true
		}
	}
	return false
}

// hasFigure reports whether a figure stands in a row; a year is none.
func (r rows) hasFigure(row int) bool {
	for _, c := range r.written(row) {
		if numeric(c.Text) {
			return true
		}
	}
	return false
}

// numbersColumns reports whether a row numbers the columns: 栏次, or 1 2 3 … and nothing else but a label and formulas
// (4=5+6).
func (r rows) numbersColumns(row int) bool {
	written := r.written(row)
	if len(written) == 0 {
		return false
	}
	if s := bare(written[0].Text); s == "栏次" || s == "栏目" || s == "列次" || s == "序号" && len(written) > 2 && bare(written[1].Text) == "1" {
		return true
	}
	next := 0
	for i, c := range written {
		s := bare(c.Text)
		if n := leadingNumber(s); n > 0 && (next == 0 || n == next) && n < 100 {
			next = n + 1
			continue
		}
		if i > 0 || strings.ContainsFunc(s, unicode.IsDigit) {
			return false
		}
	}
	return next > 2
}

// leadingNumber is the number that 3, (3) and 4=5+6 begin with; 0 when a text is none of these.
func leadingNumber(s string) int {
	s = strings.Trim(s, "()（）")
	n, i := 0, 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' && i < 4 {
		n, i = 10*n+int(s[i]-'0'), i+1
	}
	if i == 0 || i < len(s) && s[i] != '=' {
		return 0
	}
	return n
}

// numeric reports whether a text is a figure, but no year.
func numeric(text string) bool {
	n, ok := fuhe.ParseNumber(strings.Trim(text, "()（）△"))
	return ok && !(n.Places == 0 && len(n.String()) == 4 && (strings.HasPrefix(n.String(), "19") || strings.HasPrefix(n.String(), "20")))
}

// unitInHeadings is a unit that headings print: 金额（万元）. Where they print several there is none.
func unitInHeadings(lines []fuhe.Line) string {
	unit := ""
	for _, l := range lines {
		if !strings.Contains(l.Text, "元") {
			continue
		}
		for _, w := range bracketUnit.FindAllStringSubmatch(l.Text, -1) {
			if unit != "" && unit != w[1] {
				return ""
			}
			unit = w[1]
		}
	}
	return unit
}
