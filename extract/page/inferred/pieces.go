package inferred

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"fuhe"
	"fuhe/extract/page"
	"fuhe/extract/page/typeset"
)

// piece is a run of glyphs on one baseline, no wider apart than words are.
type piece struct {
	x0, x1, base, size float64
	glyphs             []typeset.Glyph // visible ones, from left to right
	text               string
}

// newSheet sets the glyphs of a page into pieces, top down; page numbers are left out.
func newSheet(p page.Page) *sheet {
	s := &sheet{page: p, glyphs: typeset.Readable(p)}
	var numbers []fuhe.Box
	for _, l := range typeset.PageNumbers(s.glyphs, p) {
		if s.alone(l.At.Box) {
			numbers = append(numbers, l.At.Box)
		}
	}
	var visible []typeset.Glyph
	for _, g := range s.glyphs {
		if g.Quarter == 0 && !g.Blank() && !inAny(numbers, &g) {
			visible = append(visible, g)
		}
	}
	slices.SortStableFunc(visible, func(a, b typeset.Glyph) int { return cmp.Compare(a.Base, b.Base) })
	for from := 0; from < len(visible); {
		to := from + 1
		for to < len(visible) && visible[to].Base-visible[from].Base <= sameBaseShare*min(visible[from].Size, visible[to].Size) {
			to++
		}
		s.pieces = append(s.pieces, cut(visible[from:to])...)
		from = to
	}
	s.pitch = pitchOf(s.pieces)
	s.walls = wallsOf(p)
	return s
}

// pitchOf is how far apart lines of one text may follow each other: a little more than the least distance of lines right
// under one another that is met several times.
func pitchOf(pieces []piece) float64 {
	var distances []float64
	for i := range pieces {
		q := &pieces[i]
		for k := i + 1; k < len(pieces); k++ {
			gap := pieces[k].base - q.base
			if gap > mostPitch*q.size {
				break
			}
			if gap >= leastPitch*q.size && pieces[k].size == q.size && pieces[k].x0 < q.x1 && q.x0 < pieces[k].x1 {
				distances = append(distances, gap/q.size)
				break
			}
		}
	}
	slices.Sort(distances)
	usual := usualOf(pieces)
	for i := range distances {
		if k := i + pitchTimes - 1; k < len(distances) && distances[k]-distances[i] <= samePitch {
			return pitchOver * distances[i] * usual
		}
	}
	return pitchShare * usual
}

// usualOf is the font size of most pieces.
func usualOf(pieces []piece) float64 {
	sizes := make([]float64, 0, len(pieces))
	for i := range pieces {
		sizes = append(sizes, pieces[i].size)
	}
	if len(sizes) == 0 {
		return 0
	}
	slices.Sort(sizes)
	return sizes[len(sizes)/2]
}

// alone reports whether no other text stands close over or under a line: a （2） there is the end of a name, no number
// of the page.
func (s *sheet) alone(b fuhe.Box) bool {
	reach := aloneShare * (b[3] - b[1])
	return !slices.ContainsFunc(s.glyphs, func(g typeset.Glyph) bool {
		return !g.Blank() && g.Box[0] < b[2] && g.Box[2] > b[0] && g.Base != b[3] && g.Base > b[3]-reach && g.Base < b[3]+reach
	})
}

func inAny(boxes []fuhe.Box, g *typeset.Glyph) bool {
	x, _ := g.Centre()
	for _, b := range boxes {
		if x > b[0] && x < b[2] && g.Base > b[1] && g.Base <= b[3]+1 {
			return true
		}
	}
	return false
}

// cut cuts the glyphs of one baseline where the white between them is wider than words are apart.
func cut(glyphs []typeset.Glyph) []piece {
	slices.SortStableFunc(glyphs, func(a, b typeset.Glyph) int { return cmp.Compare(a.Box[0], b.Box[0]) })
	var out []piece
	from := 0
	end := 0.0
	for i := range glyphs {
		if gap := glyphs[i].Box[0] - end; i > from && (gap > wordShare*min(glyphs[i].Size, glyphs[i-1].Size) || twoFigures(&glyphs[i-1], &glyphs[i], gap)) {
			out = append(out, newPiece(glyphs[from:i]))
			from = i
		}
		if i == from {
			end = glyphs[i].Box[2]
		}
		end = max(end, glyphs[i].Box[2])
	}
	return append(out, newPiece(glyphs[from:]))
}

// twoFigures reports whether characters of figures that were shown by different steps stand apart: those of one figure do
// not.
func twoFigures(a, b *typeset.Glyph, gap float64) bool {
	if b.Text == "%" || b.Text == "％" || b.Text == "分" {
		return false // no figure begins with it; where digits meet ideographs, office programs leave a little white
	}
	return a.Shown != b.Shown && gap > digitGapShare*a.Size && isFigure(a.Text) && isFigure(b.Text)
}

// overlaid reports whether characters of a piece are drawn over one another. Points are often set closer than they are
// wide.
func (p *piece) overlaid() bool {
	for i := 1; i < len(p.glyphs); i++ {
		a, b := &p.glyphs[i-1], &p.glyphs[i]
		over := (a.Box[2] - b.Box[0]) / min(a.Box[2]-a.Box[0], b.Box[2]-b.Box[0])
		if figures := isFigure(a.Text) && isFigure(b.Text); figures && over > digitsOverShare || wordy(a.Text) && wordy(b.Text) && over > lettersOverShare {
			return true
		}
	}
	return false
}

// wordy tells letters, ideographs and digits from points and signs.
func wordy(text string) bool {
	for _, r := range text {
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

func newPiece(glyphs []typeset.Glyph) piece {
	p := piece{x0: glyphs[0].Box[0], glyphs: slices.Clip(glyphs)}
	var b strings.Builder
	for _, g := range glyphs {
		if g.Size > p.size {
			p.size, p.base = g.Size, g.Base
		}
		p.x1 = max(p.x1, g.Box[2])
		b.WriteString(g.Text)
	}
	p.text = b.String()
	return p
}

// apart cuts a piece between glyphs that were shown by different steps, however close they stand.
func (p *piece) apart() []piece {
	var out []piece
	from := 0
	for i := 1; i <= len(p.glyphs); i++ {
		if i < len(p.glyphs) {
			a, b := &p.glyphs[i-1], &p.glyphs[i]
			gap := b.Box[0] - a.Box[2]
			if bracket := a.Text == "）" && gap > -hairShare*a.Size; a.Shown == b.Shown || gap < hairShare*a.Size && !bracket {
				continue // the half of a wide bracket is blank
			}
		}
		out = append(out, newPiece(p.glyphs[from:i]))
		from = i
	}
	return out
}

func (p *piece) box() fuhe.Box { return fuhe.Box{p.x0, p.base - p.size, p.x1, p.base} }

// lines are pieces as lines of text, top down.
func (s *sheet) lines(pieces []piece) []fuhe.Line {
	var glyphs []typeset.Glyph
	for i := range pieces {
		glyphs = append(glyphs, pieces[i].glyphs...)
	}
	return typeset.Outside(s.withBlanks(glyphs), s.page)
}

// withBlanks are glyphs with the drawn spaces between them: on one of their baselines, inside of what they span.
func (s *sheet) withBlanks(glyphs []typeset.Glyph) []typeset.Glyph {
	out := slices.Clone(glyphs)
	for i := range s.glyphs {
		b := &s.glyphs[i]
		if !b.Blank() || b.Quarter != 0 {
			continue
		}
		before, after := false, false
		for j := range glyphs {
			g := &glyphs[j]
			if g.Base-b.Base > sameBaseShare*g.Size || b.Base-g.Base > sameBaseShare*g.Size {
				continue
			}
			before = before || g.Box[0] < b.Box[0]
			after = after || g.Box[2] > b.Box[2]
		}
		if before && after {
			out = append(out, *b)
		}
	}
	return out
}

// below are the pieces whose baseline is lower than a place.
func below(pieces []piece, y float64) []piece {
	return slices.DeleteFunc(slices.Clone(pieces), func(p piece) bool { return p.base <= y })
}

// rows puts pieces on common baselines, top down, each from left to right.
func rows(pieces []piece) [][]piece {
	sorted := slices.Clone(pieces)
	slices.SortStableFunc(sorted, func(a, b piece) int { return cmp.Compare(a.base, b.base) })
	var out [][]piece
	for from := 0; from < len(sorted); {
		to := from + 1
		for to < len(sorted) && sorted[to].base-sorted[from].base <= typeset.LineShare*min(sorted[to].size, sorted[from].size) {
			to++
		}
		row := sorted[from:to]
		slices.SortStableFunc(row, func(a, b piece) int { return cmp.Compare(a.x0, b.x0) })
		out = append(out, row)
		from = to
	}
	return out
}

func joined(pieces []piece) string {
	var b strings.Builder
	for i := range pieces {
		b.WriteString(pieces[i].text)
	}
	return b.String()
}

// extent is where pieces begin and end, sideways.
func extent(pieces []piece) (x0, x1 float64) {
	x0, x1 = pieces[0].x0, pieces[0].x1
	for _, p := range pieces[1:] {
		x0, x1 = min(x0, p.x0), max(x1, p.x1)
	}
	return x0, x1
}
