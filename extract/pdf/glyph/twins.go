package glyph

// Meant is the text that is meant by one that fonts draw with the same glyph, so that a file made from the glyph
// may name either: a radical for its ideograph, and the signs below for those that forms are typed with.
func Meant(r rune) string {
	switch r {
	case 0xAD, '‐', '‑': // a soft hyphen that was drawn is one to see, and a minus before a figure
		return "-"
	case '⋯':
		return "…"
	case '‒':
		return "–"
	case '∕':
		return "／"
	case '‧', '・':
		return "·"
	case '⸺': // the ligature of two dashes
		return "——"
	case '⸻':
		return "———"
	}
	return string(Ideograph(r))
}
