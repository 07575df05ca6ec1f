package tables

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"fuhe/render/figure"
)

// spelling is one way to print a day, and the number format that shows it.
type spelling struct {
	shape  *regexp.Regexp
	format func(parts []string) string
}

// spellings of a day. Without leading zeros 2024-1-5 is shown by m and d, with them by mm and dd.
var spellings = []spelling{
	{regexp.MustCompile(`^(\d{4})(-)(\d{1,2})(-)(\d{1,2})()$`), joined},
	{regexp.MustCompile(`^(\d{4})(/)(\d{1,2})(/)(\d{1,2})()$`), joined},
	{regexp.MustCompile(`^(\d{4})(\.)(\d{1,2})(\.)(\d{1,2})()$`), joined},
	{regexp.MustCompile(`^(\d{4})(年)(\d{1,2})(月)(\d{1,2})(日)$`), joined},
}

// joined makes the format of the parts of a day: its digits and what stands between.
func joined(p []string) string {
	f := "yyyy" + quotedPart(p[2]) + strings.Repeat("m", len(p[3])) + quotedPart(p[4]) + strings.Repeat("d", len(p[5])) + quotedPart(p[6])
	return f
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
	shape, found := -1, map[int]typed{}
	for _, i := range c.cells {
		s := bare(c.v.t.Cells[i].Text)
		if s == "" || dash(s) || c.v.t.Setting.Head == 0 && s == c.heading {
			continue
		}
		n, d, ok := dayOf(s)
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

// dayOf is the day a text is, and which spelling it is in. A format shows 5 as 05 or as 5, so that both are one spelling only
// where no text says otherwise: each cell has its own.
func dayOf(s string) (spelled int, d typed, ok bool) {
	for n, sp := range spellings {
		p := sp.shape.FindStringSubmatch(s)
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
		f := figure.Figure{Value: float64(serial), Literal: fmt.Sprint(serial), Format: dayFormat(sp, p)}
		return n, typed{kind: day, figure: f}, true
	}
	return 0, typed{}, false
}

// dayFormat is the format a day is shown by: a two-digit month or day without a leading zero is shown by either.
func dayFormat(sp spelling, p []string) string { return sp.format(p) }
