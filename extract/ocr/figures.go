package ocr

import (
	"image"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/ocr/digit"
	"fuhe/extract/ocr/recogniser"
)

// doubtOf is why the writing of a line in a cell is not relied on if it is a figure; nil when nothing speaks against it.
func (l *leaf) doubtOf(n line) *fuhe.Phrase {
	c := l.cells[n.cell]
	switch {
	case !c.whole:
		return fuhe.DoubtBorders
	case c.touch:
		return fuhe.DoubtEdge
	case l.coloured.In(n.box.Inset(-2)) > 0:
		return fuhe.DoubtStamped
	}
	for _, run := range l.runs(n) {
		if !l.confirmed(n, run) {
			return fuhe.DoubtRecognised
		}
	}
	return nil
}

// run are the characters of a line from one to before another, all of them of a figure, and where they stand.
type run struct {
	from, to int
	left     int
	right    int
}

// runs are the figures in a line.
func (l *leaf) runs(n line) []run {
	var out []run
	for i := 0; i < len(n.characters); i++ {
		if !ofFigure(n.characters[i]) {
			continue
		}
		r := run{from: i, left: n.box.Min.X, right: n.box.Max.X}
		if i > 0 {
			r.left = l.between(n, i-1, i)
		}
		for i < len(n.characters) && ofFigure(n.characters[i]) {
			i++
		}
		if r.to = i; i < len(n.characters) {
			r.right = l.between(n, i-1, i)
		}
		out = append(out, r)
	}
	return out
}

func ofFigure(c recogniser.Character) bool {
	return len(c.Text) == 1 && strings.Contains(digit.Characters, c.Text)
}

// between is the column of the page between two characters of a line.
func (l *leaf) between(n line, a, b int) int {
	return int((l.middle(n, a) + l.middle(n, b)) / 2)
}

// middle is the column of the page that the middle of a character stands in.
func (l *leaf) middle(n line, i int) float64 {
	crop, c := l.crop(n), n.characters[i]
	return float64(crop.Min.X) + float64(c.From+c.To)/2*float64(crop.Dy())/rows
}

// confirmed reports whether the second recogniser reads the characters of a run as the first one does, one for one.
func (l *leaf) confirmed(n line, r run) bool {
	pieces := slices.DeleteFunc(l.ink.Pieces(n.box), func(p image.Rectangle) bool {
		middle := (p.Min.X + p.Max.X) / 2
		return middle < r.left || middle >= r.right || max(p.Dx(), p.Dy()) <= l.dust()
	})
	characters := n.characters[r.from:r.to]
	pieces = l.apart(pieces, characters)
	if len(pieces) != len(characters) {
		return false
	}
	where := digitsOf(characters, pieces)
	for i, c := range characters {
		text, sure := digit.Read(&l.grey, pieces[i], where)
		if c.Sure < leastSure || text != c.Text || sure < leastSecond {
			return false
		}
	}
	return true
}

// apart are pieces with those cut in two that are wider than a digit, while they are fewer than the characters: digits that
// run together. They are cut where there is least ink.
func (l *leaf) apart(pieces []image.Rectangle, characters []recogniser.Character) []image.Rectangle {
	var widths []int
	for _, p := range pieces {
		if float64(p.Dy()) > leastShare*l.usual/2 {
			widths = append(widths, p.Dx())
		}
	}
	if len(widths) == 0 {
		return pieces
	}
	slices.Sort(widths)
	usual := min(float64(widths[0]+widths[len(widths)/2])/2, widestDigit*l.usual)
	for i := 0; i < len(pieces) && len(pieces) < len(characters); i++ {
		if p := pieces[i]; float64(p.Dx()) > wideDigit*usual && characters[i].Text != "%" {
			at := l.lightest(p)
			left, right := p, p
			left.Max.X, right.Min.X = at, at
			pieces = slices.Replace(pieces, i, i+1, left, right)
			i-- // it may be three
		}
	}
	return pieces
}

// lightest is the column with the least ink in the middle part of a piece.
func (l *leaf) lightest(p image.Rectangle) int {
	best, least := (p.Min.X+p.Max.X)/2, 256*p.Dy()
	for x := p.Min.X + p.Dx()/4; x <= p.Max.X-p.Dx()/4; x++ {
		sum := 0
		for y := p.Min.Y; y < p.Max.Y; y++ {
			sum += 255 - int(l.grey.At(x, y))
		}
		if sum < least {
			best, least = x, sum
		}
	}
	return best
}

// dust is how large a piece of ink is that is no point: a part of the height of a character.
func (l *leaf) dust() int { return int(dustShare*l.usual + 0.5) }

// digitsOf is where the digits among some characters stand: the middle of their tops and of their heights.
func digitsOf(characters []recogniser.Character, pieces []image.Rectangle) digit.Line {
	var tops, heights []int
	for i, c := range characters {
		if c.Text[0] >= '0' && c.Text[0] <= '9' {
			tops, heights = append(tops, pieces[i].Min.Y), append(heights, pieces[i].Dy())
		}
	}
	if len(tops) == 0 {
		return digit.Line{}
	}
	slices.Sort(tops)
	slices.Sort(heights)
	return digit.Line{Top: float64(tops[len(tops)/2]), High: float64(heights[len(heights)/2])}
}
