package tables

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"fuhe/render/figure"
)

// spelling is one way to print a day: year, month and day with what stands between and behind.
type spelling struct{ year, month, day string }

var spellings = []spelling{{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}}

// parts are the digits of year, month and day; false for a text that is not spelled so.
func (sp spelling) parts(s string) (year, month, day string, ok bool) {
	if year, s, ok = cutDigits(s, 4, sp.year); !ok || len(year) < 4 {
		return "", "", "", false
	}
	if month, s, ok = cutDigits(s, 2, sp.month); !ok {
		return "", "", "", false
	}
	day, s, ok = cutDigits(s, 2, sp.day)
	return year, month, day, ok && s == ""
}

// cutDigits takes one digit or more, and what stands behind them, off the front.
func cutDigits(s string, most int, behind string) (digits, rest string, ok bool) {
	n := 0
	for n < len(s) && n < most && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	rest, ok = strings.CutPrefix(s[n:], behind)
	return s[:n], rest, ok && n > 0
}

// shownAs is the format of the parts of a day. A two-digit month is shown by m as by mm: padded says which of the two its
// column takes.
func (sp spelling) shownAs(month, day string, padded bool) string {
	part := func(letter, digits string) string {
		if digits[0] == '0' || padded && len(digits) == 2 {
			return letter + letter
		}
		return letter
	}
	return "yyyy" + quotedPart(sp.year) + part("m", month) + quotedPart(sp.month) + part("d", day) + quotedPart(sp.day)
}

func quotedPart(s string) string {
	if s == "" || s == "-" {
		return s
	}
	return `"` + s + `"`
}

// epoch is the day before the first of a spreadsheet, moved by the day in 1900 that there was not.
var epoch = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)

// days makes the cells of a column days, when all that is written in it are days of one spelling: two of them, or one under a
// heading that says so. It reports false when they are not.
func (c *column) days(out []typed) bool {
	shape, padded := -1, false
	var days []int32 // cells
	var found []typed
	for _, i := range c.cells {
		s := bare(c.v.t.Cells[i].Text)
		if s == "" || dash(s) || c.v.t.Setting.Head == 0 && s == c.heading {
			continue
		}
		if shape < 0 && mayBeDay(s) {
			padded = c.padded()
		}
		n, d, ok := dayOf(s, padded)
		if !ok || shape >= 0 && n != shape {
			return false
		}
		shape = n
		days, found = append(days, i), append(found, d)
	}
	if len(found) == 0 || len(found) == 1 && !strings.Contains(c.heading, "日期") && !strings.Contains(c.heading, "时间") {
		return false
	}
	for n, i := range days {
		out[i] = found[n]
	}
	return true
}

// mayBeDay tells texts that are no day from the others: a day begins with the four digits of its year.
func mayBeDay(s string) bool {
	const shortest = len("2022-1-1")
	return len(s) >= shortest && strings.Trim(s[:4], "0123456789") == "" && (s[4] < '0' || s[4] > '9')
}

// padded reports whether the days of a column are printed with leading zeros, and none without.
func (c *column) padded() bool {
	for _, i := range c.cells {
		for _, part := range strings.FieldsFunc(bare(c.v.t.Cells[i].Text), func(r rune) bool { return r < '0' || r > '9' }) {
			if len(part) == 1 {
				return false
			}
		}
	}
	return true
}

// dayOf is the day a text is, and which spelling it is in.
func dayOf(s string, padded bool) (spelled int, d typed, ok bool) {
	if !mayBeDay(s) {
		return 0, typed{}, false
	}
	for n, sp := range spellings {
		yyyy, mm, dd, ok := sp.parts(s)
		if !ok {
			continue
		}
		year, _ := strconv.Atoi(yyyy)
		month, _ := strconv.Atoi(mm)
		of, _ := strconv.Atoi(dd)
		at := time.Date(year, time.Month(month), of, 0, 0, 0, 0, time.UTC)
		if at.Year() != year || int(at.Month()) != month || at.Day() != of || year < firstYear || year > lastYear {
			return 0, typed{}, false
		}
		serial := int(at.Sub(epoch).Hours() / 24)
		f := figure.Figure{Literal: fmt.Sprint(serial), Format: sp.shownAs(mm, dd, padded), Day: true}
		return n, typed{figure: &f}, true
	}
	return 0, typed{}, false
}
