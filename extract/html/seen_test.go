package html

import (
	"fmt"
	"strings"
	"testing"

	"fuhe"
	"fuhe/extract/grid"
)

// second is the second cell of a table whose first says 得分.
func second(t *testing.T, head, content string) grid.Cell {
	t.Helper()
	b := read(t, head+`<table><tr><td>得分<td>`+content+`<td>末</table>`)
	if len(b.Grids) != 1 || len(b.Grids[0].Cells) != 3 {
		t.Fatalf("%s: %+v", content, b.Grids)
	}
	return b.Grids[0].Cells[1]
}

// TestRaisedAndStruck: a raised digit is no part of the figure, struck-out text none of the cell, however the page says so.
func TestRaisedAndStruck(t *testing.T) {
	for _, c := range []struct {
		head, content, text, mark string
		struck                    bool
	}{
		{"", `147663.64<sup>1</sup>`, "147663.64", "¹", false},
		{"", `147663.64<span style="vertical-align:super;font-size:60%">1</span>`, "147663.64", "¹", false},
		{`<style>.up, a.up { vertical-align : super }</style>`, `9.5<a class=up>[1]</a>`, "9.5", "⁽¹⁾", false},
		{`<style>sup{vertical-align:baseline;position:relative;top:-.5em}</style>`, `9.5<sup>1</sup>`, "9.5", "¹", false},
		{"", `9.5<span style="position:relative;top:-4px">2</span>`, "9.5", "²", false},
		{"", `9.5<span style="vertical-align:top;font-size:60%">2</span>`, "9.5", "²", false},
		{"", `9.5<span style="font-size:7pt;vertical-align:text-top">2</span>`, "9.5", "²", false},
		{"", `<span style="vertical-align:top">9.5</span>`, "9.5", "", false},
		{"", `<sup>147663.64</sup>`, "147663.64", "", false},
		{"", `9.5<span style="mso-text-raise:4.0pt">2</span>`, "9.5", "²", false},
		{"", `9.5<span style="vertical-align:1px">2</span>`, "9.52", "", false}, // the line of another font
		{"", `<span style="vertical-align:super"><b>9</b></span>x<b>8</b>`, "⁹x8", "", false},
		{"", `≥320m<sup>2</sup>`, "≥320m²", "", false},
		{"", `<s>9</s>5`, "5", "", true},
		{"", `<del>147663.46</del> <ins>147663.64</ins>`, "147663.64", "", true},
		{"", `<span style="text-decoration: line-through">9</span>5`, "5", "", true},
		{`<style>.old{text-decoration-line:underline line-through}</style>`, `<p class=old><b>9</b></p><p>5</p>`, "5", "", true},
		{"", `<strike>作废`, "", "", true},
	} {
		got := second(t, c.head, c.content)
		if got.Text != c.text || strings.Join(got.Marks, "") != c.mark || got.Struck != c.struck || got.Doubt != nil {
			t.Errorf("%s%s is %+v, want %q %q %v", c.head, c.content, got, c.text, c.mark, c.struck)
		}
	}
	b := read(t, `<table><tr style="text-decoration:line-through"><td>甲<td>9<tr><td>乙<td>5</table>`)
	if c := b.Grids[0].Cells[1]; c.Text != "" || !c.Struck {
		t.Errorf("a row that is struck out is read: %+v", c)
	}
}

// TestNotBlank: what is shown in place of text is no blank cell.
func TestNotBlank(t *testing.T) {
	for content, want := range map[string]*fuhe.Phrase{
		`<img src="a.png" width=60 height=12>`: fuhe.DoubtPicture, `<img src="a.gif" width=1 height=1>`: nil, `<p><img src=a.png></p>`: fuhe.DoubtPicture,
		`<canvas id=c></canvas>`: fuhe.DoubtDrawing, `<svg><path d="M0 0"/></svg>`: fuhe.DoubtDrawing, `<svg><text>1</text><text>2</text></svg>`: fuhe.DoubtDrawing,
		`<script>document.write("9")</script>`: fuhe.DoubtScript, `<span id=v></span>`: fuhe.DoubtScript, `<span id=w></span>`: nil, ``: nil, `<object data=a></object>`: fuhe.DoubtPicture,
		`<table><tr><td><img src=a.png></table>`: fuhe.DoubtPicture,
	} {
		if got := second(t, `<script>$("#v").text("9"); var wide</script>`, content); got.Doubt != want || got.Text != "" {
			t.Errorf("%s: %+v, want doubt %v", content, got, want)
		}
	}
	for _, content := range []string{`9<img src=a.png>`, `<svg><title>t</title><text x=0>9</text></svg>`, `<p>9</p><script>x()</script>`} {
		if got := second(t, "", content); got.Doubt != nil || got.Text != "9" {
			t.Errorf("%s: %+v", content, got)
		}
	}
}

// TestSavedSheet: a number in a sheet that was saved as a page is shown in the format of its cell, as Excel shows it.
func TestSavedSheet(t *testing.T) {
	const head = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><style>.p{mso-number-format:"0\.00%";}</style>`
	for _, c := range []struct{ attributes, content, text string }{
		{"class=p", "0.3577", "35.77%"}, {"class=p", "35.77%", "35.77%"}, {"class=p", "及时", "及时"}, {`style='mso-number-format:"\@"'`, "007", "007"},
		{`x:num="0.3577" class=p`, "36%", "35.77%"}, {`x:num="147663.64" style='mso-number-format:"\#\,\#\#0\.00_ ;\[Red\]\\-\#\,\#\#0\.00\\ "'`, "147663.6401", "147,663.64"},
		{`style='mso-number-format:Fixed'`, "5.001", "5.00"}, {`x:num="10" style='mso-number-format:Fixed'`, "10", "10"}, {`style="mso-number-format:'0\.0\0022万元\0022'"`, "5.25", "5.3万元"}, {`x:num="12.5"`, "12.50", "12.50"},
	} {
		b := read(t, head+"<table><tr><td>率<td "+c.attributes+">"+c.content+"<td>末</table>")
		if got := b.Grids[0].Cells[1]; got.Text != c.text || got.Doubt != nil {
			t.Errorf("%s of %s is %q, want %q", c.content, c.attributes, got.Text, c.text)
		}
	}
	if got := second(t, "", `<span style='mso-number-format:"0.00%"'>0.3577</span>`); got.Text != "0.3577" {
		t.Errorf("a page that is no sheet is read as one: %+v", got)
	}
}

// TestTablesMadeByStyle: what is a table to the reader of the page is one, whatever its elements are called.
func TestTablesMadeByStyle(t *testing.T) {
	css := `<style>.t{display:table}.r{display:table-row}.c{display:table-cell}</style>`
	b := read(t, css+`<h2>题</h2><div class=t><div class=r><div class=c><div>项</div>目</div><span class=c>甲</span></div><div class=r><div class=c>得分</div><div class=c>9</div></div></div><p>尾`)
	same(t, b, "题\n| 项目 | 甲 |\n| 得分 | 9 |\n尾")
	var page strings.Builder
	for r := range 10 {
		for k := range 3 {
			fmt.Fprintf(&page, `<div style="position:absolute;left:%dpx;top:%dpx;border:1px solid;width:90px">%d.%d</div>`, 90*k, 24*r+24, r, k)
		}
	}
	b = read(t, `<div style="position:absolute;left:0;top:0;border:1px solid;width:270px">题</div>`+page.String())
	if g := b.Grids[0]; len(b.Grids) != 1 || g.Rows != 11 || g.Cols != 3 || g.At(0, 2).Text != "题" || g.At(7, 1).Text != "6.1" {
		t.Errorf("%+v", b.Grids)
	}
}
