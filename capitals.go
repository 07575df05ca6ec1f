package fuhe

import (
	"strconv"
	"strings"
)

// Figures in ideographs: 壹拾肆万柒仟陆佰陆拾叁元陆角肆分 as amounts are written by hand and by spreadsheets, 十五万元.

// numerals are the digits, capital and plain. Plain ones are figures only where money or a decimal point says so: 一 numbers
// things.
var numerals = map[rune]int64{
	'零': 0, '〇': 0, '○': 0, '壹': 1, '贰': 2, '貳': 2, '弐': 2, '叁': 3, '參': 3, '参': 3, '肆': 4, '伍': 5, '陆': 6, '陸': 6, '柒': 7, '捌': 8, '玖': 9,
	'一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

var places = map[rune]int64{'拾': 10, '佰': 100, '仟': 1000, '十': 10, '百': 100, '千': 1000}

const (
	capitals   = "壹贰貳叁參肆伍陆陸柒捌玖拾佰仟"
	mostCapita = 1e16 // above: no amount of money, and 64 bits are not enough soon
)

// cutCapitals takes a figure in ideographs off the front: with its unit when it is an amount of money.
func cutCapitals(s string, money bool) (d digits, unit, rest string, ok bool) {
	end := strings.IndexFunc(s, func(r rune) bool {
		_, digit := numerals[r]
		return !digit && places[r] == 0 && r != '万' && r != '萬' && r != '亿' && r != '億'
	})
	if end < 0 {
		end = len(s)
	}
	if end == 0 {
		return d, "", s, false
	}
	run, rest := s[:end], s[end:]
	if n := strings.TrimRight(run, "万萬亿億"); money || n == run || rest != "" && firstRune(rest) != ' ' {
	} else {
		unit = run[len(n):] // 壹拾肆万 in a column of 万元 is 14 of them
		run = n
	}
	value, ok := countOf(run)
	if !ok {
		return d, "", s, false
	}
	d.text = strconv.FormatInt(value, 10)
	sure := money || strings.ContainsAny(run, capitals)
	switch after := firstRune(rest); {
	case after == '元' || after == '圆':
		return d.withFen(rest[len("元"):])
	case after == '点' || after == '.' || after == '。':
		fraction, behind := digitsOf(rest[len(string(after)):])
		if fraction == "" {
			return d, "", s, false
		}
		d.text, d.places = d.text+"."+fraction, int32(len(fraction))
		return d, unit, behind, true
	}
	return d, unit, rest, sure
}

// withFen reads on behind 元: 陆角肆分, 零肆分, 整.
func (d digits) withFen(s string) (digits, string, string, bool) {
	fen, found := int64(0), false
	rest := strings.TrimPrefix(s, "零")
	for _, part := range []struct {
		name string
		of   int64
	}{{"角", 10}, {"分", 1}} {
		r := firstRune(rest)
		n, digit := numerals[r]
		if !digit || r == 0 {
			continue
		}
		if after, ok := strings.CutPrefix(rest[len(string(r)):], part.name); ok {
			fen, found, rest = fen+n*part.of, true, strings.TrimPrefix(after, "零")
		}
	}
	for _, whole := range []string{"整", "正"} {
		rest = strings.TrimPrefix(rest, whole)
	}
	if found {
		d.text, d.places = d.text+"."+strconv.FormatInt(fen/10, 10)+strconv.FormatInt(fen%10, 10), 2
	}
	return d, "元", rest, true
}

// digitsOf are the ideographs at the front of s digit by digit.
func digitsOf(s string) (out, rest string) {
	var b strings.Builder
	for i, r := range s {
		n, ok := numerals[r]
		if !ok {
			return b.String(), s[i:]
		}
		b.WriteByte(byte('0' + n))
	}
	return b.String(), ""
}

// countOf is the number that ideographs name: by places (一百二十) or digit by digit (一二〇).
func countOf(s string) (int64, bool) {
	if !strings.ContainsAny(s, "拾佰仟十百千万萬亿億") {
		n, err := strconv.ParseInt(firstOf(digitsOf(s)), 10, 64)
		return n, err == nil && n < mostCapita
	}
	var total, section, digit int64
	last, pending := int64(0), false
	for _, r := range s {
		switch n, isDigit := numerals[r]; {
		case isDigit && pending && digit != 0:
			return 0, false // two digits in one place
		case isDigit:
			digit, pending = n, true
		case places[r] > 0:
			if last != 0 && places[r] >= last || pending && digit == 0 && places[r] != 10 {
				return 0, false
			}
			if !pending || digit == 0 {
				digit = 1 // 十五
			}
			section += digit * places[r]
			last, digit, pending = places[r], 0, false
		case r == '万' || r == '萬':
			total += (section + digit) * 1e4
			section, digit, last, pending = 0, 0, 0, false
		default: // 亿
			if total > mostCapita/1e8 {
				return 0, false
			}
			total = (total + section + digit) * 1e8
			section, digit, last, pending = 0, 0, 0, false
		}
		if total > mostCapita {
			return 0, false
		}
	}
	return total + section + digit, true
}

func firstOf(a, _ string) string { return a }
