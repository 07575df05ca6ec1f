package figures

import (
	"slices"

	"fuhe"
)

// ownPoints is a report whose sources have only rates, weights and scores of their own: those of the annual total, in a cell that
// is merged over the rows below, are none. The report itself where no such cell is merged.
func ownPoints(r *fuhe.Report) *fuhe.Report {
	var out *fuhe.Report
	for i := 1; i < len(r.Funds); i++ {
		for _, of := range []func(*fuhe.Fund) *fuhe.Cell{
			func(f *fuhe.Fund) *fuhe.Cell { return &f.ExecutionRate },
			func(f *fuhe.Fund) *fuhe.Cell { return &f.Weight },
			func(f *fuhe.Fund) *fuhe.Cell { return &f.Score },
		} {
			c := of(&r.Funds[i])
			if !c.Present() || c.At != of(&r.Funds[i-1]).At {
				continue
			}
			if out == nil {
				copied := *r
				copied.Funds = slices.Clone(r.Funds)
				out = &copied
			}
			*of(&out.Funds[i]) = fuhe.Cell{}
		}
	}
	if out == nil {
		return r
	}
	return out
}
