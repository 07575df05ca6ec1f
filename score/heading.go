package score

import (
	"slices"
	"strings"

	"fuhe"
)

// headingOver is the heading that an entry of a fund or an indicator stands under, as printed, notes in brackets cut off:
// 调整后预算数 where the glossary says 全年预算数. "" where the printed table does not tell.
func (p *Pass) headingOver(f fuhe.Field) string {
	i := p.places.find(f)
	if i < 0 || p.places.column[i] < 0 {
		return ""
	}
	cells := p.Report.Printed.Table.Cells
	at := p.places.cells[i].At
	own := slices.IndexFunc(cells, func(c fuhe.TableCell) bool { return !at.IsZero() && c.At == at })
	if own < 0 {
		return ""
	}
	heading, _, _ := strings.Cut(printedOver(p.Report, &cells[own]), "(")
	if len([]rune(heading)) > headingRunes {
		return ""
	}
	return heading
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
	return strings.NewReplacer("\n", "", " ", "", "（", "(", "）", ")").Replace(heading)
}
