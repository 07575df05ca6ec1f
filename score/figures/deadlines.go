package figures

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"fuhe/score/text"
)

// Deadlines: a target such as 12月底, 9月前, 2022年12月30日前 and an actual value such as 11月, 次年1月, 2023年1月5日 are dates and
// never quantities. They are compared where both say so much that the one is later than the other for sure.

// deadline is a date that may leave out year and day. A year without a number counts from that of the form: 0 for 当年,
// 1 for 次年.
type deadline struct {
	year  int
	named bool // the year is printed as a number
	month int  // 0: the whole year
	day   int  // 0: the end of the month or any day of it
}

var dated = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:于|在|应)?(?:(\d{4})年|(当年|本年|次年|下年|翌年))?(?:(\d{1,2})月)?(?:(\d{1,2})日|(底|末|上旬|中旬|下旬|初))?(?:之?前|以前|内)?(?:完成|完工|竣工|验收|开工|投入使用|支付|发放)?(?:完毕)?$`)
})

// readDeadline reads a text that is a date and nothing else; false when it is none, or has neither month nor year.
func readDeadline(s string) (deadline, bool) {
	s = strings.TrimSuffix(text.Squeeze(s), "。")
	if !strings.ContainsAny(s, "年月") {
		return deadline{}, false
	}
	m := dated().FindStringSubmatch(s)
	if m == nil || m[3] == "" && m[4] != "" {
		return deadline{}, false
	}
	number := func(s string) int {
		n, _ := strconv.Atoi(s) // digits only, by the expression; "" is 0
		return n
	}
	d := deadline{year: number(m[1]), named: m[1] != "", month: number(m[3]), day: number(m[4])}
	switch m[2] {
	case "次年", "下年", "翌年":
		d.year = 1
	}
	switch m[5] {
	case "上旬":
		d.day = 10
	case "中旬":
		d.day = 20
	}
	return d, d.month <= 12 && d.day <= 31
}

// after reports whether a date lies after a limit for sure, given the year of the form.
func (d deadline) after(limit deadline, formYear int) bool {
	a, b := d.in(formYear), limit.in(formYear)
	switch {
	case a != b:
		return a > b
	case limit.month == 0 || d.month == 0:
		return false
	case d.month != limit.month:
		return d.month > limit.month
	}
	return limit.day > 0 && d.day > limit.day
}

func (d deadline) in(formYear int) int {
	if d.named {
		return d.year
	}
	return formYear + d.year
}

// LateFor reports whether an actual value is a date after the target, a deadline, for sure; dates says that both are dates
// at all. The year is that of the form, "" when it prints none.
func LateFor(target, actual, year string) (late, dates bool) {
	limit, ok := readDeadline(target)
	if !ok {
		return false, false
	}
	got, ok := readDeadline(actual)
	if !ok {
		return false, false
	}
	formYear, err := strconv.Atoi(year)
	if err != nil && limit.named != got.named {
		return false, true // which year the one without a number is in is not known
	}
	late = got.after(limit, formYear)
	if limit.named && !got.named && late {
		late = got.after(limit, limit.year) // 7月 may be that of the year the target names
	}
	return late, true
}
