package native

import (
	"math"

	"fuhe/extract/page"
)

// twice finds glyphs drawn again at nearly the same place: faux bold, shadows, a text layer under the text itself.
type twice struct {
	heads places  // the last glyph of a character in a square of the page
	next  []int32 // the one before it there
}

// place is a character and a square of the page in one number. Squares far off the page may fall together: then there is
// more to compare, and nothing else.
type place uint64

func placeOf(char rune, x, y int) place {
	return place(uint32(char))<<32 | place(uint16(x))<<16 | place(uint16(y))
}

const (
	squarePoints = 16.0 // sides of the squares; no glyph of up to 100 points is looked for farther away
	mostInSquare = 64   // glyphs of one character looked at in a square
)

// drawn reports whether the glyph, which begins with a character, is there already. The one to be seen stays.
func (t *twice) drawn(glyphs []page.Glyph, g *page.Glyph, char rune) bool {
	x, y := (g.Box[0]+g.Box[2])/2, (g.Box[1]+g.Box[3])/2
	reach := min(twiceSize*g.Size, squarePoints)
	if side := max(width(g.Box), height(g.Box)); side > 0 {
		reach = min(reach, twiceWidth*min(width(g.Box), height(g.Box)))
	}
	t.heads.reserve()
	own := placeOf(char, square(x), square(y))
	last := t.heads.find(own)
	x0, x1 := square(x-reach), square(x+reach)
	y0, y1 := square(y-reach), square(y+reach)
	for i := x0; i <= x1; i++ {
		for j := y0; j <= y1; j++ {
			near := last
			if at := placeOf(char, i, j); at != own {
				near = t.heads.find(at)
			}
			if t.amongst(glyphs, g, near.number(), reach) {
				return true
			}
		}
	}
	for len(t.next) < len(glyphs) {
		t.next = append(t.next, nobody) // blanks in between
	}
	t.next = append(t.next, last.number())
	t.heads.set(last, own, int32(len(glyphs)))
	return false
}

// amongst reports whether the glyph is one of those in a square. i is the last of them.
func (t *twice) amongst(glyphs []page.Glyph, g *page.Glyph, i int32, reach float64) bool {
	for n := 0; i != nobody && n < mostInSquare; n++ {
		if h := &glyphs[i]; h.Text == g.Text && same(h, g, reach) {
			h.Hidden, h.Pale, h.Unseen = h.Hidden && g.Hidden, h.Pale && g.Pale, h.Unseen && g.Unseen
			return true
		}
		i = t.next[i]
	}
	return false
}

// forget makes it ready for another page.
func (t *twice) forget() {
	t.heads.forget()
	t.next = t.next[:0]
}

func same(a, b *page.Glyph, reach float64) bool {
	return math.Abs(a.Box[0]+a.Box[2]-b.Box[0]-b.Box[2]) <= 2*reach &&
		math.Abs(a.Box[1]+a.Box[3]-b.Box[1]-b.Box[3]) <= 2*reach &&
		math.Abs(a.Size-b.Size) <= 0.1*b.Size && math.Abs(a.Angle-b.Angle) < 1
}

func square(v float64) int {
	return int(math.Floor(v / squarePoints)) // finite: whoever asks has looked
}
