// Package across compares forms with each other: the documents of a run go in one by one, of which only names, amounts and
// targets are kept, and what one form alone cannot tell comes out: carry-overs that do not follow from last year, targets
// that went down, projects that do not add up to their department, forms that are alike. It reads no file, and what rests on
// a match that is not sure it offers as a note.
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
}

// Comparison keeps what is compared of the forms of a run: a few kilobytes each.
type Comparison struct {
	o         Options
	documents []*document
	forms     []*form
	found     []fuhe.Across

	seen  map[string]copied // where a form stood first, by what its copies share
	first map[string]*form  // the same form as it was kept then

	copies     []fuhe.Across // forms that have been there before
	ofAccounts []fuhe.Across // what the accounts of the documents say by themselves
}

// New is a comparison of nothing yet.
func New(o Options) *Comparison {
	return &Comparison{o: o, seen: map[string]copied{}, first: map[string]*form{}}
}

// Add takes in a document that has been read; what it holds is not kept. The answer is a note for each of its forms that has
// been there before, which is among the findings, too.
func (c *Comparison) Add(d *fuhe.Document) (again []fuhe.Across) {
	doc := &document{sha256: d.SHA256, path: d.Path}
	c.documents = append(c.documents, doc)
	for i, r := range d.Reports {
		f := readForm(doc, i, r, c.o.Aliases)
		if g := c.first[f.copyOf]; g != nil {
			f.share(g)
		} else if f.copyOf != "" {
			c.first[f.copyOf] = f
		}
		c.forms = append(c.forms, f)
		if x, ok := c.again(f, r, len(d.Reports) > 1); ok {
			again = append(again, x)
		}
	}
	c.copies = append(c.copies, again...)
	c.addAccounts(doc, d)
	return again
}

// Findings are what the forms say of each other, in the order of the run.
func (c *Comparison) Findings() []fuhe.Across {
	c.found = slices.Concat(c.copies, c.ofAccounts)
	for _, p := range c.pairs() {
		c.carriedOver(p)
		c.targetsKept(p)
	}
	c.sums()
	c.alike()
	order := make(map[string]int, len(c.documents))
	for i, d := range c.documents {
		if _, known := order[d.path]; !known {
			order[d.path] = i
		}
	}
	slices.SortStableFunc(c.found, func(a, b fuhe.Across) int {
		return cmp.Or(cmp.Compare(order[a.Path], order[b.Path]), cmp.Compare(a.Report, b.Report))
	})
	return c.found
}
