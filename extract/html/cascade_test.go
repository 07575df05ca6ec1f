package html

import (
	"slices"
	"strings"
	"testing"

	"fuhe"
)

// TestCascade: of declarations that contradict each other the one counts that browsers follow.
func TestCascade(t *testing.T) {
	const hidden = `<span class=x id=i>1</span>14`
	for _, c := range []struct{ css, content, text string }{
		{`.x{display:none!important}`, `<span class=x style="display:inline">1</span>14`, "14"},
		{`.x{display:none ! IMPORTANT}`, `<span class=x style="display:inline">1</span>14`, "14"},
		{`.x{display:none!important}`, `<span class=x style="display:inline!important">1</span>14`, "114"},
		{`.x{display:none}`, `<span class=x style="display:inline">1</span>14`, "114"},
		{`td{.x{display:none}}`, hidden, "14"}, {`td{& .x{display:none}}`, hidden, "14"}, {`td{@media screen{& > .x{display:none}}}`, hidden, "14"},
		{`@supports (display:grid){.x{display:none}}`, hidden, "14"}, {`@supports not (display:grid){.x{display:none}}`, hidden, "114"},
		{`@supports (display:nonsense){.x{display:none}}`, hidden, "114"}, {`@media not print{.x{display:none}}`, hidden, "14"},
		{`@media not screen{.x{display:none}}`, hidden, "114"}, {`@media (prefers-color-scheme:dark){.x{display:none}}`, hidden, "114"},
		{`@media (width >= 300px){.x{display:none}}`, hidden, "14"},
		{`.x{&:not(.y){display:none}}`, hidden, "14"}, {`.x:not(span){display:none}`, hidden, "114"}, {`:is(td,th) .x{display:none}`, hidden, "14"},
		{`:is(#n,.x){display:none}.x.x{display:inline}`, hidden, "14"}, {`:where(#i){display:none}span{display:inline}`, hidden, "114"},
		{`.x,..y{display:none}`, hidden, "114"}, {`>.x{display:none}`, hidden, "114"}, {`[class^=x][data-n]{display:none}`, hidden, "114"},
		{`.x{display:none;display:nonsense}`, hidden, "14"}, {`.x{display:none}.x{display:nonsense}`, hidden, "14"}, {`.x{visibility:hidden;all:unset}`, hidden, "114"},
		{`.x{display:none}.x{all:unset}`, hidden, "114"}, {`.x{display:var(--n,none)}`, hidden, "14"}, {`:root{--n:inline}.x{display:var(--n,none)}`, hidden, "114"},
		{`.X{display:none}`, `<span class=x>1</span>14`, "14"}, // without a doctype the case of letters is the same
		{`tr > .x{display:none}`, hidden, "114"}, {`tr .x{display:none}`, hidden, "14"}, {`tbody>tr>td>.x{display:none}`, hidden, "14"},
		{`table>tr .x{display:none}`, hidden, "114"}, {`html > body td .x{display:none}`, hidden, "14"}, {`.n .x{display:none}`, hidden + `<b class=n></b>`, "114"},
		{`td>.x{display:none}td .x{display:inline}`, hidden, "114"}, {`td b>.x{display:none}`, `<b><i><span class=x>1</span></i></b>14`, "114"},
		{`td b .x{display:none}`, `<b><i><span class=x>1</span></i></b>14`, "14"}, {`b .x{display:none}`, `<b>1</b><span class=x>14</span>`, "114"},
		{`#i{display:none}.x{display:inline}`, hidden, "14"},
		{`.x{display:none}span{display:inline}`, hidden, "14"},
		{`.x{display:none}.x{display:inline}`, hidden, "114"},
		{`span.x{display:none}.x{display:inline}`, hidden, "14"},
		{`.x{display:none!important}#i{display:inline}`, hidden, "14"},
		{`@layer a{.x{display:none}}`, hidden, "14"},
		{`@layer a{#i{display:none}}.x{display:inline}`, hidden, "114"},
		{`@layer b,a;@layer a{.x{display:none}}@layer b{.x{display:inline}}`, hidden, "14"},
		{`@layer a,b;@layer a{.x{display:none}}@layer b{.x{display:inline}}`, hidden, "114"},
		{`@layer a,b;@layer a{.x{display:none!important}}@layer b{.x{display:inline!important}}`, hidden, "14"},
		{`@layer a{.x{display:none!important}}.x{display:inline!important}`, hidden, "14"},
		{`:root{--h:none}.x{display:var(--h)}`, hidden, "14"},
		{`@media screen and (min-width:600px){.x{display:none}}`, hidden, "14"},
		{`@media print,speech{.x{display:none}}`, hidden, "114"},
		{`@keyframes k{from{display:none}} .x{animation:k}`, `<span class=x>1</span>14`, "114"},
		{`.x{background:url("a;b}c");display:none}`, hidden, "14"},
		{`/*}*/.x{display:none}`, hidden, "14"}, {`.x{colour:red;;display:none`, hidden, "14"},
		{`.\78 {display:none}`, hidden, "14"},
		{`@import "a.css" screen;.x{display:none}`, hidden, "14"},
		{`*html .x{display:none}`, hidden, "114"}, {`*span{display:none}`, hidden, "114"}, {`.x*{display:none}`, hidden, "114"}, {`* html .x{display:none}`, hidden, "114"},
		{`*.x{display:none}`, hidden, "14"}, {`td span.x{&i{display:none}}`, hidden, "114"}, {`*html .x,.x{display:none}`, hidden, "114"},
		{`.x{filter:opacity(0);filter:alpha(opacity=100)}`, hidden, "14"}, {`.x{filter:alpha(opacity=0)}`, hidden, "114"},
		{`html{filter:progid:DXImageTransform.Microsoft.BasicImage(grayscale=1)}`, hidden, "114"}, {`td{filter:chroma(color=#ffffff)}`, hidden, "114"},
		{`td{filter:gray}`, hidden, "114"}, {`td{filter:grayscale(100%) drop-shadow(0 0 1px rgba(0,0,0,.5))}`, hidden, "114"},
	} {
		if got := second(t, `<style>`+c.css+`</style>`, c.content); got.Text != c.text || got.Doubt != nil {
			t.Errorf("%s: %s is read as %q, doubt %v; want %q", c.css, c.content, got.Text, got.Doubt, c.text)
		}
	}
}

// TestCascadeNotKnown: what hangs on conditions that are not told is in doubt.
func TestCascadeNotKnown(t *testing.T) {
	for _, css := range []string{
		`@supports (gap:1px){.x{display:none}}`, `@container (width>9px){.x{display:none}}`, `@media (orientation:landscape){.x{display:none}}`,
		`td{.x:first-child{display:none}}`, `td{@media screen{& > .x:nth-child(1){display:none}}}`, `.x:unheard-of,.x{display:none}`,
		`td:has(.x) .x{display:none}`, `@scope (td){.x{display:none}}`, `.x{display:var(--unknown)}`,
		`.x::before{content:attr(title)}`, `.x::after{content:counter(c)}`, `.x::after{content:"\\39"}`,
	} {
		if got := second(t, `<style>`+css+`</style>`, `<span class=x title=1>1</span>14`); got.Doubt != fuhe.DoubtStyled {
			t.Errorf("%s: %q is not in doubt but %v", css, got.Text, got.Doubt)
		}
	}
}

// TestStyleElementOfMedium: a style element for another medium says nothing of the screen.
func TestStyleElementOfMedium(t *testing.T) {
	for media, want := range map[string]string{"print": "114", "screen": "14", "all": "14", "": "14"} {
		if got := second(t, `<style media="`+media+`">.x{display:none}</style>`, `<span class=x>1</span>14`); got.Text != want || got.Doubt != nil {
			t.Errorf("media=%s: %q, doubt %v", media, got.Text, got.Doubt)
		}
	}
}

// TestWrittenFromTheRight: a figure that is shown from right to left is another one.
func TestWrittenFromTheRight(t *testing.T) {
	for _, content := range []string{`<bdo dir=rtl>74.9</bdo>`, `<span style="unicode-bidi:bidi-override;direction:rtl">74.9</span>`, `<b dir=rtl style="unicode-bidi:isolate-override">74.9</b>`} {
		if got := second(t, "", content); got.Doubt == nil {
			t.Errorf("%s is read as %q", content, got.Text)
		}
	}
	for _, content := range []string{`<span dir=rtl>74.9</span>`, `<bdo dir=ltr>74.9</bdo>`, `<bdo dir=rtl><bdo dir=ltr>74.9</bdo></bdo>`, `<bdo dir=rtl> </bdo>74.9`} {
		if got := second(t, "", content); got.Doubt != nil || got.Text != "74.9" {
			t.Errorf("%s is %q, doubt %v", content, got.Text, got.Doubt)
		}
	}
}

// TestHiddenRowOfFigures: a row between others of which nothing is seen stays, in doubt: the sums may count it.
func TestHiddenRowOfFigures(t *testing.T) {
	for head, row := range map[string]string{
		"": `<tr hidden><td>乙<td>20`, " ": `<tr><td style="display:none">乙<td style="display:none">20`, "  ": `<tr style="visibility:collapse"><td>乙<td>20`,
		`<style>.h td{color:red}.h{visibility:hidden}</style>`: `<tr class=h><td>乙<td>20`, `<style>.h{display:none}</style>`: `<tbody class=h><tr><td>乙<td>20</tbody>`,
	} {
		b := read(t, head+`<table><tr><td>甲<td>10`+row+`<tr><td>丙<td>30</table>`)
		same(t, b, "| 甲 | 10 |\n| 乙 | 20 |\n| 丙 | 30 |")
		for _, c := range b.Grids[0].Cells {
			if in := c.Row == 1; (c.Doubt == fuhe.DoubtHidden) != in {
				t.Errorf("%s: %q has doubt %v", row, c.Text, c.Doubt)
			}
		}
	}
	b := read(t, `<table><tr><td rowspan=2>甲<td>10<tr hidden><td>20<tr><td>30</table>`)
	same(t, b, "| 甲 | 10 |\n| ^ | 20 |\n| ^ | 30 |")
	b = read(t, `<table><tr><td>甲<td>10<tr hidden><td>说明<td>无<tr><td>丙<td>30<tr hidden><td>丁<td>40</table>`)
	same(t, b, "| 甲 | 10 |\n| 丙 | 30 |")
}

// TestCellsThatMayTakeNoPlace: what stands behind a cell that a rule takes out or does not is in doubt, unless all rows have one there.
func TestCellsThatMayTakeNoPlace(t *testing.T) {
	for css, want := range map[string]*fuhe.Phrase{`.x:nth-last-child(3){display:none}`: fuhe.DoubtStyled, `td:nth-last-child(9).y{display:none}`: nil, `.x:hover{display:none}`: nil} {
		b := read(t, `<style>`+css+`</style><table><tr><td>甲<td>10<td>9<tr><td class=x>乙<td>20<td>18</table>`)
		for _, c := range b.Grids[0].Cells {
			if c.Row == 1 && c.Col > 0 && c.Doubt != want || c.Row == 0 && c.Doubt != nil {
				t.Errorf("%s: %q has doubt %v", css, c.Text, c.Doubt)
			}
		}
	}
}

// TestPlaces: rules for cells and rows by their places.
func TestPlaces(t *testing.T) {
	const rows = `<table><tr><td>甲<td>10<td>9<tr><td>乙<td>20<td>18<tr><td>丙<td>30<td>27</table>`
	for css, want := range map[string]string{
		`td:first-child{display:none}`: "| 10 | 9 |\n| 20 | 18 |\n| 30 | 27 |", `td:nth-child(2){display:none}`: "| 甲 | 9 |\n| 乙 | 18 |\n| 丙 | 27 |",
		`td:nth-child(n+2){display:none}`: "| 甲 |\n| 乙 |\n| 丙 |", `td:nth-child(-n + 2){display:none}`: "| 9 |\n| 18 |\n| 27 |",
		`tr:nth-child(odd) :nth-child(9){display:none}`: "| 甲 | 10 | 9 |\n| 乙 | 20 | 18 |\n| 丙 | 30 | 27 |", `tr:first-child{display:none}`: "| 乙 | 20 | 18 |\n| 丙 | 30 | 27 |",
	} {
		b := read(t, `<style>`+css+`</style>`+rows)
		same(t, b, want)
		for _, c := range b.Grids[0].Cells {
			if c.Doubt != nil {
				t.Errorf("%s: %q has doubt %v", css, c.Text, c.Doubt)
			}
		}
	}
}

// TestLooseParts: what a style takes out of its table puts in doubt what it moves.
func TestLooseParts(t *testing.T) {
	for row, want := range map[string][]string{
		`<tr style="display:block"><td>乙<td>20<td>18`: {"20", "18"}, `<tr style="float:left"><td>乙<td>20<td>18`: {"20", "18"},
		`<tr><td style="position:absolute">乙<td>20<td>18`: {"20", "18"}, `<tr><td>乙<td style="display:block">20<td style="float:left">18`: {"18"},
		`<tr><td rowspan=2 style="float:left">乙<td>20<td>18<tr><td>21<td>19`: {"20", "18", "21", "19", "30", "27"},
		`<tr><td>乙<td style="display:flex">20<td>18`:                         nil, `<tr style="display:table-row"><td style="display:table-cell">乙<td>20<td>18`: nil,
	} {
		b := read(t, `<table><tr><td>甲<td>10<td>9`+row+`<tr><td>丙<td>30<td>27</table>`)
		for _, c := range b.Grids[0].Cells {
			if (c.Doubt != nil) != slices.Contains(want, c.Text) {
				t.Errorf("%s: %q has doubt %v", row, c.Text, c.Doubt)
			}
		}
	}
	for _, css := range []string{`tr{display:flex}`, `td{display:block}`, `tbody{display:block}`} {
		b := read(t, `<style>`+css+`</style><table><tr><td>甲<td>10<tr><td>乙<td>20</table>`)
		if len(b.Grids) != 1 || b.Grids[0].Cells[3].Doubt != nil {
			t.Errorf("%s: %+v", css, b.Grids)
		}
	}
}

// TestColumnsThatTakeNoPlace: figures of a column that collapses are not seen.
func TestColumnsThatTakeNoPlace(t *testing.T) {
	b := read(t, `<table><col><col style="display:none"><col style="visibility:collapse"><tr><td>甲<td>10<td>9<tr><td>乙<td>20<td>18</table>`)
	for _, c := range b.Grids[0].Cells {
		if (c.Col == 1) != (c.Doubt == fuhe.DoubtUnseen) {
			t.Errorf("%q has doubt %v", c.Text, c.Doubt)
		}
	}
}

// TestRulesBeyondNumber: a page with more rules than are looked at says so.
func TestRulesBeyondNumber(t *testing.T) {
	b := read(t, `<style>`+strings.Repeat(`.x{color:red}`, maxKeyRules+1)+`</style><table><tr><td>甲<td>1</table>`)
	if !strings.Contains(reasons(b), "more rules of style") {
		t.Errorf("not a word: %v", b.Unread)
	}
}
