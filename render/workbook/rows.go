package workbook

import (
	"slices"

	"fuhe"
	"fuhe/render"
)

// row is one line of the findings list: a finding, a correction, or both in one where they are of the same rule and entry.
type row struct {
	spot       spot
	field      fuhe.Field
	severity   fuhe.Severity
	effect     fuhe.Effect
	rule       string
	label      string
	published  string
	recomputed string
	working    string
	cause      string
	message    string
	source     string // place in the source
	id         string
	action     string // what was done, where that is not told from the rest
	correction *fuhe.Correction
	noFormula  bool
	mended     bool // another row corrects the entry, to just what this finding asks for or within what it allows
}

// rowsOf lists findings in their order, each with the correction of its entry; corrections without a finding (a total
// that follows from a corrected rate) come last.
func rowsOf(r *fuhe.Report, at spots, corrections []fuhe.Correction, l fuhe.Lang, causes bool) []row {
	var rows []row
	used := map[fuhe.Field]bool{}
	for _, f := range r.Findings {
		w := row{
			spot: at[f.At], field: f.Field, severity: f.Severity, effect: f.Effect, rule: f.Rule, label: r.Label(f.Field, l), published: f.Published,
			recomputed: f.Recomputed, working: f.Working, message: f.Message, source: f.At.String(), id: f.ID,
		}
		if f.Cause != nil {
			w.cause = f.Cause.Text
		}
		for i := 0; causes && i < len(f.Causes); i++ {
			w.cause += "\n" + render.OrName.In(l) + f.Causes[i].Text
		}
		i := slices.IndexFunc(corrections, func(c fuhe.Correction) bool { return c.Field == f.Field && c.Rule == f.Rule })
		if i >= 0 && !used[f.Field] {
			used[f.Field] = true
			w.correction = &corrections[i]
			w.recomputed = corrections[i].Corrected.Text
		}
		rows = append(rows, w)
	}
	settle(r, rows)
	for i := range corrections {
		c := &corrections[i]
		if used[c.Field] {
			continue
		}
		rows = append(rows, row{
			spot: at[c.Published.At], field: c.Field, rule: c.Rule, label: r.Label(c.Field, l), published: c.Published.Text,
			recomputed: c.Corrected.Text, working: c.Working, message: c.Because, source: c.Published.At.String(), correction: c,
		})
	}
	return rows
}

// settle marks the rows of findings that another row's correction of the same entry does away with. Rows are those of the findings.
func settle(r *fuhe.Report, rows []row) {
	fields := fieldsOf(r)
	for i := range rows {
		w, f := &rows[i], &r.Findings[i]
		for _, other := range rows {
			if other.correction == nil || w.correction != nil || w.field != other.field {
				continue
			}
			within := f.Root != "" && f.Root == other.id && f.Recomputed == "" && withinAll(other.correction.Corrected, fields, f.Inputs)
			w.mended = w.mended || w.recomputed == other.recomputed || within
		}
	}
}

// withinAll reports whether a corrected figure is no more than each of the entries that it was held against.
func withinAll(c fuhe.Cell, fields map[fuhe.Field]*fuhe.Cell, limits []fuhe.Field) bool {
	right, ok := figureOfCell(c)
	if !ok || len(limits) == 0 {
		return false
	}
	for _, field := range limits {
		limit := fields[field]
		if limit == nil || limit.Number == nil || right.value > figureOfNumber(*limit.Number).value {
			return false
		}
	}
	return true
}

// fieldsOf are the entries of a report by field, for those who ask for many.
func fieldsOf(r *fuhe.Report) map[fuhe.Field]*fuhe.Cell {
	fields := map[fuhe.Field]*fuhe.Cell{}
	for _, e := range r.Entries() {
		fields[e.Field] = e.Cell
	}
	return fields
}
