package lattice

import (
	"fuhe"
	"math"
	"strings"

	"fuhe/extract/page/typeset"
)

// A run of glyphs that touch may be the texts of several cells all the same; here is where it is cut.

// columnGap is where the text of another cell begins behind wide blanks: some tools show a whole row as one string. Else
// it is the run's length.
func columnGap(run []typeset.Glyph, spots []spot) int {
	last := -1
	for i, g := range run {
		if g.Blank() {
			continue
		}
		if last >= 0 && i > last+1 && spots[i] != spots[last] && g.Box[0]-run[last].Box[2] > typeset.GapShare*g.Size {
			return i
		}
		last = i
	}
	return len(run)
}

// restart is where a run is no longer the text it began with: a figure that begins in the next cell was placed there
// anew, or stands there as the first one does in its own, so two cells are full to the brim. Else it is the run's length.
// Without a word on what was placed only figures are told apart so: ideographs fall into step with columns easily, and
// two words in one cell do no harm that two figures do. What one operator showed is one text whatever its digits fall
// into step with.
func restart(run []typeset.Glyph, spots []spot) int {
	if spots[0].table == nil {
		return len(run)
	}
	left, _ := spots[0].span()
	for i := 1; i < len(run); i++ {
		if spots[i].table == nil || spots[i] == spots[0] {
			continue
		}
		if run[i].Shown != 0 && run[i].Shown == run[i-1].Shown {
			continue
		}
		border, _ := spots[i].span()
		if run[i-1].Box[0] < border && twoFigures(run, spots, i) {
			return i
		}
		figures := figureSign(run[i].Text) && figureSign(run[i-1].Text)
		if placedAnew(run, i) && (figures || atHome(run, spots, i-1) && atHome(run, spots, i)) {
			return i
		}
		if !figures {
			continue
		}
		if run[i-1].Box[0] < border && math.Abs((run[i].Box[0]-border)-(run[0].Box[0]-left)) <= sameInsetPoints {
			return i
		}
	}
	return len(run)
}

// placedAnew reports whether a glyph begins another piece of text than the one before it, in a file that shows more than
// one glyph at a time.
func placedAnew(run []typeset.Glyph, i int) bool {
	if a, b := run[i-1].Piece, run[i].Piece; a == b || a == 0 || b == 0 {
		return false
	}
	same := func(k, of int) bool {
		return k >= 0 && k < len(run) && run[k].Piece == run[of].Piece && !run[k].Blank()
	}
	return same(i-2, i-1) || same(i+1, i)
}

// atHome reports whether the piece of text around a glyph lies in one cell.
func atHome(run []typeset.Glyph, spots []spot, i int) bool {
	for k := i; k >= 0 && run[k].Piece == run[i].Piece; k-- {
		if spots[k] != spots[i] {
			return false
		}
	}
	for k := i; k < len(run) && run[k].Piece == run[i].Piece; k++ {
		if spots[k] != spots[i] {
			return false
		}
	}
	return true
}

// bridge is where the text of another cell begins behind a blank that lies on the border: blanks behind a text draw
// nothing, and two cells are no run for them. Words go on over a border behind a blank; a figure does not. Else it is the
// run's length.
func bridge(run []typeset.Glyph, spots []spot) int {
	last := -1
	for i, g := range run {
		if g.Blank() {
			continue
		}
		if last >= 0 && i > last+1 && spots[i] != spots[last] && spots[i].table != nil && spots[i].table == spots[last].table &&
			(isFigure(wordBefore(run, last)) || isFigure(wordBehind(run, i))) && offBorder(&run[last], &run[i], spots[i]) {
			return i
		}
		last = i
	}
	return len(run)
}

// offBorder reports whether neither of two glyphs reaches over the left border of a cell that stands between them.
func offBorder(a, b *typeset.Glyph, s spot) bool {
	border, _ := s.span()
	return a.Box[2] <= border+straddleShare*a.Size && b.Box[0] >= border-straddleShare*b.Size
}

// wordBefore and wordBehind are the texts between blanks that end and begin at a glyph.
func wordBefore(run []typeset.Glyph, i int) string {
	k := i
	for k > 0 && !run[k-1].Blank() {
		k--
	}
	return textOf(run[k : i+1])
}

func wordBehind(run []typeset.Glyph, i int) string {
	k := i
	for k < len(run) && !run[k].Blank() {
		k++
	}
	return textOf(run[i:k])
}

func textOf(glyphs []typeset.Glyph) string {
	var b strings.Builder
	for _, g := range glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

// twoFigures reports whether the glyphs before and behind the border at i are a figure each, and no figure together:
// 12.50 and 9.75 are never one.
func twoFigures(run []typeset.Glyph, spots []spot, i int) bool {
	if !figureSign(run[i-1].Text) || !figureSign(run[i].Text) {
		return false
	}
	a, b := wordBefore(run, i-1), wordBehind(run, i)
	return isFigure(a) && isFigure(b) && !isFigure(a+b)
}

// isFigure reports whether a text is a number as tables print it: 1,234.50, -3, 95%, (1.20).
func isFigure(text string) bool {
	text = strings.TrimSuffix(strings.TrimPrefix(text, "("), ")")
	text = strings.TrimRight(strings.TrimLeft(text, "+-−≥≤￥¥$"), "%％")
	whole, places, pointed := strings.Cut(text, ".")
	if whole == "" || pointed && (places == "" || !digits(places)) {
		return false
	}
	groups := strings.Split(strings.ReplaceAll(whole, "，", ","), ",")
	for i, g := range groups {
		if !digits(g) || len(groups) > 1 && (i > 0 && len(g) != 3 || i == 0 && len(g) > 3) {
			return false
		}
	}
	return true
}

func digits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

func figureSign(text string) bool { return strings.Trim(text, "0123456789.,，%％+-−()") == "" }

// doubtStraddling puts cells in doubt between which a figure was cut though the border runs through one of its glyphs:
// by its place it may belong to either.
func (p placing) doubtStraddling() {
	for i := 1; i < len(p.glyphs); i++ {
		a, b, s, t := &p.glyphs[i-1], &p.glyphs[i], &p.spots[i-1], &p.spots[i]
		if *s == *t || s.table == nil || s.table != t.table || p.held[i] || p.held[i-1] || !s.sameRow(*t) {
			continue
		}
		size := min(a.Size, b.Size)
		if a.Quarter != 0 || b.Quarter != 0 || math.Abs(a.Base-b.Base) > typeset.TwiceShare*size || math.Abs(b.Box[0]-a.Box[2]) > touchShare*size {
			continue
		}
		if a.Blank() || b.Blank() || !figureSign(a.Text) || !figureSign(b.Text) {
			continue
		}
		if border, _ := t.span(); a.Box[2] > border+straddleShare*size || b.Box[0] < border-straddleShare*size {
			for _, o := range [2]*spot{s, t} {
				o.table.cells[o.cell].doubt = fuhe.DoubtBorder
			}
		}
	}
}
