package figures

import (
	"slices"
	"strings"

	"fuhe"
)

// asHeading takes line ends and blanks out of a heading and gives it half-width brackets.
var asHeading = strings.NewReplacer("\n", "", " ", "", "（", "(", "）", ")")

// calledAs is what a figure of a fund is called: the heading over it, or the name to its left where amounts stand beside their
// names; a fund has no name of its own there.
func (f *Figures) calledAs(i int, own *fuhe.TableCell) string {
	if f.Report.Funds[i].Name.Present() {
		return printedOver(f.Report, own)
	}
	left := ""
	for k := range f.Report.Printed.Table.Cells {
		if c := &f.Report.Printed.Table.Cells[k]; c.Row == own.Row && c.Col+max(c.ColSpan, 1) == own.Col {
			left = c.Text
		}
	}
	return asHeading.Replace(left)
}

// tableCell is the cell of the printed table at a place; nil when there is none.
func (f *Figures) tableCell(at fuhe.Source) *fuhe.TableCell {
	cells := f.Report.Printed.Table.Cells
	if i := slices.IndexFunc(cells, func(c fuhe.TableCell) bool { return !at.IsZero() && c.At == at }); i >= 0 {
		return &cells[i]
	}
	return nil
}

// printedOver is the heading over a cell of the printed table with its notes, without white space; "" when there is none.
func printedOver(r *fuhe.Report, own *fuhe.TableCell) string {
	heading, nearest := "", -1
	for k := range r.Printed.Table.Cells {
		c := &r.Printed.Table.Cells[k]
		if c.Row <= nearest || c.Row >= own.Row || own.Col < c.Col || own.Col >= c.Col+max(c.ColSpan, 1) {
			continue
		}
		if slices.ContainsFunc(r.Headings, func(h fuhe.Cell) bool { return h.At == c.At }) {
			heading, nearest = c.Text, c.Row
		}
	}
	return asHeading.Replace(heading)
}
