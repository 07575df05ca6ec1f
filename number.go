package fuhe

import (
	"strings"
	"unicode"

	"github.com/shopspring/decimal"
)

// Number is a figure as printed: 9.5 and 9.50 claim different precision.
type Number struct {
	Value  decimal.Decimal
	Places int32  // printed decimals
	Unit   string // what stands behind it: "%", "万元", "次"; "" for none
	Sign   Sign   // what stands before it, or in words around it
}

// Sign is the comparison a target prints: ≥ ≤ > < =, or none.
type Sign string

const (
	NoSign  Sign = ""
	AtLeast Sign = "≥"
	AtMost  Sign = "≤"
	Above   Sign = ">"
	Below   Sign = "<"
	Equals  Sign = "="
)

// String is the printed digits without separators, sign or unit: "147663.64", "9.50".
func (n Number) String() string { return n.Value.StringFixed(n.Places) }

// ParseNumber reads the one figure that a cell's text is: 9.50, 147,663.64, 35.77%, 3359.62万元, １００％, ≥80%, >20次,
// 不低于95%, 98%以上. It reports false for anything that is not one plain figure: dates and deadlines (9月前,
// 2022年12月30日, 12/15/2022), ranges, approximations (约300), run-together figures (194.9194.9100%), words.
func ParseNumber(text string) (Number, bool) {
	s := strings.TrimSpace(halfWidth(text))
	sign, s := cutSign(s)
	s = strings.TrimSpace(strings.TrimLeft(s, "¥￥"))
	digits, places, rest, ok := cutDigits(s)
	if !ok {
		return Number{}, false
	}
	unit := strings.TrimSpace(rest)
	unit, worded := cutWordedSuffix(unit)
	if worded != NoSign {
		if sign != NoSign && sign != worded {
			return Number{}, false
		}
		sign = worded
	}
	if !isUnit(unit) || isDate(digits, unit) {
		return Number{}, false
	}
	v, err := decimal.NewFromString(digits)
	if err != nil {
		return Number{}, false // cutDigits gives plain decimals only; too long for a decimal is no figure either
	}
	return Number{Value: v, Places: places, Unit: unit, Sign: sign}, true
}

// halfWidth maps full-width ASCII and the ideographic space one rune to one rune, so that units keep their printed form
// (NFKC would turn ㎡ into m2).
func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '　' || r == '\u00a0' || r == '\u2009' || r == '\u202f':
			return ' '
		case r == '−' || r == '﹣':
			return '-'
		case r == '﹪':
			return '%'
		}
		return r
	}, s)
}

const (
	maxDigits = 24 // 10^24 元 is beyond any budget; longer strings are ids or run-together cells
)

// cutDigits takes a plain decimal with optional thousands separators off the front of s. Separators must stand every
// three digits: "1,23" is no number. A second figure right behind (".9194.9") is none either.
func cutDigits(s string) (digits string, places int32, rest string, ok bool) {
	var b strings.Builder
	i := 0
	if i < len(s) && (s[i] == '-' || s[i] == '+') {
		if s[i] == '-' {
			b.WriteByte('-')
		}
		i++
	}
	group, grouped, whole := 0, false, 0
	for ; i < len(s); i++ {
		c := s[i]
		if c >= '0' && c <= '9' {
			b.WriteByte(c)
			group++
			whole++
			continue
		}
		if c != ',' || i+1 >= len(s) || s[i+1] < '0' || s[i+1] > '9' {
			break
		}
		if group == 0 || group > 3 || grouped && group != 3 {
			return "", 0, "", false
		}
		grouped, group = true, 0
	}
	if whole == 0 || grouped && group != 3 || whole > maxDigits {
		return "", 0, "", false
	}
	if i < len(s) && s[i] == '.' {
		b.WriteByte('.')
		for i++; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
			b.WriteByte(s[i])
			places++
		}
		if places == 0 || places > maxDigits {
			return "", 0, "", false
		}
	}
	return b.String(), places, s[i:], true
}

const (
	maxUnitPart  = 4 // runes between slashes: "万元", "人次", "元/人*月"; longer is a sentence
	maxUnitParts = 3
)

// notUnits are words that make what follows a figure a statement about it, not its unit (1000件达成预期指标, 300余人).
var notUnits = []string{"达成", "完成", "已", "左右", "余", "多", "前", "后", "底", "约", "至", "到", "未", "均", "为", "是", "和", "或"}

// isUnit tells a unit from words that go on after the figure.
func isUnit(s string) bool {
	if s == "" {
		return true
	}
	parts := strings.Split(strings.NewReplacer("*", "/", "·", "/").Replace(s), "/")
	if len(parts) > maxUnitParts {
		return false
	}
	for _, part := range parts {
		if part == "" || len([]rune(part)) > maxUnitPart {
			return false
		}
		for _, r := range part {
			if !unicode.IsLetter(r) && !strings.ContainsRune("%‰℃°㎡㎥²³（）()", r) || unicode.IsDigit(r) {
				return false
			}
		}
	}
	for _, w := range notUnits {
		if strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// isDate tells a year or a month from a quantity: 2022年, 9月, 2022年度. 3年, 12个月 and 30日 are durations.
func isDate(digits, unit string) bool {
	switch {
	case strings.HasPrefix(unit, "年"):
		return len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20")
	case strings.HasPrefix(unit, "月"):
		return len(digits) <= 2
	case strings.HasPrefix(unit, "号"):
		return true
	}
	return false
}
