// Package across compares forms with each other: the documents of a run go in one by one, of which only names, amounts and
// targets are kept, and what one form alone cannot tell comes out: carry-overs that do not follow from last year, targets
// that went down, projects that do not add up to their department, forms that are alike. Of each form a hundred and fifty
// bytes and the names stay in memory, the rest goes where Options.Spill says. It reads no file, and what rests on a match
// that is not sure it offers as a note.
package across

import (
	"cmp"
	"slices"

	"fuhe"
)

// Options of a comparison.
type Options struct {
	Lang    fuhe.Lang
	Aliases Aliases // names that are one, given by the user
	Each    Each    // nil for one after the other

	Spill func() (Spill, error) // begins a place for what is more than Keep bytes; nil to keep all in memory
	Keep  int64
}

// Each does things 0 to n-1, which do not depend on each other, and returns when all are done.
type Each func(n int, do func(i int))

func (e Each) do(n int, do func(i int)) {
	if e != nil {
		e(n, do)
		return
	}
	for i := range n {
		do(i)
	}
}

// Comparison keeps what is compared of the forms of a run.
type Comparison struct {
	o     Options
	names *names
	docs  []extent
	forms []brief
	found []mention
	seen  map[mark]int32 // the form that others are copies of

	versions map[versionKey]int32 // the form that was taken last of a project, year and unit
	done     bool                 // all was compared

	store     store
	record    []byte // the last one that was written
	lately    cache[*form]
	documents cache[*document]
}

// New is a comparison of nothing yet.
func New(o Options) *Comparison {
	return &Comparison{o: o, names: newNames(), seen: map[mark]int32{}, versions: map[versionKey]int32{}, store: store{spill: o.Spill, limit: o.Keep}}
}

// Add takes in a document that has been read; what it holds is not kept. The answer is a note for each of its forms that has
// been there before, as it is or in another version, which is among the findings, too.
func (c *Comparison) Add(d *fuhe.Document) (again []fuhe.Across) {
	n := int32(len(c.docs))
	doc := &document{n: n, sha256: d.SHA256, path: d.Path, reports: len(d.Reports), lists: c.listsOf(d.Accounts)}
	c.docs = append(c.docs, c.keep(func(p *packing) { p.document(doc) }))
	for i, r := range d.Reports {
		f := readForm(doc, i, r, c.o.Aliases)
		c.take(f)
		if x, ok := c.again(f, r); ok {
			again = append(again, x)
			c.put(n, x)
		}
	}
	c.addAccounts(doc, d)
	return again
}

// Each hands over what the forms say of each other, in the order of the run. The error is that of the walk, or of the place
// where forms are kept; no document may be added any more.
func (c *Comparison) Each(visit func(*fuhe.Across) error) error {
	if !c.done {
		c.done = true
		c.pairs()
		c.sums()
		c.alike()
		slices.SortStableFunc(c.found, func(a, b mention) int { return cmp.Or(cmp.Compare(a.doc, b.doc), cmp.Compare(a.report, b.report)) })
	}
	for _, m := range c.found {
		var x fuhe.Across
		c.load(m.record, func(p *packing) { p.across(&x) })
		if c.store.err != nil {
			break
		}
		if err := visit(&x); err != nil {
			return err
		}
	}
	return c.store.err
}
