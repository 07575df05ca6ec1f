package across_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fuhe"
	"fuhe/score/across"
)

// contradicted is a world with contradictions of every kind.
func contradicted(seed uint64) *world {
	w := newWorld(seed)
	for n, o := range w.units {
		slips[n%len(slips)].make(w, o)
	}
	return w
}

// spilled compares the forms of a world in an order, keeping so many bytes in memory and the rest in a file.
func (w *world) spilled(t *testing.T, order []string, keep int64) (found []fuhe.Across, inFile int64) {
	aliases, err := across.ReadAliases(strings.NewReader(strings.Join(w.alias, "\n")), fuhe.EN)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "spill")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	c := across.New(across.Options{Lang: fuhe.EN, Aliases: aliases, Keep: keep, Spill: func() (across.Spill, error) { return file, nil }})
	for _, p := range order {
		d := w.pages[p].document()
		c.Add(&d)
	}
	found = collected(t, c)
	st, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return found, st.Size()
}

// What forms say of each other is the same wherever they are kept, in whatever order they come: shuffled, they find the same
// pairs, and the same findings but for which of two copies came first.
func TestFindingsAreTheSameWhereverFormsAreKept(t *testing.T) {
	w := contradicted(7)
	inMemory := w.compare(t)
	rules := map[string]int{}
	for _, x := range inMemory {
		rules[x.Rule]++
	}
	if rules["A101"] == 0 || rules["A102"] == 0 || rules["A103"] == 0 || rules["A104"] == 0 {
		t.Fatalf("the world is too good: %v", rules)
	}
	shuffled := slices.Clone(w.order)
	w.rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	all, _ := w.spilled(t, shuffled, 1<<40)
	for _, keep := range []int64{0, 1 << 20} {
		got, size := w.spilled(t, w.order, keep)
		if size == 0 || !reflect.DeepEqual(got, inMemory) {
			t.Errorf("%d bytes in memory, %d in the file: %d findings, %d in memory", keep, size, len(got), len(inMemory))
		}
		if got, _ := w.spilled(t, shuffled, keep); !reflect.DeepEqual(got, all) {
			t.Errorf("shuffled, %d bytes in memory: %d findings, %d in memory", keep, len(got), len(all))
		}
	}
	if a, b := kinds(inMemory), kinds(all); !slices.Equal(a, b) {
		t.Errorf("in order %d findings, shuffled %d", len(a), len(b))
	}
}

// kinds are the findings of matched forms by what they are about, in order.
func kinds(found []fuhe.Across) (out []string) {
	for _, x := range found {
		if x.Match != nil && x.Match.Sure {
			out = append(out, fmt.Sprint(x.Rule, x.Path, x.Field, x.Published, x.Message))
		}
	}
	slices.Sort(out)
	return out
}

// errFull is a disk without room.
var errFull = errors.New("no room")

type fullDisk struct{ os.File }

func (*fullDisk) Write([]byte) (int, error) { return 0, errFull }

// A comparison that could not keep its forms says so, and gives no findings as if all were well.
func TestFormsThatCannotBeKeptAreSaid(t *testing.T) {
	w := newWorld(3)
	for name, spill := range map[string]func() (across.Spill, error){
		"no file":   func() (across.Spill, error) { return nil, errFull },
		"full disk": func() (across.Spill, error) { return &fullDisk{}, nil },
	} {
		c := across.New(across.Options{Lang: fuhe.EN, Spill: spill})
		for _, path := range w.order {
			d := w.pages[path].document()
			c.Add(&d)
		}
		if err := c.Each(func(*fuhe.Across) error { return nil }); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
