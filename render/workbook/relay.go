package workbook

import (
	"slices"
	"strings"

	"fuhe"
)

// relaid is a form from a file whose columns were only told apart by separators, laid out as the national form is: such
// a table has no merged cells, its rows stand shifted against their headings, and laid out as it is it would be read
// wrong by people and programs alike. Every text of the table is kept, with its place in the source.
func relaid(r *fuhe.Report) fuhe.Printed {
	b := &relay{report: r, table: r.Printed.Table, fields: fieldsOf(r), entries: map[fuhe.Source]bool{}, used: map[fuhe.Source]bool{}}
	for _, cell := range b.fields {
		if cell.Present() {
			b.entries[cell.At] = true
		}
	}
	money, tree := b.columns(moneyKeys, b.fund), b.columns(treeKeys, b.indicator)
	b.cols = max(1+len(money), 1+len(tree), narrowestForm)
	b.owners()
	b.block(money, len(r.Funds), b.fund, "项目资金")
	b.goals()
	b.block(tree, len(r.Indicators), b.indicator, "绩效指标")
	b.total(tree)
	p := r.Printed
	p.Widths = nil
	p.Below = append(b.rest(), p.Below...)
	p.Table.Cells, p.Table.Rows, p.Table.Cols = b.cells, b.row, b.cols
	return p
}

// spanless reports whether a table of a file without pages and sheets has several rows and no merged cell: no ruled form
// is like that.
func spanless(t fuhe.Table) bool {
	return t.Sheet == "" && t.Page == 0 && t.Rows > 1 && t.Cols > 1 && !slices.ContainsFunc(t.Cells, func(c fuhe.TableCell) bool { return c.RowSpan > 1 || c.ColSpan > 1 })
}

// relay lays a form out row by row.
type relay struct {
	report  *fuhe.Report
	table   fuhe.Table
	fields  map[fuhe.Field]*fuhe.Cell
	entries map[fuhe.Source]bool // places of entries
	used    map[fuhe.Source]bool // places of cells that were laid out
	cells   []fuhe.TableCell
	row     int
	cols    int
}

const narrowestForm = 4 // label and value, twice

// The columns of the two blocks, with the headings that the national form prints.
type relayColumn struct{ key, heading string }

var (
	moneyKeys = []relayColumn{
		{"name", ""}, {"initial_budget", "年初预算数"}, {"adjusted_budget", "全年预算数"}, {"executed", "全年执行数"},
		{"weight", "分值"}, {"execution_rate", "执行率"}, {"score", "得分"}, {"received", "到位资金"},
	}
	treeKeys = []relayColumn{
		{"level1", "一级指标"}, {"level2", "二级指标"}, {"name", "三级指标"}, {"target", "年度指标值"}, {"actual", "实际完成值"},
		{"weight", "分值"}, {"score", "得分"}, {"deviation", "偏差原因分析及改进措施"},
	}
)

func (b *relay) fund(i int, key string) *fuhe.Cell { return b.fields[fuhe.FundField(i, key)] }

func (b *relay) indicator(i int, key string) *fuhe.Cell {
	return b.fields[fuhe.IndicatorField(i, key)]
}

// columns are those that some row of the block has.
func (b *relay) columns(all []relayColumn, entry func(int, string) *fuhe.Cell) []relayColumn {
	var out []relayColumn
	for _, c := range all {
		for i := 0; entry(i, c.key) != nil; i++ {
			if entry(i, c.key).Present() {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

// put lays out one cell.
func (b *relay) put(col, rows, cols int, c fuhe.Cell) {
	b.cells = append(b.cells, fuhe.TableCell{Row: b.row, Col: col, RowSpan: rows, ColSpan: cols, Text: c.Text, At: c.At})
	b.used[c.At] = true
}

// owners are the rows of project, department and implementer: label and value, the last value over the rest of the row.
func (b *relay) owners() {
	r := b.report
	if r.Project.Present() {
		b.put(0, 1, 2, b.labelOf(r.Project, "项目名称"))
		b.put(2, 1, b.cols-2, r.Project)
		b.row++
	}
	var pair []fuhe.Cell
	for _, e := range []struct {
		cell  fuhe.Cell
		label string
	}{{r.Department, "主管部门"}, {r.Implementer, "实施单位"}} {
		if e.cell.Present() {
			pair = append(pair, b.labelOf(e.cell, e.label), e.cell)
		}
	}
	if len(pair) == 0 {
		return
	}
	half := b.cols / 2
	for i, c := range pair {
		col, span := []int{0, 1, half, half + 1}[i], []int{1, half - 1, 1, b.cols - half - 1}[i]
		if len(pair) == 2 && i == 1 {
			span = b.cols - 1
		}
		b.put(col, 1, span, c)
	}
	b.row++
}

// block is the money block or the indicator tree: a caption down its side, headings, and a row for each entry. The last
// heading but the first of a narrow block takes the columns that are left.
func (b *relay) block(columns []relayColumn, rows int, entry func(int, string) *fuhe.Cell, caption string) {
	if rows == 0 || len(columns) == 0 {
		return
	}
	last := len(columns) - 1
	span := func(i int) int {
		if i == last {
			return b.cols - 1 - last
		}
		return 1
	}
	top := b.row
	heads := make([]fuhe.Cell, len(columns))
	for i, c := range columns {
		heads[i] = b.headingOf(first(rows, c.key, entry), c.heading)
	}
	b.put(0, rows+1, 1, b.captionOf(heads, caption))
	for i, h := range heads {
		b.put(1+i, 1, span(i), h)
	}
	b.row++
	for i, c := range columns {
		for row := 0; row < rows; {
			cell, n := *entry(row, c.key), 1
			for cell.Present() && row+n < rows && entry(row+n, c.key).At == cell.At {
				n++ // a merged first or second level
			}
			b.row = top + 1 + row
			b.put(1+i, n, span(i), cell)
			row += n
		}
	}
	b.row = top + 1 + rows
}

func first(rows int, key string, entry func(int, string) *fuhe.Cell) fuhe.Cell {
	for i := range rows {
		if c := entry(i, key); c.Present() {
			return *c
		}
	}
	return fuhe.Cell{}
}

// goals are two headings over two texts, with a caption at their side.
func (b *relay) goals() {
	g := b.report.Goals
	if !g.Expected.Present() && !g.Actual.Present() {
		return
	}
	heads := []fuhe.Cell{b.headingOf(g.Expected, "预期目标"), b.headingOf(g.Actual, "实际完成情况")}
	b.put(0, 2, 1, b.captionOf(heads[:1], "年度总体目标"))
	half := (b.cols - 1) / 2
	b.put(1, 1, half, heads[0])
	b.put(1+half, 1, b.cols-1-half, heads[1])
	b.row++
	b.put(1, 1, half, g.Expected)
	b.put(1+half, 1, b.cols-1-half, g.Actual)
	b.row++
}

// total is the last row: its label, and its figures under the headings of the weights and scores.
func (b *relay) total(tree []relayColumn) {
	t := b.report.Total
	at := map[string]int{}
	for i, c := range tree {
		at[c.key] = 1 + i
	}
	figures := []struct {
		key  string
		cell fuhe.Cell
	}{{"weight", t.Weight}, {"score", t.Score}, {"deviation", t.Grade}}
	begin := b.cols
	for _, f := range figures {
		if col, ok := at[f.key]; f.cell.Present() && ok {
			begin = min(begin, col)
		}
	}
	if begin == b.cols {
		return // no total, or no column for it: what was read of it is listed below
	}
	b.put(0, 1, begin, b.labelOf(first(1, "", func(int, string) *fuhe.Cell { return firstPresent(t.Weight, t.Score) }), "总分"))
	for _, f := range figures {
		if col, ok := at[f.key]; ok && f.cell.Present() {
			b.put(col, 1, 1, f.cell)
		}
	}
	b.row++
}

func firstPresent(cells ...fuhe.Cell) *fuhe.Cell {
	for i := range cells {
		if cells[i].Present() {
			return &cells[i]
		}
	}
	return &fuhe.Cell{}
}

// rest are the texts of the table that found no place, a line for each row: notes, and pieces of no known entry.
func (b *relay) rest() []fuhe.Line {
	on := bareTexts(fuhe.Printed{Above: b.report.Printed.Above, Table: fuhe.Table{Cells: b.cells}})
	rows := map[int][]string{}
	var order []int
	for _, c := range b.table.Cells {
		if bare(c.Text) == "" || b.used[c.At] || strings.Contains(on, bare(c.Text)) {
			continue
		}
		if rows[c.Row] == nil {
			order = append(order, c.Row)
		}
		rows[c.Row] = append(rows[c.Row], c.Text)
	}
	var out []fuhe.Line
	for _, row := range order {
		out = append(out, fuhe.Line{Text: strings.Join(rows[row], " ")})
	}
	return out
}
