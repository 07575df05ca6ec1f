package tables

import (
	"strings"

	"fuhe/render/figure"
)

// columnFormats are the number formats of the figures of a column.
type columnFormats struct {
	widest map[int32]string // by printed decimals
	counts map[string]int   // how often each is shown
}

// meet notes the format of a figure.
func (c *columnFormats) meet(f *figure.Figure) {
	if c.widest == nil {
		c.widest, c.counts = map[int32]string{}, map[string]int{}
	}
	if has := c.widest[f.Places]; len(f.Format) > len(has) && (has == "" || f.Grouped || !strings.Contains(has, "#")) {
		c.widest[f.Places] = f.Format
	}
}

// settle gives a figure the format of its column, where that shows it as printed.
func (c *columnFormats) settle(f *figure.Figure) {
	if w := c.widest[f.Places]; f.ShownBy(w) {
		f.Format = w
	}
	c.counts[f.Format]++
}
