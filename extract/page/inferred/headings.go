package inferred

import (
	"math"
	"slices"
	"strings"

	"fuhe/extract/page/typeset"
)

// heading is the part that begins with the first of some rows; nil when that holds none of its headings, or the part was
// met before. Where headings are broken, their lines stand around the line of those that are not: of the rows close below
// the first, the one with the most headings is that line.
func (f *Finder) heading(s *sheet, lines [][]piece, l *layout) *part {
	for _, kind := range []Part{Indicators, Money, Goals} {
		if slices.ContainsFunc(l.parts, func(p *part) bool { return p.kind == kind }) {
			continue
		}
		var best *part
		most := 0
		reach := bandShare * lines[0][0].size
		if kind == Indicators && !f.isGoals(lines[0]) {
			reach = max(reach, riseShare*s.pitch) // they may stand over two rows
		}
		for _, row := range lines {
			if row[0].base-lines[0][0].base > reach {
				break
			}
			heads := withoutCaption(kind, tokens(row, func(text string) Role { return f.Words.Heading(kind, text) }), f.Words)
			if best == nil && known(heads) == 0 {
				break
			}
			p := &part{kind: kind, base: row[0].base, heads: heads}
			p.stack(s, f.Words)
			f.rise(p, s)
			// Groups of headings stand over those of the levels, never under them.
			if worth := known(p.heads) + maxHeads*len(p.levels()); isHeading(kind, p.heads) && worth > most {
				best, most = p, worth
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
}

// isGoals reports whether a row holds the headings of the goals, which read as those of indicators, too.
func (f *Finder) isGoals(row []piece) bool {
	return isHeading(Goals, withoutCaption(Goals, tokens(row, func(text string) Role { return f.Words.Heading(Goals, text) }), f.Words))
}

// known is the number of headings that are known.
func known(heads []head) int {
	n := 0
	for _, h := range heads {
		if h.role != Unknown {
			n++
		}
	}
	return n
}

// tokens are the headings of a row. Characters that are set apart for looks are put together where they are a heading
// only then, headings that nearly touch are cut where they were shown apart.
func tokens(row []piece, role func(string) Role) []head {
	var out []head
	for i := 0; i < len(row); {
		n, r := 1, role(row[i].text)
		for k := 2; r == Unknown && k <= maxHeadRows && i+k <= len(row) && row[i+k-1].x0-row[i+k-2].x1 <= spacedShare*row[i].size; k++ {
			if together := role(joined(row[i : i+k])); together != Unknown && alone(row[i:i+k]) {
				n, r = k, together
			}
		}
		if parts := row[i].apart(); r == Unknown && len(parts) > 1 {
			heads := make([]head, 0, len(parts))
			for _, p := range parts {
				heads = append(heads, head{p.x0, p.x1, role(p.text), p.text})
			}
			if !slices.ContainsFunc(heads, func(h head) bool { return h.role == Unknown }) {
				out = append(out, heads...)
				i++
				continue
			}
		}
		x0, x1 := extent(row[i : i+n])
		out = append(out, head{x0, x1, r, joined(row[i : i+n])})
		i += n
	}
	return out
}

// alone reports whether pieces are single characters, or nearly: words set apart for looks.
func alone(pieces []piece) bool {
	return !slices.ContainsFunc(pieces, func(p piece) bool { return len([]rune(p.text)) > 2 })
}

// withoutCaption drops the name of the part itself, where it stands left of the headings on their line.
func withoutCaption(kind Part, heads []head, w Words) []head {
	if len(heads) < 3 {
		return heads
	}
	first := heads[0].role
	switch {
	case kind == Money && (first == Unknown || w.Caption(kind, heads[0].text)), kind == Goals && isHeading(kind, heads[1:]), kind == Indicators && first != Level && heads[1].role == Level:
		return heads[1:]
	}
	return heads
}

// isHeading reports whether headings are the row of a part.
func isHeading(kind Part, heads []head) bool {
	count := map[Role]int{}
	for _, h := range heads {
		count[h.role]++
	}
	known := known(heads)
	switch kind {
	case Money:
		return count[Amount] >= leastAmounts && known >= leastMoney && 2*known > len(heads)
	case Goals:
		return len(heads) == 2 && count[Expected] == 1 && count[Reached] == 1 && heads[0].role == Expected
	}
	return known >= leastColumns && count[Other]+count[Prose]+count[Level] >= 3 && 2*known > len(heads)
}

// stack adds the headings that are broken into an even number of lines, which stand around the line of the others, and
// finds how far up the headings reach.
func (p *part) stack(s *sheet, w Words) {
	up, size := 0.0, p.size(s)
	for _, tower := range towers(between(s.pieces, p.base-bandShare*size, p.base+bandShare*size), s.pitch) {
		if tower = p.around(tower, size, w); tower != nil {
			p.take(tower, w)
			up = max(up, p.base-tower[0].base)
		}
	}
	p.hang(s, w)
	p.top = p.base - up - typeset.LineShare*size - size/2
}

// rise finds the names of groups of headings, which are left out, for all headings under them are known by themselves; and
// the headings that stand over two rows, in the middle between this one and that of the groups or on that.
func (f *Finder) rise(p *part, s *sheet) {
	w := &f.Words
	if p.kind != Indicators || len(p.levels()) == 0 {
		return
	}
	size := p.size(s)
	near := between(s.pieces, p.ceiling(s, f), p.base+sameBaseShare*size)
	highest := p.base
	for _, q := range near {
		if q.base < p.base-sameBaseShare*size && p.under(&q) > 0 && !p.spelled(&q) && (w.Heading(p.kind, q.text) != Unknown || w.Caption(p.kind, q.text)) {
			p.groups = append(p.groups, q)
			highest = min(highest, q.base)
		}
	}
	for _, tower := range towers(near, s.pitch) {
		ends := tower[len(tower)-1].base >= p.base-sameBaseShare*size
		if tower[0].base >= p.base-sameBaseShare*size || tower[0].x0 < p.heads[0].x1 || len(p.groups) == 0 && !ends {
			continue
		}
		for n := len(tower); n > 0; n-- {
			if first := tower[0].base; (n == len(tower) || len(p.groups) > 0) && w.Heading(p.kind, joined(tower[:n])) != Unknown && p.free(tower[:n]) {
				p.take(tower[:n], f.Words)
				highest = min(highest, first)
				break
			}
		}
	}
	if known(p.heads) < len(p.heads) {
		p.groups = nil
	} else if highest < p.base {
		p.top, p.tall = min(p.top, highest-size), true
	}
}

// ceiling is how far up headings may stand over a row of them: no farther than the next line with other texts.
func (p *part) ceiling(s *sheet, f *Finder) float64 {
	top := p.base - riseShare*s.pitch
	for _, row := range rows(between(s.pieces, top, p.base)) {
		if f.isGoals(row) || slices.ContainsFunc(row, func(q piece) bool {
			return len([]rune(q.text)) > headingRunes && f.Words.Heading(p.kind, q.text) == Unknown
		}) {
			top = row[len(row)-1].base
		}
	}
	return top
}

// size is the font size of a row of headings.
func (p *part) size(s *sheet) float64 {
	size := 0.0
	for _, q := range s.pieces {
		if q.base == p.base {
			size = max(size, q.size)
		}
	}
	return size
}

// levels are the headings of groups of indicators.
func (p *part) levels() []head {
	var out []head
	for _, h := range p.heads {
		if h.role == Level {
			out = append(out, h)
		}
	}
	return out
}

// free reports whether no known heading stands over or under a tower; what stands on the line of the others and is the end
// of this one gives way to it.
func (p *part) free(tower []piece) bool {
	x0, x1 := extent(tower)
	last := tower[len(tower)-1]
	for i := range p.heads {
		h := &p.heads[i]
		if h.x0 < x1 && h.x1 > x0 && (h.role != Unknown || h.text != last.text || h.x0 != last.x0) {
			return false
		}
	}
	p.heads = slices.DeleteFunc(p.heads, func(h head) bool { return h.x0 < x1 && h.x1 > x0 })
	return true
}

// under is the number of headings that a text reaches over.
func (p *part) under(q *piece) int {
	n := 0
	for _, h := range p.heads {
		if h.x0 < q.x1 && h.x1 > q.x0 {
			n++
		}
	}
	return n
}

// spelled reports whether a text is a heading over which it stands, or a line of it.
func (p *part) spelled(q *piece) bool {
	return slices.ContainsFunc(p.heads, func(h head) bool {
		return h.x0 < q.x1 && h.x1 > q.x0 && strings.Contains(h.text, q.text)
	})
}

// hang makes the headings whole that are broken below their first line, which stands on that of the others.
func (p *part) hang(s *sheet, w Words) {
	for _, tower := range towers(between(s.pieces, p.base-sameBaseShare*p.size(s), p.base+riseShare*s.pitch), s.pitch) {
		for i := range p.heads {
			h := &p.heads[i]
			if h.role != Unknown || h.text != tower[0].text || h.x0 != tower[0].x0 {
				continue
			}
			for n := len(tower); n > 1; n-- {
				if r := w.Heading(p.kind, joined(tower[:n])); r != Unknown {
					x0, x1 := extent(tower[:n])
					*h = head{x0, x1, r, joined(tower[:n])}
					break
				}
			}
		}
	}
}

// around are the first lines of a tower that are a known heading and stand around the line of the others.
func (p *part) around(tower []piece, size float64, w Words) []piece {
	for n := 2; n <= len(tower); n++ {
		if math.Abs((tower[0].base+tower[n-1].base)/2-p.base) <= centreShare*size && w.Heading(p.kind, joined(tower[:n])) != Unknown {
			return tower[:n]
		}
	}
	return nil
}

// take makes a tower a heading of the part, or the whole of one whose middle line stands on the line of the others.
func (p *part) take(tower []piece, w Words) {
	x0, x1 := extent(tower)
	for i := range p.heads {
		if h := &p.heads[i]; overlap(h.x0, h.x1, tower) {
			if h.role == Unknown && len(tower)%2 == 1 && tower[len(tower)/2].text == h.text {
				*h = head{x0, x1, w.Heading(p.kind, joined(tower)), joined(tower)}
			}
			return
		}
	}
	h := head{x0, x1, w.Heading(p.kind, joined(tower)), joined(tower)}
	at := slices.IndexFunc(p.heads, func(o head) bool { return o.x0 > x1 })
	if at < 0 {
		at = len(p.heads)
	}
	p.heads = slices.Insert(p.heads, at, h)
}

func overlap(x0, x1 float64, tower []piece) bool {
	a, b := extent(tower)
	return a < x1 && b > x0
}

// towers are, from each piece down, the pieces that stand right under one another, as long as there is but one.
func towers(pieces []piece, pitch float64) [][]piece {
	out := make([][]piece, 0, len(pieces))
	for _, q := range pieces {
		tower := []piece{q}
		for len(tower) <= maxHeadRows {
			last, next := tower[len(tower)-1], []piece(nil)
			for _, o := range pieces {
				gap := o.base - last.base
				if gap <= typeset.LineShare*o.size || gap > pitch || o.x0 >= last.x1 || o.x1 <= last.x0 {
					continue
				}
				if len(next) > 0 && o.base < next[0].base-sameBaseShare*o.size {
					next = next[:0]
				}
				if len(next) == 0 || o.base <= next[0].base+sameBaseShare*o.size {
					next = append(next, o)
				}
			}
			if len(next) != 1 {
				break
			}
			tower = append(tower, next[0])
		}
		out = append(out, tower)
	}
	return out
}

// isFigure tells points and what stands for none from other texts.
func isFigure(text string) bool {
	return text != "" && strings.Trim(text, "0123456789０１２３４５６７８９.．,，%％分-－—–―/ ") == ""
}
