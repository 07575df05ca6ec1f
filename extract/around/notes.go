package around

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fuhe"
)

// splitNotes takes the notes of a table off the front of the lines under it: from 注：, 备注：, 说明： … as long as lines
// follow close, or in a file without pages as long as they count on (2. …).
func splitNotes(lines *[]fuhe.Line) []fuhe.Line {
	all := *lines
	if len(all) == 0 || !startsNote(all[0].Text) {
		return nil
	}
	n := 1
	for n < min(len(all), mostNotes) && goesOn(all[n-1], all[n]) {
		n++
	}
	*lines = all[n:]
	return slices.Clone(all[:n])
}

// startsNote reports whether a text begins as a note does.
func startsNote(text string) bool {
	s := bare(text)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "（(【"))
	return strings.ContainsRune("注备说附填编资数来※★*＊", first) && noteStart.MatchString(s)
}

func goesOn(note, next fuhe.Line) bool {
	if label(next.Text) || calledTable(next.Text) && titled(next.Text) {
		return false
	}
	if startsNote(next.Text) {
		return true
	}
	a, b := note.At.Box, next.At.Box
	if a.IsZero() || b.IsZero() {
		return outline.MatchString(bare(next.Text))
	}
	high := a[3] - a[1]
	return b[1]-a[3] <= notesGapLines*high && b[3]-b[1] <= 1.2*high
}
