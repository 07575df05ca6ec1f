package worksheet

import "strings"

// AsStored reports whether a number is shown just as it is stored: so are in format General those of few digits, without zeros
// that mean nothing.
func (f *Format) AsStored(v string) bool {
	const (
		most      = 11  // digits and point
		uncounted = "0" // before the first digit that counts; more are shown as 1E-05
	)
	digits := strings.TrimPrefix(v, "-")
	whole, fraction, pointed := strings.Cut(digits, ".")
	switch {
	case !f.general || len(digits) > most || whole == "" || strings.Trim(whole, "0123456789") != "" || strings.Trim(fraction, "0123456789") != "":
		return false
	case whole[0] == '0' && len(whole) > 1:
		return false
	case !pointed:
		return v != "-0"
	}
	return fraction != "" && fraction[len(fraction)-1] != '0' && (whole != "0" || !strings.HasPrefix(fraction, strings.Repeat(uncounted, 4)))
}
