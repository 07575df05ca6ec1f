package across

import (
	"slices"
	"strconv"

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

// index finds the forms of projects by year and name, and by year and unit.
type index struct {
	byProject map[string][]*form
	byUnit    map[string][]*form
}

func newIndex(forms []*form) index {
	x := index{map[string][]*form{}, map[string][]*form{}}
	met := map[string]bool{}
	for _, f := range forms {
		if f.kind == ofDepartment || f.year == 0 || f.project.blank() {
			continue
		}
		if copied := f.copyOf + strconv.Itoa(f.year); f.copyOf != "" {
			if met[copied] {
				continue // the same form again: X605
			}
			met[copied] = true
		}
		year := strconv.Itoa(f.year) + [...]string{"p", "", "d"}[f.kind]
		x.byProject[year+f.project.whole] = append(x.byProject[year+f.project.whole], f)
		x.byUnit[year+f.unit().whole] = append(x.byUnit[year+f.unit().whole], f)
	}
	return x
}

// pairs are the forms of projects beside those of the year before, and beside what was declared for their own year.
func (c *Comparison) pairs() []pair {
	x := newIndex(c.forms)
	var out []pair
	taken := map[*form]bool{}
	var open []*form
	for _, f := range c.forms {
		if f.kind != ofProject || f.year == 0 || f.project.blank() {
			continue
		}
		if p, ok := x.sure(f, strconv.Itoa(f.year)+"d"); ok {
			out = append(out, p)
		}
		if p, ok := x.sure(f, strconv.Itoa(f.year-1)+"p"); ok {
			out, taken[p.before] = append(out, p), true
			continue
		}
		open = append(open, f)
	}
	for _, f := range open {
		if p, ok := x.unsure(f, strconv.Itoa(f.year-1)+"p", taken); ok {
			out = append(out, p)
		}
	}
	return out
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

// sure is the one form of another set that is surely of the same project.
func (x index) sure(f *form, set string) (pair, bool) {
	same := func(list []*form) (out []*form) {
		for _, g := range list {
			if g.project.phase == f.project.phase && unitsAgree(f, g) {
				out = append(out, g)
			}
		}
		return out
	}
	there := same(x.byProject[set+f.project.whole])
	here := same(x.byProject[strconv.Itoa(f.year)+"p"+f.project.whole])
	switch {
	case len(there) != 1 || len(here) != 1:
		return pair{}, false
	case f.renamed || there[0].renamed:
		return pair{there[0], f, true, sameByAlias}, true
	}
	return pair{there[0], f, true, sameNames}, true
}

// unitsAgree reports whether two forms name the same unit: what both of them print is the same, and both print something.
func unitsAgree(a, b *form) bool {
	agree, shared := true, false
	for _, n := range [][2]name{{a.department, b.department}, {a.implementer, b.implementer}} {
		if n[0].blank() || n[1].blank() {
			continue
		}
		shared = true
		agree = agree && n[0].whole == n[1].whole
	}
	return agree && shared
}

// unsure is the likeliest form of the year before among those that no other form is surely paired with.
func (x index) unsure(f *form, set string, taken map[*form]bool) (pair, bool) {
	best, likest := pair{}, 0.0
	offer := func(g *form, likeness float64, because fuhe.Phrase) {
		if !taken[g] && likeness > likest {
			best, likest = pair{before: g, after: f, because: because}, likeness
		}
	}
	for _, g := range x.byProject[set+f.project.whole] {
		switch {
		case g.project.phase != f.project.phase:
		case unitsAgree(f, g):
			offer(g, 3, severalBefore)
		case len([]rune(f.project.whole)) >= shortestKeyRunes && like(f.unit().whole, g.unit().whole) >= unitsLike:
			offer(g, 1.5, otherUnit) // it may have been renamed; a project of that name elsewhere is another one
		}
	}
	for _, g := range x.byUnit[set+f.unit().whole] {
		switch {
		case f.unit().blank():
		case g.project.whole == f.project.whole && g.project.phase != f.project.phase:
			offer(g, 1.2, otherPhase)
		case g.project.bare != "" && g.project.bare == f.project.bare && g.project.phase == f.project.phase:
			offer(g, 2, otherBrackets)
		default:
			if l := like(g.project.bare, f.project.bare); l >= likeEnough {
				offer(g, l, nearName)
			}
		}
	}
	return best, likest > 0
}

// unitYear groups forms by who they are of and the year.
type unitYear struct {
	unit string
	year int
}

// ofKind are the forms of a kind with a year, copies left out.
func (c *Comparison) ofKind(k kind) []*form {
	met := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(c.forms), func(f *form) bool {
		if f.kind != k || f.year == 0 {
			return true
		}
		key := f.copyOf + strconv.Itoa(f.year)
		again := f.copyOf != "" && met[key]
		met[key] = true
		return again
	})
}
