package across

import (
	"strconv"
	"strings"

	"fuhe"
	"fuhe/score/rules"
	"fuhe/score/text"
)

// projectList is a table of projects that stands beside forms in a document: what all projects of a department are, and what
// each of them spent.
type projectList struct {
	title string
	rows  []projectRow
}

// projectRow is a project of such a table.
type projectRow struct {
	project name
	spent   amount
}

// sums is A103: the form of each department beside the forms of its projects, and projects beside the accounts of their
// document.
func (c *Comparison) sums() {
	projects := map[unitYear][]int32{}
	all := c.ofKind(ofProject)
	for _, n := range all {
		f := &c.forms[n]
		if f.project.whole == 0 {
			continue
		}
		for k, unit := range []uint32{f.department, f.implementer} {
			if of := (unitYear{unit, f.year}); unit != 0 && (k == 0 || unit != f.department) {
				projects[of] = append(projects[of], n)
			}
		}
	}
	for _, n := range c.ofKind(ofDepartment) {
		if d := &c.forms[n]; d.department != 0 {
			c.department(c.form(n), projects[unitYear{d.department, d.year}])
		}
	}
	for _, n := range all {
		if c.forms[n].listed {
			c.withinAccounts(c.form(n))
		}
	}
}

// department compares one department with its projects, budget and executed amount.
func (c *Comparison) department(d *form, projects []int32) {
	if len(projects) == 0 {
		return
	}
	own, exact := d.ofProjects()
	all := exact && c.listsAll(d, projects)
	for _, column := range []struct {
		name string
		of   func(*fund) amount
	}{{"adjusted_budget", (*fund).budget}, {"executed", func(f *fund) amount { return f.executed }}} {
		whole := column.of(own)
		if !whole.known {
			continue
		}
		sum, ok := c.addUp(projects, column.of)
		if !ok || whole.meets(sum) || !all && !sum.above(whole) {
			continue
		}
		x := fuhe.Across{Finding: fuhe.Finding{Published: whole.text, Recomputed: sum.in(whole.unit, max(whole.places, sum.places))}, Inputs: c.terms(projects, column.of)}
		wording := partsDiffer
		if all {
			x.Working = c.working(projects, column.of, x.Recomputed, whole.unit)
		} else {
			x.Severity, wording = fuhe.Note, partsAbove
		}
		what := fuhe.Phrase{ZH: map[string]string{"adjusted_budget": "全年预算数", "executed": "全年执行数"}[column.name], EN: strings.ReplaceAll(column.name, "_", " ")}
		x.Message = text.Fill(wording, c.o.Lang, d.department.printed, strconv.Itoa(d.year), what.In(c.o.Lang), whole.text, x.Recomputed, len(projects))
		c.say(rules.SumOfProjects, d, d.at(whole.field, whole.at), nil, x)
	}
}

// ofProjects is the row of a department's form that its projects add up to, and whether there is one; else its total, which
// they can only stay within.
func (f *form) ofProjects() (row *fund, exact bool) {
	for i := range f.sources {
		if strings.Contains(f.sources[i].name, "项目支出") || strings.Contains(f.sources[i].name, "项目经费") {
			if row != nil {
				return &f.total, false
			}
			row = &f.sources[i]
		}
	}
	if row == nil {
		return &f.total, false
	}
	return row, true
}

// listsAll reports whether a table in the document of a department lists its projects, and each of them is there just once.
func (c *Comparison) listsAll(d *form, projects []int32) bool {
	if len(d.doc.lists) == 0 {
		return false
	}
	there := map[[2]uint32]int{}
	for _, n := range projects {
		there[c.forms[n].project.id()]++
	}
	for _, list := range d.doc.lists {
		all := len(list.rows) == len(projects)
		for _, row := range list.rows {
			whole, known := c.names.find(row.project.whole)
			phase, knownPhase := c.names.find(row.project.phase)
			all = all && known && knownPhase && there[[2]uint32{whole, phase}] == 1
		}
		if all {
			return true
		}
	}
	return false
}

// addUp is the sum of an amount over forms; false when one of them was not read, or a project is there twice.
func (c *Comparison) addUp(projects []int32, of func(*fund) amount) (sum amount, ok bool) {
	sum.known = true
	met := map[[2]uint32]bool{}
	for _, n := range projects {
		id := c.forms[n].project.id()
		if met[id] {
			return amount{}, false
		}
		met[id] = true
	}
	for _, n := range projects {
		a := of(&c.form(n).total)
		if !a.known {
			return amount{}, false
		}
		sum = sum.plus(a)
	}
	return sum, true
}

// terms are the places of what was added up.
func (c *Comparison) terms(projects []int32, of func(*fund) amount) []fuhe.Place {
	places := make([]fuhe.Place, len(projects))
	for i, n := range projects {
		p := c.form(n)
		a := of(&p.total)
		places[i] = p.at(a.field, a.at)
	}
	return places
}

// longestWorking: terms of a sum that are written out.
const longestWorking = 12

// working writes a sum out.
func (c *Comparison) working(projects []int32, of func(*fund) amount, sum, unit string) string {
	var terms []string
	for i, n := range projects {
		if i == longestWorking {
			terms = append(terms, "…")
			break
		}
		a := of(&c.form(n).total)
		terms = append(terms, a.in(unit, a.places))
	}
	return strings.Join(terms, " + ") + " = " + sum
}

// withinAccounts holds what a project executed against the tables of its document: the row of its name, and all projects.
func (c *Comparison) withinAccounts(f *form) {
	spent := f.total.executed
	if !spent.known {
		return
	}
	for _, list := range f.doc.lists {
		for _, row := range list.rows {
			if row.project.id() != f.project.id() || !row.spent.known || !spent.above(row.spent) {
				continue
			}
			c.say(rules.SumOfProjects, f, f.at(spent.field, spent.at), nil, fuhe.Across{
				Finding: fuhe.Finding{
					Severity: fuhe.Note, Published: spent.text, Recomputed: row.spent.in(spent.unit, max(spent.places, row.spent.places)),
					Message: text.Fill(aboveAccount, c.o.Lang, f.project.printed, spent.text, list.title, row.spent.text),
				},
				Inputs: []fuhe.Place{{SHA256: f.doc.sha256, Path: f.doc.path, Report: -1, Field: row.spent.field, At: row.spent.at.source()}},
			})
			return
		}
	}
}
