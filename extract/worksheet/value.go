package worksheet

import (
	"math/big"
	"strconv"
	"strings"
)

// Value is a number as a workbook stores it, with the decimal digits that Excel keeps of it.
type Value struct {
	negative bool
	digits   string // from the first that is no zero to the last; "" for zero
	point    int    // behind how many of them the decimal point stands; less than 0 before as many zeros
}

// ParseStored reads the digits of a number as stored in a file.
func ParseStored(v string) (Value, bool) {
	f, err := strconv.ParseFloat(v, 64)
	if err != nil || f != f || f-f != 0 || strings.ContainsAny(v, "xXpP_") {
		return Value{}, false
	}
	return valueOf(f), true
}

// valueOf is a float with its significant digits.
func valueOf(f float64) Value {
	var room [32]byte
	text := strconv.AppendFloat(room[:0], f, 'e', significantDigits-1, 64)
	v := Value{negative: text[0] == '-'}
	if v.negative {
		text = text[1:]
	}
	e := len(text) - 1
	for text[e] != 'e' {
		e--
	}
	power, err := strconv.Atoi(string(text[e+1:]))
	text[1] = text[0] // over the decimal point
	digits := text[1:e]
	for len(digits) > 0 && digits[len(digits)-1] == '0' {
		digits = digits[:len(digits)-1]
	}
	if len(digits) == 0 || err != nil {
		return Value{}
	}
	v.digits, v.point = string(digits), power+1
	return v
}

// days is a time as a serial number of days, to a hundred-thousandth of a second.
func days(r *big.Rat) Value {
	f, _ := strconv.ParseFloat(r.FloatString(10), 64)
	return valueOf(f)
}

// Days is a number of milliseconds as the serial number of a day and the time in it.
func Days(milliseconds int64) Value { return days(big.NewRat(milliseconds, daySeconds*1000)) }

// Sign is -1, 0 or 1.
func (v Value) Sign() int {
	switch {
	case v.digits == "":
		return 0
	case v.negative:
		return -1
	}
	return 1
}

func (v Value) abs() Value {
	v.negative = false
	return v
}

// times10 is the value with its point moved to the right.
func (v Value) times10(places int) Value {
	v.point += places
	return v
}

// rat is the value as a fraction.
func (v Value) rat() *big.Rat {
	r, ok := new(big.Rat).SetString("0." + v.digits + "e" + strconv.Itoa(v.point))
	if !ok { // zero has no digits
		return new(big.Rat)
	}
	if v.negative {
		r.Neg(r)
	}
	return r
}

// float is the nearest float.
func (v Value) float() float64 {
	f, _ := v.rat().Float64()
	return f
}

// fixed is the value with so many decimals, rounded half away from zero.
func (v Value) fixed(places int) string {
	kept := v.point + places // digits that stand before the cut
	out := make([]byte, 0, max(kept, 0)+places+4)
	if v.negative {
		out = append(out, '-')
	}
	start := len(out)
	out = append(out, '0') // for a carry
	for range places + 1 - max(kept, 0) {
		out = append(out, '0')
	}
	for i := range max(kept, 0) {
		if i < len(v.digits) {
			out = append(out, v.digits[i])
		} else {
			out = append(out, '0')
		}
	}
	if kept >= 0 && kept < len(v.digits) && v.digits[kept] >= '5' {
		i := len(out) - 1
		for ; out[i] == '9'; i-- {
			out[i] = '0'
		}
		out[i]++
	}
	first := start
	for first < len(out)-places-1 && out[first] == '0' {
		first++
	}
	out = append(out[:start], out[first:]...)
	if places > 0 {
		at := len(out) - places
		out = append(out, 0)
		copy(out[at+1:], out[at:])
		out[at] = '.'
	}
	return string(out)
}
