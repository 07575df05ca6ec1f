package ocr

import (
	"cmp"
	"fmt"
	"image"
	"math"
	"slices"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/ocr/bitmap"
	"fuhe/extract/ocr/recogniser"
	"fuhe/extract/page"
	"fuhe/extract/page/lattice"
)

// leaf is a page on the way from pixels to writing, upright and straight.
type leaf struct {
	sheet    Sheet
	quarters int
	wide     float64 // points, as it stands
	high     float64
	scale    float64 // pixels a point
	angle    float64
	grey     bitmap.Grey
	coloured bitmap.Ink
	ink      bitmap.Ink // without the rules
	rules    []bitmap.Rule
	usual    float64 // height of a character in pixels
	cells    []cell
	lines    []line
}

// cell is the inside of a cell of a table.
type cell struct {
	inside image.Rectangle
	whole  bool // it is bounded by whole rules
	touch  bool // ink touches its edge
}

// line is a line of writing.
type line struct {
	box        image.Rectangle // of its ink
	cell       int             // which cell holds it; -1 for none
	characters []recogniser.Character
}

// newLeaf lays a page straight.
func newLeaf(s Sheet, grey, coloured bitmap.Grey, quarters int) *leaf {
	l := &leaf{sheet: s, quarters: quarters, wide: s.Width, high: s.Height}
	if quarters%2 == 1 {
		l.wide, l.high = l.high, l.wide
	}
	l.scale = float64(grey.Wide) / l.wide
	ink := grey.Ink(int(windowPoints * l.scale))
	if l.angle = ink.Angle(); l.angle != 0 {
		grey, coloured = grey.Rotated(-l.angle), coloured.Rotated(-l.angle)
		ink = grey.Ink(int(windowPoints * l.scale))
	}
	l.grey, l.coloured, l.ink = grey, coloured.Dark(), ink
	return l
}

// find finds the rules, the cells and the lines of writing.
func (l *leaf) find() error {
	l.rules = l.ink.Rules(l.scale)
	grids, err := lattice.Find(l.ruled())
	if err != nil {
		return err
	}
	whole := l.ink
	whole.Bits = slices.Clone(l.ink.Bits)
	for _, r := range l.rules {
		l.ink.Clear(r.Box.Inset(-1))
	}
	if err := l.findCells(grids, &whole); err != nil {
		return err
	}
	l.usual = l.usualHeight()
	l.findLines(grids)
	if len(l.lines) > maxLines {
		return fmt.Errorf("a page of %d lines of writing is more than %d", len(l.lines), maxLines)
	}
	return nil
}

// ruled is the page with its rules alone.
func (l *leaf) ruled() page.Page {
	p := page.Page{Number: l.sheet.Number, Width: l.wide, Height: l.high, Reader: readerName}
	for _, r := range l.rules {
		b := l.points(r.Box)
		out := page.Rule{X0: b[0], X1: b[2], Y0: (b[1] + b[3]) / 2, Y1: (b[1] + b[3]) / 2, Thickness: b[3] - b[1]}
		if !r.Level {
			out = page.Rule{X0: (b[0] + b[2]) / 2, X1: (b[0] + b[2]) / 2, Y0: b[1], Y1: b[3], Thickness: b[2] - b[0]}
		}
		p.Rules = append(p.Rules, out)
	}
	return p
}

// readerName is the reader of pages that are recognised.
const readerName = "ocr"

// points is a part of the picture on the page.
func (l *leaf) points(r image.Rectangle) fuhe.Box {
	return fuhe.Box{float64(r.Min.X) / l.scale, float64(r.Min.Y) / l.scale, float64(r.Max.X) / l.scale, float64(r.Max.Y) / l.scale}
}

// pixelsOf is a part of the page in the picture.
func (l *leaf) pixelsOf(b fuhe.Box) image.Rectangle {
	at := func(v float64) int { return int(math.Round(v * l.scale)) }
	return image.Rect(at(b[0]), at(b[1]), at(b[2]), at(b[3]))
}

// findCells notes the insides of the cells and how they are bounded.
func (l *leaf) findCells(grids []grid.Grid, whole *bitmap.Ink) error {
	for i := range grids {
		for _, c := range grids[i].Cells {
			box := l.pixelsOf(c.At.Box)
			inside := l.shrunk(l.inside(box))
			l.cells = append(l.cells, cell{inside, wholeRules(whole, box, l.scale), l.touched(inside)})
		}
	}
	if len(l.cells) > maxCellsAPage {
		return fmt.Errorf("a page of %d cells is more than %d", len(l.cells), maxCellsAPage)
	}
	return nil
}

// inside is the part of a cell that no rule lies on.
func (l *leaf) inside(box image.Rectangle) image.Rectangle {
	in := box
	for _, r := range l.rules {
		b := r.Box.Inset(-1)
		if !b.Overlaps(box) {
			continue
		}
		switch {
		case r.Level && b.Dx() > 0 && near(b, box.Min.Y, l.scale, true):
			in.Min.Y = max(in.Min.Y, b.Max.Y)
		case r.Level && near(b, box.Max.Y, l.scale, true):
			in.Max.Y = min(in.Max.Y, b.Min.Y)
		case !r.Level && near(b, box.Min.X, l.scale, false):
			in.Min.X = max(in.Min.X, b.Max.X)
		case !r.Level && near(b, box.Max.X, l.scale, false):
			in.Max.X = min(in.Max.X, b.Min.X)
		}
	}
	return in
}

// near reports whether the border of a cell lies on a rule.
func near(rule image.Rectangle, border int, scale float64, level bool) bool {
	from, to := rule.Min.X, rule.Max.X
	if level {
		from, to = rule.Min.Y, rule.Max.Y
	}
	reach := int(borderPoints*scale + 0.5)
	return border >= from-reach && border <= to+reach
}

// usualHeight is the height of most lines of writing that look like one character high.
func (l *leaf) usualHeight() float64 {
	usual := usualPoints * l.scale
	var heights []int
	for _, c := range l.cells {
		for _, b := range l.ink.Lines(c.inside, 0) {
			if h := float64(b.Dy()); h > usual/2 && h < 2*usual && float64(b.Dx()) > usual {
				heights = append(heights, b.Dy())
			}
		}
	}
	if len(heights) == 0 {
		return usual
	}
	slices.Sort(heights)
	return float64(heights[len(heights)/2])
}

// findLines finds the lines of writing in the cells, and those outside the tables.
func (l *leaf) findLines(grids []grid.Grid) {
	outside := l.ink
	outside.Bits = slices.Clone(l.ink.Bits)
	for i := range grids {
		outside.Clear(l.pixelsOf(grids[i].Box).Inset(-2))
	}
	for i, c := range l.cells {
		for _, b := range l.ink.Lines(c.inside, l.usual) {
			l.lines = append(l.lines, line{box: b, cell: i})
		}
	}
	for _, b := range outside.Lines(image.Rect(0, 0, outside.Wide, outside.High), l.usual) {
		l.lines = append(l.lines, line{box: b, cell: -1})
	}
}

// longest are the n longest lines: those with most to tell by.
func (l *leaf) longest(n int) []line {
	out := slices.Clone(l.lines)
	slices.SortStableFunc(out, func(a, b line) int { return cmp.Compare(b.box.Dx(), a.box.Dx()) })
	return out[:min(n, len(out))]
}
