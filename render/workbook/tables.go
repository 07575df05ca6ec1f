package workbook

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"fuhe"
	"fuhe/render"
)

// TablesText writes every table of the documents as rows between bars: "<" continues the cell to the left, "^" the cell
// above, a dot stands where the table has no cell.
func TablesText(w io.Writer, docs []fuhe.Document, l fuhe.Lang) error {
	out := bufio.NewWriter(w)
	for _, d := range docs {
		path := render.Path(d.Path)
		for _, t := range d.Tables {
			at := fuhe.Source{Sheet: t.Sheet, Page: t.Page, Table: t.Table}
			fmt.Fprintf(out, "%s  %d × %d%s\n", render.Place(path, at), t.Rows, t.Cols, inferredMark(&t, l))
			if err := tableText(out, t); err != nil {
				fmt.Fprintf(out, "%s  %s\n", render.UnreadName.In(l), err)
			}
			tableMissing(out, &t, l)
			tableFindings(out, &t, l)
			fmt.Fprintln(out)
		}
		for _, u := range d.Unread {
			fmt.Fprintf(out, "%s  %s  %s\n", render.Place(path, u.At), render.UnreadName.In(l), render.Plain(u.Reason))
		}
	}
	return out.Flush()
}

// inferredMark tells a table whose borders are not all drawn from one that stands so in print.
func inferredMark(t *fuhe.Table, l fuhe.Lang) string {
	if t.Scanned {
		return "  " + scannedPhrase.In(l)
	}
	if !t.Inferred {
		return ""
	}
	return "  " + inferredPhrase.In(l)
}

var doubtName = fuhe.Phrase{ZH: "存疑", EN: "doubt"}

var scannedPhrase = fuhe.Phrase{ZH: "由扫描件识别，请与原件核对", EN: "recognised from a scan: compare it with the original"}

var inferredPhrase = fuhe.Phrase{ZH: "无框线或框线不全，行列为推断", EN: "inferred: its borders are not drawn, or not all of them"}

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

// tableMissing prints the cells that are in doubt or held something that is not in their text, one on a line.
func tableMissing(out *bufio.Writer, t *fuhe.Table, l fuhe.Lang) {
	for i := range t.Cells {
		c := &t.Cells[i]
		if why := c.Missing(); why != nil {
			fmt.Fprintf(out, "%s  %s  %s\n", doubtName.In(l), fuhe.Ref(c.Row, c.Col, 1, 1), render.Plain(why.In(l)))
		}
	}
}

// tableFindings prints where the sums of a table do not close, one on a line.
func tableFindings(out *bufio.Writer, t *fuhe.Table, l fuhe.Lang) {
	for _, f := range t.Findings {
		fmt.Fprintf(out, "%s %s  %s  %s → %s  %s\n", render.SeverityName(fuhe.Error, l), f.Rule, fuhe.Ref(f.Row, f.Col, 1, 1), render.Plain(f.Published), f.Recomputed, render.Plain(f.Working))
	}
}
