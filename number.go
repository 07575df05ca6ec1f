package fuhe

import (
	"strings"
	"unicode/utf8"

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
// 不低于95%, 98%以上, (1,000.00), 壹拾肆万元整, 147663.64（含结转）, 35.77%①. It reports false for anything that is not one
// figure: dates and deadlines (9月前, 2022年12月30日, 12/15/2022), ranges, approximations (约300), run-together figures
// (194.9194.9100%), words; and where what is printed may be another figure than it seems (14,76,63.64, l47663.64).
func ParseNumber(text string) (Number, bool) {
	r := ReadFigure(text)
	return r.Number, r.OK
}

// Reading is what a text says as a figure.
type Reading struct {
	Number Number
	OK     bool     // the text is one figure, and Number is it
	Marks  []string // what stands at the figure and is not part of it: footnote marks, remarks
	Doubt  *Phrase  // the text looks like a figure and may be another one than it seems; not OK then
}

// ReadFigure reads a text as a figure, and says what stands around the figure or why it is in doubt.
func ReadFigure(text string) Reading {
	if r, ok := readPlain(text); ok {
		return r
	}
	if !mayHoldFigure(text) {
		return Reading{}
	}
	text = strings.TrimSpace(Visible(text))
	s := halfWidth(text)
	f := figure{rest: strings.TrimPrefix(s, "'")} // an apostrophe tells spreadsheets that a figure is text
	if f.read() {
		return Reading{Number: f.number, OK: true, Marks: asPrinted(f.marks, s, text)}
	}
	return Reading{Doubt: doubtOf(s)}
}

// asPrinted are the parts of s as they stand in text, of which s is the half-width form, character for character.
func asPrinted(parts []string, s, text string) []string {
	if len(parts) == 0 || s == text {
		return parts
	}
	runes := []rune(text)
	for i, part := range parts {
		if at := strings.Index(s, part); at >= 0 {
			from := utf8.RuneCountInString(s[:at])
			parts[i] = string(runes[from : from+utf8.RuneCountInString(part)])
		}
	}
	return parts
}

// readPlain reads what most figures of a form are, digits with a point, thousands commas and % at most; false for all else.
func readPlain(s string) (Reading, bool) {
	digits := s
	if n := len(s); n > 1 && s[n-1] == '%' {
		digits = s[:n-1]
	}
	if digits == "" || len(digits) > 2*maxDigits || digits[0] < '0' || digits[0] > '9' {
		return Reading{}, false
	}
	for i := 1; i < len(digits); i++ {
		if c := digits[i]; (c < '0' || c > '9') && c != '.' && c != ',' {
			return Reading{}, false
		}
	}
	d, rest, ok := cutDigits(digits)
	if !ok || rest != "" {
		return Reading{}, false
	}
	n, ok := d.number(s[len(digits):])
	return Reading{Number: n, OK: ok}, ok
}

// figure is a text being read as a figure, from the front.
type figure struct {
	rest   string
	number Number
	marks  []string
}

// read takes what may stand before a figure, the figure, and what may stand behind it; false when that is not the text.
func (f *figure) read() bool {
	f.before()
	sign, rest := cutSign(f.rest)
	f.rest = rest
	if sign == NoSign {
		f.rest = cutLead(f.rest)
	}
	if !f.amount() {
		return false
	}
	f.number.Sign = sign
	return f.behind()
}

// before takes marks and bracketed remarks off the front: （含结转）147663.64, *35.77%, ①20.
func (f *figure) before() {
	for {
		mark, rest := cutMark(f.rest)
		if mark == "" {
			mark, rest = cutRemark(f.rest)
		}
		if mark == "" || strings.TrimSpace(rest) == "" || strings.HasPrefix(mark, "△") || strings.HasPrefix(mark, "▲") {
			return
		}
		f.marks, f.rest = append(f.marks, mark), strings.TrimSpace(rest)
	}
}

// leads are words before a figure that say no more than that it is one. Those that begin with another stand before it.
var leads = []string{"已完成", "实际完成", "共完成", "累计完成", "全部完成", "全年完成", "完成", "已达到", "达到", "已实现", "实现", "实得", "自评得", "得", "共计", "共"}

func cutLead(s string) string {
	for _, w := range leads {
		if rest, ok := strings.CutPrefix(s, w); ok {
			rest = strings.TrimLeft(rest, " :")
			if first := firstRune(rest); isDigit(first) {
				return rest
			}
			return s
		}
	}
	return s
}

// amount reads the figure itself with the signs of money and of negative numbers around it.
func (f *figure) amount() bool {
	rest, money := cutCurrency(f.rest)
	rest, negative := cutMinus(rest)
	if negative && !money {
		rest, money = cutCurrency(rest)
	}
	if money {
		f.rest = rest
		f.before() // 人民币（大写）：
		rest = strings.TrimLeft(f.rest, " :")
	}
	if inside, after, ok := cutBracketed(rest); ok && !negative {
		return f.bracketed(inside, after)
	}
	rest, percent := strings.CutPrefix(rest, "百分之")
	d, unit, after, ok := cutCapitals(rest, money || percent)
	if !ok {
		d, after, ok = cutDigits(rest)
	}
	if !ok {
		return false
	}
	if percent {
		after = "%" + after
	}
	if isMinus(after) && !negative && len(d.text) >= leastTrailing {
		negative, after = true, "" // 5- is a range that goes on
	}
	d.negative = negative
	f.number, ok = d.number(unit)
	f.rest = after
	return ok
}

// bracketed reads (1,000.00), a negative amount. (1) and (10) number things; (10分) is a figure in brackets.
func (f *figure) bracketed(inside, after string) bool {
	inside, _ = cutCurrency(inside)
	percent := strings.HasSuffix(inside, "%")
	d, rest, ok := cutDigits(strings.TrimSuffix(inside, "%"))
	if ok && !percent && statedUnits[rest] && after == "" {
		f.number, ok = d.number(settledUnit(rest))
		f.rest = ""
		return ok
	}
	if !ok || rest != "" || len(d.text) < leastTrailing || percent && after != "" {
		return false
	}
	if percent {
		after = "%"
	}
	d.negative = true
	f.number, ok = d.number("")
	f.rest = after
	return ok
}

// behind takes the unit, the comparison in words and the remarks behind a figure; false when words go on about it.
func (f *figure) behind() bool {
	raised := f.marksHere()
	f.rest = strings.TrimSpace(f.rest)
	unit, rest := cutUnit(f.rest)
	if raised && unit != "" && !strings.HasPrefix(unit, "%") {
		return false // 10⁴Pa: a power, no footnote
	}
	f.rest = rest
	unit, worded := cutWordedSuffix(unit)
	if !f.compare(worded) {
		return false
	}
	if unit != "" {
		if f.number.Unit != "" || !isUnit(unit) || isDate(f.number.String(), unit) {
			return false
		}
		f.number.Unit = settledUnit(unit)
	}
	for f.rest != "" {
		if !f.remark() {
			return false
		}
	}
	return true
}

// statedUnits are those that are read in brackets, too; other words there are remarks.
var statedUnits = map[string]bool{"%": true, "‰": true, "元": true, "万元": true, "千元": true, "百万元": true, "亿元": true, "分": true}

// marksHere takes footnote marks off, and says whether a raised one was among them.
func (f *figure) marksHere() (raised bool) {
	for {
		mark, rest := cutMark(f.rest)
		if mark == "" {
			return raised
		}
		raised = raised || isRaised(firstRune(mark))
		f.marks, f.rest = append(f.marks, mark), rest
	}
}

// remark takes one mark, remark, comparison in words or end of sentence behind the figure.
func (f *figure) remark() bool {
	f.rest = strings.TrimSpace(f.rest)
	if f.rest == "" {
		return true
	}
	for _, p := range suffixes {
		if rest, ok := strings.CutPrefix(f.rest, p.spelled); ok {
			f.rest = rest
			return f.compare(p.sign)
		}
	}
	if inside, rest, ok := cutBracketed(f.rest); ok && f.number.Unit == "" && statedUnits[inside] {
		f.number.Unit, f.rest = inside, rest
		return true
	}
	mark, rest := cutMark(f.rest)
	if mark == "" {
		mark, rest = cutRemark(f.rest)
	}
	if mark == "" {
		mark, rest = cutClause(f.rest)
	}
	if mark == "" && rest == f.rest {
		return false
	}
	if mark != "" {
		f.marks = append(f.marks, mark)
	}
	f.rest = rest
	return true
}
