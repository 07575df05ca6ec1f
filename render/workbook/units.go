package workbook

import (
	"fmt"
	"slices"

	"fuhe"
	"fuhe/render"
)

// onceColumn tells, behind the columns of the list, which forms the subtotals add up: 1, and 0 for a copy.
var onceColumn = column{name: fuhe.Phrase{ZH: "计入小计", EN: "in subtotals"}, width: 9}

// onceLetter is its column, the one behind paperColumns.
const onceLetter = "S"

// copiesColumn stands behind the subtotals.
var copiesColumn = column{name: fuhe.Phrase{ZH: "重复的表（金额只计一次）", EN: "copies (amounts counted once)"}, width: 14}

func once(again bool) int {
	if again {
		return 0
	}
	return 1
}

// copiesAmong tells which forms are copies of another one of their unit, whose amounts are counted with that one; nil where
// none is. same is what copies of a form share, "" for a form that may be like none; nil for not asked.
func copiesAmong(forms []formSheet, same func(*fuhe.Report) string) []bool {
	if same == nil {
		return nil
	}
	again, found, seen := make([]bool, len(forms)), false, map[[2]string]bool{}
	for i := range forms {
		shared := same(forms[i].report)
		if shared == "" {
			continue
		}
		key := [2]string{unitOf(forms[i].report), shared}
		again[i], seen[key] = seen[key], true
		found = found || again[i]
	}
	if !found {
		return nil
	}
	return again
}

// amountsOf is the formula that sums up a column of the list for the unit of a row, rows counted from 1.
func amountsOf(row int, col string, first, last int, copies bool) string {
	if !copies {
		return fmt.Sprintf("SUMIF($A$%d:$A$%d,$A%d,%s$%d:%s$%d)", first, last, row, col, first, col, last)
	}
	return fmt.Sprintf("SUMIFS(%[1]s$%[2]d:%[1]s$%[3]d,$A$%[2]d:$A$%[3]d,$A%[4]d,$%[5]s$%[2]d:$%[5]s$%[3]d,1)", col, first, last, row, onceLetter)
}

// sums are what the forms of a unit come to.
type sums struct {
	forms, copies, errors, warnings, notes int
	budget, executed                       float64
}

// add adds a form; the amounts of a copy are there already.
func (s *sums) add(r *fuhe.Report, again bool) {
	var t render.Tally
	t.Add(r.Findings)
	s.forms, s.errors, s.warnings, s.notes = s.forms+1, s.errors+t.Errors, s.warnings+t.Warnings, s.notes+t.Notes
	if again {
		s.copies++
		return
	}
	if len(r.Funds) == 0 {
		return
	}
	if e := wan(r, r.Funds[0].AdjustedBudget); e.number != nil {
		s.budget += *e.number
	}
	if e := wan(r, r.Funds[0].Executed); e.number != nil {
		s.executed += *e.number
	}
}

// unitRows are the subtotals by unit, as formulas over the list above; again are its copies, nil where there are none.
func unitRows(forms []formSheet, again []bool, first, last int) [][]entry {
	by := map[string]*sums{}
	var units []string
	for i := range forms {
		r := forms[i].report
		unit := unitOf(r)
		if by[unit] == nil {
			by[unit] = &sums{}
			units = append(units, unit)
		}
		by[unit].add(r, again != nil && again[i])
	}
	slices.Sort(units)
	var rows [][]entry
	for i, unit := range units {
		s, row := by[unit], last+4+i // behind a blank row, the title and the headings
		sum := func(col string, v float64) entry {
			return entry{number: &v, format: "#,##0.00####", formula: amountsOf(row, col, first, last, again != nil)}
		}
		rate := words("")
		if s.budget != 0 {
			v := s.executed / s.budget
			rate = entry{number: &v, format: "0.00%", formula: fmt.Sprintf("E%d/D%d", row, row)}
		}
		line := []entry{words(unit), count(s.forms), sum("D", s.budget), sum("E", s.executed), rate, count(s.errors), count(s.warnings), count(s.notes)}
		if again != nil {
			line = append(line, count(s.copies))
		}
		rows = append(rows, line)
	}
	return rows
}
