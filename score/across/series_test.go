package across_test

import (
	"strings"
	"testing"

	"fuhe"
	"fuhe/score/across"
)

// compare reads every published form of a world and gives what they say of each other.
func (w *world) compare(t testing.TB) []fuhe.Across {
	t.Helper()
	aliases, err := across.ReadAliases(strings.NewReader(strings.Join(w.alias, "\n")), fuhe.EN)
	if err != nil {
		t.Fatal(err)
	}
	c := across.New(across.Options{Lang: fuhe.EN, Aliases: aliases})
	for _, path := range w.order {
		d := w.pages[path].document()
		c.Add(&d)
	}
	return collected(t, c)
}

// collected is what a comparison found.
func collected(t testing.TB, c *across.Comparison) (found []fuhe.Across) {
	t.Helper()
	if err := c.Each(func(x *fuhe.Across) error {
		found = append(found, *x)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return found
}

// TestConsistentSeries: five years of forty units with ten projects, renamed, split, merged, with money returned and forms not
// published, give no error, and no warning but where less was carried over than was left.
func TestConsistentSeries(t *testing.T) {
	forms, returned, notes := 0, 0, map[string]int{}
	for seed := range uint64(3) {
		w := newWorld(seed)
		forms += len(w.order)
		for _, x := range w.compare(t) {
			switch {
			case x.Severity == fuhe.Note:
				notes[x.Rule]++
			case x.Rule == "A101" && w.pages[x.Path].returned:
				returned++
			default:
				t.Errorf("%d: %s %s %s: %s", seed, x.Path, x.Severity, x.Rule, x.Message)
			}
		}
	}
	t.Logf("%d forms: 0 errors, %d warnings, all of money that was returned, notes %v", forms, returned, notes)
}
