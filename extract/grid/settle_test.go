package grid

import (
	"strings"
	"testing"

	"fuhe"
)

func TestSettle(t *testing.T) {
	for _, c := range []struct{ text, want, mark string }{
		{"147663.64\u200b", "147663.64", ""}, {"\ufeff35.77%", "35.77%", ""}, {"\u202d10\u202c", "10", ""}, {"满\u00ad意\u2060度", "满意度", ""},
		{"412\u00a0907.00", "412\u00a0907.00", ""}, {"项目\u00a0名称", "项目 名称", ""}, {"\u00a0甲", "甲", ""}, {"35\u2009%", "35 %", ""},
		{"147663.64¹", "147663.64", "¹"}, {"¹⁴⁷⁶⁶³.⁶⁴", "147663.64", ""}, {"¹", "¹", ""}, {"³⁵.⁷⁷%", "35.77%", ""}, {"分值²", "分值", "²"}, {"≥320m²", "≥320m²", ""}, {"年度资金总额⁽¹⁾", "年度资金总额", "⁽¹⁾"},
	} {
		b := Book{Grids: []Grid{{Cells: []Cell{{Text: c.text}}, Above: []fuhe.Line{{Text: "年\u200b度"}}}}}
		b.Settle()
		got := b.Grids[0].Cells[0]
		if got.Text != c.want || (len(got.Marks) > 0) != (c.mark != "") || c.mark != "" && got.Marks[0] != c.mark || b.Grids[0].Above[0].Text != "年度" {
			t.Errorf("%q becomes %q %q, want %q %q", c.text, got.Text, got.Marks, c.want, c.mark)
		}
	}
}

// Two figures on two lines never become one, whatever nobody sees between them.
func TestLinesOfFiguresStayApart(t *testing.T) {
	for _, lines := range [][]string{{"10", "200"}, {"10\u200b", "200.00"}, {"100", "200", "300"}, {"10\u00a0", "200.00"}} {
		if n, ok := fuhe.ParseNumber(settled(JoinLines(lines))); ok {
			t.Errorf("%q is read as %s", lines, n)
		}
	}
	if n, ok := fuhe.ParseNumber(JoinLines([]string{"147663.", "64"})); !ok || n.String() != "147663.64" {
		t.Error("a figure cut behind its point is not read")
	}
}

// Figures that are shown from right to left are in doubt: what is seen is not what is stored. One digit is the same either way.
func TestFiguresShownFromRightToLeft(t *testing.T) {
	for text, doubt := range map[string]bool{"\u202e12.3\u202c": true, "合计 \u202e98": true, "\u202e8\u202c": false, "\u202e8\u202c12.3": false, "\u202e99\u202c": false, "\u202e满意\u202c": false, "\u202d12.3\u202c": false, "\u206712.3\u2069": false} {
		b := Book{Grids: []Grid{{Cells: []Cell{{Text: JoinLines([]string{text})}}}}}
		b.Settle()
		if got := b.Grids[0].Cells[0]; (got.Doubt == fuhe.DoubtTurned) != doubt || strings.ContainsAny(got.Text, "\u202e\u202c\u202d") {
			t.Errorf("%q becomes %q, doubt %v", text, got.Text, got.Doubt)
		}
	}
}

// FuzzPlainTexts: texts that are told to have their last form have it.
func FuzzPlainTexts(f *testing.F) {
	for _, s := range []string{"", "147,663.64", "项目（一般）：1、2。", "㎡", "10⁴", "\u3164", "\u2009", "年\u200b度", "\ufeff8", "\xe3\x81\x84\x80", "～￥％－", "\r\n", "\x7f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !isPlain(s) {
			return
		}
		text, marks := fuhe.CutRaised(onLine(settled(s)))
		if text != s || marks != "" || isTurned(s) {
			t.Errorf("%q becomes %q %q", s, text, marks)
		}
	})
}
