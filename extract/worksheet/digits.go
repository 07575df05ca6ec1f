package worksheet

import "strings"

// fill puts the digits of a number that is not negative into the section's places, from the point to both sides.
func (s *section) fill(v Value) string {
	text := v.fixed(int(s.places))
	whole, fraction, _ := strings.Cut(text, ".")
	if strings.Trim(whole, "0") == "" {
		whole = ""
	}
	slots := 0
	for _, t := range s.tokens {
		if t.kind == point {
			break
		}
		if t.kind == digit {
			slots++
		}
	}
	var b strings.Builder
	behind := false
	left, used := slots, 0
	for i, t := range s.tokens {
		switch t.kind {
		case literal:
			b.WriteString(t.text)
		case asGeneral:
			b.WriteString(inWords(s.numerals, generalText(v)))
		case atSign:
			b.WriteString(generalText(v))
		case point:
			behind = true
			if s.places == 0 || strings.TrimSpace(s.fractionDigit(fraction, 0, s.tokens[i+1:])) != "" {
				b.WriteByte('.') // Excel leaves the point of 0.## standing behind a whole number; read as a figure it is none
			}
		case digit:
			if !behind {
				b.WriteString(inNumerals(s.numerals, s.wholeDigits(whole, t.text, left, left == slots)))
				left--
				continue
			}
			b.WriteString(inNumerals(s.numerals, s.fractionDigit(fraction, used, s.tokens[i:])))
			used++
		}
	}
	return b.String()
}

// wholeDigits are the digits of the place that is left-th from the point: the first place takes all that stand before it.
func (s *section) wholeDigits(whole, placeholder string, left int, first bool) string {
	from := len(whole) - left
	digits := ""
	switch {
	case first && from > 0:
		digits = whole[:from+1]
	case from >= 0:
		digits = whole[from : from+1]
	case placeholder == "0":
		digits = "0"
	case placeholder == "?":
		return " "
	default:
		return ""
	}
	if !s.grouped {
		return digits
	}
	var b strings.Builder
	for i := range len(digits) {
		b.WriteByte(digits[i])
		if behind := left - 1 + len(digits) - 1 - i; behind > 0 && behind%3 == 0 {
			b.WriteByte(',')
		}
	}
	return b.String()
}

// fractionDigit is the digit of the i-th place behind the point; trailing zeros are not shown by # and blank by ?.
func (s *section) fractionDigit(fraction string, i int, from []token) string {
	if strings.Trim(fraction[i:], "0") == "" {
		fixed := false
		for _, t := range from {
			fixed = fixed || t.kind == digit && t.text == "0"
		}
		switch {
		case fixed:
		case len(from) > 0 && from[0].text == "?":
			return " "
		default:
			return ""
		}
	}
	return fraction[i : i+1]
}
