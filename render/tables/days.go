package tables

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"fuhe/render/figure"
)

// spelling is one way to print a day.
type spelling struct {
	shape func() *regexp.Regexp
}

// spellings of a day: year, month and day with what stands between and behind.
var spellings = []spelling{
	{lazily(`^(\d{4})(-)(\d{1,2})(-)(\d{1,2})()$`)},
	{lazily(`^(\d{4})(/)(\d{1,2})(/)(\d{1,2})()$`)},
	{lazily(`^(\d{4})(\.)(\d{1,2})(\.)(\d{1,2})()$`)},
	{lazily(`^(\d{4})(年)(\d{1,2})(月)(\d{1,2})(日)$`)},
}

// shownAs is the format of the parts of a day. A two-digit month is shown by m as by mm: padded says which of the two its
// column takes.
func shownAs(p []string, padded bool) string {
	part := func(letter, digits string) string {
		if digits[0] == '0' || padded && len(digits) == 2 {
			return letter + letter
		}
		return letter
	}
	return "yyyy" + quotedPart(p[2]) + part("m", p[3]) + quotedPart(p[4]) + part("d", p[5]) + quotedPart(p[6])
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
	shape, found, padded := -1, map[int32]typed{}, c.padded()
	for _, i := range c.cells {
		s := bare(c.v.t.Cells[i].Text)
		if s == "" || dash(s) || c.v.t.Setting.Head == 0 && s == c.heading {
			continue
		}
		n, d, ok := dayOf(s, padded)
		if !ok || shape >= 0 && n != shape {
			return false
		}
		shape = n
		found[i] = d
	}
	if len(found) == 0 || len(found) == 1 && !strings.Contains(c.heading, "日期") && !strings.Contains(c.heading, "时间") {
		return false
	}
	for i, d := range found {
		out[i] = d
	}
	return true
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
	for n, sp := range spellings {
		p := sp.shape().FindStringSubmatch(s)
		if p == nil {
			continue
		}
		year, _ := strconv.Atoi(p[1])
		month, _ := strconv.Atoi(p[3])
		of, _ := strconv.Atoi(p[5])
		at := time.Date(year, time.Month(month), of, 0, 0, 0, 0, time.UTC)
		if at.Year() != year || int(at.Month()) != month || at.Day() != of || year < firstYear || year > lastYear {
			return 0, typed{}, false
		}
		serial := int(at.Sub(epoch).Hours() / 24)
		f := figure.Figure{Literal: fmt.Sprint(serial), Format: shownAs(p, padded), Day: true}
		return n, typed{figure: &f}, true
	}
	return 0, typed{}, false
}
