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
	heading, nearest := "", -1
	for k := range cells {
		c := &cells[k]
		if c.Row <= nearest || c.Row >= cells[own].Row || cells[own].Col < c.Col || cells[own].Col >= c.Col+max(c.ColSpan, 1) {
			continue
		}
		if slices.ContainsFunc(p.Report.Headings, func(h fuhe.Cell) bool { return h.At == c.At }) {
			heading, nearest = c.Text, c.Row
		}
	}
	heading = strings.NewReplacer("\n", "", " ", "", "（", "(").Replace(heading)
	heading, _, _ = strings.Cut(heading, "(")
	if len([]rune(heading)) > headingRunes {
		return ""
	}
	return heading
}
