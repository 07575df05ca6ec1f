package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"fuhe/extract/lazy"
)

// heading is a text in the one form in which headings are compared, with the bracketed notes that were cut from it.
type heading struct {
	key   string   // NFKC, no white space, radicals mapped, brackets, numbering and formulas cut
	notes []string // what stood in brackets, NFKC: "20分*执行率", "B/A"
}

// readHeading gives the normal form of a text; key "" when it is too long for a heading or nothing is left of it.
func readHeading(text string) heading {
	if utf8.RuneCountInString(text) > maxTitleRune {
		return heading{}
	}
	if strings.Trim(text, "0123456789.,%- ") == "" {
		return heading{key: strings.TrimSpace(text)} // a figure: nothing to normalise, and most cells of a large sheet
	}
	s := squeeze(circled.ReplaceAllString(text, ""))
	s, notes := cutBrackets(s)
	s = multiplied.ReplaceAllString(s, "")
	s = ofYear.ReplaceAllString(numbering.ReplaceAllString(s, ""), "$1")
	s = strings.Trim(s, ":;,.、。*★☆▲#")
	if utf8.RuneCountInString(s) > maxHeadingRune {
		s = ""
	}
	return heading{key: s, notes: notes}
}

var (
	circled    = lazy.New(`[①-⑳][\s\p{Zs}]*([=＝][①-⑳+＋\-－×*÷/／()（）\s\p{Zs}0-9%％]*)?`) // 小计③=①+②: NFKC would leave digits
	multiplied = lazy.New(`[×*][0-9.]+%?$`)                                           // 得分×10
	numbering  = lazy.New(`^([0-9]+[.、]|[一二三四五六七八九十]+、)?`)                            // 1.项目名称
	ofYear     = lazy.New(`^(?:19|20)[0-9]{2}(?:(年[初末终中])|年度?)`)                      // 2023年预算数, 2023年初预算数
)

// squeeze is NFKC without white space and with radicals mapped: two spellings a reader cannot tell apart become one.
func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
			return -1
		case r == '〔' || r == '【':
			return '('
		case r == '〕' || r == '】':
			return ')'
		}
		if real, ok := radicals[r]; ok {
			return real
		}
		return r
	}, norm.NFKC.String(text))
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

// radicals are the CJK radicals that NFKC leaves alone and that fonts show for the real character (Unicode
// EquivalentUnifiedIdeograph); files other than PDF carry them when they were pasted from one.
var radicals = map[rune]rune{
	'⺟': '母', '⺠': '民', '⺫': '目', '⺬': '示', '⺮': '竹', '⺰': '纟', '⺳': '网', '⺸': '羊', '⺻': '聿', '⺼': '肉', '⻁': '虎', '⻄': '西',
	'⻅': '见', '⻆': '角', '⻇': '角', '⻉': '贝', '⻋': '车', '⻌': '辶', '⻏': '阝', '⻐': '钅', '⻑': '長', '⻓': '长', '⻔': '门', '⻖': '阝',
	'⻗': '雨', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟',
	'⻧': '卤', '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟', '⺎': '兀', '⺏': '尣', '⺝': '月',
}
