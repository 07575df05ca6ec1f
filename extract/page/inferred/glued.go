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
