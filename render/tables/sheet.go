package tables

import (
	"fmt"
	"strings"

	"fuhe"
	"fuhe/render/stream"
)

// paper is the sheet that a table is being written to.
type paper struct {
	*stream.Sheet
	o            Options
	book         *stream.Book
	left         int // columns before the table: the one that tells the page
	doubt        int // comments put on cells
	live, valued int // formulas of the original that were written, and those of which the value was

	cells  []stream.Cell // room for those of a row
	styles []numbered    // of each column the last style
}

// setup is what the sheet of one table begins with.
func (l *laid) setup(o Options) stream.Setup {
	s := l.t.Setting
	above := 0
	if !o.Notes {
		above = len(s.Above)
	}
	widths := l.widths
	if o.Pages {
		widths = append([]float64{pagePoints}, widths...)
	}
	set := stream.Setup{Widths: widths, Landscape: l.width() > portraitPoints}
	set.OnePage = l.fitsOnePage(set.Landscape, above+len(s.Below))
	if s.Head > 0 && s.Lead+s.Head < l.t.Rows {
		set.RepeatTop, set.Repeat = above+s.Lead, s.Head
		high := float64(above) * lineHeight(1)
		for _, h := range l.high[:s.Lead+s.Head] {
			high += h
		}
		if high <= frozenPoints {
			set.Frozen = above + s.Lead + s.Head
		}
	}
	return set
}

// fitsOnePage reports whether a table with some lines around it is still legible when it is printed on one page.
func (l *laid) fitsOnePage(landscape bool, lines int) bool {
	wide, long := pageShortPoints, pageLongPoints
	if landscape {
		wide, long = long, wide
	}
	high := float64(lines) * (lineHeight(1) + titlePoints - fontPoints)
	for _, h := range l.high {
		high += h
	}
	return min(wide/l.width(), long/max(high, 1)) >= smallestOnePager
}

// write puts a table on a sheet: the lines over it, its cells, its notes. It returns the range of its cells.
func (p *paper) write(l *laid) (first, rows int, err error) {
	s := l.t.Setting
	if !p.o.Notes {
		for _, line := range s.Above {
			if err := p.line(l, line.Text, bare(line.Text) != "" && strings.Contains(bare(line.Text), bare(l.t.Title)) && l.t.Title != ""); err != nil {
				return 0, 0, err
			}
		}
	}
	first = p.Rows()
	for row := range l.t.Rows {
		if err := p.row(l, row, first); err != nil {
			return 0, 0, err
		}
	}
	if p.o.Notes {
		p.aroundComment(l, first)
		return first, l.t.Rows, nil
	}
	for _, line := range s.Below {
		if err := p.line(l, line.Text, false); err != nil {
			return 0, 0, err
		}
	}
	return first, l.t.Rows, nil
}

// aroundComment says what stands around a table in a comment on its first cell.
func (p *paper) aroundComment(l *laid, first int) {
	var lines []string
	for _, around := range [][]fuhe.Line{l.t.Setting.Above, l.t.Setting.Below} {
		for _, line := range around {
			lines = append(lines, line.Text)
		}
	}
	if len(lines) > 0 && l.t.Rows > 0 {
		p.Comment(first, p.left, strings.Join(lines, "\n"))
	}
}

// line writes a line of text over the width of the table. A unit behind another label (编制单位：… 金额单位：万元) stands at
// the right, as on paper.
func (p *paper) line(l *laid, s string, title bool) error {
	cols := max(l.t.Cols, 1)
	st := stream.Style{}
	if title {
		st = stream.Style{Size: titlePoints, Bold: true, Align: stream.Centre}
	}
	left, right := splitLabels(s)
	if title || cols < 2 {
		left, right = s, ""
	}
	row := p.Rows()
	wide := l.width()
	size := lineHeight(wrapped(s, wide-cellPadPoints))
	if title {
		size = lineHeight(wrapped(s, (wide-cellPadPoints)*fontPoints/titlePoints)) + titlePoints - fontPoints
	}
	if right == "" {
		if onRight(s) && !title {
			st.Align = stream.Right
		}
		p.Merge(row, p.left, 1, cols)
		return p.Row(size, []stream.Cell{{Col: p.left, Text: s, Style: p.book.Style(st)}})
	}
	half := cols / 2
	p.Merge(row, p.left, 1, half)
	p.Merge(row, p.left+half, 1, cols-half)
	st.Align = stream.Right
	return p.Row(size, []stream.Cell{{Col: p.left, Text: left, Style: p.book.Style(stream.Style{})}, {Col: p.left + half, Text: right, Style: p.book.Style(st)}})
}

// splitLabels parts 编制单位：… from 金额单位：… on one line.
func splitLabels(s string) (left, right string) {
	for _, key := range []string{"金额单位", "计量单位", "货币单位", "单位：", "单位:"} {
		if i := strings.LastIndex(s, " "+key); i > 0 {
			return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i:])
		}
	}
	return s, ""
}

// onRight reports whether a label stands at the right of a table on paper: the number of a form, a unit.
func onRight(s string) bool {
	b := bare(s)
	return len([]rune(b)) <= 16 && (strings.HasPrefix(b, "公开") || strings.HasPrefix(b, "单位:") || strings.HasPrefix(b, "金额单位") || strings.HasPrefix(b, "(单位") || strings.HasPrefix(b, "计量单位"))
}

// row writes one row of a table.
func (p *paper) row(l *laid, row, first int) error {
	at := p.Rows()
	cells := p.cells[:0]
	if p.left > 0 {
		cells = append(cells, p.pageCell(l, row))
	}
	for col := range l.t.Cols {
		n := l.owner[row*l.t.Cols+col]
		if n == 0 {
			continue
		}
		c := &l.cells[n-1]
		cell := stream.Cell{Col: p.left + col, Style: p.styleOf(col, l.style(int(n-1)))}
		if c.Row == row && c.Col == col {
			p.content(&cell, l, int(n-1), first)
			p.Merge(at, p.left+col, c.RowSpan, c.ColSpan)
			p.say(l, int(n-1), at, p.left+col)
		}
		cells = append(cells, cell)
	}
	p.cells = cells
	return p.Row(l.high[row], cells)
}

// pageCell tells the page of a row.
func (p *paper) pageCell(l *laid, row int) stream.Cell {
	c := stream.Cell{Style: p.book.Style(stream.Style{Align: stream.Centre, Color: "808080"})}
	switch n := l.pageOf(row); {
	case row < l.t.Setting.Lead+l.t.Setting.Head:
		if row == l.t.Setting.Lead {
			c.Text = pageName.In(p.o.Lang)
		}
	case n > 0:
		c.Number = fmt.Sprint(n)
	}
	return c
}

// content puts what a cell holds into the sheet's cell.
func (p *paper) content(cell *stream.Cell, l *laid, n, first int) {
	if ty := l.typeOf(n); ty.kind() != text {
		cell.Number = ty.figure.Literal
		cell.Formula = p.formula(l, n, first)
		return
	}
	cell.Text = l.cells[n].Text
	if p.o.Formulas && l.cells[n].Formula != nil {
		p.valued++
	}
}

// say comments on what a reader must know of a cell: why it is no number, which marks stand at it, that it is no sum.
func (p *paper) say(l *laid, n, row, col int) {
	if says := l.says(n, p.o.Lang); says != "" && p.doubt < mostComments {
		p.doubt++
		p.Comment(row, col, says)
	}
}

// says is what there is to say of a placed cell, a line each; "" for most.
func (l *laid) says(n int, lang fuhe.Lang) string {
	c := &l.cells[n]
	says := doubts(c, l.typeOf(n), lang)
	if len(c.Marks) > 0 {
		says = append(says, marksName.In(lang)+strings.Join(c.Marks, " "))
	}
	for _, f := range l.sumsOf(n) {
		says = append(says, sumText(f, lang))
	}
	return strings.Join(says, "\n")
}

// style is the look of a cell.
func (l *laid) style(n int) stream.Style {
	st := dressed(l.plainStyle(n), l.cells[n].Style)
	if len(l.sumsOf(n)) > 0 {
		st.Fill = alarmFill
	}
	return st
}

// plainStyle is the look of a cell, whatever was found of it.
func (l *laid) plainStyle(n int) stream.Style {
	c, ty, s := &l.cells[n], l.typeOf(n), l.t.Setting
	st := stream.Style{Border: true}
	head := c.Row >= s.Lead && c.Row < s.Lead+s.Head
	switch {
	case c.Row < s.Lead:
		st.Border = false
		if bare(c.Text) == bare(l.t.Title) && l.t.Title != "" {
			st.Size, st.Bold, st.Align = titlePoints, true, stream.Centre
		} else if onRight(c.Text) {
			st.Align = stream.Right
		}
	case c.Row >= l.t.Rows-s.Tail:
		st.Border = c.ColSpan == l.t.Cols
	case head:
		st.Bold, st.Align = true, stream.Centre
	case ty.kind() != text:
		st.Align, st.Format, st.NoWrap = stream.Right, ty.figure.Format, true
		return st
	case l.format[c.Col] != "" && c.ColSpan == 1 && (dash(c.Text) || ty.why != nil):
		st.Align = stream.Right
		if bare(c.Text) == "" {
			st.Format = l.format[c.Col]
			return st
		}
	case short(c.Text) || sumLabel(c.Text) || l.t.Setting.Head == 0 && len([]rune(c.Text)) <= 12:
		st.Align = stream.Centre
	}
	if looksLiteral(c.Text) {
		st.Format = "@"
	}
	return st
}

// sumLabel reports whether a text is the label of a total, which accounts set in the middle.
func sumLabel(s string) bool {
	s = bare(s)
	return len([]rune(s)) <= 8 && (strings.HasSuffix(s, "合计") || strings.HasSuffix(s, "总计") || strings.HasSuffix(s, "小计"))
}

// short reports whether a text is a code or a mark, which stands in the middle of its column.
func short(s string) bool {
	return s != "" && len(s) <= 12 && strings.Trim(s, "0123456789.-/—ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// looksLiteral tells what a spreadsheet would take for something else when it is edited.
func looksLiteral(s string) bool {
	return s != "" && strings.ContainsRune("=+-@'\t0123456789.", rune(s[0]))
}
