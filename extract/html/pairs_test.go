package html

import (
	"strings"
	"testing"

	"fuhe"
)

// TestInkWithItsGround: letters and their ground that one rule sets are seen whether it holds or not.
func TestInkWithItsGround(t *testing.T) {
	const rows = `<table><tr><td>甲<td>10<tr><td>乙<td>20</table>`
	for css, doubt := range map[string]*fuhe.Phrase{
		`tr:first-child td{background:#1a5ea8;color:#fff}`: nil, `tr:last-child td{background:#1a5ea8;color:#fff}td{background:#fff}`: nil,
		`tr:first-child td{color:#fff}`: fuhe.DoubtStyled, `tr:first-child td{background:#fff;color:#fffffe}`: fuhe.DoubtStyled,
		`tr:first-child td{background:#1a5ea8;color:#fff}tr:nth-child(3) td{background:#fff}`: fuhe.DoubtStyled,
	} {
		b := read(t, `<style>`+css+`</style>`+rows)
		for _, c := range b.Grids[0].Cells {
			if c.Col == 1 && c.Doubt != doubt {
				t.Errorf("%s: %q has doubt %v", css, c.Text, c.Doubt)
			}
		}
	}
}

// TestCentredByHalf: a block that begins in the middle and is drawn back by no more than its width is on the page.
func TestCentredByHalf(t *testing.T) {
	const rows = `<table><tr><td>甲<td>10</table></div>`
	for _, style := range []string{`left:50%;width:1000px;margin:0 0 0 -500px`, `left:50%;width:1000px;margin-left:-500px;top:100px`} {
		same(t, read(t, `<div style="position:absolute;`+style+`">`+rows), "| 甲 | 10 |")
	}
	for _, style := range []string{`left:50%;width:100px;margin-left:-5000px`, `left:0;width:1000px;margin-left:-1000px`, `left:50%;width:1000px;margin:-5000px 0 0 -500px`} {
		if b := read(t, `<div style="position:absolute;`+style+`">`+rows); len(b.Grids) > 0 && b.Grids[0].Cells[1].Text == "10" {
			t.Errorf("%s is read", style)
		}
	}
}

// TestAllRowsHidden: a table of which every row or cell is hidden is said to be.
func TestAllRowsHidden(t *testing.T) {
	for _, page := range []string{
		`<table>` + strings.Repeat(`<tr style="display:none"><td>5<td>6`, 20) + `</table>`,
		`<style>td{display:none}</style><table>` + strings.Repeat(`<tr><td>5<td>6`, 20) + `</table>`,
	} {
		if b := read(t, page); !strings.Contains(reasons(b), "tables that the page hides are not read") {
			t.Errorf("not a word: %v", b.Unread)
		}
	}
}
