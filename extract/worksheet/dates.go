package worksheet

import (
	"fmt"
	"math/big"
	"strings"
	"time"
)

// settleDate tells minutes from months: an m right behind an hour or right before seconds is minutes. Digits in a date
// format are fractions of a second.
func (s *section) settleDate() {
	s.unsure = s.unsure || s.general || s.at || s.condition != nil || s.numerals > 1
	previous := -1
	for i, t := range s.tokens {
		switch {
		case t.kind == digit && t.text == ",":
			s.tokens[i] = token{literal, ","}
		case t.kind == point:
			s.tokens[i] = token{literal, "."}
		case t.kind == digit && t.text != "0":
			s.unsure = true
		case t.kind == digit:
			s.places++
		case t.kind == dateField || t.kind == elapsed:
			before := byte(0)
			if previous >= 0 {
				before = s.tokens[previous].text[0]
			}
			if t.kind == dateField && t.text[0] == 'm' && len(t.text) <= 2 && before == 'h' {
				s.tokens[i].text = strings.Repeat("n", len(t.text)) // minutes
			}
			if t.text[0] == 's' && before == 'm' && s.tokens[previous].kind == dateField && len(s.tokens[previous].text) <= 2 {
				s.tokens[previous].text = strings.Repeat("n", len(s.tokens[previous].text))
			}
			if !strings.Contains(t.text, "/") { // AM/PM does not stand between hour and minutes
				previous = i
			}
		}
	}
	if s.places > 3 {
		s.unsure = true
	}
}

var (
	epoch1900 = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	epoch1904 = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
)

const (
	maxSerial  = 2958465 // 9999-12-31
	leapSerial = 60      // 1900-02-29, a day that Excel invented; dates before it stand one day off
	daySeconds = 24 * 60 * 60
)

// moment is a date and time as shown; no time.Time, since Excel has days that never were: 1900/2/29 and, for 0, 1900/1/0.
type moment struct {
	year, month, day, hour, minute, second int
	weekday                                string // "" for a day that never was
}

// momentOf is the moment so many seconds after the beginning of the date system.
func momentOf(seconds int64, date1904 bool) moment {
	days, rest := int(seconds/daySeconds), int(seconds%daySeconds)
	m := moment{hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60}
	switch {
	case !date1904 && days == 0:
		m.year, m.month = 1900, 1
		return m
	case !date1904 && days == leapSerial:
		m.year, m.month, m.day = 1900, 2, 29
		return m
	case !date1904 && days < leapSerial:
		days++
	}
	epoch := epoch1900
	if date1904 {
		epoch = epoch1904
	}
	t := epoch.AddDate(0, 0, days)
	m.year, m.month, m.day, m.weekday = t.Year(), int(t.Month()), t.Day(), weekdays[t.Weekday()]
	return m
}

var weekdays = []string{"日", "一", "二", "三", "四", "五", "六"}

// dateText is a serial date as shown.
func (s *section) dateText(serial Value, date1904 bool) (string, bool) {
	v := serial.rat()
	if v.Sign() < 0 || v.Cmp(big.NewRat(maxSerial+1, 1)) >= 0 {
		return "", false
	}
	unit := big.NewRat(daySeconds*pow10(s.places), 1)
	ticks, _ := new(big.Int).SetString(new(big.Rat).Mul(v, unit).FloatString(0), 10)
	perSecond := pow10(s.places)
	seconds, part := ticks.Int64()/perSecond, ticks.Int64()%perSecond
	at := momentOf(seconds, date1904)
	var b strings.Builder
	for _, k := range s.tokens {
		switch k.kind {
		case literal:
			b.WriteString(k.text)
		case digit:
			// places behind the seconds, all of them at the first
			if part >= 0 {
				fmt.Fprintf(&b, "%0*d", s.places, part)
				part = -1
			}
		case elapsed:
			whole := map[byte]int64{'h': seconds / 3600, 'm': seconds / 60, 's': seconds}[k.text[0]]
			fmt.Fprintf(&b, "%0*d", len(k.text), whole)
		case dateField:
			field, ok := s.dateField(k.text, at)
			if !ok {
				return "", false
			}
			b.WriteString(field)
		}
	}
	return b.String(), true
}

func pow10(n int32) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// dateField is one field of a date as shown. Names of months and English days are left alone: their language depends on
// the machine.
func (s *section) dateField(field string, at moment) (string, bool) {
	var n, width int
	switch field[0] {
	case 'y', 'e':
		n, width = at.year, 1
		if field == "y" || field == "yy" {
			n, width = at.year%100, 2
		}
		if s.numerals > 0 {
			return inNumerals(1, fmt.Sprintf("%0*d", width, n)), len(field) <= 4
		}
		return fmt.Sprintf("%0*d", width, n), len(field) <= 4
	case 'm':
		n = at.month
	case 'd':
		n = at.day
	case 'h':
		n = s.hour(at)
	case 'n':
		n = at.minute
	case 's':
		n = at.second
	case 'a':
		return s.wordField(field, at)
	default:
		return at.half(field)
	}
	if s.numerals > 0 {
		return countText(n), len(field) <= 2
	}
	return fmt.Sprintf("%0*d", len(field), n), len(field) <= 2
}

// wordField is a weekday or the half of the day.
func (s *section) wordField(field string, at moment) (string, bool) {
	switch field {
	case "aaa":
		return "周" + at.weekday, at.weekday != ""
	case "aaaa":
		return "星期" + at.weekday, at.weekday != ""
	}
	return at.half(field)
}

// half is the half of the day in the words of the field: "上午/下午" gives 上午 before noon.
func (at moment) half(field string) (string, bool) {
	before, after, ok := strings.Cut(strings.ToUpper(field), "/")
	if at.hour < 12 {
		return before, ok
	}
	return after, ok
}

// hour is on twelve hours when the format shows the half of the day.
func (s *section) hour(at moment) int {
	for _, k := range s.tokens {
		if k.kind == dateField && strings.Contains(k.text, "/") {
			return (at.hour+11)%12 + 1
		}
	}
	return at.hour
}

// countText is a number below 100 in ideographs: 十, 十二, 三十一.
func countText(n int) string {
	tens, ones := n/10, n%10
	text := ""
	if tens > 1 {
		text = inNumerals(1, fmt.Sprint(tens))
	}
	if tens > 0 {
		text += "十"
	}
	if ones > 0 || tens == 0 {
		text += inNumerals(1, fmt.Sprint(ones))
	}
	return text
}

// isoDate is for dates whose own format is not known for sure: they must not be taken for numbers.
var isoDate = ParseFormat("yyyy-mm-dd")

// Stored is a number whose format could not be applied: a date as a date, anything else as its digits.
func (f *Format) Stored(v Value, date1904 bool) string {
	for i := range f.sections {
		if f.sections[i].date {
			if text, ok := isoDate.Number(v, date1904); ok {
				return text
			}
		}
	}
	return generalText(v)
}
