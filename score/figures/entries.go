package figures

import (
	"strconv"
	"strings"

	"fuhe"
)

// FirstPrinted is, for each entry, the first one that stands in the same printed cell: a cell merged over rows repeats.
func (f *Figures) FirstPrinted() []int {
	first := make([]int, len(f.Places.Cells))
	var above [24]int // by column: the entry in the row above, counted from one
	for i, c := range f.Places.Cells {
		first[i] = i
		column := f.Places.column[i]
		if column < 0 {
			continue
		}
		if k := above[column] - 1; k >= 0 && c.Present() && c.At == f.Places.Cells[k].At {
			first[i] = first[k]
		}
		above[column] = i + 1
	}
	return first
}

// Cell is the entry at a field; a zero Cell when the report has none.
func (f *Figures) Cell(field fuhe.Field) *fuhe.Cell {
	if i := f.Places.Find(field); i >= 0 {
		return f.Places.Cells[i]
	}
	return &fuhe.Cell{}
}

// Places knows where each entry of a report stands among all of them, without building their fields: a form of two
// thousand indicators has sixteen thousand entries, and few are ever named.
type Places struct {
	Cells  []*fuhe.Cell
	column []int // of an entry in /funds or /indicators, counted through both; −1 elsewhere
	header int   // the first entry of the header's total, −1 without one
	funds  int   // the first entry of the first fund
	reason int   // the first entry behind the funds
	goals  int
	Rows   int // the first entry of the first indicator
	sums   int // the first entry of the first subtotal
	total  int
}

// The entries of a row, in the order of Report.Entries.
var (
	fundKeys      = []string{"name", "initial_budget", "adjusted_budget", "executed", "weight", "execution_rate", "score", "received"}
	indicatorKeys = []string{"level1", "level2", "name", "target", "actual", "weight", "score", "deviation"}
	subtotalKeys  = []string{"name", "weight", "score"}
	totalKeys     = []string{"weight", "score", "grade"}
)

// Columns of an indicator, as they stand in indicatorKeys.
const (
	ColTarget = 3 + iota
	ColActual
	ColWeight
	ColScore
)

// TotalKeys are the entries of a total.
func TotalKeys() []string { return totalKeys }

// FindPlaces lists the entries in the order of Report.Entries; a test holds the two together.
func FindPlaces(r *fuhe.Report) Places {
	size := 3 + 3 + len(fundKeys)*len(r.Funds) + 1 + 2 + len(indicatorKeys)*len(r.Indicators) + len(subtotalKeys)*len(r.Subtotals) + 3 + len(r.Sections)
	p := Places{Cells: make([]*fuhe.Cell, 0, size), column: make([]int, 0, size), header: -1}
	add := func(column int, cells ...*fuhe.Cell) {
		for _, c := range cells {
			p.Cells, p.column = append(p.Cells, c), append(p.column, column)
			if column >= 0 {
				column++
			}
		}
	}
	add(-1, &r.Project, &r.Department, &r.Implementer)
	if h := r.HeaderTotal; h != nil {
		p.header = len(p.Cells)
		add(-1, &h.Weight, &h.Score, &h.Grade)
	}
	p.funds = len(p.Cells)
	for i := range r.Funds {
		f := &r.Funds[i]
		add(0, &f.Name, &f.InitialBudget, &f.AdjustedBudget, &f.Executed, &f.Weight, &f.ExecutionRate, &f.Score, &f.Received)
	}
	p.reason = len(p.Cells)
	add(-1, &r.FundReason)
	p.goals = len(p.Cells)
	add(-1, &r.Goals.Expected, &r.Goals.Actual)
	p.Rows = len(p.Cells)
	for i := range r.Indicators {
		n := &r.Indicators[i]
		add(len(fundKeys), &n.Level1, &n.Level2, &n.Name, &n.Target, &n.Actual, &n.Weight, &n.Score, &n.Deviation)
	}
	p.sums = len(p.Cells)
	for i := range r.Subtotals {
		add(-1, &r.Subtotals[i].Name, &r.Subtotals[i].Weight, &r.Subtotals[i].Score)
	}
	p.total = len(p.Cells)
	add(-1, &r.Total.Weight, &r.Total.Score, &r.Total.Grade)
	for i := range r.Sections {
		add(-1, &r.Sections[i].Name)
	}
	return p
}

// Find is the place of a field among the entries; −1 when it names none of this report.
func (p *Places) Find(f fuhe.Field) int {
	list, rest, _ := strings.Cut(strings.TrimPrefix(string(f), "/"), "/")
	switch list {
	case "project":
		return 0
	case "department":
		return 1
	case "implementer":
		return 2
	case "header_total":
		return offset(p.header, totalKeys, rest)
	case "funds":
		return row(p.funds, p.reason, fundKeys, rest)
	case "fund_reason":
		return p.reason
	case "goals":
		return offset(p.goals, []string{"expected", "actual"}, rest)
	case "indicators":
		return row(p.Rows, p.sums, indicatorKeys, rest)
	case "subtotals":
		return row(p.sums, p.total, subtotalKeys, rest)
	case "total":
		return offset(p.total, totalKeys, rest)
	case "sections":
		return row(p.total+len(totalKeys), len(p.Cells), []string{"name"}, rest)
	}
	return -1
}

// Field is the field of the entry at a place of a figure, see IsFigure.
func (p *Places) Field(i int) fuhe.Field {
	switch {
	case i >= p.total+len(totalKeys):
		return fuhe.Field("/sections/" + strconv.Itoa(i-p.total-len(totalKeys)) + "/name")
	case i >= p.total:
		return fuhe.Field("/total/" + totalKeys[i-p.total])
	case i >= p.sums:
		return fuhe.SubtotalField((i-p.sums)/len(subtotalKeys), subtotalKeys[(i-p.sums)%len(subtotalKeys)])
	case i >= p.Rows:
		return fuhe.IndicatorField((i-p.Rows)/len(indicatorKeys), indicatorKeys[(i-p.Rows)%len(indicatorKeys)])
	case i >= p.funds:
		return fuhe.FundField((i-p.funds)/len(fundKeys), fundKeys[(i-p.funds)%len(fundKeys)])
	}
	return fuhe.Field("/header_total/" + totalKeys[i-p.header])
}

func offset(first int, keys []string, key string) int {
	for i, k := range keys {
		if k == key && first >= 0 {
			return first + i
		}
	}
	return -1
}

// row is the place of "12/score" in a list whose rows have these keys and stand between two places.
func row(first, end int, keys []string, rest string) int {
	number, key, ok := strings.Cut(rest, "/")
	n, err := strconv.Atoi(number)
	if !ok || err != nil || n < 0 || n >= (end-first)/len(keys) {
		return -1
	}
	return offset(first+n*len(keys), keys, key)
}

// Indicator is the place of an entry of the i-th indicator.
func (p *Places) Indicator(i, column int) int { return p.Rows + i*len(indicatorKeys) + column }

// IsFigure reports whether an entry counts as a figure of the form when it holds a number: amounts, rates, points and
// scores, targets and actual values, and the headings that print points; no name and no goal.
func (p *Places) IsFigure(i int) bool {
	switch {
	case i >= p.total:
		return i != p.total+2 // the grade
	case i >= p.sums:
		return (i-p.sums)%len(subtotalKeys) > 0
	case i >= p.Rows:
		key := (i - p.Rows) % len(indicatorKeys)
		return key >= ColTarget && key <= ColScore
	case i >= p.reason:
		return false
	case i >= p.funds:
		return (i-p.funds)%len(fundKeys) > 0
	}
	return p.header >= 0 && i >= p.header && i < p.header+2
}

// Fields that many ask for.
const (
	TotalScore  = fuhe.Field("/total/score")
	TotalWeight = fuhe.Field("/total/weight")
	TotalGrade  = fuhe.Field("/total/grade")
)

// Ref is an operand of a formula.
func Ref(f fuhe.Field) string { return "{" + string(f) + "}" }
