package cause

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/interval"
)

// Slips of a sum: a row counted twice or left out, or a total from before a change.

// sum is what a published figure is the sum of, in its unit.
type sum struct {
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

// guesses are the rows that may have been counted twice, left out, or counted as they were before.
func (s *sum) guesses(f *figures.Figures, at Slip) []guess {
	apart := interval.Decimal(interval.Sub(interval.Value(at.published), s.added), figures.ExactPlaces)
	var twice, out, stale []part
	lost := 0
	for _, p := range s.parts {
		if p.full != nil {
			lost++
			if p.full.Sub(p.value).Equal(apart) {
				stale = append(stale, p)
			}
		}
		if p.value.Sign() == 0 {
			continue
		}
		if apart.Equal(p.value) {
			twice = append(twice, p)
		} else if apart.Neg().Equal(p.value) {
			out = append(out, p)
		}
	}
	var found []guess
	if len(stale) > 0 {
		found = append(found, guess{fuhe.StaleTotal, lost, causeStaleTotal, []any{oneOf(f, stale), stale[0].full.String(), at.published.String()}})
	}
	if len(twice) > 0 {
		found = append(found, guess{fuhe.CountedTwice, len(s.parts), causeCountedTwice, []any{oneOf(f, twice), twice[0].value.String()}})
	}
	if len(out) > 0 {
		found = append(found, guess{fuhe.LeftOut, len(s.parts), causeLeftOut, []any{oneOf(f, out), out[0].value.String()}})
	}
	return found
}

// oneOf names the row, or says that it may be any of several: no more certainty than there is.
func oneOf(f *figures.Figures, parts []part) string {
	if len(parts) == 1 {
		return partName(f, parts[0])
	}
	names := make([]string, 0, Shown)
	for _, p := range parts[:min(len(parts), Shown)] {
		names = append(names, partName(f, p))
	}
	return f.In(partOneOf, strings.Join(names, f.In(partList)), strconv.Itoa(len(parts)))
}

func partName(f *figures.Figures, x part) string {
	switch {
	case x.name != "":
		return x.name
	case strings.HasPrefix(string(x.field), "/indicators/"):
		return f.NameOf(x.field.Row())
	}
	return f.Label(x.field)
}
