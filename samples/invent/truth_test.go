package invent

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"fuhe"
)

// TestColumnsLeftOut: a layout without targets and actual values has none in its truth, and no slip in them.
func TestColumnsLeftOut(t *testing.T) {
	own := *find("T2")
	own.columns = slices.DeleteFunc(slices.Clone(own.columns), func(c column) bool { return c.key == "target" || c.key == "actual" })
	m := &maker{rng: rand.New(rand.NewPCG(1, 1)), layout: &own}
	f, ok := m.form()
	if !ok {
		t.Fatal("no form")
	}
	for _, key := range []string{"target", "actual"} {
		if text, printed := f.Text[fuhe.IndicatorField(0, key)]; printed {
			t.Errorf("%s %q stands on no such form", key, text)
		}
	}
	for _, k := range []Kind{MissingActual, MissedFull} {
		if own.has(k) {
			t.Errorf("%s is made where nothing shows it", k)
		}
	}
}

// TestWrongTotalsShow: a total that differs by no more than the budget score may have been rounded by is none that shows.
func TestWrongTotalsShow(t *testing.T) {
	for _, seed := range []uint64{5001896, 5005856} {
		f, ok := Seed("FJ", TotalScore, seed)
		if !ok {
			continue
		}
		apart := plus(figureOf(f.Text["/total/score"]), figureOf(f.Slip.Right), -1).rat()
		half := new(big.Rat).SetFrac64(1, 2*power(figureOf(f.Text["/funds/0/score"]).places))
		if apart.Abs(apart).Cmp(half) <= 0 {
			t.Errorf("%d: %s for %s, with a budget score of %s", seed, f.Text["/total/score"], f.Slip.Right, f.Text["/funds/0/score"])
		}
	}
}
