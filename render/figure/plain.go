package figure

import "strings"

// plain is the figure that a text of digits, a point and commas is, with a hyphen before it or none: what most cells of a
// sheet hold. It says false for anything that it takes more to tell: spaces, units, zeros before other digits, a negative
// zero, commas out of place.
func plain(text string) (Figure, bool) {
	digits := strings.TrimPrefix(text, "-")
	if digits == "" || len(digits) > maxPlain {
		return Figure{}, false
	}
	whole, places, counting := len(digits), 0, false
	for i := range len(digits) {
		switch c := digits[i]; {
		case c >= '0' && c <= '9':
			counting = counting || c != '0'
		case c == ',' && whole == len(digits):
		case c == '.' && whole == len(digits):
			whole, places = i, len(digits)-i-1
		default:
			return Figure{}, false
		}
	}
	grouped, ok := wholePart(digits[:whole])
	negative := len(digits) < len(text)
	if !ok || whole < len(digits) && places == 0 || negative && !counting || significant(digits) > maxExactDigits {
		return Figure{}, false
	}
	return Figure{Literal: shortest(text, grouped), Format: digitFormat(int32(places), grouped), Places: int32(places), Grouped: grouped,
		Bare: places == 0 && !grouped && !negative}, true
}

// maxPlain is of characters: the digits that are exact, with separators and zeros.
const maxPlain = 24

// wholePart reports whether digits are a whole number without zeros before it, its commas at every third digit or nowhere.
func wholePart(s string) (grouped, ok bool) {
	if s == "" || s[0] == ',' || s[0] == '0' && len(s) > 1 {
		return false, false
	}
	grouped = strings.IndexByte(s, ',') >= 0
	for i := range len(s) {
		if at := len(s) - i; grouped && (s[i] == ',') != (at%4 == 0) {
			return false, false
		}
	}
	return grouped, true
}

// shortest is a number without its commas and without zeros at the end of its decimals.
func shortest(s string, grouped bool) string {
	if strings.IndexByte(s, '.') >= 0 {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if grouped {
		s = strings.ReplaceAll(s, ",", "")
	}
	return s
}
