package lattice

import (
	"unicode"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// garbled reports whether a character that belongs to no figure stands within one: a rare ideograph, or a letter of a
// script that forms are not written in, between two digits or points. Units, dates and numbered lists are written with
// common ideographs.
func garbled(text string) bool {
	var before, between rune
	for _, r := range text {
		if figureRune(before) && figureRune(r) && foreign(between) {
			return true
		}
		before, between = between, r
	}
	return false
}

func figureRune(r rune) bool {
	return r >= '0' && r <= '9' || r == '.' || r == ','
}

// foreign reports whether a character is a letter, and none of the scripts and ideographs that forms use.
func foreign(r rune) bool {
	switch {
	case r < 0x80 || r >= 0xFF00: // ASCII and its wide forms: typing slips, which are judged where figures are read
		return false
	case unicode.Is(unicode.Han, r):
		return !common(r)
	case unicode.Is(unicode.Greek, r):
		return false // α, μ
	}
	return unicode.IsLetter(r) || unicode.Is(unicode.Co, r)
}

// common reports whether an ideograph is of the first level of GB 2312: the 3 755 that are used often.
func common(r rune) bool {
	if r == '〇' || r == '々' {
		return true
	}
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(string(r)))
	return err == nil && len(b) == 2 && b[0] >= 0xB0 && b[0] <= 0xD7 && b[1] >= 0xA1
}
