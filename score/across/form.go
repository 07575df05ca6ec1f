package across

import (
	"crypto/sha256"
	"strconv"
	"strings"

	"fuhe"
	"fuhe/score/figures"
	"fuhe/score/text"
)

// kind is what a form is about.
type kind uint8

const (
	ofProject kind = iota
	ofDepartment
	declared // the targets of a project as they were set, without points
)

// form is what of a report is kept for comparing it with others: names, amounts, targets; some kilobytes whatever the file was.
type form struct {
	doc    *document
	report int        // in its document; -1 for what a table beside its forms declares
	under  fuhe.Field // where the entries of such a one stand
	kind   kind
	title  string
	year   int // 0 when the form prints none

	project, department, implementer name
	renamed                          bool // by the user's aliases
	projectAt                        spot

	total      fund
	sources    []fund
	indicators []indicator
	printed    []printed
	complete   bool // every row of funds and indicators was read

	copyOf    string // what copies of the form share, see fingerprint; "" with too few figures
	figures   string // the same without the project
	aims      string // the hash of indicators with targets and actual values; "" where too few of those tell anything
	narrative string // the hash of what was reached; "" when too short to tell
	reachedAt spot
	habits    habits
}

// document is where forms stand.
type document struct {
	n            int32 // among the documents of the run
	sha256, path string
	reports      int
	lists        []projectList
}

// fund is a row of the money block.
type fund struct {
	name              string
	initial, adjusted amount
	executed          amount
}

// budget is the adjusted budget, or on a form without that column the initial one.
func (f *fund) budget() amount {
	if f.adjusted.text == "" && !f.adjusted.known {
		return f.initial
	}
	return f.adjusted
}

// indicator is a row of the indicator tree.
type indicator struct {
	key    string // level and name as they compare
	name   string
	target entry
	weight entry
	row    int
}

// at is the place of an entry of a form.
func (f *form) at(field fuhe.Field, at spot) fuhe.Place {
	return fuhe.Place{SHA256: f.doc.sha256, Path: f.doc.path, Report: f.report, Field: f.under + field, At: at.source()}
}

// where names a form for a reader: its file, and which form of it where there are more.
func (f *form) where() string {
	if f.report > 0 {
		return f.doc.path + " #" + strconv.Itoa(f.report+1)
	}
	return f.doc.path
}

// unit is who carries the project out: the implementer, or where the form names none its department.
func (f *form) unit() name {
	if f.implementer.blank() {
		return f.department
	}
	return f.implementer
}

// readForm takes out of a report what is compared.
func readForm(doc *document, i int, r *fuhe.Report, aliases Aliases) *form {
	f := &form{doc: doc, report: i, title: r.Title, projectAt: spotOf(r.Project.At), complete: len(r.Lost) == 0}
	f.year, _ = strconv.Atoi(r.Year)
	var renamed [3]bool
	f.project, renamed[0] = aliases.of(r.Project.Text)
	f.department, renamed[1] = aliases.of(r.Department.Text)
	f.implementer, renamed[2] = aliases.of(r.Implementer.Text)
	f.renamed = renamed[0] || renamed[1] || renamed[2]
	f.kind = kindOf(r, f)
	f.readFunds(r)
	f.readIndicators(r)
	f.printed = printedOf(r)
	f.copyOf, f.figures = fingerprints(r)
	f.aims = aimsOf(r)
	if s := text.Squeeze(r.Goals.Actual.Text); len([]rune(s)) >= narrativeRunes && strings.ContainsAny(s, "0123456789") {
		sum := sha256.Sum256([]byte(s))
		f.narrative, f.reachedAt = string(sum[:]), spotOf(r.Goals.Actual.At)
	}
	f.habits = habitsOf(r)
	return f
}

// kindOf tells what a form is about from its layout, its title and what it names.
func kindOf(r *fuhe.Report, f *form) kind {
	switch {
	case r.Form == "target-list":
		return declared
	case !f.project.blank():
		return ofProject
	case text.ContainsAny(r.Title, "整体"), strings.HasSuffix(r.Form, "-department"), !f.department.blank():
		return ofDepartment
	}
	return ofProject
}

func (f *form) readFunds(r *fuhe.Report) {
	amounts := figures.AmountsOf(r)
	for i := range r.Funds {
		c, m := &r.Funds[i], &amounts[i]
		row := fund{
			name:    strings.TrimLeft(strings.TrimPrefix(text.Squeeze(c.Name.Text), "其中"), ":1234567890.、()"),
			initial: readAmount(r, m.Initial, &c.InitialBudget), adjusted: readAmount(r, m.Adjusted, &c.AdjustedBudget), executed: readAmount(r, m.Executed, &c.Executed),
		}
		if i == 0 {
			f.total = row
			continue
		}
		f.sources = append(f.sources, row)
	}
}

func (f *form) readIndicators(r *fuhe.Report) {
	for i := range r.Indicators {
		n := &r.Indicators[i]
		name := figures.IndicatorName(n.Name.Text)
		if name == "" || n.Target.Text == "" {
			continue
		}
		f.indicators = append(f.indicators, indicator{
			key: letters(text.Squeeze(n.Level2.Text)) + "\x00" + letters(strings.ToLower(name)), name: n.Name.Text,
			target: entryOf(n.Target), weight: entryOf(n.Weight), row: i,
		})
	}
}
