package workbook

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"fuhe"
	"fuhe/render"
)

// Tables writes every table of the documents on a sheet of its own, with its merged cells. All cells are text: what a
// figure of an unknown table means (a code, an amount, a year) is not known.
func Tables(w io.Writer, docs []fuhe.Document, l fuhe.Lang) error {
	b := newBook(l)
	defer b.file.Close()
	if err := b.properties(); err != nil {
		return err
	}
	for _, d := range docs {
		for _, t := range d.Tables {
			place := fuhe.Source{Sheet: t.Sheet, Page: t.Page, Table: t.Table}.String()
			name, err := b.addSheet(place, formName.In(l))
			if err != nil {
				return err
			}
			r := &fuhe.Report{Printed: fuhe.Printed{Table: t, Widths: edges(t)}}
			if _, err := b.addForm(name, r); err != nil && !errors.Is(err, errUnfit) {
				return fmt.Errorf("%s: %s: %w", d.Path, place, err)
			}
		}
	}
	if b.empty {
		name, err := b.addSheet(noTablesPhrase.In(l), "")
		if err != nil {
			return err
		}
		if err := b.text(name, "A1", noTablesPhrase.In(l)); err != nil {
			return err
		}
	}
	return b.write(w)
}

// edges are the widths of a table's columns by the boxes of its cells; nil where some column has none of its own.
func edges(t fuhe.Table) []float64 {
	if t.Cols <= 0 || t.Cols > maxSheetCols {
		return nil
	}
	widths := make([]float64, t.Cols)
	for _, c := range t.Cells {
		if c.Box != nil && c.ColSpan == 1 && c.Col >= 0 && c.Col < t.Cols {
			widths[c.Col] = c.Box[2] - c.Box[0]
		}
	}
	for _, w := range widths {
		if !(w > 0) {
			return nil
		}
	}
	return widths
}

// TablesText writes every table of the documents as rows between bars: "<" continues the cell to the left, "^" the cell
// above, a dot stands where the table has no cell.
func TablesText(w io.Writer, docs []fuhe.Document, l fuhe.Lang) error {
	out := bufio.NewWriter(w)
	for _, d := range docs {
		path := render.Plain(d.Path)
		for _, t := range d.Tables {
			at := fuhe.Source{Sheet: t.Sheet, Page: t.Page, Table: t.Table}
			fmt.Fprintf(out, "%s  %d × %d\n", render.Place(path, at), t.Rows, t.Cols)
			if err := tableText(out, t); err != nil {
				fmt.Fprintf(out, "%s  %s\n", render.UnreadName.In(l), err)
			}
			fmt.Fprintln(out)
		}
		for _, u := range d.Unread {
			fmt.Fprintf(out, "%s  %s  %s\n", render.Place(path, u.At), render.UnreadName.In(l), render.Plain(u.Reason))
		}
	}
	return out.Flush()
}

func tableText(out *bufio.Writer, t fuhe.Table) error {
	l, err := lay(fuhe.Printed{Table: t}, "", nil)
	if err != nil {
		return err
	}
	if l.rows > 0 && l.cols > maxTableCells/l.rows {
		return fmt.Errorf("%w: %d rows, %d columns", errUnfit, l.rows, l.cols)
	}
	grid := make([]string, l.rows*l.cols)
	for i := range grid {
		grid[i] = "."
	}
	for _, c := range l.cells {
		for r := range c.RowSpan {
			for k := range c.ColSpan {
				text := strings.ReplaceAll(render.Plain(c.Text), "|", `\|`)
				switch {
				case k > 0:
					text = "<"
				case r > 0:
					text = "^"
				}
				grid[(c.Row+r)*l.cols+c.Col+k] = text
			}
		}
	}
	for r := range l.rows {
		fmt.Fprintf(out, "| %s |\n", strings.Join(grid[r*l.cols:(r+1)*l.cols], " | "))
	}
	return nil
}
