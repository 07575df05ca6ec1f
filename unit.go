package fuhe

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutUnit takes what reads like a unit off the front: "万元", "m2", "μg/m³", "dB(A)", "元/人*月". Marks are none of it.
func cutUnit(s string) (unit, rest string) {
	end, last := 0, rune(0)
	for i, r := range s {
		if i < end {
			continue
		}
		size := unitRune(s[i:], r, last)
		if size == 0 {
			break
		}
		end, last = i+size, r
	}
	return s[:end], s[end:]
}

// unitRune is how many bytes s goes on with a unit whose last character so far is last, 0 when it does not.
func unitRune(s string, r, last rune) int {
	latin := last < 0x80 && unicode.IsLetter(last)
	size := utf8.RuneLen(r)
	switch {
	case unicode.IsLetter(r) && !isRaised(r), strings.ContainsRune("%‰‱°℃℉", r), r >= '㌀' && r <= '㏿':
		if r == '注' && isMarkOf(s) {
			return 0
		}
		return size
	case (r == '²' || r == '³') && (latin || last == '米'), (r == '2' || r == '3') && latin && !digitAt(s, 1):
		return size
	case r == '⁻' && latin: // s⁻¹
		if power := firstRune(s[size:]); power == '¹' || power == '²' || power == '³' {
			return size + utf8.RuneLen(power)
		}
	case (r == '/' || r == '*' || r == '·') && last != 0:
		if next := firstRune(s[size:]); unicode.IsLetter(next) && !isRaised(next) || next >= '㌀' && next <= '㏿' {
			return size
		}
	case r == '(' && latin:
		if end := strings.IndexByte(s, ')'); end > 1 && end <= 3 && s[1] < 0x80 && unicode.IsLetter(rune(s[1])) {
			return end + 1
		}
	}
	return 0
}

const (
	maxUnitHan   = 4 // ideographs between slashes: "万元", "个工作日"; longer is a sentence
	maxUnitLatin = 6 // letters: "kWh", "points"
	maxLongUnit  = 8 // ideographs of a unit that one of longUnits tells
	maxUnitParts = 3
)

// notUnits are words that make what follows a figure a statement about it, not its unit (1000件达成预期指标, 300余人).
var notUnits = []string{"达成", "完成", "已", "左右", "余", "多", "前", "后", "底", "约", "至", "到", "未", "均", "为", "是", "和", "或"}

// longUnits are words of units longer than others: 万吨标准煤, 吨二氧化碳当量, 平方公里.
var longUnits = []string{"标准煤", "二氧化碳", "当量", "千瓦时", "平方", "立方"}

// mistakable are letters that are typed or recognised in the place of digits: 1O is no unit of O.
const mistakable = "OoIlSZB|○〇ОоΟο丨"

// isUnit tells a unit from words that go on after the figure.
func isUnit(s string) bool {
	if s == "" {
		return true
	}
	if rest, percent := strings.CutPrefix(s, "%"); percent && rest != "" && rest[0] != '/' || strings.Trim(s, mistakable) == "" {
		return false
	}
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '/' || r == '*' || r == '·' })
	if len(parts) == 0 || len(parts) > maxUnitParts {
		return false
	}
	for _, part := range parts {
		if !isUnitPart(part) {
			return false
		}
	}
	for _, w := range notUnits {
		if strings.Contains(s, w) {
			return false
		}
	}
	return true
}

func isUnitPart(part string) bool {
	han, latin := 0, 0
	for _, r := range strings.TrimLeft(part, "十百千万亿") {
		if unicode.Is(unicode.Han, r) {
			han++
		} else if unicode.IsLetter(r) {
			latin++
		}
	}
	if han > maxUnitHan {
		for _, w := range longUnits {
			if strings.Contains(part, w) {
				return han <= maxLongUnit
			}
		}
		return false
	}
	return latin <= maxUnitLatin
}

// settledUnit is a unit without the words that say that an amount is whole.
func settledUnit(unit string) string {
	switch unit {
	case "元整", "元正", "圆整", "圆", "元人民币", "人民币元", "人民币":
		return "元"
	case "万元整", "万元正", "万元人民币":
		return "万元"
	}
	return unit
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
