package invent

import (
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
