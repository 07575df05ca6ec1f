package grid

import "strconv"

// Alike reports whether two colours, each in six hexadecimal digits, cannot be told from one another; what is none is like none.
func Alike(a, b string) bool {
	x, err1 := strconv.ParseUint(a, 16, 32)
	y, err2 := strconv.ParseUint(b, 16, 32)
	if err1 != nil || err2 != nil {
		return false
	}
	for shift := 0; shift < 24; shift += 8 {
		p, q := x>>shift&0xFF, y>>shift&0xFF
		if max(p, q)-min(p, q) > mostAlike {
			return false
		}
	}
	return true
}
