package fuhe

import (
	"fmt"
	"strconv"
	"strings"
)

// Field is a JSON pointer to an entry of a report: "/funds/0/execution_rate", "/total/score".
type Field string

// FundField is the field of an entry of the i-th fund, from 0.
func FundField(i int, key string) Field { return Field("/funds/" + strconv.Itoa(i) + "/" + key) }

// IndicatorField is the field of an entry of the i-th indicator, from 0.
func IndicatorField(i int, key string) Field {
	return Field("/indicators/" + strconv.Itoa(i) + "/" + key)
}

// SubtotalField is the field of an entry of the i-th subtotal, from 0.
func SubtotalField(i int, key string) Field {
	return Field("/subtotals/" + strconv.Itoa(i) + "/" + key)
}

// Key is the last part of the pointer: "execution_rate".
func (f Field) Key() string { return string(f[strings.LastIndexByte(string(f), '/')+1:]) }

// Row is the row of an entry in /funds or /indicators, -1 elsewhere.
func (f Field) Row() int {
	parts := strings.Split(string(f), "/")
	if len(parts) == 4 {
		if n, err := strconv.Atoi(parts[2]); err == nil {
			return n
		}
	}
	return -1
}

// Entry is a cell of a report with its field.
type Entry struct {
	Field Field
	Cell  *Cell
}

// Entries are all entries of the report in the order of the form, those it does not have included.
func (r *Report) Entries() []Entry {
	out := []Entry{{"/project", &r.Project}, {"/department", &r.Department}, {"/implementer", &r.Implementer}}
	if h := r.HeaderTotal; h != nil {
		out = append(out, Entry{"/header_total/weight", &h.Weight}, Entry{"/header_total/score", &h.Score}, Entry{"/header_total/grade", &h.Grade})
	}
	for i := range r.Funds {
		f := &r.Funds[i]
		for _, e := range []struct {
			key  string
			cell *Cell
		}{
			{"name", &f.Name}, {"initial_budget", &f.InitialBudget}, {"adjusted_budget", &f.AdjustedBudget}, {"executed", &f.Executed},
			{"weight", &f.Weight}, {"execution_rate", &f.ExecutionRate}, {"score", &f.Score}, {"received", &f.Received},
		} {
			out = append(out, Entry{FundField(i, e.key), e.cell})
		}
	}
	out = append(out, Entry{"/fund_reason", &r.FundReason}, Entry{"/goals/expected", &r.Goals.Expected}, Entry{"/goals/actual", &r.Goals.Actual})
	for i := range r.Indicators {
		n := &r.Indicators[i]
		for _, e := range []struct {
			key  string
			cell *Cell
		}{
			{"level1", &n.Level1}, {"level2", &n.Level2}, {"name", &n.Name}, {"target", &n.Target}, {"actual", &n.Actual},
			{"weight", &n.Weight}, {"score", &n.Score}, {"deviation", &n.Deviation},
		} {
			out = append(out, Entry{IndicatorField(i, e.key), e.cell})
		}
	}
	for i := range r.Subtotals {
		s := &r.Subtotals[i]
		out = append(out, Entry{SubtotalField(i, "name"), &s.Name}, Entry{SubtotalField(i, "weight"), &s.Weight}, Entry{SubtotalField(i, "score"), &s.Score})
	}
	out = append(out, Entry{"/total/weight", &r.Total.Weight}, Entry{"/total/score", &r.Total.Score}, Entry{"/total/grade", &r.Total.Grade})
	for i := range r.Sections {
		out = append(out, Entry{Field(fmt.Sprintf("/sections/%d/name", i)), &r.Sections[i].Name})
	}
	return out
}

// Entry is the cell at a field; nil when the field names no entry of this report.
func (r *Report) Entry(f Field) *Cell {
	for _, e := range r.Entries() {
		if e.Field == f {
			return e.Cell
		}
	}
	return nil
}
