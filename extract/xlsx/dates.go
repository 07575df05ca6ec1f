package xlsx

import (
	"fmt"
	"math/big"
	"strings"
	"time"

	"fuhe/extract/grid"
)

// settleDate tells minutes from months: an m right behind an hour or right before seconds is minutes. Digits in a date
// format are fractions of a second.
func (s *section) settleDate() {
	s.unsure = s.unsure || s.general || s.at || s.condition != nil
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
)

// dateText is a serial date as shown.
func (s *section) dateText(v *big.Rat, date1904 bool) (string, bool) {
	if v.Sign() < 0 || v.Cmp(big.NewRat(maxSerial+1, 1)) >= 0 {
		return "", false
	}
	unit := big.NewRat(24*60*60*pow10(s.places), 1)
	ticks, _ := new(big.Int).SetString(new(big.Rat).Mul(v, unit).FloatString(0), 10)
	perSecond := pow10(s.places)
	seconds, part := ticks.Int64()/perSecond, ticks.Int64()%perSecond
	epoch := epoch1900
	if date1904 {
		epoch = epoch1904
	} else if days := seconds / 86400; days <= leapSerial && s.hasDay() {
		if days == leapSerial || days == 0 {
			return "", false
		}
		epoch = epoch.AddDate(0, 0, 1)
	}
	t := epoch.Add(time.Duration(seconds%86400)*time.Second).AddDate(0, 0, int(seconds/86400))
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
			field, ok := s.dateField(k.text, t)
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

// hasDay tells dates from times of day.
func (s *section) hasDay() bool {
	for _, t := range s.tokens {
		if t.kind == dateField && strings.ContainsRune("ymdea", rune(t.text[0])) && !strings.Contains(t.text, "/") {
			return true
		}
	}
	return false
}

var weekdays = []string{"日", "一", "二", "三", "四", "五", "六"}

// dateField is one field of a date as shown. Names of months and days are left alone: their language depends on the machine.
func (s *section) dateField(field string, t time.Time) (string, bool) {
	switch field {
	case "yyyy", "yyy", "e", "ee":
		return fmt.Sprint(t.Year()), true
	case "yy", "y":
		return fmt.Sprintf("%02d", t.Year()%100), true
	case "m":
		return fmt.Sprint(int(t.Month())), true
	case "mm":
		return fmt.Sprintf("%02d", int(t.Month())), true
	case "d":
		return fmt.Sprint(t.Day()), true
	case "dd":
		return fmt.Sprintf("%02d", t.Day()), true
	case "aaa":
		return "周" + weekdays[t.Weekday()], true
	case "aaaa":
		return "星期" + weekdays[t.Weekday()], true
	case "h":
		return fmt.Sprint(s.hour(t)), true
	case "hh":
		return fmt.Sprintf("%02d", s.hour(t)), true
	case "n":
		return fmt.Sprint(t.Minute()), true
	case "nn":
		return fmt.Sprintf("%02d", t.Minute()), true
	case "s":
		return fmt.Sprint(t.Second()), true
	case "ss":
		return fmt.Sprintf("%02d", t.Second()), true
	case "am/pm":
		return map[bool]string{true: "AM", false: "PM"}[t.Hour() < 12], true
	case "a/p":
		return map[bool]string{true: "A", false: "P"}[t.Hour() < 12], true
	case "上午/下午":
		return map[bool]string{true: "上午", false: "下午"}[t.Hour() < 12], true
	}
	return "", false
}

// hour is on twelve hours when the format shows the half of the day.
func (s *section) hour(t time.Time) int {
	for _, k := range s.tokens {
		if k.kind == dateField && strings.Contains(k.text, "/") {
			return (t.Hour()+11)%12 + 1
		}
	}
	return t.Hour()
}

// shownDate shows a cell of type d, a date written as text (2022-12-30T08:00:00).
func (w *workbook) shownDate(f *format, v string) (string, bool) {
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05.999", time.RFC3339} {
		t, err := time.Parse(layout, v)
		if err != nil {
			continue
		}
		serial := big.NewRat(t.UTC().UnixMilli()-epoch1900.UnixMilli(), 24*60*60*1000)
		if text, ok := f.number(serial, false); ok && f != general {
			return grid.JoinLines([]string{text}), true
		}
		return v, false
	}
	return v, false
}
