package html

import (
	"slices"
	"strings"
	"testing"

	"fuhe"
)

// TestUnseen: text that nobody sees is left out and said, as a browser shows the page.
func TestUnseen(t *testing.T) {
	for _, hidden := range []string{
		`<span style="font-size:0">1</span>`, `<span style="font-size:0.1px">1</span>`, `<span style="font:0/0 a">1</span>`,
		`<span style="opacity:0">1</span>`, `<span style="filter:opacity(0)">1</span>`,
		`<span style="position:absolute;clip:rect(0,0,0,0)">1</span>`, `<span style="position:absolute;clip-path:inset(100%)">1</span>`,
		`<span style="position:absolute;width:1px;height:1px;overflow:hidden">1</span>`, `<div style="max-height:0;overflow:hidden">1</div>`,
		`<span style="display:inline-block;text-indent:-9999px">1</span>`, `<span style="position:absolute;left:-9999px">1</span>`,
		`<span style="color:transparent">1</span>`, `<span style="color:rgba(0,0,0,0)">1</span>`, `<span style="color:#00000000">1</span>`,
		`<span style="-webkit-text-fill-color:transparent">1</span>`, `<span style="display:inline-block;transform:scale(0)">1</span>`,
		`<style>@media screen{.x{display:none}}</style><span class=x>1</span>`,
		`<style>td .x{display:none}</style><span class=x>1</span>`, `<style>table>tbody>tr span{opacity:0}</style><span>1</span>`,
		`<style>td span.x.y:not(b){font-size:0}</style><span class="x y">1</span>`, `<span style="color:hsl(0 0% 100%/0)">1</span>`,
		`<span style="scale:0;display:inline-block">1</span>`, `<div style="translate:-9999px">1</div>`, `<span hidden=until-found style="display:inline-block">1</span>`,
		`<div style="visibility:hidden">1</div>`, `<p style="opacity:0">1<p>`, `<li style="opacity:0">1<li>`, `<li hidden>1<li>`, `<div><span hidden>1</div>`,
		`<style>[data-h='1' i]{visibility:hidden}</style><span data-h=1>1</span>`, `<style>td span.x.y{font-size:0}</style><span class="x y">1</span>`,
		`<style>[data-h]{visibility:hidden}</style><span data-h=1>1</span>`, `<style>span.x.y{font-size:0}</style><span class="x y">1</span>`,
		`<dialog>1</dialog>`, `<span popover>1</span>`, `<div style="content-visibility:hidden">1</div>`,
	} {
		b := read(t, `<table><tr><td>得分<td>`+hidden+`14<td>末</table>`)
		if c := b.Grids[0].Cells[1]; c.Text != "14" || c.Doubt != nil {
			t.Errorf("%s is read as %q, doubt %v", hidden, c.Text, c.Doubt)
		}
		if !slices.ContainsFunc(b.Unread, func(u fuhe.Unread) bool { return u.Reason == "hidden text of the table is not read: 1" }) {
			t.Errorf("%s: not a word of it: %v", hidden, b.Unread)
		}
	}
}

// TestSameColour: letters of the colour of what they stand on are not read, and the figure beside them is in doubt.
func TestSameColour(t *testing.T) {
	for _, c := range []struct{ head, content string }{
		{"", `<span style="color:white">1</span>14`}, {"", `<font color="#FFFFFF">1</font>14`}, {"", `<font color=FEFEFE>1</font>14`},
		{"", `<span style="background:#123456 none;color:rgb(18,52,86)">1</span>14`},
		{`<style>td{background:#00f} .x{color:blue}</style>`, `<span class=x>1</span>14`},
		{`<body bgcolor=silver><style>.x{color:#c0c0c0}</style>`, `<span class=x>1</span>14`},
		{`<style>:root{--pale: #fff} .x{color:var(--pale)}</style>`, `<span class=x>1</span>14`},
	} {
		if got := second(t, c.head, c.content); got.Text != "14" || got.Doubt != fuhe.DoubtUnseen {
			t.Errorf("%s%s is %q, doubt %v", c.head, c.content, got.Text, got.Doubt)
		}
	}
}

// TestMayBeHidden: a rule that depends on where an element stands is not applied; what it may hide is in doubt.
func TestMayBeHidden(t *testing.T) {
	for _, rule := range []string{`td .x:first-child{display:none}`, `tr:first-child span{color:white}`, `b + [data-h]{visibility:hidden}`, `td span.x.y:nth-child(2){font-size:0}`, `td span:first-child{opacity:0}`} {
		if got := second(t, `<style>`+rule+`</style>`, `<b></b><span class="x y" data-h=1>1</span>14`); got.Doubt != fuhe.DoubtStyled {
			t.Errorf("%s: %q is not in doubt", rule, got.Text)
		}
	}
	if got := second(t, `<style>.x::before{content:"1"}</style>`, `<span class=x></span>14`); got.Doubt != fuhe.DoubtStyled {
		t.Errorf("a digit put before %q by a rule goes by without a word", got.Text)
	}
}

// TestSeen: what looks like hiding and hides nothing.
func TestSeen(t *testing.T) {
	for _, c := range []struct{ head, content string }{
		{"", `<span style="color:#fff;background:#036">14</span>`}, {"", `<div style="font-size:0"><span style="font-size:14px">14</span></div>`},
		{"", `<span style="opacity:.9;color:#999">14</span>`}, {"", `<div style="overflow:hidden;height:20px;width:80px">14</div>`},
		{`<style>td{background:#036;color:#fff}</style>`, `14`}, {`<style>table tr td{background:#036} td{color:#fff}</style>`, `14`},
		{`<body style="background:#000;color:#fff">`, `14`}, {`<style>td{color:#fff;background:url(x.png)}</style>`, `14`},
		{`<style>td{overflow:hidden;width:1px}</style>`, `14`}, {`<style>.nav td{display:none} td:hover{color:#fff}</style>`, `14`},
		{`<style>@media print{td{display:none}} @media (max-width:600px){td{display:none}}</style>`, `14`},
		{`<style>.x:after{content:".";visibility:hidden;height:0}</style>`, `<div class=x>14</div>`},
		{"", `<span style="transform:scale(0);text-indent:-9999px;height:0;overflow:hidden;left:-9999px;clip:rect(0,0,0,0)">14</span>`}, // in a line none of it applies
		{"", `<span style="visibility:hidden"><b style="visibility:visible">14</b></span>`}, {"", `<i hidden=until-found>14</i>`}, {"", `<div style="zoom:0">14</div>`},
		{"", `<span style="display:contents;opacity:0">14</span>`}, {"", `<p><dialog>1</p>2</dialog>14`}, {"", `<b>14</b><p><dialog>1</p>2`},
		{"", `<dialog open>14</dialog>`}, {"", `<span style="display:none"></span>14`}, {`<style>td{visibility:hidden}b{visibility:visible}</style>`, `<b>14</b>`},
		{"", `<div style="color:#fff"><span style="-webkit-text-fill-color:#000">14</span></div>`}, {`<!doctype html><style>.A{display:none}</style>`, `<b class=a>14</b>`},
		{"", `<span style="text-indent:-20px;margin-left:-3pt">14</span>`}, {"", `<span style="color:inherit;background:transparent">14</span>`},
	} {
		if got := second(t, c.head, c.content); got.Text != "14" || got.Doubt != nil {
			t.Errorf("%s%s is %q, doubt %v", c.head, c.content, got.Text, got.Doubt)
		}
	}
	b := read(t, `<body style="background:#000;color:#fff"><table><tr><td>甲<td>1</table><table><tr><td>乙<td>2</table>`)
	if len(b.Grids) != 2 || b.Grids[1].Cells[1].Text != "2" {
		t.Errorf("the second table of a dark page is not read: %+v", b.Grids)
	}
}

// TestTableNobodySees: a table whose text has the colour of the paper is named.
func TestTableNobodySees(t *testing.T) {
	b := read(t, `<style>td{color:#fff}</style><table>`+strings.Repeat(`<tr><td>甲<td>1`, 20)+`</table>`)
	if !slices.ContainsFunc(b.Unread, func(u fuhe.Unread) bool { return u.Reason == "tables that the page hides are not read" }) {
		t.Errorf("not a word of a table in white on white: %v", b.Unread)
	}
}
