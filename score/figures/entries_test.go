package figures

import (
	"testing"

	"fuhe"
)

func TestPlacesAreThoseOfTheEntries(t *testing.T) {
	for _, r := range []*fuhe.Report{
		{},
		{Funds: make([]fuhe.Fund, 3), Indicators: make([]fuhe.Indicator, 12), Sections: make([]fuhe.Section, 2), HeaderTotal: &fuhe.Total{}},
		{Funds: make([]fuhe.Fund, 1), Sections: make([]fuhe.Section, 1)},
	} {
		p, entries := FindPlaces(r), r.Entries()
		if len(p.Cells) != len(entries) {
			t.Fatalf("%d places, %d entries", len(p.Cells), len(entries))
		}
		for i, e := range entries {
			if p.Cells[i] != e.Cell || p.Find(e.Field) != i {
				t.Errorf("%s is entry %d and found at %d", e.Field, i, p.Find(e.Field))
			}
		}
	}
	r := &fuhe.Report{Funds: make([]fuhe.Fund, 2)}
	p := FindPlaces(r)
	for _, f := range []fuhe.Field{"", "/", "/funds/2/score", "/funds/-1/score", "/funds/x/score", "/funds/0/nothing", "/funds/0", "/total", "/header_total/score", "/indicators/0/score", "/sections/0/name", "/other/0/x"} {
		if i := p.Find(f); i != -1 {
			t.Errorf("%s is found at %d", f, i)
		}
	}
}
