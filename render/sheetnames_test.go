package render

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

func TestSheetNames(t *testing.T) {
	long := strings.Repeat("水", 40)
	cases := []struct{ wanted, name string }{
		{"水旱灾害防御经费", "水旱灾害防御经费"},
		{"水旱灾害防御经费", "水旱灾害防御经费 (2)"},
		{"[a]/b:c\\d?e*f", "_a__b_c_d_e_f"},
		{"'quoted'", "quoted"},
		{"QUOTED", "QUOTED (2)"},
		{"", "表1"},
		{" \t", "表1 (2)"},
		{"History", "表1 (3)"},
		{long, long[:31*3]},
		{long, long[:27*3] + " (2)"},
		{strings.Repeat("𠮷", 20), strings.Repeat("𠮷", 15)},
		{"line\nbreak\x1b[31m", "line break_x1b_31m"},
	}
	names := SheetNames{}
	for _, c := range cases {
		if got := names.Take(c.wanted, "表1"); got != c.name {
			t.Errorf("Take(%q) = %q, want %q", c.wanted, got, c.name)
		}
	}
}

func FuzzSheetNames(f *testing.F) {
	f.Add("a", "A")
	f.Add("'[", strings.Repeat("x", 31)+"'")
	f.Fuzz(func(t *testing.T, a, b string) {
		names := SheetNames{}
		first, second := names.Take(a, "表"), names.Take(b, "表")
		if strings.EqualFold(first, second) {
			t.Fatalf("%q and %q are one name", first, second)
		}
		file := excelize.NewFile()
		defer file.Close()
		for _, n := range []string{first, second} {
			if len(utf16.Encode([]rune(n))) > 31 {
				t.Fatalf("%q is too long", n)
			}
			if n == "Sheet1" {
				continue
			}
			if _, err := file.NewSheet(n); err != nil {
				t.Fatalf("%q: %v", n, err)
			}
		}
	})
}
