package across

import (
	"math/big"

	"fuhe"
)

// spot is where an entry stands, without its rectangle: who shows it finds that at the entry itself.
type spot struct {
	sheet, ref  string
	page, table int32
}

func spotOf(s fuhe.Source) spot {
	return spot{s.Sheet, s.Ref, int32(s.Page), int32(s.Table)}
}

func (s spot) source() fuhe.Source {
	return fuhe.Source{Sheet: s.sheet, Page: int(s.page), Table: int(s.table), Ref: s.ref}
}

// entry is a target or a weight as it is kept for comparing.
type entry struct {
	text  string
	value int64 // in millionths
	unit  string
	sign  fuhe.Sign
	known bool // it is one figure, and fits
	at    spot
}

// perOne is how many units of an entry make one.
const perOne = 1_000_000

func entryOf(c fuhe.Cell) entry {
	e := entry{text: c.Text, at: spotOf(c.At)}
	if c.Number == nil {
		return e
	}
	scaled := new(big.Rat).Mul(c.Number.Value.Rat(), big.NewRat(perOne, 1))
	if !scaled.IsInt() || !scaled.Num().IsInt64() {
		return e
	}
	e.value, e.unit, e.sign, e.known = scaled.Num().Int64(), c.Number.Unit, c.Number.Sign, true
	return e
}
