package fuhe

import (
	"github.com/shopspring/decimal"
)

// compare takes a comparison in words; false when another stands before the figure.
func (f *figure) compare(worded Sign) bool {
	if worded == NoSign {
		return true
	}
	if f.number.Sign != NoSign && f.number.Sign != worded {
		return false
	}
	f.number.Sign = worded
	return true
}

// number is the digits as a number; false when they are too long for one.
func (d digits) number(unit string) (Number, bool) {
	v, err := decimal.NewFromString(d.text)
	if d.negative {
		v = v.Neg()
	}
	return Number{Value: v, Places: d.places, Unit: unit}, err == nil
}
