// Command write puts invented forms into a folder, each a web page of its own: two of three with a slip, the kinds in turn.
// It is for comparing two versions of fuhe on many forms, see .ci/same.py.
//
//	go run ./samples/invent/write -forms 10000 FOLDER
package main

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"

	"fuhe/extract/grid"
	"fuhe/samples/invent"
)

func main() {
	forms := flag.Int("forms", 10_000, "how many")
	flag.Parse()
	if err := write(flag.Arg(0), *forms); err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
}

func write(folder string, forms int) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for n := range forms {
		f := invented(n)
		name := fmt.Sprintf("%05d-%s-consistent.html", n, f.Layout)
		if f.Slip != nil {
			name = fmt.Sprintf("%05d-%s-%s.html", n, f.Layout, f.Slip.Kind)
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(page(f.Grid)), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// invented is the n-th form. A layout that prints nothing a slip of some kind could be made in gets the next kind.
func invented(n int) *invent.Form {
	layouts, kinds := invent.Layouts(), invent.Kinds()
	layout := layouts[n%len(layouts)]
	if n%3 == 0 {
		return invent.Make(layout, uint64(n))
	}
	for k := range kinds {
		if f, ok := invent.Seed(layout, kinds[(n/len(layouts)+k)%len(kinds)], uint64(n)); ok {
			return f
		}
	}
	return invent.Make(layout, uint64(n))
}

// page is a grid as a web page.
func page(g grid.Grid) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<meta charset=utf-8>\n")
	for _, l := range g.Above {
		b.WriteString("<p>" + html.EscapeString(l.Text) + "</p>\n")
	}
	b.WriteString("<table border=1>\n")
	for row := range g.Rows {
		b.WriteString("<tr>")
		for _, c := range g.Cells {
			if c.Row == row {
				text := strings.ReplaceAll(html.EscapeString(c.Text), "\n", "<br>")
				fmt.Fprintf(&b, "<td rowspan=%d colspan=%d>%s</td>", c.RowSpan, c.ColSpan, text)
			}
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
	for _, l := range g.Below {
		b.WriteString("<p>" + html.EscapeString(l.Text) + "</p>\n")
	}
	return b.String()
}
