package around

import (
	"cmp"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// count sets the figures of the pages against those in the cells. What joining left out are headings that a page repeats.
func count(t *fuhe.Table, g *grid.Grid, parts []grid.Grid) {
	s := &t.Setting
	s.Held = held(g)
	for i := range parts {
		s.Drawn, s.Struck = s.Drawn.Add(parts[i].Drawn), s.Struck.Add(parts[i].Struck)
	}
	if len(parts) == 1 {
		return // nothing was joined
	}
	for i := range parts {
		s.Repeat = s.Repeat.Add(held(&parts[i]))
	}
	s.Repeat.Runs -= s.Held.Runs
	s.Repeat.Count -= s.Held.Count
	if s.Repeat.Count <= 0 { // a figure that was cut and put together is one run less
		s.Repeat = fuhe.Digits{}
	}
}

func held(g *grid.Grid) fuhe.Digits {
	var d fuhe.Digits
	for i := range g.Cells {
		c := &g.Cells[i]
		d = d.Add(fuhe.DigitsOf(c.Text))
		for _, m := range c.Marks {
			d = d.Add(fuhe.DigitsOf(m))
		}
	}
	return d
}

// leftovers is what stands outside of all tables, page by page.
type leftovers map[fuhe.Source]*fuhe.Outside

func (l leftovers) at(s fuhe.Source) *fuhe.Outside {
	key := fuhe.Source{Sheet: s.Sheet, Page: s.Page}
	if l[key] == nil {
		l[key] = &fuhe.Outside{At: key}
	}
	return l[key]
}

func (l leftovers) take(lines []fuhe.Line) {
	for _, line := range lines {
		if n := fuhe.DigitsOf(line.Text).Runs; n > 0 {
			o := l.at(line.At)
			if o.Figures == 0 {
				o.Sample = shortened(line.Text)
			}
			o.Figures += n
		}
	}
}

func (l leftovers) pictures(p grid.Loose) {
	if p.Pictures {
		l.at(fuhe.Source{Page: p.Page}).Pictures = true
	}
}

func (l leftovers) outside() []fuhe.Outside {
	out := make([]fuhe.Outside, 0, len(l))
	for _, o := range l {
		out = append(out, *o)
	}
	slices.SortFunc(out, func(a, b fuhe.Outside) int {
		return cmp.Or(cmp.Compare(a.At.Page, b.At.Page), strings.Compare(a.At.Sheet, b.At.Sheet))
	})
	return out
}

func shortened(s string) string {
	if r := []rune(s); len(r) > mostSample {
		return string(r[:mostSample]) + "…"
	}
	return s
}
