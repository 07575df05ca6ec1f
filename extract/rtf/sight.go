package rtf

import (
	"fmt"

	"fuhe"
	"fuhe/extract/flow"
)

// colourWord takes a part of a colour from the table of colours.
func (d *document) colourWord(t token) {
	for i, name := range [...]string{"red", "green", "blue"} {
		if t.name == name {
			d.mixing[i] = 1 + max(0, min(t.number, 255))
		}
	}
}

// colourEnds ends the colours of that table: each ends with a semicolon. One of no parts is the usual one.
func (d *document) colourEnds(b []byte) {
	for _, c := range b {
		if c != ';' || len(d.inks) >= maxColours {
			continue
		}
		rgb := ""
		if m := d.mixing; m != [3]int{} {
			rgb = fmt.Sprintf("%02X%02X%02X", max(m[0]-1, 0), max(m[1]-1, 0), max(m[2]-1, 0))
		}
		d.inks, d.mixing = append(d.inks, rgb), [3]int{}
	}
}

// ink is a colour by its number, "" for one that is not told.
func (d *document) ink(n int) string {
	if n < 0 || n >= len(d.inks) {
		return ""
	}
	return d.inks[n]
}

// notSeen reports whether a text is left out because nobody sees it.
func (d *document) notSeen(text string) bool {
	l := d.state.look
	if d.depth() == 0 || l.deleted {
		return l.hidden || l.deleted
	}
	tiny := l.size > 0 && l.size <= leastHalves || l.scale > 0 && l.scale <= leastScale
	return d.here().Hides(d.canvas().Under(d.ink(l.ground)), flow.Sight{Ink: d.ink(l.ink), Hidden: l.hidden, Tiny: tiny}, text)
}

// canvas is what the paragraph being read stands on. Rows say what their cells paint before the cells come, those of tables in
// cells only behind them.
func (d *document) canvas() flow.Canvas {
	c := flow.Canvas{Maybe: flow.Mixed}
	if n := d.flow.Cells(1); d.depth() == 1 && n < len(d.row.fills) {
		c = flow.Canvas{Fill: d.row.fills[n]}
	}
	return c.Under(d.state.ground)
}

// field is a field being read: how many groups it stands in, and how many bytes of text stand before it.
type field struct{ at, from int }

// fieldEnds takes the end of a group that stands in so many: a field that has no text may show something nevertheless.
func (d *document) fieldEnds(groups int) {
	f := d.state.field
	if f.at != groups || f.at == 0 || f.from != d.bytes || d.depth() == 0 || !flow.Computed(d.code) {
		return
	}
	if b := d.here(); b.Doubt == nil {
		b.Doubt = fuhe.DoubtField
	}
}
