package fuhe

import "strings"

// prefixes are the spellings of a comparison before a figure, longest first where one begins another.
var prefixes = []struct {
	spelled string
	sign    Sign
}{
	{"大于或等于", AtLeast}, {"大于等于", AtLeast}, {"不少于", AtLeast}, {"不低于", AtLeast}, {"不小于", AtLeast}, {"至少", AtLeast},
	{"小于或等于", AtMost}, {"小于等于", AtMost}, {"不超过", AtMost}, {"不高于", AtMost}, {"不多于", AtMost}, {"不大于", AtMost}, {"至多", AtMost},
	{"大于", Above}, {"高于", Above}, {"超过", Above}, {"多于", Above},
	{"小于", Below}, {"低于", Below}, {"少于", Below}, {"等于", Equals},
	{">=", AtLeast}, {"=>", AtLeast}, {"≥", AtLeast}, {"≧", AtLeast}, {"⩾", AtLeast}, {"＞=", AtLeast},
	{"<=", AtMost}, {"=<", AtMost}, {"≤", AtMost}, {"≦", AtMost}, {"⩽", AtMost},
	{">", Above}, {"﹥", Above}, {"<", Below}, {"﹤", Below},
	{"==", Equals}, {"=", Equals}, {"﹦", Equals}, {"═", Equals}, {"＝", Equals},
}

// suffixes are the worded comparisons behind a figure and its unit: 98%以上, 30万元以内.
var suffixes = []struct {
	spelled string
	sign    Sign
}{
	{"（含）以上", AtLeast}, {"(含)以上", AtLeast}, {"及以上", AtLeast}, {"以上", AtLeast},
	{"（含）以下", AtMost}, {"(含)以下", AtMost}, {"及以下", AtMost}, {"以下", AtMost}, {"以内", AtMost}, {"之内", AtMost},
}

// CutSign splits a comparison off the front of a text, whatever follows: "≥及时" gives ≥ and "及时".
func CutSign(text string) (Sign, string) {
	return cutSign(strings.TrimSpace(halfWidth(text)))
}

func cutSign(s string) (Sign, string) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p.spelled); ok {
			return p.sign, strings.TrimSpace(rest)
		}
	}
	return NoSign, s
}

func cutWordedSuffix(unit string) (string, Sign) {
	for _, p := range suffixes {
		if rest, ok := strings.CutSuffix(unit, p.spelled); ok {
			return strings.TrimSpace(rest), p.sign
		}
	}
	return unit, NoSign
}
