package inferred

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// table is a part whose texts stand in their rows.
type table struct {
	kind Part
	columns
	rows    []float64 // baselines; the first is that of the headings, where there are any
	heads   int       // rows of headings: 1, or 0 where the part goes on from the page before
	open    bool      // it goes on on the next page
	tall    bool      // the headings stand over two rows, some on none of them
	pitch   float64   // the most distance of lines of one text
	leading float64   // of the font size: the distance of lines of one text; 0 when that is not known
	walls   []wall
	hows    []setting // how the names of groups stand to their rows, on the page before or found on this one; nil when that is not known
	total   []piece   // the label of the last row; nil when there is none
	tail    *tail     // of a money block; nil when there is none
}

// read parts a part into columns and rows.
func (f *Finder) table(p *part, l *layout, s *sheet) (*table, error) {
	var under *tail
	if p.kind == Money {
		under = f.cutTail(p)
	}
	c, err := p.columns(f.Words)
	if err != nil {
		return nil, err
	}
	switch p.kind {
	case Goals:
		return goals(p, c, &f.Words)
	case Money:
		t, err := f.money(p, c, l, s)
		if err == nil {
			t.tail = under
		}
		return t, err
	}
	return f.indicators(&table{kind: Indicators, columns: c, rows: []float64{p.base}, heads: 1, open: l.open, tall: p.tall, pitch: s.pitch, leading: l.leading, walls: s.walls}, l.total)
}

// goals are two texts under two headings.
func goals(p *part, c columns, w *Words) (*table, error) {
	t := &table{kind: Goals, columns: c, rows: []float64{p.base}, heads: 1}
	for i := range t.all {
		o := &t.all[i]
		o.held = make([][]piece, 2)
		for _, l := range linesOf(o.pieces) {
			k := 1
			if l.base <= p.base+centreShare*l.size {
				k = 0
			} else if len(t.rows) == 1 {
				t.rows = append(t.rows, l.base)
			}
			o.held[k] = append(o.held[k], l.pieces...)
		}
		if joined(o.held[0]) != o.head.text {
			return nil, fmt.Errorf("the heading “%s” is broken", o.head.text)
		}
	}
	begins := func(rest string) bool { return !strings.HasPrefix(rest, "：") && !strings.HasPrefix(rest, ":") }
	if len(t.rows) > 1 && !t.captioned && len(t.all[0].held[1]) > 0 && w.glued(Goals, t.all[0].held[1][0].text, begins) {
		return nil, fmt.Errorf("“%s” reaches into the caption of its part", t.all[0].held[1][0].text)
	}
	if text := apart(t.all[0].held[1]); text != "" {
		return nil, fmt.Errorf("“%s” stands left of its columns", text)
	}
	if len(t.rows) < 2 {
		return nil, errors.New("nothing stands under the headings of the goals")
	}
	return t, nil
}

// apart is what stands in a column left of all other texts: the caption of the part, or some of it, that was not
// told as one; "" when there is none.
func apart(texts []piece) string {
	pieces := slices.Clone(texts)
	slices.SortFunc(pieces, func(a, b piece) int { return cmp.Compare(a.x0, b.x0) })
	end := math.Inf(-1)
	for i, q := range pieces {
		if i > 0 && q.x0 > end {
			return joined(pieces[:i])
		}
		end = max(end, q.x1)
	}
	return ""
}

// anchors are the lines of the figures under headings of a role.
func (t *table) anchors(role Role) []float64 {
	var out []float64
	var size float64
	for _, c := range t.all {
		if c.head.role != role {
			continue
		}
		for _, l := range linesOf(c.pieces) {
			if isFigure(joined(l.pieces)) && (t.heads == 0 || l.base > t.rows[0]+centreShare*l.size) {
				out, size = append(out, l.base), max(size, l.size)
			}
		}
	}
	return merged(out, centreShare*size)
}

// candidate is one way to put the lines of a column into rows.
type candidate struct {
	how  setting
	rows []int
}

// settle puts the lines of all columns but those of groups into rows, if there is only one way to, and tells how the
// lines of texts may stand to their rows.
func (t *table) settle() ([]setting, error) {
	if len(t.rows) > maxRows {
		return nil, errors.New("too many rows")
	}
	ways := make([][]candidate, len(t.all))
	var hows []setting
	for how := range settings {
		hows = append(hows, how)
	}
	for i := range t.all {
		c := &t.all[i]
		if c.head.role == Level {
			continue
		}
		ways[i] = t.ways(c)
		if len(ways[i]) == 0 {
			return nil, fmt.Errorf("the texts under %s do not stand in the rows of the points", c.head.shown())
		}
		hows = slices.DeleteFunc(hows, func(h setting) bool {
			return !slices.ContainsFunc(ways[i], func(w candidate) bool { return w.how == h })
		})
	}
	if len(hows) == 0 {
		return nil, errors.New("the texts do not stand to their rows in one way")
	}
	for i := range t.all {
		c := &t.all[i]
		if c.head.role == Level {
			continue
		}
		var first *candidate
		for k := range ways[i] {
			w := &ways[i][k]
			switch {
			case !slices.Contains(hows, w.how):
			case first == nil:
				first = w
			case !slices.Equal(first.rows, w.rows):
				return nil, fmt.Errorf("the texts under %s may stand in one row or another", c.head.shown())
			}
		}
		c.hold(first.rows, len(t.rows))
		if len(c.top) > 0 {
			c.held[0] = append(c.top, c.held[0]...)
		}
	}
	return hows, nil
}

// ways are the ways to put the lines of a column into rows.
func (t *table) ways(c *column) []candidate {
	s := solver{lines: linesOf(c.pieces), rows: t.rows, pitch: t.pitch, tight: leastDistance(t.rows[t.heads:]), most: maxTextLines, heads: t.heads, prose: c.head.role == Prose}
	if t.heads > 0 && len(t.rows) > 1 {
		s.tight = min(s.tight, t.rows[1]-t.rows[0])
	}
	s.width = c.widest()
	var out []candidate
	for s.how = range settings {
		rows, ok := s.solve()
		if ok && (c.head.role != Points || c.single(rows, t.heads)) {
			out = append(out, candidate{s.how, rows})
		}
	}
	return out
}

// widest is the width of the widest line of a column, on the pages before, too.
func (c *column) widest() float64 {
	width := c.wide
	for _, l := range linesOf(c.pieces) {
		width = max(width, l.x1-l.x0)
	}
	return width
}

// single reports whether each row but those of headings has one figure at most.
func (c *column) single(rows []int, heads int) bool {
	for i, l := range linesOf(c.pieces) {
		if rows[i] >= heads && (len(l.pieces) > 1 || !wholeFigure(joined(l.pieces)) || i > 0 && rows[i] == rows[i-1]) {
			return false
		}
	}
	return true
}

// hold puts the lines of a column into its rows.
func (c *column) hold(rows []int, n int) {
	c.held = make([][]piece, n)
	for i, l := range linesOf(c.pieces) {
		c.held[rows[i]] = append(c.held[rows[i]], l.pieces...)
	}
}

// headed says which column does not stand under its own heading alone.
func (t *table) headed() error {
	for i := range t.all {
		c := &t.all[i]
		if t.heads == 0 || c.head.role == Level || c.head.text == "" {
			continue
		}
		lines := linesOf(c.held[0])
		for n, l := range lines {
			if joined(l.pieces) != c.head.text && len(l.pieces) > 1 || n > 0 && (l.x0 >= lines[n-1].x1 || l.x1 <= lines[n-1].x0) {
				return fmt.Errorf("“%s” stand under one heading", joined(c.held[0]))
			}
		}
	}
	return nil
}
