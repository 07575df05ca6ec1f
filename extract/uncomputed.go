package extract

import (
	"fmt"
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// sayUncomputed names the formulas that were not computed and stand in no entry of a form: on the entries that is said
// anyway, and what nobody looks at is not passed over without a word either. One line a sheet.
func sayUncomputed(doc *fuhe.Document, book grid.Book) {
	var entries map[fuhe.Source]bool // made when a formula was not computed
	for i := range book.Grids {
		g := &book.Grids[i]
		var first *grid.Cell
		n := 0
		for j := range g.Cells {
			c := &g.Cells[j]
			if c.Doubt == nil || !strings.HasPrefix(c.Doubt.EN, fuhe.DoubtFormula.EN) {
				continue
			}
			if entries == nil {
				entries = placesOf(doc.Reports)
			}
			if entries[c.At] {
				continue
			}
			if n++; first == nil {
				first = c
			}
		}
		if first == nil {
			continue
		}
		reason := first.Doubt.EN
		if n > 1 {
			reason += fmt.Sprintf(", and %d more in this sheet", n-1)
		}
		doc.Unread = append(doc.Unread, fuhe.Unread{At: first.At, Code: fuhe.Doubtful, Reason: reason})
	}
}

// placesOf are where the entries of forms stand.
func placesOf(reports []*fuhe.Report) map[fuhe.Source]bool {
	out := map[fuhe.Source]bool{}
	for _, r := range reports {
		for _, e := range r.Entries() {
			out[e.Cell.At] = true
		}
	}
	return out
}

// place is where a grid stands.
func place(g *grid.Grid) fuhe.Source {
	return fuhe.Source{Sheet: g.Sheet, Page: g.Page, Table: g.Table}
}

// sayDoubtsInChinese puts the reason why a formula is not computed into Chinese: the reader of workbooks gives it in
// English, for it is an error.
func sayDoubtsInChinese(book grid.Book) {
	for i := range book.Grids {
		cells := book.Grids[i].Cells
		for j := range cells {
			d := cells[j].Doubt
			if d == nil || d == fuhe.DoubtFormula {
				continue
			}
			why, ok := strings.CutPrefix(d.EN, fuhe.DoubtFormula.EN+" (")
			if why = strings.TrimSuffix(why, ")"); ok {
				cells[j].Doubt = &fuhe.Phrase{ZH: fmt.Sprintf("%s（%s）", fuhe.DoubtFormula.ZH, inChinese(why)), EN: d.EN}
			}
		}
	}
}
