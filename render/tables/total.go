package tables

import (
	"math"
	"math/big"
	"strings"
)

// total adds up decimals without an error: those of few digits, which are most of a sheet, as whole numbers of their last
// place.
type total struct {
	places [mostTotalPlaces + 1]int64 // by how many digits stand behind the point
	rest   *big.Rat                   // what did not fit there; nil for nothing
}

const (
	mostTotalPlaces = 15
	mostTotalDigits = 17
)

// add adds a number in plain digits; what is none counts for nothing.
func (t *total) add(literal string) {
	if n, places, ok := shifted(literal); ok {
		if sum := t.places[places]; n > 0 && sum > math.MaxInt64-n || n < 0 && sum < math.MinInt64-n {
			t.keep(scaled(sum, places))
			t.places[places] = 0
		}
		t.places[places] += n
		return
	}
	if v, ok := new(big.Rat).SetString(literal); ok {
		t.keep(v)
	}
}

func (t *total) keep(v *big.Rat) {
	if t.rest == nil {
		t.rest = new(big.Rat)
	}
	t.rest.Add(t.rest, v)
}

// value is the sum of all.
func (t *total) value() *big.Rat {
	sum := new(big.Rat)
	if t.rest != nil {
		sum.Set(t.rest)
	}
	for places, n := range t.places {
		if n != 0 {
			sum.Add(sum, scaled(n, places))
		}
	}
	return sum
}

// shifted is a short plain decimal as a whole number of its last place.
func shifted(literal string) (n int64, places int, ok bool) {
	digits := strings.TrimPrefix(literal, "-")
	if digits == "" || len(digits) > mostTotalDigits {
		return 0, 0, false
	}
	point := -1
	for i := range len(digits) {
		switch c := digits[i]; {
		case c >= '0' && c <= '9':
			n = n*10 + int64(c-'0')
		case c == '.' && point < 0 && i > 0 && i < len(digits)-1:
			point = i
		default:
			return 0, 0, false
		}
	}
	if point >= 0 {
		places = len(digits) - 1 - point
	}
	if len(digits) < len(literal) {
		n = -n
	}
	return n, places, places <= mostTotalPlaces
}

func scaled(n int64, places int) *big.Rat {
	return new(big.Rat).SetFrac(big.NewInt(n), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
}
