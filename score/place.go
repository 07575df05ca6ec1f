package score

import (
	"strconv"
	"strings"

	"fuhe"
)

// places knows where each entry of a report stands among all of them, without building their fields: a form of two
// thousand indicators has sixteen thousand entries, and few are ever named.
type places struct {
	cells  []*fuhe.Cell
	column []int // of an entry in /funds or /indicators, counted through both; −1 elsewhere
	header int   // the first entry of the header's total, −1 without one
	funds  int   // the first entry of the first fund
	reason int   // the first entry behind the funds
	goals  int
	rows   int // the first entry of the first indicator
	total  int
}

// The entries of a row, in the order of Report.Entries.
var (
	fundKeys      = []string{"name", "initial_budget", "adjusted_budget", "executed", "weight", "execution_rate", "score", "received"}
	indicatorKeys = []string{"level1", "level2", "name", "target", "actual", "weight", "score", "deviation"}
	totalKeys     = []string{"weight", "score", "grade"}
)

// Columns of an indicator, as they stand in indicatorKeys.
const (
	colTarget = 3 + iota
	colActual
	colWeight
	colScore
)

// findPlaces lists the entries in the order of Report.Entries; a test holds the two together.
func findPlaces(r *fuhe.Report) places {
	size := 3 + 3 + len(fundKeys)*len(r.Funds) + 1 + 2 + len(indicatorKeys)*len(r.Indicators) + 3 + len(r.Sections)
	p := places{cells: make([]*fuhe.Cell, 0, size), column: make([]int, 0, size), header: -1}
	add := func(column int, cells ...*fuhe.Cell) {
		for _, c := range cells {
			p.cells, p.column = append(p.cells, c), append(p.column, column)
			if column >= 0 {
				column++
			}
		}
	}
	add(-1, &r.Project, &r.Department, &r.Implementer)
	if h := r.HeaderTotal; h != nil {
		p.header = len(p.cells)
		add(-1, &h.Weight, &h.Score, &h.Grade)
	}
	p.funds = len(p.cells)
	for i := range r.Funds {
		f := &r.Funds[i]
		add(0, &f.Name, &f.InitialBudget, &f.AdjustedBudget, &f.Executed, &f.Weight, &f.ExecutionRate, &f.Score, &f.Received)
	}
	p.reason = len(p.cells)
	add(-1, &r.FundReason)
	p.goals = len(p.cells)
	add(-1, &r.Goals.Expected, &r.Goals.Actual)
	p.rows = len(p.cells)
	for i := range r.Indicators {
		n := &r.Indicators[i]
		add(len(fundKeys), &n.Level1, &n.Level2, &n.Name, &n.Target, &n.Actual, &n.Weight, &n.Score, &n.Deviation)
	}
	p.total = len(p.cells)
	add(-1, &r.Total.Weight, &r.Total.Score, &r.Total.Grade)
	for i := range r.Sections {
		add(-1, &r.Sections[i].Name)
	}
	return p
}

// find is the place of a field among the entries; −1 when it names none of this report.
func (p *places) find(f fuhe.Field) int {
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
		return row(p.rows, p.total, indicatorKeys, rest)
	case "total":
		return offset(p.total, totalKeys, rest)
	case "sections":
		return row(p.total+len(totalKeys), len(p.cells), []string{"name"}, rest)
	}
	return -1
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

// indicator is the place of an entry of the i-th indicator.
func (p *places) indicator(i, column int) int { return p.rows + i*len(indicatorKeys) + column }

// isFigure reports whether an entry counts as a figure of the form when it holds a number: amounts, rates, points and
// scores, targets and actual values; no name, goal or heading.
func (p *places) isFigure(i int) bool {
	switch {
	case i >= p.total:
		return i < p.total+2
	case i >= p.rows:
		key := (i - p.rows) % len(indicatorKeys)
		return key >= colTarget && key <= colScore
	case i >= p.reason:
		return false
	case i >= p.funds:
		return (i-p.funds)%len(fundKeys) > 0
	}
	return p.header >= 0 && i >= p.header && i < p.header+2
}
