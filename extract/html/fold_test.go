package html

import (
	"slices"
	"strings"
	"testing"

	"fuhe"
)

// TestFolded: what is folded away is no part of the figure beside it, and is named; an opened part and a heading are read.
func TestFolded(t *testing.T) {
	for _, c := range []struct{ content, text, hidden string }{
		{`<details><summary></summary>1</details>14`, "14", "1"},
		{`<details><summary>14</summary>1</details>`, "14", "1"},
		{`<details><p>1</p></details><p>14</p>`, "14", "1"},
		{`<details open><summary></summary>14</details>`, "14", ""},
		{`<details><summary>14</summary><details open><summary>2</summary>1</details></details>`, "14", "2 1"},
		{`<details><summary>14</summary><table><tr><td></table>1</details>`, "14", "1"},
	} {
		b := read(t, `<table><tr><td>得分<td>`+c.content+`<td>末</table>`)
		if got := b.Grids[0].Cells[1]; got.Text != c.text || got.Doubt != nil {
			t.Errorf("%s is read as %q, doubt %v", c.content, got.Text, got.Doubt)
		}
		said := slices.ContainsFunc(b.Unread, func(u fuhe.Unread) bool { return u.Reason == "hidden text of the table is not read: "+c.hidden })
		if said != (c.hidden != "") {
			t.Errorf("%s: said: %v", c.content, b.Unread)
		}
	}
	b := read(t, `<details><summary>附表</summary><table>`+strings.Repeat(`<tr><td>甲<td>1`, 20)+`</table></details>`)
	if !slices.ContainsFunc(b.Unread, func(u fuhe.Unread) bool { return u.Reason == "tables that the page hides are not read" }) {
		t.Errorf("not a word of a table that is folded away: %v", b.Unread)
	}
}
