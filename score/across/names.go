package across

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"fuhe/score/text"
)

// name is a name as it compares: without what is written one way here and another there.
type name struct {
	printed string
	whole   string // without white space, width, years and punctuation
	bare    string // without what stands in brackets, too
	phase   string // 一期, 二期: a project goes on under its name and is another one
}

var (
	// years are 2023年度, 2023年, 2022-2024年, 二〇二三年 as parts of a name.
	years = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?:19|20)\d{2}(?:[-~至](?:(?:19|20)\d{2}|\d{2}))?(?:年度?)?|[二][〇○零]\d?[〇○零一二三四五六七八九]{2}年度?`)
	})
	phases = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`第?([一二三四五六七八九十]|\d{1,2}|[ⅠⅡⅢⅣⅤ]|[IV]{1,3})(?:期|阶段|标段|批次?)(?:工程|项目)?`)
	})
	brackets = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\([^()]*\)`) })
)

// oneBracket is every bracket as ( or ).
var oneBracket = strings.NewReplacer("〔", "(", "〕", ")", "【", "(", "】", ")", "[", "(", "]", ")", "「", "(", "」", ")", "《", "", "》", "", "“", "", "”", "", "\"", "", "'", "", "‘", "", "’", "")

// readName brings a name into the form in which names compare.
func readName(printed string) name {
	n := name{printed: strings.TrimSpace(printed)}
	s := strings.ToLower(oneBracket.Replace(text.Squeeze(printed)))
	s = years().ReplaceAllString(s, "")
	if m := phases().FindStringSubmatch(strings.ToUpper(s)); m != nil {
		n.phase = phaseNumber(m[1])
		s = strings.ToLower(phases().ReplaceAllString(strings.ToUpper(s), ""))
	}
	n.whole = letters(strings.ReplaceAll(s, "()", ""))
	n.bare = letters(brackets().ReplaceAllString(s, ""))
	return n
}

// phaseNumber is one spelling for the number of a phase.
func phaseNumber(s string) string {
	for i, spelled := range [][]string{{"一", "1", "Ⅰ", "I"}, {"二", "2", "Ⅱ", "II"}, {"三", "3", "Ⅲ", "III"}, {"四", "4", "Ⅳ", "IV"}, {"五", "5", "Ⅴ", "V"}} {
		for _, x := range spelled {
			if s == x {
				return string(rune('1' + i))
			}
		}
	}
	return s
}

// letters leaves the letters and digits of a text, and the brackets that tell parts of a name apart.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '(' || r == ')' {
			return r
		}
		return -1
	}, s)
}

// id tells a name from every other one that is no spelling of it.
func (n name) id() string { return n.whole + "\x00" + n.phase }

// blank reports whether a name says nothing: empty, or dashes.
func (n name) blank() bool { return n.whole == "" }

// like is how much of two names is the same, from 0 to 1: twice the longest common sequence over both lengths.
func like(x, y []rune) float64 {
	if len(x) == 0 || len(y) == 0 || len(x) > longestName || len(y) > longestName {
		return 0
	}
	row := make([]int, len(y)+1)
	for _, r := range x {
		diagonal := 0
		for j, q := range y {
			above := row[j+1]
			if r == q {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return 2 * float64(row[len(y)]) / float64(len(x)+len(y))
}
