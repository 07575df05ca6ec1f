package native

import (
	"fmt"
	"strings"
	"testing"
)

func (o object) String() string {
	switch o.kind {
	case number:
		return fmt.Sprintf("%g", o.num)
	case name:
		return "/" + string(o.str)
	case text:
		return fmt.Sprintf("(%s)", o.str)
	case operator:
		return string(o.str)
	}
	var parts []string
	for _, e := range o.list {
		parts = append(parts, e.String())
	}
	if o.kind == dict {
		return "<<" + strings.Join(parts, " ") + ">>"
	}
	return "[" + strings.Join(parts, " ") + "]"
}

// One object a blank in the wanted form, as ISO 32000-1, 7.2 and 7.3 mean it.
func TestTokens(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"1 -2 +3 4.5 -.002 .5 6. 0.00-35", "1 -2 3 4.5 -0.002 0.5 6 0"},
		{"--5 123456789012345678901 1.7976", "-5 1.2345678901234568e+20 1.7976"},
		{"1 0 0 RG%remark\n2 w", "1 0 0 RG 2 w"},
		{"/Name/A#20B /C#D", "/Name /A B /C#D"},
		{`(a(b)c)(\(\)\\)(\101\1012\7)`, `(a(b)c) (()\) (AA2` + "\x07" + `)`},
		{"(a\\\nb)(a\r\nb)(\\n)", "(ab) (a\nb) (\n)"},
		{"<48 65 6C6c 6F><4>", "(Hello) (@)"},
		{"[(a)-20.5(b)]TJ", "[(a) -20.5 (b)] TJ"},
		{"<</A 1/B[1 2]/C<</D(x)>>>>BDC", "<</A 1 /B [1 2] /C <</D (x)>>>> BDC"},
		{"q\x00Q\fBT\tET", "q Q BT ET"},
		{"0 0 m1 1 l", "0 0 m1 1 l"},
		{"(open", "(open" + ")"},
		{"T* ' \" f* b*", "T* ' \" f* b*"},
	} {
		l := &lexer{b: []byte(c.in)}
		var got []string
		for o := l.next(); o.kind != end; o = l.next() {
			got = append(got, o.String())
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%q: %q, want %q", c.in, s, c.want)
		}
	}
}

func TestTokensNestedWithoutEnd(t *testing.T) {
	l := &lexer{b: []byte(strings.Repeat("[", 1_000_000))}
	for o := l.next(); o.kind != end; o = l.next() {
	}
	if !l.odd {
		t.Error("a million arrays in one another are nothing to remark on")
	}
}

// Every number that is printed is read back as itself.
func TestNumbers(t *testing.T) {
	for i := -200_000; i <= 200_000; i += 37 {
		v := float64(i) / 1000
		l := &lexer{b: fmt.Appendf(nil, "%.3f", v)}
		if got := l.next(); got.kind != number || got.num-v > 1e-9 || v-got.num > 1e-9 {
			t.Fatalf("%.3f is read as %v", v, got)
		}
	}
}
