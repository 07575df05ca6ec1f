package score

import (
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"fuhe"
)

// Slips of a sum: a row counted twice or left out, or a total from before a change.

// summed is what a published figure is the sum of, in its unit.
type summed struct {
	parts []part
	added *big.Rat
}

// part is one row of a sum. full is what it was before points were deducted, nil where nothing was.
type part struct {
	name  string
	field fuhe.Field
	value decimal.Decimal
	full  *decimal.Decimal
	most  *decimal.Decimal // what it may be at most; nil when that is not known
}

func (s *summed) guesses(p *Pass, at slip) []guess {
	apart := decimalOf(new(big.Rat).Sub(value(at.published), s.added), sumApartPlaces)
	var twice, out, stale []part
	lost := 0
	for _, part := range s.parts {
		if part.full != nil {
			lost++
			if part.full.Sub(part.value).Equal(apart) {
				stale = append(stale, part)
			}
		}
		if part.value.Sign() == 0 {
			continue
		}
		if apart.Equal(part.value) {
			twice = append(twice, part)
		} else if apart.Neg().Equal(part.value) {
			out = append(out, part)
		}
	}
	var found []guess
	if len(stale) > 0 {
		found = append(found, guess{fuhe.StaleTotal, lost, causeStaleTotal, []any{p.oneOf(stale), stale[0].full.String(), at.published.String()}})
	}
	if len(twice) > 0 {
		found = append(found, guess{fuhe.CountedTwice, len(s.parts), causeCountedTwice, []any{p.oneOf(twice), twice[0].value.String()}})
	}
	if len(out) > 0 {
		found = append(found, guess{fuhe.LeftOut, len(s.parts), causeLeftOut, []any{p.oneOf(out), out[0].value.String()}})
	}
	return found
}

// oneOf names the row, or says that it may be any of several: no more certainty than there is.
func (p *Pass) oneOf(parts []part) string {
	if len(parts) == 1 {
		return p.partName(parts[0])
	}
	names := make([]string, 0, causesShown)
	for _, part := range parts[:min(len(parts), causesShown)] {
		names = append(names, p.partName(part))
	}
	return p.say(partOneOf, strings.Join(names, p.say(partList)), itoa(int32(len(parts))))
}

func (p *Pass) partName(x part) string {
	switch {
	case x.name != "":
		return x.name
	case strings.HasPrefix(string(x.field), "/indicators/"):
		return p.nameOf(x.field.Row())
	}
	return p.label(x.field)
}
