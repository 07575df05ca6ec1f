package inferred

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// indicators puts the texts of a block of indicators into rows: those of its points, or else those of the texts of one
// of its columns. Where several columns tell of rows, and not of the same, the block is not read.
func (f *Finder) indicators(t *table, total *totalRow) (*table, error) {
	parted, err := f.indicatorsOn(t, nil, t.rowBands(), total)
	if err != nil {
		parted = nil
	}
	first, failed := f.indicatorsOn(t, t.anchors(Points), nil, total)
	switch {
	case failed == nil && parted != nil && !sameEntries(parted, first):
		return nil, errors.New("the rows of the indicators are not told apart")
	case parted != nil:
		return parted, nil
	case failed == nil:
		return first, first.within(t.rowBands())
	}
	if i := slices.IndexFunc(t.all, func(c column) bool { return c.head.role == Unknown }); i >= 0 && len(t.anchors(Points)) == 0 {
		return nil, failed // it may be that of the points
	}
	var best *table
	for i := range t.all {
		if t.all[i].head.role != Other {
			continue
		}
		rows := merged(append(f.entriesOf(t, &t.all[i]), t.anchors(Points)...), centreShare*t.size())
		found, err := f.indicatorsOn(t, rows, nil, total)
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

// indicatorsOn puts the texts of a block of indicators into rows on the given lines, or those in the given bands.
func (f *Finder) indicatorsOn(block *table, rows []float64, bands []band, total *totalRow) (*table, error) {
	t := &table{}
	*t = *block
	t.all, t.rows = slices.Clone(block.all), slices.Clone(block.rows)
	if len(rows)+len(bands) == 0 {
		return nil, errors.New("no points stand under the headings of the indicators")
	}
	if t.tall {
		t.headsOff()
	}
	hows, err := t.place(rows, bands, total)
	if err != nil {
		return nil, err
	}
	if err := t.headed(); err != nil {
		return nil, err
	}
	if err := t.whole(len(bands) > 0); err != nil {
		return nil, err
	}
	if t.end() == 0 {
		return t, t.groupless()
	}
	return t, f.levels(t, t.captionSays(hows))
}

// place puts the texts of all columns but those of groups into rows, and tells how they may stand in them.
func (t *table) place(rows []float64, bands []band, total *totalRow) (hows []setting, err error) {
	if len(bands) > 0 {
		if hows = t.inBands(bands); hows == nil {
			return nil, errors.New("the rows of the indicators are not told apart")
		}
	} else {
		t.rows = append(t.rows, rows...)
	}
	if total != nil {
		if total.torn != "" {
			return nil, fmt.Errorf("“%s” under the total may be the end of a figure", total.torn)
		}
		if math.Abs(t.rows[len(t.rows)-1]-total.base) > centreShare*total.label[0].size {
			return nil, errors.New("figures stand below the total")
		}
		t.total = total.label
	}
	// The total may be all that is left for the last page.
	if t.end() < t.heads || t.end() == t.heads && t.heads > 0 {
		return nil, errors.New("no indicator stands over the total")
	}
	if len(bands) == 0 {
		return t.settle()
	}
	return hows, nil
}

// whole says which row of indicators is none, or not all there; banded rows are those that the white tells.
func (t *table) whole(banded bool) error {
	for k := t.heads; k < t.end(); k++ {
		if !t.named(k) && (!banded || !t.bare(k)) || len(t.nameOf(k)) == 0 {
			return fmt.Errorf("points without an indicator stand in row %d", k-t.heads+1)
		}
		if banded && t.cutOff(k) {
			return errors.New("the edge of the page cuts a row")
		}
	}
	if err := t.figuresBroken(Points); err != nil {
		return err
	}
	if text := t.besideTotal(); text != "" {
		return fmt.Errorf("“%s” stands beside the total", text)
	}
	if text := t.crowded(); text != "" {
		return fmt.Errorf("“%s” stand under one heading", text)
	}
	return nil
}

// crowded is a line of a cell that holds several figures: those of columns whose headings touch; "" when there is none.
func (t *table) crowded() string {
	for _, c := range t.all {
		for k := t.heads; c.head.role != Level && k < len(t.rows); k++ {
			for _, l := range linesOf(c.held[k]) {
				figures := 0
				for _, q := range l.pieces {
					if wholeFigure(q.text) && strings.ContainsAny(q.text, "0123456789") {
						figures++
					}
				}
				if figures > 1 {
					return joined(l.pieces)
				}
			}
		}
	}
	return ""
}

// besideTotal is what stands in the row of the total left of the points; "" for nothing.
func (t *table) besideTotal() string {
	for i := 0; t.total != nil && t.all[i].head.role != Points; i++ {
		if len(t.all[i].held) > 0 && len(t.all[i].held[t.end()]) > 0 {
			return joined(t.all[i].held[t.end()])
		}
	}
	return ""
}

// bare reports whether nothing stands in a row but the name of an indicator that was not filled in.
func (t *table) bare(k int) bool {
	name := t.nameOf(k)
	return len(name) > 0 && !slices.ContainsFunc(t.all, func(c column) bool {
		return c.head.role != Level && len(c.held[k]) > 0 && &c.held[k][0] != &name[0]
	})
}

// nameOf is the name of the indicator in a row: it stands in the first column behind those of groups in which anything does.
func (t *table) nameOf(k int) []piece {
	for _, c := range t.all {
		if c.head.role == Other && slices.ContainsFunc(c.held[t.heads:t.end()], func(held []piece) bool { return len(held) > 0 }) {
			return c.held[k]
		}
	}
	return nil
}

// cutOff reports whether the edge of a page cuts a row: points stand in all others, and in this one beside it none.
func (t *table) cutOff(k int) bool {
	points := func(k int) bool {
		return slices.ContainsFunc(t.all, func(c column) bool { return c.head.role == Points && len(c.held[k]) > 0 })
	}
	return !points(k) && (t.heads == 0 && k == 0 || t.open && k == t.end()-1) && slices.ContainsFunc(t.all, func(c column) bool { return c.head.role == Points })
}

// groupless says what stands under the headings of groups beside a total that stands alone.
func (t *table) groupless() error {
	for i := range t.all {
		c := &t.all[i]
		if c.head.role == Level && len(c.pieces) > 0 {
			return fmt.Errorf("“%s” stands under several headings", joined(c.pieces))
		}
		if c.head.role == Level {
			c.held = make([][]piece, len(t.rows))
		}
	}
	return nil
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

// size is the font size of most texts of a table.
func (t *table) size() float64 {
	var all []piece
	for i := range t.all {
		all = append(all, t.all[i].pieces...)
	}
	return usualOf(all)
}

// end is the first row that is no entry of the part.
func (t *table) end() int {
	if t.total != nil {
		return len(t.rows) - 1
	}
	return len(t.rows)
}
