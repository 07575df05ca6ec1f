package inferred

// glued reports whether a text is the caption of a part with a name behind it: the two stand so close that nothing told
// them apart.
func (w *Words) glued(part Part, text string, name func(string) bool) bool {
	runes := []rune(text)
	for n := leastCaption; n < len(runes); n++ {
		if w.Caption(part, string(runes[:n])) && name(string(runes[n:])) {
			return true
		}
	}
	return false
}

// twoHeadings reports whether a text is two headings that all but touch: one ends in a bracket, the other begins behind it.
func (w *Words) twoHeadings(part Part, text string) bool {
	for n, r := range text {
		if r != ')' && r != '）' {
			continue
		}
		if first, second := text[:n+len(string(r))], text[n+len(string(r)):]; second != "" && w.Heading(part, first) != Unknown && w.Heading(part, second) != Unknown {
			return true
		}
	}
	return false
}
