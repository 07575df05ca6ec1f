package ofd

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// fontOf is the program of a font with these glyphs, as far as it is looked at.
func fontOf(glyphs map[rune]int) []byte {
	runes := slices.Sorted(maps.Keys(glyphs))
	table := func(format, length, language int) []byte {
		b := binary.BigEndian.AppendUint16(nil, uint16(format))
		b = binary.BigEndian.AppendUint16(b, 0)
		b = binary.BigEndian.AppendUint32(b, uint32(length))
		return binary.BigEndian.AppendUint32(b, uint32(language))
	}
	groups := binary.BigEndian.AppendUint32(table(12, 16+12*len(runes), 0), uint32(len(runes)))
	for _, r := range runes {
		for _, v := range []int{int(r), int(r), glyphs[r]} {
			groups = binary.BigEndian.AppendUint32(groups, uint32(v))
		}
	}
	cmap := append([]byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12}, groups...)
	out := []byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0}
	out = append(out, "cmap\x00\x00\x00\x00"...)
	out = binary.BigEndian.AppendUint32(out, 28)
	out = binary.BigEndian.AppendUint32(out, uint32(len(cmap)))
	return append(out, cmap...)
}

// piece is a text at a place with a step between its characters.
func piece(x, y, step float64, text string) string {
	return fmt.Sprintf(`<ofd:TextObject Boundary="0 0 210 297" Size="3.5" Font="7"><ofd:TextCode X="%g" Y="%g" DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>`,
		x, y, strings.TrimSpace(strings.Repeat(fmt.Sprintf("%g ", step), len([]rune(text))-1)), text)
}

// TestSteps: steps wider than the characters are are not believed where the pieces of figures contradict them.
func TestSteps(t *testing.T) {
	figure := func(x, y float64) string { // digits are 1.75 wide, their steps say 2.4; the point is 0.9 wide
		return piece(x, y, 2.4, "164654") + piece(x+6*1.75, y, 0, ".") + piece(x+6*1.75+0.9, y, 2.4, "41")
	}
	got := texts(t, of(layer(rules, figure(21, 27), figure(51, 27), figure(21, 37), figure(51, 37)), ""))
	if want := "164654.41|164654.41|164654.41|164654.41"; got != want {
		t.Errorf("%s", got)
	}
	// Two texts in one piece: the gap between them, with the rule in it, is spread over its steps.
	got = texts(t, of(layer(rules, piece(31, 27, 3.72, "年度指标值实际完成值"), piece(21, 37, 3.5, "健全"), piece(51, 37, 3.5, "健全")), ""))
	if want := "年度指标值|实际完成值|健全|健全"; got != want {
		t.Errorf("%s", got)
	}
	// A figure over a border may be two.
	got = texts(t, of(layer(rules, piece(47.3, 27, 2, "1014"), piece(21, 37, 3.5, "健全"), piece(51, 37, 3.5, "健全")), ""))
	if !strings.Contains(got, "unsure: a figure that runs over the border of its column") {
		t.Errorf("%s", got)
	}
}

func TestStepsAreRead(t *testing.T) {
	for _, c := range []struct {
		text string
		want []float64
		ok   bool
	}{
		{"", nil, true}, {"1 2.5", []float64{1, 2.5}, true}, {"g 3 1.5 2", []float64{1.5, 1.5, 1.5, 2}, true}, {"1,2", []float64{1, 2}, true},
		{"g 3", nil, false}, {"g -1 2", nil, false}, {"x", nil, false}, {"g 1000000000 1", nil, false},
	} {
		if got, ok := steps(c.text); !slices.Equal(got, c.want) || ok != c.ok {
			t.Errorf("%q: %v %v", c.text, got, ok)
		}
	}
}

func TestPaths(t *testing.T) {
	for _, c := range []struct {
		data string
		n    int
		ok   bool
	}{
		{"M 0 0 L 10 0", 1, true}, {"S 0 0 L 10 0 C M 1 1 L 2 2", 2, true}, {"M0 0L10,0", 1, true}, {"M 0 0 A 5 5 0 1 1 10 0 C", 1, true},
		{"M 0 0 Q 1 1 2 0 B 1 1 2 2 3 0", 1, true}, {"M 0", 0, false}, {"X 1 2", 0, false}, {"C", 0, true}, {"M 0 0 L NaN 1", 1, false},
	} {
		if got, ok := outlinesOf(c.data, identity, 1000); len(got) != c.n || ok != c.ok {
			t.Errorf("%q: %d outlines, %v", c.data, len(got), ok)
		}
	}
	o, _ := outlinesOf("M 0 0 A 5 5 0 0 1 10 0", identity, 1000)
	if b := o[0].bounds(); b[1] > -4.8 || b[3] > 0.01 {
		t.Errorf("an arc over the line lies in %v", b)
	}
}
