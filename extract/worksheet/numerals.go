package worksheet

import "strings"

// How the formats [DBNum1] to [DBNum3] show digits: 一二三, 壹贰叁, １２３.

var numerals = [4]*strings.Replacer{
	1: strings.NewReplacer("0", "〇", "1", "一", "2", "二", "3", "三", "4", "四", "5", "五", "6", "六", "7", "七", "8", "八", "9", "九"),
	2: strings.NewReplacer("0", "零", "1", "壹", "2", "贰", "3", "叁", "4", "肆", "5", "伍", "6", "陆", "7", "柒", "8", "捌", "9", "玖"),
	3: strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９"),
}

// inNumerals turns digits into those of a format, one by one: 147 is 壹肆柒.
func inNumerals(kind int, digits string) string {
	if kind == 0 {
		return digits
	}
	return numerals[kind].Replace(digits)
}

// inWords turns a figure in format General into what it is read as: 147663.64 is 壹拾肆万柒仟陆佰陆拾叁.陆肆.
func inWords(kind int, figure string) string {
	if kind == 0 || strings.ContainsAny(figure, "E") {
		return figure
	}
	sign := ""
	if strings.HasPrefix(figure, "-") {
		sign, figure = "-", figure[1:]
	}
	whole, fraction, fractional := strings.Cut(figure, ".")
	out := sign + count(kind, whole)
	if fractional {
		out += "." + inNumerals(kind, fraction)
	}
	return out
}

var (
	places   = [4][4]string{1: {"", "十", "百", "千"}, 2: {"", "拾", "佰", "仟"}}
	sections = []string{"", "万", "亿", "万亿"}
)

// count writes a whole number in places of ten, hundred and thousand, by sections of four digits; a zero stands for any
// run of them before a digit of its section.
func count(kind int, whole string) string {
	var b strings.Builder
	zero := false
	for i := range len(whole) {
		left := len(whole) - 1 - i
		switch d := whole[i : i+1]; {
		case d != "0":
			if zero {
				b.WriteString(inNumerals(kind, "0"))
			}
			zero = false
			b.WriteString(inNumerals(kind, d) + places[kind][left%4])
		default:
			zero = b.Len() > 0
		}
		if left%4 == 0 && left > 0 && strings.Trim(whole[max(0, i-3):i+1], "0") != "" {
			b.WriteString(sections[left/4])
			zero = false // 壹拾万贰仟
		}
	}
	if b.Len() == 0 {
		return inNumerals(kind, "0")
	}
	return b.String()
}
