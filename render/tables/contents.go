package tables

import (
	"fmt"
	"math/big"

	"fuhe"
	"fuhe/render/stream"
)

// listed is a table in the list of contents.
type listed struct {
	title, path, page, unit, sheet string
	at                             string // its first cell on the sheet
	cells                          string // reference of its cells, for the sum; "" where they are among others
	rows, cols                     int
	drawn, held, numbers, doubts   int
	sum                            string
	proof                          string
	unlike, inferred               bool
	unclosed                       int // sums that do not close
	live, valued                   int // formulas of the original, written as such and as their values
}

// missed is something that was not taken.
type missed struct{ path, place, what string }

// source is an input of the run.
type source struct {
	path, state, why string
	tables           int
}

// entry is the line of a table in the list of contents, but for where it went.
func (w *workbook) entry(doc *fuhe.Document, t *fuhe.Table, l *laid) listed {
	e := listed{title: t.Title, path: doc.Path, page: pages(t), unit: t.Unit, rows: t.Rows, cols: t.Cols, inferred: t.Inferred, unclosed: len(t.Findings)}
	if e.title == "" {
		e.title = place(t)
	}
	if l == nil {
		e.proof, e.unlike = fmt.Sprintf(unfitPhrase.In(w.o.Lang), t.Rows, t.Cols), true
		return e
	}
	held, drawn := l.digits(), t.Setting.Drawn
	if t.Page == 0 {
		drawn = t.Setting.Held
	}
	e.drawn, e.held = drawn.Runs, held.Runs
	var sum total
	for n := range l.cells {
		ty := l.typeOf(n)
		if ty.why != nil || l.cells[n].Missing() != nil {
			e.doubts++
		}
		if ty.kind() == number {
			e.numbers++
			sum.add(ty.figure.Literal)
		}
	}
	if e.numbers > 0 {
		e.sum = decimals(sum.value())
	}
	e.proof, e.unlike = w.proof(t.Setting, drawn, held)
	if n := l.missing(); n > 0 {
		e.proof += fmt.Sprintf(missingPhrase.In(w.o.Lang), n)
	}
	if e.unlike {
		e.doubts++
	}
	return e
}

// missing counts the cells that held something which was not taken, but for what is struck out on a page: that is counted there.
func (l *laid) missing() int {
	n := 0
	for i := range l.cells {
		if c := &l.cells[i]; c.Doubt != nil || c.Struck && l.t.Setting.Struck.Runs == 0 {
			n++
		}
	}
	return n
}

// proof compares what the page shows with what stands in the cells.
func (w *workbook) proof(s fuhe.Setting, drawn, held fuhe.Digits) (says string, unlike bool) {
	all := held.Add(s.Repeat).Add(s.Struck)
	switch {
	case drawn.Count != all.Count:
		return fmt.Sprintf(unlikePhrase.In(w.o.Lang), drawn.Count, all.Count), true
	case s.Struck.Runs > 0:
		return fmt.Sprintf(struckPhrase.In(w.o.Lang), s.Struck.Runs), false
	case drawn.Runs != all.Runs:
		return fmt.Sprintf(brokenPhrase.In(w.o.Lang), drawn.Count), false
	case s.Repeat.Runs > 0:
		return fmt.Sprintf(repeatPhrase.In(w.o.Lang), s.Repeat.Runs), false
	}
	return agreePhrase.In(w.o.Lang), false
}

// decimals is a sum of decimals in digits.
func decimals(r *big.Rat) string {
	n, exact := r.FloatPrec()
	if !exact {
		n = 10
	}
	return r.FloatString(n)
}

// pages are the pages of a table as people write them.
func pages(t *fuhe.Table) string {
	switch {
	case len(t.Pages) > 1:
		return fmt.Sprintf("%d–%d", t.Pages[0], t.Pages[len(t.Pages)-1])
	case t.Page > 0:
		return fmt.Sprint(t.Page)
	}
	return t.Sheet
}

// place names a table that has no title.
func place(t *fuhe.Table) string {
	return fuhe.Source{Sheet: t.Sheet, Page: t.Page, Table: t.Table}.String()
}

// listColumn is a column of the list.
type listColumn struct {
	name  fuhe.Phrase
	width float64
}

var contentColumns = []listColumn{
	{numberColumn, 34}, {titleColumn, 220}, {unitColumn, 40}, {pageName, 44}, {rowsColumn, 40}, {colsColumn, 54}, {drawnColumn, 56}, {heldColumn, 56},
	{numbersColumn, 56}, {sumColumn, 110}, {doubtsColumn, 46}, {proofColumn, 150}, {sheetColumn, 120}, {fileName, 220},
}

// contents writes the first sheet.
func (w *workbook) contents(name string) error {
	columns := w.columns()
	widths := make([]float64, len(columns))
	for i, c := range columns {
		widths[i] = c.width
	}
	s, err := w.book.Sheet(name, stream.Setup{Widths: widths, Frozen: 2, RepeatTop: 1, Repeat: 1, Landscape: true, First: true})
	if err != nil {
		return err
	}
	unlike, unclosed, doubts := 0, 0, 0
	for _, e := range w.list {
		if e.unlike {
			unlike++
		}
		unclosed += e.unclosed
		doubts += e.doubts
	}
	head := fmt.Sprintf(sumHead.In(w.o.Lang), len(w.sources), len(w.list), unlike, unclosed, doubts)
	if err := w.heading(s, contentsName.In(w.o.Lang)+wideSpace.In(w.o.Lang)+head); err != nil {
		return err
	}
	if err := w.columnHeads(s, columns); err != nil {
		return err
	}
	for i, e := range w.list {
		if err := w.contentRow(s, i, e); err != nil {
			return err
		}
	}
	s.Filter(1, 0, len(w.list)+1, len(columns))
	if err := w.sumsOff(s); err != nil {
		return err
	}
	if err := w.misses(s); err != nil {
		return err
	}
	if err := w.files(s); err != nil {
		return err
	}
	return s.Close()
}

func (w *workbook) heading(s *stream.Sheet, text string) error {
	s.Merge(s.Rows(), 0, 1, len(contentColumns))
	return s.Row(lineHeight(1)+titlePoints-fontPoints, []stream.Cell{{Text: text, Style: w.book.Style(stream.Style{Size: 12, Bold: true})}})
}

func (w *workbook) columnHeads(s *stream.Sheet, columns []listColumn) error {
	style := w.book.Style(stream.Style{Bold: true, Border: true, Fill: "D9E1F2", Align: stream.Centre})
	cells := make([]stream.Cell, len(columns))
	lines := 1
	for i, c := range columns {
		cells[i] = stream.Cell{Col: i, Text: c.name.In(w.o.Lang), Style: style}
		lines = max(lines, wrapped(c.name.In(w.o.Lang), c.width-cellPadPoints))
	}
	return s.Row(lineHeight(lines), cells)
}

func (w *workbook) contentRow(s *stream.Sheet, i int, e listed) error {
	plain, count := w.book.Style(stream.Style{Border: true}), w.book.Style(stream.Style{Border: true, Align: stream.Right, Format: "0"})
	link, literal := w.book.Style(stream.Style{Border: true, Link: true, Format: "@"}), w.book.Style(stream.Style{Border: true, Format: "@", Align: stream.Centre})
	sum := w.book.Style(stream.Style{Border: true, Align: stream.Right, Format: "#,##0.00##", NoWrap: true})
	proof := plain
	if e.unlike {
		proof = w.book.Style(stream.Style{Border: true, Fill: alarmFill})
	}
	number := func(col, n int) stream.Cell { return stream.Cell{Col: col, Style: count, Number: fmt.Sprint(n)} }
	sumCell := stream.Cell{Col: 9, Style: sum, Number: e.sum}
	if e.cells != "" && e.sum != "" {
		sumCell.Formula = "SUM(" + e.cells + ")"
	}
	row := s.Rows()
	if e.sheet != "" {
		s.Link(row, 1, e.sheet, e.at, e.title)
	}
	high := lineHeight(max(wrapped(e.title, 216), wrapped(e.proof, 146), wrapped(e.path, 216), wrapped(e.sheet, 116)))
	return s.Row(high, append([]stream.Cell{
		number(0, i+1), {Col: 1, Style: link, Text: e.title}, {Col: 2, Style: plain, Text: e.unit}, {Col: 3, Style: literal, Text: e.page},
		number(4, e.rows), number(5, e.cols), number(6, e.drawn), number(7, e.held), number(8, e.numbers), sumCell, number(10, e.doubts),
		{Col: 11, Style: proof, Text: e.proof}, {Col: 12, Style: plain, Text: e.sheet}, {Col: 13, Style: plain, Text: e.path},
	}, w.more(e)...))
}

// misses lists what was not taken.
func (w *workbook) misses(s *stream.Sheet) error {
	if len(w.missed) == 0 && w.moreMissed == 0 {
		return nil
	}
	return w.section(s, outsideTitle, []fuhe.Phrase{pageName, whatColumn, fileName}, len(w.missed), func(i int) []string {
		return []string{w.missed[i].place, w.missed[i].what, w.missed[i].path}
	}, w.moreMissed)
}

// files lists the inputs of the run.
func (w *workbook) files(s *stream.Sheet) error {
	return w.section(s, filesTitle, []fuhe.Phrase{tablesColumn, stateColumn, fileName}, len(w.sources), func(i int) []string {
		f := w.sources[i]
		state := f.state
		if f.why != "" {
			state += fuhe.Phrase{ZH: "：", EN: ": "}.In(w.o.Lang) + f.why
		}
		return []string{fmt.Sprint(f.tables), state, f.path}
	}, 0)
}

// section writes a list of three columns under the one before: a short one, what there is to say, the file.
func (w *workbook) section(s *stream.Sheet, title fuhe.Phrase, heads []fuhe.Phrase, n int, row func(int) []string, more int) error {
	if err := s.Row(0, nil); err != nil {
		return err
	}
	if err := w.heading(s, title.In(w.o.Lang)); err != nil {
		return err
	}
	spans := [][2]int{{0, 1}, {1, 10}, {11, 3}}
	const wide = 640.0 // points of the middle one
	narrow := contentColumns[0].width - cellPadPoints
	style := func(head bool) int {
		if head {
			return w.book.Style(stream.Style{Bold: true, Border: true, Fill: "D9E1F2", Align: stream.Centre})
		}
		return w.book.Style(stream.Style{Border: true, Format: "@"})
	}
	write := func(texts []string, head bool) error {
		var cells []stream.Cell
		for i, sp := range spans {
			s.Merge(s.Rows(), sp[0], 1, sp[1])
			for c := sp[0]; c < sp[0]+sp[1]; c++ {
				cell := stream.Cell{Col: c, Style: style(head)}
				if c == sp[0] {
					cell.Text = texts[i]
				}
				cells = append(cells, cell)
			}
		}
		return s.Row(lineHeight(max(wrapped(texts[0], narrow), wrapped(texts[1], wide), wrapped(texts[2], 480))), cells)
	}
	if err := write([]string{heads[0].In(w.o.Lang), heads[1].In(w.o.Lang), heads[2].In(w.o.Lang)}, true); err != nil {
		return err
	}
	for i := range n {
		if err := write(row(i), false); err != nil {
			return err
		}
	}
	if more > 0 {
		return write([]string{"", fmt.Sprintf(moreOutside.In(w.o.Lang), more), ""}, false)
	}
	return nil
}
