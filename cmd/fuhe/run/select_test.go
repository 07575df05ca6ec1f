package run

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fuhe/extract"
)

func TestSelection(t *testing.T) {
	for _, c := range []struct {
		selected, ignored, rule string
		want                    bool
	}{
		{"", "", "F102", true}, {"F", "", "F102", true}, {"F", "", "T401", false}, {"f102", "", "F102", true}, {"", "F", "F102", false},
		{"F102", "F", "F102", true}, {"F", "F102", "F102", false}, {"F", "F", "F102", false}, {"all", "X6", "X603", false}, {"all", "X6", "I305", true},
		{"", "all", "I305", false}, {"I305", "all", "I305", true},
	} {
		s := Selection{strings.FieldsFunc(c.selected, comma), strings.FieldsFunc(c.ignored, comma)}
		if got := s.Wants(c.rule); got != c.want {
			t.Errorf("select %q, ignore %q: %s %v", c.selected, c.ignored, c.rule, got)
		}
	}
}

func comma(r rune) bool { return r == ',' }

// Every input is in exactly one part, whatever the others are.
func TestShardsPartTheInputs(t *testing.T) {
	var inputs []extract.Input
	for i := range 200 {
		inputs = append(inputs, extract.Input{Path: filepath.Join("in", strings.Repeat("a", i)+".pdf")})
	}
	total := 0
	for part := 1; part <= 3; part++ {
		n := len(Shard{part, 3}.of(slices.Clone(inputs)))
		if n < 30 {
			t.Errorf("part %d has %d of %d", part, n, len(inputs))
		}
		total += n
	}
	if total != len(inputs) {
		t.Errorf("%d of %d", total, len(inputs))
	}
	for _, wrong := range []string{"", "1", "0/3", "4/3", "a/b", "1/0"} {
		if _, err := ParseShard(wrong); err == nil {
			t.Errorf("%q is taken", wrong)
		}
	}
}

func TestExpandAndUpwards(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, p := range []string{"a.pdf", "b.pdf", "c.xlsx", "in/a.pdf", "in/deep/b.pdf", ".hidden/x.pdf", "fuhe.yaml", "[1].pdf"} {
		if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for pattern, want := range map[string]string{
		"*.pdf": "[1].pdf a.pdf b.pdf", "?.pdf": "a.pdf b.pdf", "**/*.pdf": "[1].pdf a.pdf b.pdf in/a.pdf in/deep/b.pdf", "in/*": "in/a.pdf in/deep",
		"in/**/b.pdf": "in/deep/b.pdf", "none*": "none*", "a.pdf": "a.pdf", "[1].pdf": "[1].pdf",
	} {
		if got := filepath.ToSlash(strings.Join(Expand(pattern), " ")); got != want {
			t.Errorf("%s: %s, want %s", pattern, got, want)
		}
	}
	if got := Upwards("in/deep/b.pdf", "fuhe.yaml"); filepath.Base(got) != "fuhe.yaml" {
		t.Errorf("found %q", got)
	}
	if got := Upwards("in", "no such file"); got != "" {
		t.Errorf("found %q", got)
	}
}
