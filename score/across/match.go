package across

import (
	"fuhe"
)

// pair is two forms that belong together: one project in two years in a row, or what was declared of it and what became of it.
type pair struct {
	before, after *form
	sure          bool
	because       fuhe.Phrase
}

// match is how sure a pair is, as it is printed.
func (p *pair) match(lang fuhe.Lang) *fuhe.Match {
	return &fuhe.Match{Sure: p.sure, Because: p.because.In(lang)}
}

// set is the forms of a kind in a year.
type set struct {
	year int32
	kind kind
}

// named is a set's forms of a name: of a project, or of a unit.
type named struct {
	set
	name uint32
}

// index finds the forms of projects by year and name, and by year and unit.
type index struct {
	forms     []brief
	names     *names
	byProject map[named][]int32
	byUnit    map[named][]int32
}

func (c *Comparison) index() index {
	x := index{c.forms, c.names, map[named][]int32{}, map[named][]int32{}}
	met := copies{}
	for i := range c.forms {
		b := &c.forms[i]
		if b.kind == ofDepartment || b.year == 0 || b.project.whole == 0 || met.again(b) {
			continue
		}
		of := set{b.year, b.kind}
		x.byProject[named{of, b.project.whole}] = append(x.byProject[named{of, b.project.whole}], int32(i))
		x.byUnit[named{of, b.unit()}] = append(x.byUnit[named{of, b.unit()}], int32(i))
	}
	return x
}

// copies are forms that were met, by what they share and their year.
type copies map[copyYear]bool

type copyYear struct {
	mark
	year int32
}

// again reports whether a form was met before: the same form again is X605 and nothing else.
func (m copies) again(b *brief) bool {
	if b.copyOf == (mark{}) {
		return false
	}
	key := copyYear{b.copyOf, b.year}
	again := m[key]
	m[key] = true
	return again
}

// pairs compares the forms of projects with those of the year before, and with what was declared for their own year.
func (c *Comparison) pairs() {
	x := c.index()
	taken := map[int32]bool{}
	var open []int32
	for i := range c.forms {
		b, n := &c.forms[i], int32(i)
		if b.kind != ofProject || b.year == 0 || b.project.whole == 0 {
			continue
		}
		if g, because := x.sure(n, set{b.year, declared}); because != nil {
			c.compare(g, n, true, because)
		}
		if g, because := x.sure(n, set{b.year - 1, ofProject}); because != nil {
			taken[g] = true
			c.compare(g, n, true, because)
			continue
		}
		open = append(open, n)
	}
	for _, n := range open {
		if g, because := x.unsure(n, set{c.forms[n].year - 1, ofProject}, taken); because != nil {
			c.compare(g, n, false, because)
		}
	}
}

// compare compares two forms that belong together.
func (c *Comparison) compare(before, after int32, sure bool, because *fuhe.Phrase) {
	p := pair{c.form(before), c.form(after), sure, *because}
	c.carriedOver(p)
	c.targetsKept(p)
}

// Why forms belong together, or may.
var (
	sameNames     = fuhe.Phrase{ZH: "单位与项目名称相同", EN: "unit and project have the same names"}
	sameByAlias   = fuhe.Phrase{ZH: "按别名表，单位与项目名称相同", EN: "unit and project have the same names by the file of aliases"}
	severalBefore = fuhe.Phrase{ZH: "名称相同，但同名的表不止一张", EN: "the names are the same, but there are several forms of that name"}
	otherUnit     = fuhe.Phrase{ZH: "项目名称相同，单位名称不同", EN: "the project has the same name, the unit another one"}
	otherBrackets = fuhe.Phrase{ZH: "单位相同，项目名称只有括号内不同", EN: "the unit is the same, the project's name differs within brackets"}
	otherPhase    = fuhe.Phrase{ZH: "单位相同，项目名称只有期次不同", EN: "the unit is the same, the project's name differs in its phase"}
	nearName      = fuhe.Phrase{ZH: "单位相同，项目名称相近", EN: "the unit is the same, the project's name is nearly the same"}
)

// sure is the one form of another set that is surely of the same project, and why; nil for none.
func (x index) sure(n int32, other set) (int32, *fuhe.Phrase) {
	f := &x.forms[n]
	same := func(list []int32) (out []int32) {
		for _, i := range list {
			if g := &x.forms[i]; g.project.phase == f.project.phase && unitsAgree(f, g) {
				out = append(out, i)
			}
		}
		return out
	}
	there := same(x.byProject[named{other, f.project.whole}])
	if len(there) != 1 || len(same(x.byProject[named{set{f.year, ofProject}, f.project.whole}])) != 1 {
		return 0, nil
	}
	if f.renamed || x.forms[there[0]].renamed {
		return there[0], &sameByAlias
	}
	return there[0], &sameNames
}

// unitsAgree reports whether two forms name the same unit: what both of them print is the same, and both print something.
func unitsAgree(a, b *brief) bool {
	agree, shared := true, false
	for _, n := range [][2]uint32{{a.department, b.department}, {a.implementer, b.implementer}} {
		if n[0] == 0 || n[1] == 0 {
			continue
		}
		shared = true
		agree = agree && n[0] == n[1]
	}
	return agree && shared
}

// unsure is the likeliest form of the year before among those that no other form is surely paired with, and why; nil for none.
func (x index) unsure(n int32, other set, taken map[int32]bool) (best int32, why *fuhe.Phrase) {
	f, likest := &x.forms[n], 0.0
	offer := func(g int32, likeness float64, because *fuhe.Phrase) {
		if !taken[g] && likeness > likest {
			best, likest, why = g, likeness, because
		}
	}
	for _, i := range x.byProject[named{other, f.project.whole}] {
		g := &x.forms[i]
		switch {
		case g.project.phase != f.project.phase:
		case unitsAgree(f, g):
			offer(i, 3, &severalBefore)
		case len(x.names.texts[f.project.whole]) >= shortestKeyRunes && x.names.like(f.unit(), g.unit(), unitsLike) >= unitsLike:
			offer(i, 1.5, &otherUnit) // it may have been renamed; a project of that name elsewhere is another one
		}
	}
	if f.unit() == 0 {
		return best, why
	}
	for _, i := range x.byUnit[named{other, f.unit()}] {
		g := &x.forms[i]
		switch {
		case g.project.whole == f.project.whole && g.project.phase != f.project.phase:
			offer(i, 1.2, &otherPhase)
		case g.project.bare != 0 && g.project.bare == f.project.bare && g.project.phase == f.project.phase:
			offer(i, 2, &otherBrackets)
		case likest < 1 && !taken[i]: // a name that is nearly the same says less than those above
			if l := x.names.like(g.project.bare, f.project.bare, max(likeEnough, likest)); l >= likeEnough {
				offer(i, l, &nearName)
			}
		}
	}
	return best, why
}

// unitYear groups forms by who they are of and the year.
type unitYear struct {
	unit uint32
	year int32
}

// ofKind are the forms of a kind with a year, copies left out.
func (c *Comparison) ofKind(k kind) (out []int32) {
	met := copies{}
	for i := range c.forms {
		if b := &c.forms[i]; b.kind == k && b.year != 0 && !met.again(b) {
			out = append(out, int32(i))
		}
	}
	return out
}
