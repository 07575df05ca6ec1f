// Package foot adds up tables of any kind: a table goes in, and where its sums do not close comes out. What is a sum of what is
// found, never assumed: rows and columns that may be totals are tried against the rows and columns beside them, and a
// structure counts as known when it closes, within rounding, nearly everywhere else in the table. A place where it does not is
// a finding; what has no proven structure is passed in silence. It reads no file and knows no form.
package foot

import (
	"cmp"
	"slices"

	"fuhe"
)

// Rules of footing.
const (
	DownRule   = "C101" // a row is the sum of other rows, column by column
	AcrossRule = "C102" // a column is the sum of other columns, row by row
)

// Check adds a table up and gives the places where a proven structure does not close, row by row.
func Check(t *fuhe.Table) []fuhe.TableFinding {
	if t.Setting.Unsure != "" || t.Rows*t.Cols > mostCells || t.Rows < 2 || t.Cols < 2 {
		return nil
	}
	s := newSheet(t)
	var out []fuhe.TableFinding
	for _, b := range s.blocks {
		out = append(out, s.sideways(b)...)
	}
	out = append(out, s.down()...)
	slices.SortStableFunc(out, func(a, b fuhe.TableFinding) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Rule, b.Rule))
	})
	return out
}
