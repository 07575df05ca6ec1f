package form

import (
	"slices"

	"fuhe/extract/grid"
)

// joinHeadings puts headings together that the page edge cut in two, 一级 over 指标. One pair may be chance; two in a row
// that are headings only together are none.
func (v *view) joinHeadings() {
	for r := range v.rows {
		if !v.breaks[r] {
			continue
		}
		pairs, sure := v.cutHeadings(r)
		if sure < 2 {
			continue
		}
		for _, p := range pairs {
			v.join(p[0], p[1])
		}
	}
}

// cutHeadings are the cells above and below a page edge that are a heading together; sure counts those of them whose
// upper part is none alone.
func (v *view) cutHeadings(r int) (pairs [][2]*cell, sure int) {
	for k := 0; k < len(v.cols); k++ {
		upper, lower := v.at(r-1, k), v.at(r, k)
		if upper.blank() || lower.blank() || upper == lower || upper.col != k || lower.col != k || upper.right() != lower.right() || upper.bottom() != r-1 || lower.row != r {
			continue
		}
		key := readHeading(upper.text + lower.text).key
		for _, words := range [...]*vocabulary{&moneyHeadings, &goalHeadings, &indicatorHeadings} {
			if len(words.spelled()[key]) == 0 {
				continue
			}
			pairs = append(pairs, [2]*cell{upper, lower})
			if len(upper.claims(words)) == 0 {
				sure++
			}
			break
		}
	}
	return pairs, sure
}

// join makes one cell of two, the lower one right under the other.
func (v *view) join(upper, lower *cell) {
	text := grid.JoinLines([]string{upper.text, lower.text})
	upper.text, upper.heading, upper.asked = text, readHeading(text), nil
	upper.rowspan += lower.rowspan
	own := v.owner[upper.row*len(v.cols)+upper.col]
	for r := lower.row; r <= lower.bottom(); r++ {
		for k := lower.col; k <= lower.right(); k++ {
			v.owner[r*len(v.cols)+k] = own
		}
	}
	v.starts[lower.row] = slices.DeleteFunc(v.starts[lower.row], func(c *cell) bool { return c == lower })
	lower.text, lower.heading, lower.asked = "", heading{}, nil
}
