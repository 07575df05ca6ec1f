package workbook

import (
	"strings"

	"fuhe"
)

// maxHeadingRunes tells a heading from a sentence that happens to stand above an entry.
const maxHeadingRunes = 24

// headingOf is the printed heading of an entry's column: the nearest text above it that is no entry.
func (b *relay) headingOf(entry fuhe.Cell, otherwise string) fuhe.Cell {
	home := b.home(entry)
	if home == nil {
		return fuhe.Cell{Text: otherwise}
	}
	var found *fuhe.TableCell
	for i := range b.table.Cells {
		c := &b.table.Cells[i]
		if c.Col == home.Col && c.Row < home.Row && b.isLabel(c) && (found == nil || c.Row > found.Row) {
			found = c
		}
	}
	return taken(found, otherwise)
}

// labelOf is the printed label of an entry: the nearest text to its left in its row.
func (b *relay) labelOf(entry fuhe.Cell, otherwise string) fuhe.Cell {
	home := b.home(entry)
	if home == nil {
		return fuhe.Cell{Text: otherwise}
	}
	var found *fuhe.TableCell
	for i := range b.table.Cells {
		c := &b.table.Cells[i]
		if c.Row == home.Row && c.Col < home.Col && b.isLabel(c) && (found == nil || c.Col > found.Col) {
			found = c
		}
	}
	return taken(found, otherwise)
}

// captionOf is the printed caption of a block: the first text in the row of its headings, unless that is one of them.
// A caption that prints points is an entry, too.
func (b *relay) captionOf(headings []fuhe.Cell, otherwise string) fuhe.Cell {
	for _, h := range headings {
		home := b.home(h)
		if home == nil {
			continue
		}
		for i := range b.table.Cells {
			c := &b.table.Cells[i]
			near := c.Row == home.Row || c.Row == home.Row+1 // the caption of the goals may stand beside the texts
			if near && c.Col < home.Col && strings.TrimSpace(c.Text) != "" && len([]rune(c.Text)) <= maxHeadingRunes && !b.used[c.At] {
				return fuhe.Cell{Text: c.Text, At: c.At}
			}
		}
	}
	return fuhe.Cell{Text: otherwise}
}

func (b *relay) home(entry fuhe.Cell) *fuhe.TableCell {
	for i := range b.table.Cells {
		if c := &b.table.Cells[i]; !c.At.IsZero() && c.At == entry.At {
			return c
		}
	}
	return nil
}

func (b *relay) isLabel(c *fuhe.TableCell) bool {
	return strings.TrimSpace(c.Text) != "" && len([]rune(c.Text)) <= maxHeadingRunes && !b.entries[c.At]
}

func taken(c *fuhe.TableCell, otherwise string) fuhe.Cell {
	if c == nil {
		return fuhe.Cell{Text: otherwise}
	}
	return fuhe.Cell{Text: c.Text, At: c.At}
}
