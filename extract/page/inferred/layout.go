package inferred

import (
	"math"
	"slices"

	"fuhe/extract/page/typeset"
)

// layout is where a form without rules stands on its page: its title, the entries under it, its parts.
type layout struct {
	above   []piece // the title and what stands over it
	title   piece
	header  []piece // between the title and the first part
	parts   []*part
	asides  []piece   // rows of remarks between the indicators and the total
	total   *totalRow // nil when the form goes on on the next page
	open    bool      // nothing stands under it: it may go on on the next page
	remark  []piece   // that is all that stands under it: the total may stand on the next page
	leading float64   // of the font size: the distance of lines of one text; 0 when nothing shows it
	bottom  float64   // the lowest baseline of the form
}

// totalRow is the row that adds the form up.
type totalRow struct {
	base  float64
	label []piece
	torn  string // the rest of a figure that is broken in two, under it
}

// part is a row of headings with what stands under it.
type part struct {
	kind        Part
	base        float64 // of the headings
	top, bottom float64 // of the part
	heads       []head
	tall        bool    // its headings stand over two rows
	groups      []piece // names of groups of headings, over these
	pieces      []piece // of the part, headings included, the label of the total and the names of groups left out
}

// head is one heading: where it stands, and what it says.
type head struct {
	x0, x1  float64
	role    Role
	bottom  float64 // the last baseline of one that is broken; 0 for one that is not
	text    string
	leading float64 // of the font size, of the lines of a broken heading; infinite for one that is not
}

// shown is a heading as it is quoted in a reason; none stands over the names of the funds.
func (h *head) shown() string {
	if h.text == "" {
		return "the names of the funds"
	}
	return "“" + h.text + "”"
}

// lay finds the first form on what is left of a sheet: rows of known headings under a title.
func (f *Finder) lay(s *sheet) (*layout, bool) {
	lines := rows(s.pieces)
	l := &layout{}
	title, found := -1, false
	for i, row := range lines {
		if f.Words.Title(joined(row)) {
			if len(l.parts) > 0 {
				break // the next form begins
			}
			title = i
			continue
		}
		if p := f.heading(s, lines[i:], l); p != nil {
			l.parts = append(l.parts, p)
			found = found || p.kind != Goals
			if p.kind == Indicators {
				break
			}
		}
	}
	if !found || title < 0 && !l.certain() {
		return nil, false
	}
	if title >= 0 {
		l.title = newPiece(glyphsOf(lines[title]))
	} else {
		l.title = newPiece(glyphsOf(lines[0])) // one that is broken, or none
	}
	for _, row := range lines[:max(title, 0)+1] {
		l.above = append(l.above, row...)
	}
	f.extend(s, l)
	return l, true
}

// certain reports whether the parts that were found are those of a form, whatever it is called.
func (l *layout) certain() bool {
	return len(l.parts) > 1 && l.parts[len(l.parts)-1].kind == Indicators
}

func glyphsOf(pieces []piece) []typeset.Glyph {
	var out []typeset.Glyph
	for i := range pieces {
		out = append(out, pieces[i].glyphs...)
	}
	return out
}

// extend gives each part what stands between its headings and the next part, or the total.
func (f *Finder) extend(s *sheet, l *layout) {
	end := math.Inf(1)
	if last := l.parts[len(l.parts)-1]; last.kind == Indicators {
		if l.total = f.totalUnder(s.pieces, last); l.total != nil {
			l.total.tear(s, last)
			end = l.total.base + typeset.LineShare*l.total.label[0].size
		}
	}
	if end > s.page.Height {
		end = f.endOf(s.pieces, l)
	}
	under := rows(below(s.pieces, end))
	l.bottom, l.open = end, l.total == nil && len(under) == 0
	if l.total == nil && len(under) == 1 && len(under[0]) > 1 && f.Words.Remark(under[0][0].text) {
		l.remark, l.bottom = under[0], math.Inf(1)
	}
	if last := l.parts[len(l.parts)-1]; l.total != nil {
		l.asides = f.remarksOver(between(s.pieces, last.base, l.total.base), last)
	}
	for i, p := range l.parts {
		p.bottom = end
		if i+1 < len(l.parts) {
			p.bottom = l.parts[i+1].top
		}
		p.pieces = without(without(l.total.without(between(s.pieces, p.top, p.bottom)), p.groups), l.asides)
	}
	if least := l.leadingOf(); least > 0 && (l.leading == 0 || least < l.leading) {
		l.leading = least
	}
	l.header = between(s.pieces, l.title.base+typeset.LineShare*l.title.size, l.parts[0].top)
}

// leadingOf is the least distance of lines in the texts that are known to have several: goals, and broken headings.
func (l *layout) leadingOf() float64 {
	least := math.Inf(1)
	for _, p := range l.parts {
		for _, h := range p.heads {
			if h.leading > 0 {
				least = min(least, h.leading)
			}
		}
		for _, tower := range towers(between(p.pieces, p.base+centreShare*usualOf(p.pieces), p.bottom), mostPitch*usualOf(p.pieces)) {
			if p.kind == Goals && len(tower) > 1 {
				least = min(least, leadingOf(tower))
			}
		}
	}
	if math.IsInf(least, 1) {
		return 0
	}
	return least
}

// leadingOf is the least distance of lines that follow each other; infinite for a single one.
func leadingOf(tower []piece) float64 {
	least := math.Inf(1)
	for i := 1; i < len(tower); i++ {
		least = min(least, (tower[i].base-tower[i-1].base)/tower[i].size)
	}
	return least
}

// remarksOver are the rows of remarks among those of indicators: their label stands left of all texts.
func (f *Finder) remarksOver(pieces []piece, p *part) []piece {
	var out []piece
	for _, row := range rows(pieces) {
		if len(row) > 1 && row[0].x1 < p.first() && f.Words.Remark(row[0].text) {
			out = append(out, row...)
		}
	}
	return out
}

// endOf is where a form ends that has no total on its page: over the next title, or a remark.
func (f *Finder) endOf(pieces []piece, l *layout) float64 {
	last := l.parts[len(l.parts)-1]
	for _, row := range rows(below(pieces, last.base)) {
		if text := joined(row); f.Words.Title(text) || f.Words.Remark(text) || len(row) > 1 && row[0].x1 < last.first() && f.Words.Remark(row[0].text) {
			return row[0].base - row[0].size
		}
	}
	return math.Inf(1)
}

// first is where the first heading begins under which no groups stand.
func (p *part) first() float64 {
	for _, h := range p.heads {
		if h.role != Level {
			return h.x0
		}
	}
	return math.Inf(1)
}

// without are pieces but for the label of the total.
func (t *totalRow) without(pieces []piece) []piece {
	if t == nil {
		return pieces
	}
	return without(pieces, t.label)
}

// without are pieces but for some.
func without(pieces, some []piece) []piece {
	return slices.DeleteFunc(slices.Clone(pieces), func(p piece) bool {
		return slices.ContainsFunc(some, func(o piece) bool { return o.base == p.base && o.x0 == p.x0 })
	})
}

// between are the pieces whose baseline lies between two heights.
func between(pieces []piece, top, bottom float64) []piece {
	var out []piece
	for _, p := range pieces {
		if p.base > top && p.base <= bottom {
			out = append(out, p)
		}
	}
	return out
}

// totalUnder finds the total under a row of headings: its label left of the points, on one line with points.
func (f *Finder) totalUnder(pieces []piece, p *part) *totalRow {
	first := math.Inf(1)
	for _, h := range p.heads {
		if h.role == Points {
			first = min(first, h.x0)
		}
	}
	for _, row := range rows(below(pieces, p.base)) {
		n := 0
		for n < len(row) && row[n].x1 < first {
			n++
		}
		if n == 0 || n == len(row) || !f.Words.Total(joined(row[:n])) {
			continue
		}
		for _, q := range row[n:] {
			if p.over(q, Points) && isFigure(q.text) {
				return &totalRow{base: row[0].base, label: row[:n]}
			}
		}
	}
	return nil
}

// tear finds the rest of a figure of the total that is broken in two: a figure right under it.
func (t *totalRow) tear(s *sheet, p *part) {
	for _, q := range between(s.pieces, t.base+typeset.LineShare*t.label[0].size, t.base+s.pitch) {
		if p.over(q, Points) && isFigure(q.text) {
			t.torn = q.text
		}
	}
}

// over reports whether a piece stands under a heading of a role.
func (p *part) over(q piece, role Role) bool {
	return slices.ContainsFunc(p.heads, func(h head) bool { return h.role == role && q.x0 < h.x1 && q.x1 > h.x0 })
}
