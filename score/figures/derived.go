package figures

import (
	"math/big"

	"fuhe"
	"fuhe/score/interval"
)

// Derived is an entry that follows from others: what is printed there, what it should be, and from what that follows. What
// embeds it adds how that is worked out, in digits (Working) and as a formula of a spreadsheet with fields for operands
// (Formula).
type Derived struct {
	Field   fuhe.Field
	Printed *fuhe.Number      // nil when no figure is printed there
	Exact   *big.Rat          // recomputed, not rounded, in the printed unit; nil when it cannot be
	Span    interval.Interval // what the recomputed value may be
	From    []fuhe.Field
}

// Recomputed is the value as the printed one is written: same places, same unit.
func (d *Derived) Recomputed() string { return interval.Like(d.Printed, d.Exact) }

// Apart is what the entry would gain if it were corrected: recomputed and rounded at its places, less what is printed.
func (d *Derived) Apart() *big.Rat {
	return interval.Sub(interval.RoundHalfUp(d.Exact, d.Printed.Places), interval.Value(d.Printed))
}
