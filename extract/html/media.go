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
	if strings.Contains(words, " or ") {
		return perhapsSo
	}
	if whole, ok := strings.CutPrefix(words, "not "); ok {
		return always - holdsAll(whole)
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
	feature = strings.TrimSuffix(feature, ")")
	for _, sign := range []string{">=", "<=", ">", "<"} {
		if name, value, ok := strings.Cut(feature, sign); ok && strings.TrimSpace(name) == "width" {
			return wide(strings.TrimSpace(value), sign[0] == '>')
		}
	}
	name, value, _ := strings.Cut(feature, ":")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(name) {
	case "min-width", "min-device-width":
		return wide(value, true)
	case "max-width", "max-device-width":
		return wide(value, false)
	case "prefers-color-scheme":
		return whether(value == "light")
	case "hover", "any-hover":
		return whether(value == "hover" || value == "")
	case "prefers-reduced-motion", "prefers-contrast", "forced-colors", "inverted-colors", "prefers-reduced-transparency", "prefers-reduced-data":
		return whether(value == "no-preference" || value == "none")
	}
	return perhapsSo
}

func whether(so bool) holding {
	if so {
		return always
	}
	return never
}

// wide tells whether a screen is as wide as a length, or no wider.
func wide(length string, atLeast bool) holding {
	px := pixels(length)
	switch {
	case atLeast && px > 0 && px <= deskPixels:
		return always
	case !atLeast && px > 0 && px < deskPixels:
		return never
	}
	return perhapsSo
}

// supported tells whether browsers of today know a property with a value.
func supported(condition string) holding {
	condition = strings.TrimSpace(condition)
	if whole, ok := strings.CutPrefix(condition, "not"); ok {
		return always - supported(whole)
	}
	if !strings.HasPrefix(condition, "(") || bracketed(condition) != len(condition) {
		return perhapsSo
	}
	style := declarations(strings.TrimSuffix(condition[1:], ")"))
	if len(style) != 1 || !matters(style[0].name) {
		return perhapsSo
	}
	if !isValid(style[0]) {
		return never
	}
	switch style[0].name {
	case "display", "visibility", "position", "float", "opacity":
		return always
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
