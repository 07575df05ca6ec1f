package inferred

import (
	"math"
	"slices"
	"strings"

	"fuhe/extract/page/typeset"
)

// line is one line of text of a column.
type line struct {
	base, x0, x1, size float64
	unit               float64 // the width of what cannot be broken at its beginning
	pieces             []piece
}

func linesOf(pieces []piece) []line {
	var out []line
	for _, row := range rows(pieces) {
		l := line{base: row[0].base, size: row[0].size, pieces: row}
		l.x0, l.x1 = extent(row)
		for _, p := range row {
			if p.size > l.size {
				l.size, l.base = p.size, p.base
			}
		}
		l.unit = unitOf(row[0].glyphs)
		out = append(out, l)
	}
	return out
}

// unitOf is the width of what cannot be broken at the beginning of a line: a word or figure, or an ideograph, with the
// points behind it and the opening brackets before.
func unitOf(glyphs []typeset.Glyph) float64 {
	n := 0
	for n < len(glyphs)-1 && strings.Contains("(（“‘《〔[【", glyphs[n].Text) {
		n++
	}
	for word := typeset.Narrow(glyphs[n].Text); word && n < len(glyphs)-1 && typeset.Narrow(glyphs[n+1].Text); {
		n++
	}
	for n++; n < len(glyphs) && strings.Contains(",.，。、；：！？）)%％", glyphs[n].Text); {
		n++
	}
	return glyphs[n-1].Box[2] - glyphs[0].Box[0]
}

// setting is how the lines of a text stand to the line of their row.
type setting uint8

const (
	centred  setting = iota // around it
	fromTop                 // the first on it
	toBottom                // the last on it
	settings
	onFirst // in the first of several rows, the others are blank
)

// fits reports whether the lines of a text stand so to the line of a row.
func (h setting) fits(lines []line, row float64) bool {
	first, last := &lines[0], &lines[len(lines)-1]
	at := (first.base + last.base) / 2
	switch h {
	case fromTop:
		at = first.base
	case toBottom:
		at = last.base
	}
	return math.Abs(at-row) <= centreShare*first.size
}

// solver puts the lines of one column to the rows they belong to.
type solver struct {
	lines []line
	rows  []float64 // their baselines, top down
	tight float64   // the least distance of rows
	pitch float64   // the most distance of lines of one text
	width float64   // of the column's widest line
	most  int       // lines of one text
	how   setting
	heads int  // rows of headings
	prose bool // its texts have breaks of their own
}

// fits reports whether lines from i up to j are the text of row k.
func (s *solver) fits(i, j, k int) bool {
	first, last := &s.lines[i], &s.lines[j-1]
	if !s.how.fits(s.lines[i:j], s.rows[k]) {
		return false
	}
	for n := i + 1; n < j; n++ {
		if !s.goesOn(n, k < s.heads) {
			return false
		}
	}
	// A row is as high as its texts: none of them reaches the line of another row.
	apart := apartShare * first.size
	return (k == 0 || first.base > s.rows[k-1]+apart) && (k+1 == len(s.rows) || last.base < s.rows[k+1]-apart)
}

// goesOn reports whether line n may go on with the text of the line before: it is close, and nothing of it would have
// fitted on that line. Headings and prose are also broken elsewhere, but then their lines are closer than rows are.
func (s *solver) goesOn(n int, heading bool) bool {
	a, b := &s.lines[n-1], &s.lines[n]
	pitch := b.base - a.base
	full := a.x1-a.x0+b.unit > s.width-centreShare*a.size
	return pitch <= s.pitch && (full || (heading || s.prose) && pitch < tightShare*s.tight)
}

// solve gives the row of each line; false unless there is exactly one way.
func (s *solver) solve() ([]int, bool) {
	n, m := len(s.lines), len(s.rows)
	ways, take := make([][]int, n+1), make([][]int, n+1) // of placing the first i lines in the first k rows
	for i := range ways {
		ways[i], take[i] = make([]int, m+1), make([]int, m+1)
	}
	for k := range ways[0] {
		ways[0][k] = 1
	}
	for k := 1; k <= m; k++ {
		for i := 1; i <= n; i++ {
			ways[i][k] = ways[i][k-1]
			for j := i - 1; j >= max(0, i-s.most); j-- {
				if ways[j][k-1] > 0 && s.fits(j, i, k-1) {
					ways[i][k] = min(2, ways[i][k]+ways[j][k-1])
					take[i][k] = i - j
				}
			}
		}
	}
	if ways[n][m] != 1 {
		return nil, false
	}
	out := make([]int, n)
	for i, k := n, m; i > 0; k-- {
		for range take[i][k] {
			i--
			out[i] = k - 1
		}
	}
	return out, true
}

// leastDistance is the least distance of places, which are sorted; infinite for a single one.
func leastDistance(places []float64) float64 {
	out := math.Inf(1)
	for i := 1; i < len(places); i++ {
		out = min(out, places[i]-places[i-1])
	}
	return out
}

// merged are places without those that are the same, sorted.
func merged(places []float64, reach float64) []float64 {
	slices.Sort(places)
	return slices.CompactFunc(places, func(a, b float64) bool { return math.Abs(b-a) <= reach })
}
