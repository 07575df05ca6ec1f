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
			heads := f.heads(kind, s, row)
			if best == nil && known(heads) == 0 {
				break
			}
			p := &part{kind: kind, base: baseOf(row, heads), heads: heads}
			p.stack(s, f.Words)
			p.heads = withoutCaption(kind, p.heads, f.Words)
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

// heads are the headings of a row, without the caption beside them. Most rows of a page have none that is known, whether lines of
// broken headings are among them or not.
func (f *Finder) heads(kind Part, s *sheet, row []piece) []head {
	role := func(text string) Role { return f.role(kind, text) }
	heads := tokens(row, role, nil)
	if known(heads) > 0 {
		heads = tokens(row, role, f.broken(kind, s, row))
	}
	return withoutCaption(kind, heads, f.Words)
}

// baseOf is the line of headings: the caption beside them may stand a little higher.
func baseOf(row []piece, heads []head) float64 {
	for _, q := range row {
		if len(heads) > 0 && q.x0 == heads[0].x0 {
			return q.base
		}
	}
	return row[0].base
}

// isGoals reports whether a row holds the headings of the goals, which read as those of indicators, too.
func (f *Finder) isGoals(row []piece) bool {
	return isHeading(Goals, withoutCaption(Goals, tokens(row, func(text string) Role { return f.role(Goals, text) }, nil), f.Words))
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
// only then, and none of them is a line of a broken heading; headings that nearly touch are cut where they were shown apart.
func tokens(row []piece, role func(string) Role, broken []piece) []head {
	var out []head
	for i := 0; i < len(row); {
		n, r := 1, role(row[i].text)
		down := slices.ContainsFunc(broken, func(o piece) bool { return o.x0 == row[i].x0 && o.base == row[i].base })
		for k := 2; r == Unknown && !down && k <= maxHeadRows && i+k <= len(row) && row[i+k-1].x0-row[i+k-2].x1 <= spacedShare*row[i].size; k++ {
			if together := role(joined(row[i : i+k])); together != Unknown && alone(row[i:i+k]) {
				n, r = k, together
			}
		}
		if parts := row[i].apart(); r == Unknown && len(parts) > 1 {
			heads := make([]head, 0, len(parts))
			for _, p := range parts {
				heads = append(heads, head{x0: p.x0, x1: p.x1, role: role(p.text), text: p.text})
			}
			if !slices.ContainsFunc(heads, func(h head) bool { return h.role == Unknown }) {
				out = append(out, heads...)
				i++
				continue
			}
		}
		x0, x1 := extent(row[i : i+n])
		out = append(out, head{x0: x0, x1: x1, role: r, text: joined(row[i : i+n])})
		i += n
	}
	return out
}

// broken are the texts of a row that are lines of headings broken into several.
func (f *Finder) broken(kind Part, s *sheet, row []piece) []piece {
	var out []piece
	reach := maxHeadLines / 2 * s.pitch
	for _, tower := range towers(between(s.pieces, row[0].base-reach, row[0].base+reach), s.pitch) {
		for n := len(tower); n > 1; n-- {
			if f.role(kind, joined(tower[:n])) != Unknown && evenly(tower[:n]) {
				out = append(out, tower[:n]...)
				break
			}
		}
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
		if slices.ContainsFunc(heads, func(h head) bool { return wholeFigure(h.text) }) {
			return false // each name of an amount has its figure beside it
		}
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
	for _, tower := range towers(between(s.pieces, p.base-maxHeadLines/2*s.pitch, p.base+maxHeadLines/2*s.pitch), s.pitch) {
		if tower = p.around(tower, size, w); tower != nil && p.take(tower, w) {
			up = max(up, p.base-tower[0].base)
		}
	}
	p.hang(s, w)
	if known(p.heads) >= leastMoney && p.kind != Goals {
		up = max(up, p.strange(s, size))
	}
	p.top = p.base - up - typeset.LineShare*size - size/2
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

// around are the first lines of a tower that are a known heading and stand around the line of the others.
func (p *part) around(tower []piece, size float64, w Words) []piece {
	for n := 2; n <= len(tower); n++ {
		if math.Abs((tower[0].base+tower[n-1].base)/2-p.base) <= centreShare*size && w.Heading(p.kind, joined(tower[:n])) != Unknown {
			return tower[:n]
		}
	}
	return nil
}

// take makes a tower a heading of the part, or the whole of one whose middle line stands on the line of the others;
// false where another one stands there.
func (p *part) take(tower []piece, w Words) bool {
	_, x1 := extent(tower)
	for i := range p.heads {
		if h := &p.heads[i]; overlap(h.x0, h.x1, tower) {
			if h.role == Unknown && len(tower)%2 == 1 && tower[len(tower)/2].text == h.text {
				*h = headOf(tower, w.Heading(p.kind, joined(tower)))
				return true
			}
			return false
		}
	}
	h := headOf(tower, w.Heading(p.kind, joined(tower)))
	at := slices.IndexFunc(p.heads, func(o head) bool { return o.x0 > x1 })
	if at < 0 {
		at = len(p.heads)
	}
	p.heads = slices.Insert(p.heads, at, h)
	return true
}

// headOf is the heading that is broken into the lines of a tower.
func headOf(tower []piece, r Role) head {
	h := head{role: r, text: joined(tower), bottom: tower[len(tower)-1].base}
	h.x0, h.x1 = extent(tower)
	if len(tower) > 1 {
		h.leading = leadingOf(tower)
	}
	return h
}

func overlap(x0, x1 float64, tower []piece) bool {
	a, b := extent(tower)
	return a < x1 && b > x0
}

// evenly reports whether lines follow each other at one distance, as those of one text do.
func evenly(tower []piece) bool {
	for i := 2; i < len(tower); i++ {
		if math.Abs(tower[i].base-2*tower[i-1].base+tower[i-2].base) > evenlyShare*tower[i].size {
			return false
		}
	}
	return true
}

// towers are, from each piece down, the pieces that stand right under one another, as long as there is but one.
func towers(pieces []piece, pitch float64) [][]piece {
	out := make([][]piece, 0, len(pieces))
	for _, q := range pieces {
		tower := []piece{q}
		for len(tower) <= maxHeadLines {
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

// isFigure tells points and what stands for none from other texts. A 分 alone is a line of the heading 分值.
func isFigure(text string) bool {
	return text != "" && text != "分" && strings.Trim(text, "0123456789０１２３４５６７８９.．,，%％分-－—–―/ ") == ""
}
