package inferred

import (
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
	rows  []float64 // baselines; the first is that of the headings, where there are any
	heads int       // rows of headings: 1, or 0 where the part goes on from the page before
	open  bool      // it goes on on the next page
	tall  bool      // the headings stand over two rows, some on none of them
	pitch float64   // the most distance of lines of one text
	total []piece   // the label of the last row; nil when there is none
}

// read parts a part into columns and rows.
func (f *Finder) table(p *part, l *layout, pitch float64) (*table, error) {
	c, err := p.columns(f.Words)
	if err != nil {
		return nil, err
	}
	switch p.kind {
	case Goals:
		return goals(p, c, &f.Words)
	case Money:
		return f.money(p, c, pitch)
	}
	return f.indicators(&table{kind: Indicators, columns: c, rows: []float64{p.base}, heads: 1, open: l.open, tall: p.tall, pitch: pitch}, l.total)
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
	if len(t.rows) < 2 {
		return nil, errors.New("nothing stands under the headings of the goals")
	}
	return t, nil
}

// indicators puts the texts of a block of indicators into rows: those of its points, or else those of the texts of one
// of its columns. Where several columns tell of rows, and not of the same, the block is not read.
func (f *Finder) indicators(t *table, total *totalRow) (*table, error) {
	first, failed := f.indicatorsOn(t, t.anchors(Points), total)
	if failed == nil {
		return first, nil
	}
	var best *table
	for i := range t.all {
		if t.all[i].head.role != Other {
			continue
		}
		rows := merged(append(f.entriesOf(t, &t.all[i]), t.anchors(Points)...), centreShare*t.size())
		found, err := f.indicatorsOn(t, rows, total)
		switch {
		case err != nil:
			if len(t.anchors(Points)) == 0 {
				failed = err
			}
		case best != nil && !sameEntries(best, found):
			return nil, errors.New("the rows of the indicators are not told apart")
		default:
			best = found
		}
	}
	if best == nil {
		return nil, failed
	}
	return best, nil
}

// indicatorsOn puts the texts of a block of indicators into rows on the given lines.
func (f *Finder) indicatorsOn(block *table, rows []float64, total *totalRow) (*table, error) {
	t := &table{kind: Indicators, columns: block.columns, rows: slices.Clone(block.rows), heads: block.heads, open: block.open, tall: block.tall, pitch: block.pitch}
	t.all = slices.Clone(block.all)
	if len(rows) == 0 {
		return nil, errors.New("no points stand under the headings of the indicators")
	}
	if total != nil {
		if math.Abs(rows[len(rows)-1]-total.base) > centreShare*total.label[0].size {
			return nil, errors.New("figures stand below the total")
		}
		t.total = total.label
	}
	if t.rows = append(t.rows, rows...); t.end() <= t.heads {
		return nil, errors.New("no indicator stands over the total")
	}
	if t.tall {
		t.headsOff()
	}
	hows, err := t.settle()
	if err != nil {
		return nil, err
	}
	for k := t.heads; k < t.end(); k++ {
		if !t.named(k) {
			return nil, fmt.Errorf("points without an indicator stand in row %d", k-t.heads+1)
		}
	}
	return t, f.levels(t, t.captionSays(hows))
}

// captionSays keeps the ways texts may stand in their rows in which the caption does, too, where one of them is left: its
// cell is as high as the part.
func (t *table) captionSays(hows []setting) []setting {
	if len(t.caption) == 0 || t.open || t.heads == 0 || t.end() < leastCaptioned {
		return hows
	}
	lines := linesOf(t.caption)
	first, last := lines[0], lines[len(lines)-1]
	kept := slices.DeleteFunc(slices.Clone(hows), func(h setting) bool {
		at, of := first.base, t.rows[0]
		switch h {
		case centred:
			at, of = (first.base+last.base)/2, (t.rows[0]+t.rows[t.end()-1])/2
		case toBottom:
			at, of = last.base, t.rows[t.end()-1]
		}
		return math.Abs(at-of) > first.size
	})
	if len(kept) == 0 {
		return hows
	}
	return kept
}

// headsOff takes the headings that stand on no row off their columns.
func (t *table) headsOff() {
	for i := range t.all {
		c := &t.all[i]
		var head []piece
		for _, l := range linesOf(c.pieces) {
			if head = append(head, l.pieces...); joined(head) == c.head.text {
				c.top, c.pieces = head, c.piecesBelow(head)
				break
			}
		}
	}
}

// size is the font size of most texts of a table.
func (t *table) size() float64 {
	var all []piece
	for i := range t.all {
		all = append(all, t.all[i].pieces...)
	}
	return usualOf(all)
}

// entriesOf are the lines of a column below its heading.
func (f *Finder) entriesOf(t *table, c *column) []float64 {
	lines := linesOf(c.pieces)
	first := 0
	var head []piece
	for i := 0; t.heads > 0 && i < min(len(lines), maxHeadRows); i++ {
		if head = append(head, lines[i].pieces...); joined(head) == c.head.text || f.Words.Heading(Indicators, joined(head)) != Unknown {
			first = i + 1
		}
	}
	var out []float64
	for _, l := range lines[first:] {
		out = append(out, l.base)
	}
	return out
}

// sameEntries reports whether two tables read the same texts in the same order, whatever lines their rows stand on.
func sameEntries(a, b *table) bool {
	if !sameRows(a, b) {
		return false
	}
	for i := range a.all {
		if !slices.EqualFunc(a.all[i].spans, b.all[i].spans, func(x, y span) bool { return x.from == y.from && x.to == y.to }) {
			return false
		}
	}
	return true
}

// end is the first row that is no entry of the part.
func (t *table) end() int {
	if t.total != nil {
		return len(t.rows) - 1
	}
	return len(t.rows)
}

// named reports whether a row is an indicator: it holds a text besides points and groups, and two where it has no points.
func (t *table) named(k int) bool {
	texts, points := 0, 0
	for _, c := range t.all {
		switch {
		case len(c.held) == 0 || len(c.held[k]) == 0 || c.head.role == Level:
		case c.head.role == Points:
			points++
		case c.head.role != Prose:
			texts++
		}
	}
	return texts > 1 || texts == 1 && points > 0
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
			return nil, fmt.Errorf("the texts under “%s” do not stand in the rows of the points", c.head.text)
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
				return nil, fmt.Errorf("the texts under “%s” may stand in one row or another", c.head.text)
			}
		}
		c.hold(first.rows, len(t.rows))
		if len(c.top) > 0 {
			c.held[0] = append(c.top, c.held[0]...)
		}
	}
	return hows, t.headed()
}

// ways are the ways to put the lines of a column into rows.
func (t *table) ways(c *column) []candidate {
	s := solver{lines: linesOf(c.pieces), rows: t.rows, pitch: t.pitch, tight: leastDistance(t.rows[t.heads:]), most: maxTextLines, heads: t.heads, prose: c.head.role == Prose}
	if t.heads > 0 && len(t.rows) > 1 {
		s.tight = min(s.tight, t.rows[1]-t.rows[0])
	}
	for _, l := range s.lines {
		s.width = max(s.width, l.x1-l.x0)
	}
	var out []candidate
	for s.how = range settings {
		rows, ok := s.solve()
		if ok && (c.head.role != Points || c.single(rows, t.heads)) {
			out = append(out, candidate{s.how, rows})
		}
	}
	return out
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
