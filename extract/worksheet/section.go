package worksheet

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// ParseFormat reads a number format code.
func ParseFormat(code string) *Format {
	f := &Format{code: code, general: code == "General"}
	if len(code) > maxCodeBytes {
		f.unsure = true
		return f
	}
	for rest := code; ; {
		s, after, more := parseSection(rest)
		f.sections = append(f.sections, s)
		if !more {
			break
		}
		rest = after
	}
	if len(f.sections) > 4 {
		f.unsure = true
	}
	return f
}

// parseSection reads up to the next semicolon.
func parseSection(code string) (s section, rest string, more bool) {
	for code != "" {
		if code[0] == ';' {
			s.settle()
			return s, code[1:], true
		}
		code = code[s.next(code):]
	}
	s.settle()
	return s, "", false
}

// next reads one piece of the code and returns its length.
func (s *section) next(code string) int {
	r, size := utf8.DecodeRuneInString(code)
	behind, behindSize := utf8.DecodeRuneInString(code[size:])
	switch r {
	case '"':
		end := strings.IndexByte(code[1:], '"')
		if end < 0 {
			s.unsure = true
			return len(code)
		}
		s.add(literal, code[1:1+end])
		return end + 2
	case '\\', '!': // ! is the escape of Chinese and Japanese versions
		if behindSize > 0 {
			s.add(literal, string(behind))
		}
		return size + behindSize
	case '_': // the width of the next character
		s.add(literal, " ")
		return size + behindSize
	case '*': // the next character, repeated to the width of the column
		return size + behindSize
	case '[':
		return s.bracketed(code)
	case '0', '#', '?':
		s.add(digit, string(r))
		s.digits = true
		return size
	case '.':
		s.add(point, ".")
		return size
	case ',':
		s.add(digit, ",") // settled below
		return size
	case '%':
		s.percent++
		s.add(literal, "%")
		return size
	case '@':
		s.add(atSign, "@")
		s.at = true
		return size
	}
	return s.word(code, r, size)
}

// bracketed takes what stands in brackets at the start of the code, and returns its length.
func (s *section) bracketed(code string) int {
	end := strings.IndexByte(code, ']')
	if end < 0 {
		s.unsure = true
		return len(code)
	}
	s.bracket(code[1:end])
	return end + 1
}

// words are date fields and other names, the longest first. E of a scientific format is settled by what follows.
var words = []string{"上午/下午", "am/pm", "a/p", "general", "g/通用格式"}

// bare are the characters shown without quotation marks.
const bare = "/:-+ ()$'<>=&~{}^|"

func (s *section) word(code string, r rune, size int) int {
	for _, w := range words {
		if len(code) < len(w) || !strings.EqualFold(code[:len(w)], w) {
			continue
		}
		if w == "general" || w == "g/通用格式" {
			s.add(asGeneral, "")
			s.general = true
		} else {
			s.add(dateField, w)
			s.date = true
		}
		return len(w)
	}
	lower := r | 0x20
	switch {
	case (r == 'E' || r == 'e') && len(code) > 1 && (code[1] == '+' || code[1] == '-'):
		s.unsure = true // scientific: no form prints it
		return 2
	case r < utf8.RuneSelf && strings.ContainsRune("ymdhsae", lower):
		n := 1
		for n < len(code) && code[n]|0x20 == byte(lower) {
			n++
		}
		s.add(dateField, strings.ToLower(code[:n]))
		s.date = true
		return n
	case strings.ContainsRune(bare, r) || r >= utf8.RuneSelf && r != utf8.RuneError:
		s.add(literal, string(r))
		return size
	}
	s.unsure = true
	return size
}

func (s *section) add(kind tokenKind, text string) {
	s.tokens = append(s.tokens, token{kind, text})
}

// colours say nothing about what is shown.
var colours = map[string]bool{"black": true, "blue": true, "cyan": true, "green": true, "magenta": true, "red": true, "white": true,
	"yellow": true, "黑色": true, "蓝色": true, "青色": true, "绿色": true, "洋红": true, "红色": true, "白色": true, "黄色": true}

// bracket reads what stands in square brackets: a colour, a currency and locale, a condition, an elapsed time.
func (s *section) bracket(inside string) {
	lower := strings.ToLower(inside)
	switch {
	case colours[lower], strings.HasPrefix(lower, "color"), strings.HasPrefix(lower, "颜色"):
	case strings.HasPrefix(inside, "$"):
		s.locale(inside[1:])
	case lower != "" && (strings.Trim(lower, "h") == "" || strings.Trim(lower, "m") == "" || strings.Trim(lower, "s") == ""):
		s.add(elapsed, lower)
		s.date = true
	case lower != "" && strings.ContainsRune("<>=", rune(lower[0])):
		sign := lower[:1]
		if len(lower) > 1 && strings.ContainsRune("<>=", rune(lower[1])) {
			sign = lower[:2]
		}
		v, ok := ParseStored(strings.TrimSpace(lower[len(sign):]))
		if !ok {
			s.unsure = true
			return
		}
		s.condition = &condition{sign, v}
	case lower == "dbnum1", lower == "dbnum2", lower == "dbnum3":
		s.numerals = int(lower[5] - '0')
	default: // DBNum4 and natnum: other digits
		s.unsure = true
	}
}

// locale reads ¥-804 of [$¥-804]: the currency is shown, the locale only matters when it changes digits or calendar.
func (s *section) locale(inside string) {
	currency, id, _ := strings.Cut(inside, "-")
	if currency != "" {
		s.add(literal, currency)
	}
	id, _, _ = strings.Cut(id, ",")
	n, err := strconv.ParseUint(id, 16, 64)
	switch {
	case id == "" || strings.EqualFold(id, "x-sysdate") || strings.EqualFold(id, "x-systime"):
	case n == 0xF800 || n == 0xF400:
		s.unsure = true // the system's own long date or time: another on every machine
	case err != nil:
		if len(id) != 5 || id[2] != '-' { // [$-zh-CN]
			s.unsure = true
		}
	case n > 0xFFFF:
		s.unsure = true // other digits or another calendar
	}
}

// settle gives commas and points their meaning once the whole section is known.
func (s *section) settle() {
	if s.date {
		s.settleDate()
		return
	}
	s.unsure = s.unsure || s.numerals == 3 && s.general // １十４万: no form prints it
	last, firstDigit := -1, -1
	points := 0
	for i, t := range s.tokens {
		switch {
		case t.kind == digit && t.text != ",":
			last = i
			if firstDigit < 0 {
				firstDigit = i
			}
			if points > 0 {
				s.places++
			}
		case t.kind == point:
			points++
		}
	}
	var kept []token
	for i, t := range s.tokens {
		switch {
		case t.kind == digit && t.text == ",":
			switch {
			case last < 0:
				kept = append(kept, token{literal, ","})
			case i > last:
				s.thousands++
			case i > firstDigit:
				s.grouped = true
			}
		case t.kind == literal && t.text == "/" && s.digits:
			s.unsure = true // a fraction
		default:
			kept = append(kept, t)
		}
	}
	s.tokens = kept
	if points > 1 || s.digits && (s.general || s.at) || s.places > 30 {
		s.unsure = true
	}
}
