package extract

import (
	"cmp"
	"slices"

	"fuhe"
	"fuhe/extract/account"
	"fuhe/extract/around"
	"fuhe/extract/grid"
	"fuhe/extract/work"
)

// fillAccounts finds the tables of accounts that stand beside the forms. It comes last: putting tables together that go on over
// pages changes their grids.
func fillAccounts(doc *fuhe.Document, book grid.Book, jobs *work.Jobs) {
	if !mayHoldAccount(book) || slices.ContainsFunc(book.Grids, func(g grid.Grid) bool { return g.Scanned }) {
		return // figures that were recognised in a picture are held against no others
	}
	text := runningText(book)
	tables, _ := around.Tables(jobs, book, true)
	if doc.Accounts = account.Read(tables); len(doc.Accounts) > 0 {
		doc.Statements = account.Stated(text, doc.Accounts, doc.Reports)
	}
}

// runningText are the lines outside tables, page by page.
func runningText(book grid.Book) []fuhe.Line {
	var out []fuhe.Line
	for i := range book.Grids {
		out = append(append(out, book.Grids[i].Above...), book.Grids[i].Below...)
	}
	for _, l := range book.Loose {
		out = append(out, l.Lines...)
	}
	slices.SortStableFunc(out, func(a, b fuhe.Line) int { return cmp.Compare(a.At.Page, b.At.Page) })
	return out
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
