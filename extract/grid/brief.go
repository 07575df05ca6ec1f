package grid

import (
	"fmt"
	"strings"
)

// Brief is a book in short, for tests: "^" before a line above a table, a line for each row of cells, texts with their
// spans and what is said of them, "!" before what was not read.
func Brief(b Book) string {
	var out strings.Builder
	for _, g := range b.Grids {
		for _, l := range g.Above {
			fmt.Fprintf(&out, "^%s\n", l.Text)
		}
		row := 0
		for _, c := range g.Cells {
			if c.Row != row {
				out.WriteString("\n")
			}
			row = c.Row
			out.WriteString(briefCell(c))
		}
		if g.Unsure != "" {
			out.WriteString(" unsure: " + g.Unsure)
		}
		out.WriteString("\n")
	}
	for _, u := range b.Unread {
		fmt.Fprintf(&out, "! %s\n", u.Reason)
	}
	return strings.TrimSpace(out.String())
}

func briefCell(c Cell) string {
	out := "[" + c.Text
	if c.RowSpan > 1 || c.ColSpan > 1 {
		out += fmt.Sprintf(" %dx%d", c.RowSpan, c.ColSpan)
	}
	if c.Struck {
		out += " struck"
	}
	if c.Doubt != nil {
		out += " ?"
	}
	return out + "]"
}
