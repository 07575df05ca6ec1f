package ofd

import (
	"cmp"
	"math"
	"slices"

	"fuhe/extract/page"
)

// Some converters write steps between characters that are not theirs: digits as wide as those of another font, so that
// each piece of a figure runs into the next. Where the pieces begin is right. From that it is learnt how wide the digits
// of a font really are, and where all pieces that contradict a step agree on one width, it is taken for the step.

// stretch is a step that is not believed, in thousandths of the font size.
type stretch struct {
	font string
	step int
}

// run is a piece of text drawn by one code: glyphs[from:to] of the page.
type run struct{ from, to int }

// fit sets the characters of a page to the widths that its texts agree on.
func fit(glyphs []page.Glyph) {
	runs := runsOf(glyphs)
	votes, kept := map[stretch]map[int]int{}, map[stretch]int{}
	for i, r := range runs {
		at, ok := stepOf(glyphs[r.from:r.to])
		if !ok || i+1 == len(runs) {
			continue
		}
		first, next := glyphs[r.from], glyphs[runs[i+1].from]
		if next.Font != first.Font || next.Size != first.Size || math.Abs(next.Base-first.Base) > sameLineShare*first.Size || next.Angle != 0 ||
			next.Text == "" || wide([]rune(next.Text)[0]) { // programs set ideographs off from figures
			continue
		}
		real := thousandths(next.Box[0]-first.Box[0], first.Size) / (r.to - r.from)
		switch {
		case real >= leastStep && real < at.step-nearStep:
			if votes[at] == nil {
				votes[at] = map[int]int{}
			}
			votes[at][real]++
		case real >= at.step-nearStep && real <= at.step+nearStep:
			kept[at]++
		}
	}
	digits := map[string]int{} // the step learnt for a font
	for at := range votes {
		if real, agreed := agreement(votes[at], kept[at]); agreed {
			digits[at.font] = max(digits[at.font], real)
		}
	}
	for i, r := range runs {
		piece := glyphs[r.from:r.to]
		if at, ok := stepOf(piece); ok {
			if real, agreed := agreement(votes[at], kept[at]); agreed {
				set(piece, real)
			}
		} else if real := digits[piece[0].Font]; real > 0 && figures(piece[:1]) && len(piece) == 1 && piece[0].Angle == 0 {
			set(piece, real)
		}
		if i+1 < len(runs) {
			shorten(glyphs, r, runs[i+1])
		}
	}
	widen(glyphs, runs)
}

// widen gives the last digit of each piece the width that digits of its font have elsewhere: how wide it is nothing tells.
func widen(glyphs []page.Glyph, runs []run) {
	type sized struct {
		font string
		size float64
	}
	wide := map[sized]float64{} // the usual step behind a digit is the smallest one
	digit := func(g page.Glyph) bool {
		return g.Angle == 0 && !g.Upright && len(g.Text) == 1 && isDigit(rune(g.Text[0]))
	}
	for i := 1; i < len(glyphs); i++ {
		a, b := glyphs[i-1], glyphs[i]
		if !digit(a) || !digit(b) || math.Abs(a.Base-b.Base) > sameLineShare*a.Size {
			continue
		}
		step, key := b.Box[0]-a.Box[0], sized{a.Font, a.Size}
		if w, ok := wide[key]; step >= leastGlyph*a.Size && step <= mostNarrow*a.Size && (!ok || step < w) {
			wide[key] = step
		}
	}
	for i, r := range runs {
		last := &glyphs[r.to-1]
		w, ok := wide[sized{last.Font, last.Size}]
		if !ok || !digit(*last) {
			continue
		}
		last.Box[2] = last.Box[0] + w
		if i+1 < len(runs) {
			shorten(glyphs, r, runs[i+1])
		}
	}
}

// shorten ends a piece where the next one begins: how wide its last character is was only guessed.
func shorten(glyphs []page.Glyph, r, next run) {
	last, b := &glyphs[r.to-1], glyphs[next.from]
	if last.Angle != 0 || b.Angle != 0 || last.Size != b.Size || math.Abs(last.Base-b.Base) > sameLineShare*last.Size {
		return
	}
	if w := b.Box[0] - last.Box[0]; w >= leastGlyph*last.Size && b.Box[0] < last.Box[2] {
		last.Box[2] = b.Box[0]
	}
}

// agreement is the step that those who contradict one agree on; false when they do not, or when others bear it out.
func agreement(votes map[int]int, kept int) (int, bool) {
	all, best, most := 0, 0, 0
	for v := range votes {
		all += votes[v]
		n := 0
		for near := v - nearStep; near <= v+nearStep; near++ {
			n += votes[near]
		}
		if c := cmp.Compare(n, most); c > 0 || c == 0 && v < best {
			best, most = v, n
		}
	}
	return best, most >= leastVotes && float64(most) >= agreedShare*float64(all+kept)
}

// runsOf are the pieces that the glyphs were drawn by.
func runsOf(glyphs []page.Glyph) []run {
	var out []run
	for i, g := range glyphs {
		if n := len(out); n > 0 && glyphs[out[n-1].from].Shown == g.Shown {
			out[n-1].to = i + 1
			continue
		}
		out = append(out, run{i, i + 1})
	}
	return out
}

// stepOf is the step between the characters of a piece; false for one of other than narrow characters, or of unequal steps.
func stepOf(glyphs []page.Glyph) (stretch, bool) {
	if len(glyphs) < 2 || slices.ContainsFunc(glyphs, func(g page.Glyph) bool { return g.Angle != 0 || g.Upright || g.Text == "" || wide([]rune(g.Text)[0]) }) {
		return stretch{}, false
	}
	size := glyphs[0].Size
	step := thousandths(glyphs[1].Box[0]-glyphs[0].Box[0], size)
	for i := 2; i < len(glyphs); i++ {
		if s := thousandths(glyphs[i].Box[0]-glyphs[i-1].Box[0], size); s < step-nearStep || s > step+nearStep {
			return stretch{}, false
		}
	}
	step = (step + nearStep/2) / nearStep * nearStep // rounded coordinates
	return stretch{glyphs[0].Font, step}, step > 0
}

// set places the characters of a piece by another step.
func set(glyphs []page.Glyph, step int) {
	by := float64(step) / 1000 * glyphs[0].Size
	left := glyphs[0].Box[0]
	for i := range glyphs {
		glyphs[i].Box[0], glyphs[i].Box[2] = left+float64(i)*by, left+float64(i+1)*by
	}
}

func thousandths(v, size float64) int {
	if size <= 0 || math.Abs(v) > 1000*size {
		return 0
	}
	return int(math.Round(1000 * v / size))
}
