package view

import (
	"slices"

	"fuhe/extract/form/words"
	"fuhe/extract/grid"
)

// JoinHeadings puts headings together that the page edge cut in two, 一级 over 指标. One pair may be chance; two in a row
// that are headings only together are none.
func (v *View) JoinHeadings() {
	for r := range v.Rows {
		if !v.Breaks[r] {
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
func (v *View) cutHeadings(r int) (pairs [][2]*Cell, sure int) {
	for k := 0; k < len(v.Cols); k++ {
		upper, lower := v.At(r-1, k), v.At(r, k)
		if upper.Blank() || lower.Blank() || upper == lower || upper.Col != k || lower.Col != k || upper.Right() != lower.Right() || upper.Bottom() != r-1 || lower.Row != r {
			continue
		}
		key := words.Read(upper.Text + lower.Text).Key
		for _, vocab := range [...]*words.Vocabulary{&words.Money, &words.Goals, &words.Indicators} {
			if len(vocab.Spelled()[key]) == 0 {
				continue
			}
			pairs = append(pairs, [2]*Cell{upper, lower})
			if len(upper.Claims(vocab)) == 0 {
				sure++
			}
			break
		}
	}
	return pairs, sure
}

// join makes one cell of two, the lower one right under the other.
func (v *View) join(upper, lower *Cell) {
	text := grid.JoinLines([]string{upper.Text, lower.Text})
	upper.Text, upper.Heading, upper.asked = text, words.Read(text), nil
	upper.RowSpan += lower.RowSpan
	own := v.owner[upper.Row*len(v.Cols)+upper.Col]
	for r := lower.Row; r <= lower.Bottom(); r++ {
		for k := lower.Col; k <= lower.Right(); k++ {
			v.owner[r*len(v.Cols)+k] = own
		}
	}
	v.starts[lower.Row] = slices.DeleteFunc(v.starts[lower.Row], func(c *Cell) bool { return c == lower })
	lower.Text, lower.Heading, lower.asked = "", words.Heading{}, nil
}
