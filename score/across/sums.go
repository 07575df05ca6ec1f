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
	projects := map[unitYear][]*form{}
	for _, f := range c.ofKind(ofProject) {
		if f.project.blank() {
			continue
		}
		units := map[string]bool{f.department.whole: true, f.implementer.whole: true}
		for unit := range units {
			if unit != "" {
				projects[unitYear{unit, f.year}] = append(projects[unitYear{unit, f.year}], f)
			}
		}
	}
	for _, d := range c.ofKind(ofDepartment) {
		if d.department.blank() {
			continue
		}
		of := unitYear{d.department.whole, d.year}
		c.department(d, projects[of])
	}
	for _, f := range c.ofKind(ofProject) {
		c.withinAccounts(f)
	}
}

// department compares one department with its projects, budget and executed amount.
func (c *Comparison) department(d *form, projects []*form) {
	if len(projects) == 0 {
		return
	}
	own, exact := d.ofProjects()
	all := exact && d.listsAll(projects)
	for _, column := range []struct {
		name string
		of   func(*fund) amount
	}{{"adjusted_budget", (*fund).budget}, {"executed", func(f *fund) amount { return f.executed }}} {
		whole := column.of(own)
		sum, inputs, ok := addUp(projects, column.of)
		if !ok || !whole.known || whole.meets(sum) {
			continue
		}
		x := fuhe.Across{Finding: fuhe.Finding{Published: whole.text, Recomputed: sum.in(whole.unit, max(whole.places, sum.places))}, Inputs: inputs}
		wording := partsDiffer
		switch {
		case all:
			x.Working = working(projects, column.of, x.Recomputed, whole.unit)
		case sum.above(whole):
			x.Severity, wording = fuhe.Note, partsAbove
		default:
			continue
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
func (f *form) listsAll(projects []*form) bool {
	there := map[string]int{}
	for _, p := range projects {
		there[p.project.id()]++
	}
	for _, list := range f.doc.lists {
		all := len(list.rows) == len(projects)
		for _, row := range list.rows {
			all = all && there[row.project.id()] == 1
		}
		if all {
			return true
		}
	}
	return false
}

// addUp is the sum of an amount over forms; false when one of them was not read, or a project is there twice.
func addUp(projects []*form, of func(*fund) amount) (sum amount, inputs []fuhe.Place, ok bool) {
	sum.known = true
	met := map[string]bool{}
	for _, p := range projects {
		a := of(&p.total)
		if !a.known || met[p.project.id()] {
			return amount{}, nil, false
		}
		met[p.project.id()] = true
		sum = sum.plus(a)
		inputs = append(inputs, p.at(a.field, a.at))
	}
	return sum, inputs, true
}

// longestWorking: terms of a sum that are written out.
const longestWorking = 12

// working writes a sum out.
func working(projects []*form, of func(*fund) amount, sum, unit string) string {
	var terms []string
	for i, p := range projects {
		if i == longestWorking {
			terms = append(terms, "…")
			break
		}
		a := of(&p.total)
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
