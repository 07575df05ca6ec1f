package html

import (
	"strconv"
	"strings"
)

// holding is whether a condition of a style sheet holds.
type holding uint8

const (
	never holding = iota
	perhapsSo
	always
)

// holds tells whether a list of media is that of whoever looks at the page on the screen of a desk.
func holds(media string) holding {
	media = strings.ToLower(strings.TrimSpace(media))
	if media == "" {
		return always
	}
	best := never
	for _, query := range listed(media) {
		best = max(best, holdsAll(query))
	}
	return best
}

// holdsAll tells whether all parts of a query hold.
func holdsAll(query string) holding {
	words := strings.Join(strings.Fields(query), " ")
	if strings.HasPrefix(words, "not ") || strings.Contains(words, " or ") {
		return perhapsSo
	}
	least := always
	for part := range strings.SplitSeq(strings.TrimPrefix(words, "only "), " and ") {
		least = min(least, holdsPart(strings.TrimSpace(part)))
	}
	return least
}

// holdsPart tells it of one medium or one feature.
func holdsPart(part string) holding {
	feature, ok := strings.CutPrefix(part, "(")
	if !ok {
		switch part {
		case "screen", "all":
			return always
		case "print", "speech", "aural", "braille", "embossed", "handheld", "projection", "tty", "tv":
			return never
		}
		return perhapsSo
	}
	name, value, _ := strings.Cut(strings.TrimSuffix(feature, ")"), ":")
	wide := pixels(strings.TrimSpace(value))
	switch strings.TrimSpace(name) {
	case "min-width", "min-device-width":
		if wide > 0 && wide <= deskPixels {
			return always
		}
	case "max-width", "max-device-width":
		if wide > 0 && wide < deskPixels {
			return never
		}
	}
	return perhapsSo
}

// pixels is a length in pixels; 0 for what is none.
func pixels(value string) float64 {
	digits := strings.TrimRight(value, "abcdefghijklmnopqrstuvwxyz ")
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return 0
	}
	switch value[len(digits):] {
	case "px":
		return v
	case "em", "rem":
		return v * 16
	}
	return 0
}
