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
func (f *Finder) heading(pieces []piece, lines [][]piece, l *layout) *part {
	for _, kind := range []Part{Indicators, Money, Goals} {
		if slices.ContainsFunc(l.parts, func(p *part) bool { return p.kind == kind }) {
			continue
		}
		var best *part
		most := 0
		for _, row := range lines {
			if row[0].base-lines[0][0].base > bandShare*row[0].size {
				break
			}
			heads := withoutCaption(kind, tokens(row, func(text string) Role { return f.Words.Heading(kind, text) }))
			if best == nil && known(heads) == 0 {
				break
			}
			p := &part{kind: kind, base: row[0].base, heads: heads}
			if p.stack(pieces, f.Words); isHeading(kind, p.heads) && known(p.heads) > most {
				best, most = p, known(p.heads)
			}
		}
		if best != nil {
			return best
		}
	}
	return nil
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
func withoutCaption(kind Part, heads []head) []head {
	if len(heads) < 3 {
		return heads
	}
	first := heads[0].role
	switch {
	case kind == Money && first == Unknown, kind == Goals && isHeading(kind, heads[1:]), kind == Indicators && first != Level && heads[1].role == Level:
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
	return known >= leastColumns && count[Points] >= 1 && count[Other]+count[Level] >= 3 && 2*known > len(heads)
}

// stack adds the headings that are broken into an even number of lines, which stand around the line of the others, and
// finds how far up the headings reach.
func (p *part) stack(pieces []piece, w Words) {
	up := 0.0
	var size float64
	for _, q := range pieces {
		if q.base == p.base {
			size = max(size, q.size)
		}
	}
	for _, tower := range towers(between(pieces, p.base-bandShare*size, p.base+bandShare*size)) {
		if tower = p.around(tower, size, w); tower != nil && p.take(tower, w) {
			up = max(up, p.base-tower[0].base)
		}
	}
	p.top = p.base - up - typeset.LineShare*size - size/2
}

// around are the lines of a tower that stand around the line of the headings, two of them or more: those that are a known
// heading, else the fewest.
func (p *part) around(tower []piece, size float64, w Words) []piece {
	var best []piece
	for i := range tower {
		for j := i + 2; j <= len(tower); j++ {
			if math.Abs((tower[i].base+tower[j-1].base)/2-p.base) > centreShare*size {
				continue
			}
			if w.Heading(p.kind, joined(tower[i:j])) != Unknown {
				return tower[i:j]
			}
			if best == nil || j-i < len(best) {
				best = tower[i:j]
			}
		}
	}
	return best
}

// take makes a tower a heading of the part, if none of its headings stands there; false for the caption.
func (p *part) take(tower []piece, w Words) bool {
	if slices.ContainsFunc(p.heads, func(h head) bool { return overlap(h.x0, h.x1, tower) }) {
		return true
	}
	x0, x1 := extent(tower)
	h := head{x0, x1, w.Heading(p.kind, joined(tower)), joined(tower)}
	at := slices.IndexFunc(p.heads, func(o head) bool { return o.x0 > x1 })
	if at == 0 && h.role == Unknown {
		return false
	}
	if at < 0 {
		at = len(p.heads)
	}
	p.heads = slices.Insert(p.heads, at, h)
	return true
}

func overlap(x0, x1 float64, tower []piece) bool {
	a, b := extent(tower)
	return a < x1 && b > x0
}

// towers puts pieces that stand right under one another together, each top down.
func towers(pieces []piece) [][]piece {
	var out [][]piece
	for _, row := range rows(pieces) {
		for _, q := range row {
			at := slices.IndexFunc(out, func(t []piece) bool {
				last := t[len(t)-1]
				return overlap(q.x0, q.x1, t) && q.base-last.base <= pitchShare*q.size && q.base > last.base
			})
			if at >= 0 {
				out[at] = append(out[at], q)
			} else {
				out = append(out, []piece{q})
			}
		}
	}
	return out
}

// isFigure tells points and what stands for none from other texts.
func isFigure(text string) bool {
	return text != "" && strings.Trim(text, "0123456789０１２３４５６７８９.．,，%％分-－—–―/ ") == ""
}
