package interval

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// Sum is decimals added up without a rational for each; it begins at 0.
type Sum struct {
	small word     // nothing yet while its lower word is 0
	large *big.Rat // what small could not take in; nil for nothing
}

// Add adds a decimal.
func (s *Sum) Add(v decimal.Decimal) {
	if w, ok := ofDecimal(v); ok {
		if s.small.d == 0 {
			s.small = w
			return
		}
		if sum, fits := s.small.plus(w); fits {
			s.small = sum
			return
		}
	}
	if s.large == nil {
		s.large = Zero
	}
	s.large = Add(s.large, Rat(v))
}

// Rat is what it comes to, a new rational.
func (s *Sum) Rat() *big.Rat {
	small := s.small
	small.d = max(small.d, 1)
	if s.large == nil {
		return small.rat()
	}
	return Add(small.rat(), s.large)
}
