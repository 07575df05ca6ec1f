package figures

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"fuhe"
	"fuhe/score/text"
)

// Deadlines: a target such as 12月底, 9月前, ≤2022年12月, 2022.12.31 and an actual value such as 11月, 次年1月, 2023-1-5 are dates
// and never quantities. They are compared where both say so much that the one is later than the other, or is not, for sure:
// earlier is in time.

// period is the days that a date may be, the first and the last, each as dayOf counts them, years from that of the form where
// none is printed.
type period struct {
	first, last int
	named       bool // the year is printed as a number
	before      bool // 9月前 without a day: the end of August, or that of September
	otherwise   bool // ≥: what is early is not said to be good
}

// dayOf counts days so that later ones are more; every month has the days that the longest has.
func dayOf(year, month, day int) int { return (year*13+month)*32 + day }

var (
	dated = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:于|在|应)?(?:(\d{4})年|(当年|本年|次年|下年|翌年))?(?:(\d{1,2})月|第?([一二三四1-4])季度)?(?:(\d{1,2})日|(底|末|上旬|中旬|下旬|初))?(之?前|以前|内)?(?:完成|完工|竣工|验收|开工|投入使用|支付|发放)?(?:完毕)?$`)
	})
	// numbered are dates in figures; such a one may as well be a quantity (2022.12) where nothing else says that it is none.
	numbered = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^((?:19|20)\d\d)(?:[./-](\d{1,2})月?(?:[./-]?(\d{1,2})日?)?|(\d\d)(\d\d))(之?前|以前|底前?)?$`)
	})
)

// Words of indicators that say when something is done by, and of those that say how long it lasts, where less is no gain.
var (
	dueNames  = []string{"完成时间", "完成时限", "完成期限", "完成日期", "时限", "工期", "周期", "响应", "办结", "办理时", "到位时间", "拨付时间", "支付时间", "发放时间", "交付时间", "验收时间", "竣工时间", "完工时间", "投入使用时间", "时点"}
	lastNames = []string{"服务", "培训", "运行", "运维", "保障", "质保", "保修", "租赁", "持续", "使用年", "寿命", "值守", "开放", "展", "留存", "保存", "有效"}
)

// IsDue reports whether the name of an indicator says that sooner is better.
func IsDue(name string) bool {
	return text.ContainsAny(name, dueNames...) && !text.ContainsAny(name, lastNames...)
}

// readPeriod reads a text that is a date and nothing else but a comparison; sure is false for one that may be a quantity.
func readPeriod(s string) (p period, sure, ok bool) {
	words := strings.ContainsAny(s, "年月季")
	if !words && !strings.Contains(s, "19") && !strings.Contains(s, "20") {
		return period{}, false, false
	}
	s = strings.TrimSuffix(text.Squeeze(s), "。")
	bare := strings.TrimLeft(s, "≤≦⩽<=﹦≥≧⩾>")
	exclusive := strings.HasPrefix(s, "<")
	if rest, worded := strings.CutPrefix(strings.TrimPrefix(bare, "不晚于"), "不迟于"); worded {
		bare = rest
	}
	bare = strings.TrimPrefix(bare, "不晚于")
	if p, ok = readNumbered(bare); ok {
		sure = strings.ContainsAny(bare, "-/月日") || strings.Count(bare, ".") > 1
	} else if p, ok = readDated(bare); words && ok {
		sure = true
	}
	p.before = p.before || exclusive
	p.otherwise = strings.ContainsAny(s, "≥≧⩾>")
	return p, sure, ok
}

// readDated reads 2022年12月底前, 次年1月15日, 第三季度, 年底前; false when there is neither month nor year.
func readDated(s string) (period, bool) {
	for _, end := range []string{"年底", "年末", "年内"} {
		if rest, ok := strings.CutPrefix(s, end); ok {
			s = "12月底" + rest
		}
	}
	m := dated().FindStringSubmatch(s)
	if m == nil || m[1]+m[2]+m[3]+m[4] == "" || m[3]+m[4] == "" && m[5] != "" {
		return period{}, false
	}
	year := number(m[1])
	if m[2] == "次年" || m[2] == "下年" || m[2] == "翌年" {
		year = 1
	}
	from, to := 1, 12
	switch {
	case m[3] != "":
		from, to = number(m[3]), number(m[3])
	case m[4] != "":
		q := max(strings.Index("一二三四", m[4])/len("一"), 0) + 1
		if n := number(m[4]); n > 0 {
			q = n
		}
		from, to = 3*q-2, 3*q
	}
	first, last := daysOf(m[5], m[6])
	p := period{first: dayOf(year, from, first), last: dayOf(year, to, last), named: m[1] != ""}
	p.before = m[7] != "" && m[7] != "内" && m[5]+m[6] == ""
	return p, from >= 1 && to <= 12 && last <= 31
}

// daysOf are the first and the last day that a part of a month may be.
func daysOf(day, part string) (first, last int) {
	switch part {
	case "上旬", "初":
		return 1, 10
	case "中旬":
		return 11, 20
	case "下旬", "底", "末":
		return 21, 31
	}
	if day == "" {
		return 1, 31
	}
	return number(day), number(day)
}

// readNumbered reads 2022.12.31, 2022-12, 20221231.
func readNumbered(s string) (period, bool) {
	m := numbered().FindStringSubmatch(s)
	if m == nil {
		return period{}, false
	}
	year, from, first, last := number(m[1]), number(m[2]+m[4]), 1, 31
	if day := m[3] + m[5]; day != "" {
		first, last = number(day), number(day)
	}
	to := from
	if m[2] == "1" && m[3] == "" && strings.Contains(s, ".") {
		to = 10 // a spreadsheet shows 2022.10 so
	}
	p := period{first: dayOf(year, from, first), last: dayOf(year, to, last), named: true, before: m[6] != "" && m[3]+m[5] == "" && !strings.Contains(m[6], "底")}
	return p, from >= 1 && from <= 12 && first >= 1 && last <= 31
}

// number reads digits; none are 0.
func number(s string) int {
	n, _ := strconv.Atoi(s) // digits only, by the expressions
	return n
}

// in is the period with its year counted from another, where it prints none.
func (p period) in(year int) period {
	if !p.named {
		p.first, p.last = p.first+dayOf(year, 0, 0), p.last+dayOf(year, 0, 0)
	}
	return p
}

// Due is how an actual value stands to a deadline.
type Due struct {
	Dates      bool // both are dates and no quantities
	Late, Kept bool // for sure
}

// DueOf holds an actual value against a deadline. The year is that of the form, "" when it prints none.
func DueOf(ind *fuhe.Indicator, year string) Due {
	limit, sure, ok := readPeriod(ind.Target.Text)
	if !ok {
		return Due{}
	}
	got, also, ok := readPeriod(ind.Actual.Text)
	if !ok || !sure && !also && !IsDue(ind.Name.Text) {
		return Due{}
	}
	formYear, err := strconv.Atoi(year)
	if limit.otherwise || got.otherwise || err != nil && limit.named != got.named {
		return Due{Dates: true} // which year the one without a number is in is not known
	}
	due := got.in(formYear).against(limit.in(formYear))
	if limit.named && !got.named {
		own := got.in(limit.first / dayOf(1, 0, 0)).against(limit) // 7月 may be that of the year the target names
		due.Late, due.Kept = due.Late && own.Late, due.Kept && own.Kept
	}
	return due
}

// against holds a date against a limit.
func (p period) against(limit period) Due {
	end := limit.last
	if limit.before {
		end = limit.first - 1
	}
	return Due{Dates: true, Late: p.first > limit.last, Kept: p.last <= end}
}
