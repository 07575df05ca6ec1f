package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fuhe/extract/lazy"
	"golang.org/x/text/unicode/norm"
)

// Heading is a text in the one form in which headings are compared, with the bracketed notes that were cut from it.
type Heading struct {
	Key   string   // NFKC, no white space, variants of characters mapped, brackets, numbering and formulas cut
	Notes []string // what stood in brackets, NFKC: "20分*执行率", "B/A"
}

// Read gives the normal form of a text; key "" when it is too long for a heading or nothing is left of it.
func Read(text string) Heading {
	if utf8.RuneCountInString(text) > maxTitleRune {
		return Heading{}
	}
	if strings.Trim(text, "0123456789.,%- ") == "" {
		return Heading{Key: strings.TrimSpace(text)} // a figure: nothing to normalise, and most cells of a large sheet
	}
	if strings.Contains(text, circledBytes) {
		text = circled.ReplaceAllString(text, "")
	}
	s, notes := cutBrackets(Squeeze(text))
	if strings.ContainsAny(s, "×*") {
		s = multiplied.ReplaceAllString(s, "")
	}
	if n := len(s); n > 0 && s[n-1] >= 'A' && s[n-1] <= 'F' {
		s = lettered.ReplaceAllString(s, "$1")
	}
	s = withoutNumber(s)
	if strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20") {
		s = ofYear.ReplaceAllString(s, "$1")
	}
	s = strings.Trim(s, ":;,.、。*★☆▲#")
	if utf8.RuneCountInString(s) > MaxHeadingRune {
		s = ""
	}
	return Heading{Key: s, Notes: notes}
}

var (
	circled    = lazy.New(`[①-⑳][\s\p{Zs}]*([=＝][①-⑳+＋\-－×*÷/／()（）\s\p{Zs}0-9%％]*)?`) // 小计③=①+②: NFKC would leave digits
	multiplied = lazy.New(`[×*][0-9.]+%?$`)                                           // 得分×10
	lettered   = lazy.New(`(\p{Han})[A-F](/[A-F])?$`)                                 // 调整预算数A
	ofYear     = lazy.New(`^(?:19|20)[0-9]{2}(?:(年[初末终中])|年度?)`)                      // 2023年预算数, 2023年初预算数
)

// circledBytes begin the characters ①-⑳ in UTF-8: without them nothing of their kind need be looked for.
const circledBytes = "\xe2\x91"

// Squeeze is NFKC without white space and with variants of characters mapped: two spellings a reader takes for the same
// become one.
func Squeeze(text string) string {
	vary := varying()
	if !strings.ContainsFunc(text, func(r rune) bool { return !vary.stays(r) }) {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			return -1
		case r == '〔' || r == '【':
			return '('
		case r == '〕' || r == '】':
			return ')'
		}
		if vary.stays(r) {
			return r
		}
		if real, ok := variants[r]; ok {
			return real
		}
		return r
	}, withoutReadings(compatible(text)))
}

// withoutNumber is a heading without its number: 1.项目名称, 一、项目名称.
func withoutNumber(s string) string {
	if rest := strings.TrimLeft(s, "0123456789"); len(rest) < len(s) {
		if after, ok := strings.CutPrefix(rest, "."); ok {
			return after
		}
		if after, ok := strings.CutPrefix(rest, "、"); ok {
			return after
		}
		return s
	}
	if rest := strings.TrimLeft(s, "一二三四五六七八九十"); len(rest) < len(s) {
		if after, ok := strings.CutPrefix(rest, "、"); ok {
			return after
		}
	}
	return s
}

// compatible is NFKC. What nearly all text of forms consists of is its own normal form, or that of the full width is
// known; the tables of package norm are for the rest.
func compatible(text string) string {
	narrow := false
	for _, r := range text {
		switch {
		case r < utf8.RuneSelf, r >= 0x4E00 && r <= 0x9FFF, r >= 0x3001 && r <= 0x3015, r == '—', r == '“', r == '”':
		case r >= 0xFF01 && r <= 0xFF5E:
			narrow = true
		default:
			return norm.NFKC.String(text)
		}
	}
	if !narrow {
		return text
	}
	return strings.Map(func(r rune) rune {
		if r >= 0xFF01 && r <= 0xFF5E {
			return r - 0xFF01 + '!'
		}
		return r
	}, text)
}

// cutBrackets takes (…) and […] out of a normalised text; an unclosed bracket runs to the end.
func cutBrackets(s string) (string, []string) {
	var out, note strings.Builder
	var notes []string
	depth := 0
	for _, r := range s {
		switch {
		case r == '(' || r == '[':
			if depth++; depth > 1 {
				note.WriteRune(r)
			}
		case r == ')' || r == ']':
			if depth == 0 {
				out.WriteRune(r)
				continue
			}
			if depth--; depth == 0 {
				notes = append(notes, note.String())
				note.Reset()
				continue
			}
			note.WriteRune(r)
		case depth > 0:
			note.WriteRune(r)
		default:
			out.WriteRune(r)
		}
	}
	if note.Len() > 0 {
		notes = append(notes, note.String())
	}
	return out.String(), notes
}
