package inferred

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"fuhe"
)

// carried is a form that goes on on the next page.
type carried struct {
	page        int
	parts       []Part // that were met
	heads       []head // of its indicators, with their rooms; nil when they were not met yet
	all         []column
	caption     []piece
	left, right float64
	leading     float64
	remarked    bool      // a remark stands under it: nothing but the total may follow
	hows        []setting // how the names of groups stand to their rows
}

// read makes the grid of a form that was laid out.
func (f *Finder) read(s *sheet, l *layout) error {
	if err := s.clean(l.title.base, l.bottom); err != nil {
		return err
	}
	entries, above, err := f.entries(l, s.pitch)
	if err != nil {
		return err
	}
	b := &builder{sheet: s}
	if b.left, b.right, err = l.sides(); err != nil {
		return err
	}
	for i := range entries {
		if err := entries[i].add(b); err != nil {
			return err
		}
	}
	var last *table
	for _, p := range l.parts {
		if last, err = f.table(p, l, s); err != nil {
			return err
		}
		b.add(last)
	}
	b.remark(l.remark)
	g, err := b.grid(len(s.grids) + 1)
	if err != nil {
		return err
	}
	g.Above = s.lines(append(slices.Clone(l.above), above...))
	s.grids = append(s.grids, g)
	s.asides = append(s.asides, l.asides...)
	s.pieces = below(s.pieces, l.bottom)
	if l.open || l.remark != nil {
		f.open = &carried{page: s.page.Number, left: b.left, right: b.right, leading: l.leading, remarked: l.remark != nil}
		f.open.goOn(l, last, g.Edges)
	}
	return nil
}

// goOn notes what the next page needs of the last part of this one.
func (c *carried) goOn(l *layout, last *table, edges []float64) {
	for _, p := range l.parts {
		c.parts = append(c.parts, p.kind)
	}
	if last.kind == Indicators {
		for i := range last.all { // where they were put for the whole form
			o := &last.all[i]
			o.x0, o.x1 = snapped(edges, o.x0), snapped(edges, o.x1)
		}
		c.heads, c.all, c.caption, c.hows = l.parts[len(l.parts)-1].heads, last.all, last.caption, last.hows
	}
}

// snapped is the nearest of the borders to a place on the page.
func snapped(edges []float64, x float64) float64 {
	if math.IsInf(x, 0) {
		return x
	}
	return edges[nearest(edges, x)]
}

// sides are where a form begins and ends, sideways.
func (l *layout) sides() (left, right float64, err error) {
	var all []piece
	for _, p := range l.parts {
		all = append(all, p.pieces...)
	}
	if len(all) == 0 {
		return 0, 0, errors.New("nothing stands under its headings")
	}
	left, right = extent(append(all, l.header...))
	return left - marginPoints, right + marginPoints, nil
}

// clean says why what stands between two heights of a page cannot be read: a picture lies there, or a text is struck out.
func (s *sheet) clean(top, bottom float64) error {
	bottom = min(bottom, s.page.Height)
	for _, b := range s.page.Images {
		ground := (b[2]-b[0])*(b[3]-b[1]) > s.page.Width*s.page.Height/2
		if !ground && b[3] > top && b[1] < bottom {
			return errors.New("a picture lies on it")
		}
	}
	for _, r := range s.page.Rules {
		if !r.Horizontal() || r.Y0 < top || r.Y0 > bottom {
			continue
		}
		for _, q := range s.pieces {
			if r.X0 < q.x1 && r.X1 > q.x0 && r.Y0 < q.base-struckLow*q.size && r.Y0 > q.base-struckHigh*q.size {
				return fmt.Errorf("a rule runs through “%s”", q.text)
			}
		}
	}
	for _, q := range s.pieces {
		if q.base > top && q.base < bottom && q.overlaid() {
			return fmt.Errorf("texts stand over one another at “%s”", q.text)
		}
	}
	for _, g := range s.glyphs {
		if g.Quarter != 0 && !g.Blank() && g.Base > top && g.Base < bottom {
			return errors.New("text stands on its side in it")
		}
	}
	return nil
}

// resume reads what a page holds of a form that the page before left open.
func (f *Finder) resume(s *sheet, c *carried) {
	lines := rows(s.pieces)
	if len(lines) == 0 || f.Words.Title(joined(lines[0])) || c.remarked && f.totalUnder(lines[0], &part{base: math.Inf(-1), heads: c.heads}) == nil {
		return
	}
	l := &layout{title: lines[0][0], leading: c.leading}
	for _, kind := range c.parts {
		if kind != Indicators {
			l.parts = append(l.parts, &part{kind: kind}) // met before
		}
	}
	met := len(l.parts)
	for i, row := range lines {
		if f.Words.Title(joined(row)) {
			break
		}
		if p := f.heading(s, lines[i:], l); p != nil {
			l.parts = append(l.parts, p)
		}
	}
	if l.parts = l.parts[met:]; len(l.parts) == 0 {
		if c.heads == nil {
			return
		}
		l.parts = append(l.parts, &part{kind: Indicators, base: math.Inf(-1), heads: c.heads, top: math.Inf(-1)})
	}
	if err := f.continued(s, l, c); err != nil {
		s.refused = append(s.refused, Refusal{At: fuhe.Source{Page: s.page.Number}, Open: true,
			Reason: fmt.Sprintf("form without rules not read: its rest on page %d: %v", s.page.Number, err)})
		s.pieces = below(s.pieces, l.bottom)
	}
}

// continued makes the grid of the rest of a form.
func (f *Finder) continued(s *sheet, l *layout, c *carried) error {
	first := l.parts[0]
	repeated := !math.IsInf(first.base, -1)
	f.extend(s, l)
	if !repeated {
		first.top = math.Inf(-1)
		first.pieces = without(l.total.without(between(s.pieces, first.top, first.bottom)), l.asides)
	}
	if err := s.clean(0, l.bottom); err != nil {
		return err
	}
	if above := between(s.pieces, math.Inf(-1), first.top); len(above) > 0 {
		return fmt.Errorf("“%s” stands over its headings", joined(above))
	}
	b := &builder{sheet: s, left: c.left, right: c.right}
	var last *table
	for _, p := range l.parts {
		var err error
		if p == first && !repeated {
			last, err = f.rest(p, l, c, s)
		} else {
			last, err = f.table(p, l, s)
		}
		if err != nil {
			return err
		}
		b.add(last)
	}
	b.remark(l.remark)
	g, err := b.grid(1)
	if err != nil {
		return err
	}
	s.grids = append(s.grids, g)
	s.asides = append(s.asides, l.asides...)
	s.pieces = below(s.pieces, l.bottom)
	if l.open || l.remark != nil {
		f.open = &carried{page: s.page.Number, left: c.left, right: c.right, parts: c.parts, leading: l.leading, remarked: l.remark != nil}
		f.open.goOn(l, last, g.Edges)
	}
	return nil
}

// rest are rows of indicators in the columns of the page before.
func (f *Finder) rest(p *part, l *layout, c *carried, s *sheet) (*table, error) {
	t := &table{kind: Indicators, open: l.open, pitch: s.pitch, leading: l.leading, walls: s.walls}
	t.all, t.hows = slices.Clone(c.all), c.hows
	pieces := p.pieces
	for i := range t.all {
		o := &t.all[i]
		o.wide = o.widest()
		o.top, o.pieces, o.held, o.spans = nil, nil, nil, nil
	}
	for i := range t.all[1:] {
		x := t.all[i].x1
		pieces = crossingApart(pieces, x, x)
	}
	if len(c.caption) > 0 {
		_, end := extent(c.caption)
		var left []piece
		for _, q := range pieces {
			if q.x1 <= t.all[0].x0 && q.x0 < end {
				left = append(left, q)
			}
		}
		// The caption is printed again, or the edge of the page cut it.
		if len(left) > 0 && !strings.Contains(joined(c.caption), joined(left)) {
			return nil, fmt.Errorf("“%s” stands left of its columns", joined(left))
		}
		pieces = without(pieces, left)
		t.caption, t.captioned = left, true
	}
	if err := t.refill(pieces); err != nil {
		return nil, err
	}
	return f.indicators(t, l.total)
}

// refill puts texts into the rooms of the page before; where one of them reaches over a border, it is drawn anew for this
// page, for texts may be longer here.
func (c *columns) refill(pieces []piece) error {
	before := make([]float64, len(c.all))
	for i := range c.all {
		before[i] = c.all[i].x1
	}
	for i := range c.all[1:] {
		a, b := &c.all[i], &c.all[i+1]
		if slices.ContainsFunc(pieces, func(q piece) bool { return q.x0 < a.x1 && q.x1 > a.x1 }) {
			x, err := river(&a.head, &b.head, pieces, nil)
			if err != nil {
				return fmt.Errorf("between “%s” and “%s” %w", a.head.text, b.head.text, err)
			}
			a.x1, b.x0 = x, x
		}
	}
	if err := c.fill(pieces); err != nil {
		return err
	}
	for i := range c.all[1:] {
		c.all[i].x1, c.all[i+1].x0 = before[i], before[i]
	}
	return nil
}
