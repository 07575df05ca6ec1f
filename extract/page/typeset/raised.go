package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// raise takes footnote marks out of a line: small characters above its baseline, right behind a figure or a word. Glued
// to a figure they would make another one. What is raised behind a Latin letter is a power (m2), and what goes on with
// letters or digits of the line (10 to the 4th m) is part of a word: both stay.
func (r *Row) raise() {
	if !r.hasRaised() {
		return
	}
	kept := r.marks[:0:0]
	for i := 0; i < len(r.marks); {
		n := r.raisedAt(i)
		if n == 0 || !r.isMark(i, n) {
			n = max(n, 1)
			kept = append(kept, r.marks[i:i+n]...)
			i += n
			continue
		}
		text := ""
		for _, m := range r.marks[i : i+n] {
			if !m.blank {
				text += m.text
			}
		}
		r.raised = append(r.raised, text)
		i += n
	}
	r.marks = kept
}

func (r *Row) hasRaised() bool {
	for i := range r.marks {
		if r.above(&r.marks[i]) {
			return true
		}
	}
	return false
}

// above reports whether a mark is a small one above the baseline.
func (r *Row) above(m *mark) bool {
	return !m.blank && m.size <= raisedSize*r.size && r.v-m.v >= raisedShare*r.size
}

// raisedAt is the number of raised marks that follow each other from the i-th on.
func (r *Row) raisedAt(i int) int {
	n, end := 0, 0
	for ; i+n < len(r.marks); n++ {
		m := &r.marks[i+n]
		if n > 0 && m.u0-r.marks[i+n-1].u1 > raisedGapShare*r.size || !m.blank && !r.above(m) || m.blank && n == 0 {
			break
		}
		if !m.blank {
			end = n + 1
		}
	}
	return end
}

// isMark reports whether n raised marks from the i-th on are a footnote mark.
func (r *Row) isMark(i, n int) bool {
	before, after := r.visible(i-1, -1), r.visible(i+n, 1)
	if before == nil || r.marks[i].u0-before.u1 > raisedGapShare*r.size {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(before.text); unicode.Is(unicode.Latin, last) {
		return false
	}
	if after != nil && after.u0-r.marks[i+n-1].u1 <= TwiceShare*r.size && wordy(after.text) {
		return false
	}
	letters := 0
	for _, m := range r.marks[i : i+n] {
		switch first, _ := utf8.DecodeRuneInString(m.text); {
		case m.blank, unicode.IsDigit(first), unicode.Is(unicode.No, first), strings.ContainsRune("*＊※#＃()（）[]【】〔〕†‡§", first):
		case unicode.Is(unicode.Latin, first):
			letters++
		case strings.Contains("注", m.text):
		default:
			return false
		}
	}
	return letters <= 1 && n <= raisedMost
}

// visible is the first visible mark from the i-th on in a direction; nil when there is none.
func (r *Row) visible(i, step int) *mark {
	for ; i >= 0 && i < len(r.marks); i += step {
		if !r.marks[i].blank {
			return &r.marks[i]
		}
	}
	return nil
}

// wordy reports whether a text goes on with a number or a Latin word.
func wordy(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsDigit(first) || unicode.Is(unicode.Latin, first) || first == '.'
}

// lift puts lines of nothing but small marks, each right above and behind a mark of the next line, into that line.
func lift(rows []Row) []Row {
	out := rows[:0]
	for i := 0; i < len(rows); i++ {
		if i+1 < len(rows) && rows[i+1].carries(&rows[i]) {
			rows[i+1].marks = append(append([]mark(nil), rows[i+1].marks...), rows[i].marks...)
			continue
		}
		out = append(out, rows[i])
	}
	return out
}

// carries reports whether all marks of the line above are raised marks of this one.
func (r *Row) carries(above *Row) bool {
	if len(above.marks) > maxRaised || above.size > raisedSize*r.size || r.v-above.v > raisedReach*r.size {
		return false
	}
	for _, m := range above.marks {
		if m.blank {
			continue
		}
		behind := false
		for _, o := range r.marks {
			behind = behind || !o.blank && m.u0 >= o.u1-raisedGapShare*r.size && m.u0 <= o.u1+raisedGapShare*r.size+m.size
		}
		if !behind {
			return false
		}
	}
	return true
}
