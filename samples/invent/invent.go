// Package invent makes up filled forms for tests: a layout, a kind of slip and a seed go in; the form as a grid comes
// out, with what a reader sees in each entry and what is wrong with it. All figures are computed here in whole numbers,
// apart from the code under test. The names are made up. It reads no form, judges none and writes no file.
package invent

import (
	"fmt"
	"math/rand/v2"

	"fuhe"
	"fuhe/extract/grid"
)

// Form is an invented form.
type Form struct {
	Layout string // as in Layouts
	ID     string // what fuhe calls the layout
	Year   string
	Unit   string                // of all amounts
	Grid   grid.Grid             //
	Text   map[fuhe.Field]string // what a reader sees in each entry that is printed; "" for one left blank
	Heads  map[string]bool       // the places of headings in the grid
	Slip   *Slip                 // nil: all figures agree
	Ahead  bool                  // on sheets: the indicators earn a share of their points that is over a fifth ahead of spending
}

// Slip is what was made wrong on a form.
type Slip struct {
	Kind   Kind
	Fields []fuhe.Field  // where it may be found: the entry itself first, then those it contradicts
	Right  string        // what the first field should print; "" where more than one figure may be the wrong one
	Level  fuhe.Severity // how severe it is at least

	Was     map[fuhe.Field]string // what stood in the entries that were changed, by slips on sheets
	Derived bool                  // it was made in a derived entry, which a correction restores
	Open    string                // why it does not, though; "" when it does
	Secret  string                // why nobody can know of it; "" when it shows
	Causes  []fuhe.CauseKind      // the first cause named is one of these; none: no cause can be told

	permits func(fuhe.Field, string) bool
}

// Make invents a consistent form.
func Make(layout string, seed uint64) *Form {
	f, ok := attempt(layout, "", seed, 0)
	if !ok {
		panic("invent: no form without a slip in layout " + layout)
	}
	return f
}

// Seed invents a form with one slip; false when the layout prints nothing that it could be made in.
func Seed(layout string, kind Kind, seed uint64) (*Form, bool) {
	if !find(layout).has(kind) {
		return nil, false
	}
	for try := range uint64(maxTries) {
		if f, ok := attempt(layout, kind, seed, try); ok {
			return f, true
		}
	}
	return nil, false
}

// maxTries bounds the search for figures in which a slip shows: one in a few has them, where the layout prints them.
const maxTries = 200

func attempt(name string, kind Kind, seed, try uint64) (*Form, bool) {
	own := *find(name)
	m := &maker{rng: rand.New(rand.NewPCG(seed, try)), layout: &own, kind: kind}
	m.addColumns()
	return m.form()
}

func find(name string) *layout {
	for i := range layouts {
		if layouts[i].name == name {
			return &layouts[i]
		}
	}
	panic("invent: no layout " + name)
}

// Layouts are the names of all layouts.
func Layouts() []string {
	out := make([]string, len(layouts))
	for i := range layouts {
		out[i] = layouts[i].name
	}
	return out
}

// maker invents one form.
type maker struct {
	rng    *rand.Rand
	layout *layout
	kind   Kind
	slip   *Slip

	unit        string
	year        string
	project     string
	department  string
	implementer string
	money       money
	funds       []fund
	indicators  []indicator
	goals       [2]string
	total       total
	points      map[string]string // first-level headings with the points they print
	headerScore string            // the total as the header prints it beside the last row
	subtotal    [][3]string       // rows that add up indicators as they were printed: name, weight, score
}

// form invents the figures, makes the slip, and prints the form.
func (m *maker) form() (*Form, bool) {
	m.year = fmt.Sprint(2019 + m.rng.IntN(6))
	m.unit = pick(m.rng, "元", "万元")
	place, office := pick(m.rng, places...), pick(m.rng, offices...)
	m.department = place + office
	m.implementer = m.department + pick(m.rng, "", "服务中心", "综合保障中心")
	m.project = pick(m.rng, projects...)
	m.goals = [2]string{sentences(m.rng, ""), sentences(m.rng, "，已完成")}
	m.inventMoney()
	m.inventIndicators()
	if !m.inventTotal() {
		return nil, false
	}
	if m.kind != "" && !m.makeSlip() {
		return nil, false
	}
	f := &Form{Layout: m.layout.name, ID: m.layout.id, Year: m.year, Unit: m.unit, Slip: m.slip}
	f.Grid, f.Heads = m.print()
	f.Text = m.truth()
	for i, x := range m.subtotal {
		tellSubtotal(f.Text, i, x)
	}
	return f, true
}

func pick[T any](rng *rand.Rand, from ...T) T { return from[rng.IntN(len(from))] }

// oneIn is true once in n times.
func (m *maker) oneIn(n int) bool { return m.rng.IntN(n) == 0 }
