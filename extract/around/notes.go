package around

import (
	"slices"

	"fuhe"
)

// splitNotes takes the notes of a table off the front of the lines under it: from 注：, 备注：, 说明： … as long as lines
// follow close, or in a file without pages as long as they count on (2. …).
func splitNotes(lines *[]fuhe.Line) []fuhe.Line {
	all := *lines
	if len(all) == 0 || !noteStart.MatchString(bare(all[0].Text)) {
		return nil
	}
	n := 1
	for n < min(len(all), mostNotes) && goesOn(all[n-1], all[n]) {
		n++
	}
	*lines = all[n:]
	return slices.Clone(all[:n])
}

func goesOn(note, next fuhe.Line) bool {
	if label(next.Text) || calledTable(next.Text) && titled(next.Text) {
		return false
	}
	if noteStart.MatchString(bare(next.Text)) {
		return true
	}
	a, b := note.At.Box, next.At.Box
	if a.IsZero() || b.IsZero() {
		return outline.MatchString(bare(next.Text))
	}
	high := a[3] - a[1]
	return b[1]-a[3] <= notesGapLines*high && b[3]-b[1] <= 1.2*high
}
