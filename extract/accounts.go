package extract

import (
	"slices"

	"fuhe"
	"fuhe/extract/account"
	"fuhe/extract/around"
	"fuhe/extract/grid"
)

// fillAccounts finds the tables of accounts that stand beside the forms. It comes last: putting tables together that go on over
// pages changes their grids.
func fillAccounts(doc *fuhe.Document, book grid.Book) {
	if !mayHoldAccount(book) || slices.ContainsFunc(book.Grids, func(g grid.Grid) bool { return g.Scanned }) {
		return // figures that were recognised in a picture are held against no others
	}
	tables, _ := around.Tables(book, true)
	doc.Accounts = account.Read(tables)
}

// titleRows: the title of a table stands above it, or in one of its first rows.
const titleRows = 3

// mayHoldAccount looks for a title of one.
func mayHoldAccount(book grid.Book) bool {
	for i := range book.Grids {
		g := &book.Grids[i]
		for _, l := range g.Above {
			if account.KindOf(l.Text) != "" {
				return true
			}
		}
		for k := range g.Cells {
			c := &g.Cells[k]
			if c.Row >= titleRows {
				break
			}
			if account.KindOf(c.Text) != "" {
				return true
			}
		}
	}
	return false
}
