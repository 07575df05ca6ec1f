package worksheet

import (
	"strconv"
	"strings"
)

// Format is a number format: up to four sections, the last for text.
type Format struct {
	code     string
	sections []section
	general  bool // the code is General and nothing else
	unsure   bool // the code holds something whose effect is not known for sure
}

// section is a part of a number format between semicolons.
type section struct {
	tokens    []token
	condition *condition
	date      bool
	digits    bool
	general   bool
	at        bool  // has @: it is for text
	percent   int   // how many % signs
	thousands int   // commas behind the last digit: each divides by 1000
	grouped   bool  // a comma between digits
	places    int32 // digits behind the point
	unsure    bool

	numerals int // 1, 2, 3 for [DBNum1] to [DBNum3]: digits as 一二三, 壹贰叁, １２３; 0 for those of ASCII
}

// condition is a section's own range of values, [>=100].
type condition struct {
	sign  string
	value Value
}

// token is a piece of a section.
type token struct {
	kind tokenKind
	text string
}

type tokenKind uint8

const (
	literal   tokenKind = iota // shown as it is
	digit                      // 0, # or ?
	point                      // the decimal point
	atSign                     // the text
	asGeneral                  // the word General
	dateField                  // y, m, d, h, s, AM/PM …
	elapsed                    // [h], [mm], [ss]
)

// significantDigits is what Excel keeps of a number before it is shown: 0.1+0.2 is 0.3, 1.005 rounds up.
const significantDigits = 15

const (
	generalChars    = 11 // digits and point of a number in format General, Excel's rule
	generalMaxWhole = 15 // Excel turns to 1.2E+11 after 11 digits, other programs later; all digits that are sure are shown
)

// generalText is a number in format General.
func generalText(v Value) string {
	whole := max(v.point, 1)
	if whole > generalMaxWhole {
		return strings.ToUpper(strconv.FormatFloat(v.float(), 'g', 6, 64))
	}
	if v.Sign() != 0 && v.point <= tinyPoint {
		return scientific(strconv.FormatFloat(v.float(), 'e', 5, 64))
	}
	text := v.fixed(max(generalChars-1-whole, 0))
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	if text == "-0" {
		return "0"
	}
	return text
}

// tinyPoint is where General turns to 1E-05, below 0.0001: a plain number would lose its digits.
const tinyPoint = -4

// scientific turns Go's 1.50000e-05 into 1.5E-05.
func scientific(s string) string {
	mantissa, exponent, _ := strings.Cut(s, "e")
	if strings.Contains(mantissa, ".") {
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
	}
	return mantissa + "E" + exponent
}

// Number is a number as shown; false when that is not known for sure.
func (f *Format) Number(v Value, date1904 bool) (string, bool) {
	if f.unsure {
		return "", false
	}
	s, abs, ok := f.pick(v)
	if !ok || s.unsure {
		return "", false
	}
	if s.date {
		return s.dateText(v, date1904)
	}
	minus := ""
	if v.Sign() < 0 && !abs {
		minus = "-"
	}
	text := s.fill(v.abs().times10(2*s.percent - 3*s.thousands))
	if strings.IndexFunc(text, isCounting) < 0 {
		minus = "" // rounded to nothing: -0.00 is read as 0.00
	}
	return minus + text, true
}

// isCounting tells a digit that is no zero.
func isCounting(r rune) bool {
	return r >= '1' && r <= '9' || r >= '１' && r <= '９' || strings.ContainsRune("一二三四五六七八九壹贰叁肆伍陆柒捌玖", r)
}

// pick chooses the section for a number, and says whether its sign is left to the section.
func (f *Format) pick(v Value) (s *section, abs, ok bool) {
	numeric := f.sections
	if len(numeric) == 4 || len(numeric) > 1 && numeric[len(numeric)-1].at {
		numeric = numeric[:len(numeric)-1]
	}
	for i := range numeric {
		if numeric[i].condition != nil {
			return pickConditional(numeric, v)
		}
	}
	switch {
	case len(numeric) == 0:
		return nil, false, false
	case len(numeric) >= 3 && v.Sign() == 0:
		return &numeric[2], false, true
	case len(numeric) >= 2 && v.Sign() < 0:
		return &numeric[1], true, true
	}
	return &numeric[0], false, true
}

// pickConditional takes the first section whose range holds v; the last section without one takes what is left. What
// becomes of the sign of a negative number differs between programs, so that is not sure.
func pickConditional(numeric []section, v Value) (*section, bool, bool) {
	if v.Sign() < 0 || numeric[0].condition == nil {
		return nil, false, false
	}
	for i := range numeric {
		s := &numeric[i]
		if s.condition != nil && s.condition.holds(v) || s.condition == nil && i == len(numeric)-1 {
			return s, false, true
		}
	}
	return nil, false, false
}

func (c *condition) holds(v Value) bool {
	n := v.rat().Cmp(c.value.rat())
	switch c.sign {
	case "<":
		return n < 0
	case "<=":
		return n <= 0
	case ">":
		return n > 0
	case ">=":
		return n >= 0
	case "<>":
		return n != 0
	}
	return n == 0
}

// Text is a text as shown: the text section applied.
func (f *Format) Text(v string) string {
	if f.unsure || len(f.sections) == 0 {
		return v
	}
	s := &f.sections[len(f.sections)-1]
	if len(f.sections) < 4 && !s.at || s.unsure {
		return v
	}
	var b strings.Builder
	for _, t := range s.tokens {
		switch t.kind {
		case literal:
			b.WriteString(t.text)
		case atSign:
			b.WriteString(v)
		case asGeneral:
			b.WriteString(v)
		}
	}
	return b.String()
}
