package fuhe

import "strings"

// Visible is a text without the characters that a reader does not see: zero-width spaces and joiners, marks of the
// writing direction, soft hyphens, variation selectors, controls but tabs and line ends.
func Visible(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0xC2 || c < ' ' && c != '\t' && c != '\n' {
			if strings.IndexFunc(s[i:], isInvisible) >= 0 {
				return strings.Map(func(r rune) rune {
					if isInvisible(r) {
						return -1
					}
					return r
				}, s)
			}
			return s
		}
	}
	return s
}

func isInvisible(r rune) bool {
	switch {
	case r < 0xAD:
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0x7F && r < 0xA0 && r != 0x85
	case r < 0x200B:
		return r == 0xAD || r == 0x34F || r == 0x61C || r == 0x115F || r == 0x1160 || r == 0x17B4 || r == 0x17B5 || r >= 0x180B && r <= 0x180F
	case r <= 0x206F:
		return r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060
	}
	return r == 0x3164 || r >= 0xFE00 && r <= 0xFE0F || r == 0xFEFF || r >= 0xFFF0 && r <= 0xFFFB || r >= 0xE0000 && r <= 0xE0FFF
}

// halfWidth maps full-width ASCII and the kinds of spaces, minus signs and apostrophes one rune to one rune, so that units
// keep their printed form (NFKC would turn ㎡ into m2). A blank of another width than the usual one is kept apart as
// thinSpace when it prints between digits.
func halfWidth(s string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = s[i] < 0x80
	}
	if plain {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x80 || r >= 0x3001 && r < 0xFE00:
			return r
		case r == '‚' || r == '﹐' || r == '،':
			return ','
		case r == '﹒':
			return '.'
		case r == '｡':
			return '。'
		case r >= 0x1D7CE && r <= 0x1D7FF: // digits in the alphabets of mathematics
			return '0' + (r-0x1D7CE)%10
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '\u00a0' || r >= '\u2004' && r <= '\u200a' || r == '\u202f':
			return '\u2009'
		case r == '　' || r >= '\u2000' && r <= '\u2003' || r == '\u205f':
			return ' '
		case r == '−' || r == '﹣':
			return '-'
		case r == '﹪':
			return '%'
		case r == '‘' || r == '’' || r == '′' || r == 'ʼ' || r == '´' || r == 'ˈ':
			return '\''
		case r == '‧' || r == '•' || r == '∙' || r == '⋅' || r == '・' || r == '˙':
			return '·'
		}
		return r
	}, s)
}
