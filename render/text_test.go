package render

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe"
	"fuhe/render/example"
)

var update = flag.Bool("update", false, "write the golden files anew; read them before committing")

// goldenDocuments are two files: one form with findings, and one with nothing but an unread page.
func goldenDocuments(t *testing.T) []fuhe.Document {
	docs := example.Documents(example.Shanghai(t))
	return append(docs, fuhe.Document{Path: "scan.pdf", Unread: []fuhe.Unread{{At: fuhe.Source{Page: 2}, Reason: "扫描页，没有文字"}}})
}

func TestText(t *testing.T) {
	for name, o := range map[string]TextOptions{
		"zh": {Lang: fuhe.ZH}, "en": {Lang: fuhe.EN}, "quiet": {Lang: fuhe.ZH, Quiet: true}, "color": {Lang: fuhe.EN, Color: true},
	} {
		var out bytes.Buffer
		if err := Text(&out, goldenDocuments(t), o); err != nil {
			t.Fatal(err)
		}
		golden(t, name+".txt", out.Bytes())
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs:\n%s\nwant\n%s", name, got, want)
	}
}

// TestFindingIsOneLine keeps the promise that grep relies on: one line each, file and place first.
func TestFindingIsOneLine(t *testing.T) {
	r := example.Shanghai(t)
	r.Findings[0].Message = "第一行\n第二行\r\x1b[31m红\x07\u202e"
	r.Indicators[4].Name.Text = "换\n行"
	var out bytes.Buffer
	if err := Text(&out, example.Documents(r), TextOptions{Quiet: true}); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != len(r.Findings) {
		t.Fatalf("%d lines for %d findings", len(lines), len(r.Findings))
	}
	for i, l := range lines {
		if !strings.HasPrefix(l, "form.pdf:"+r.Findings[i].At.String()) {
			t.Errorf("line %d begins with %.30q", i, l)
		}
	}
	for _, bad := range []string{"\x1b", "\x07", "\r", "\u202e"} {
		if strings.Contains(out.String(), bad) {
			t.Errorf("%q reached the terminal", bad)
		}
	}
	if !strings.Contains(out.String(), `第一行 第二行 \x1b[31m红\a\u202e`) {
		t.Error("control characters are not shown escaped")
	}
}

func TestPathsAreShownOnOneLine(t *testing.T) {
	for given, want := range map[string]string{
		"a b.pdf": "a b.pdf", "新\n行.pdf": `新\n行.pdf`, "a\x1b[2J.pdf": `a\x1b[2J.pdf`, "tab\t.pdf": `tab\t.pdf`, "abc\u202efdp.exe": `abc\u202efdp.exe`, "a\xff.pdf": "a\ufffd.pdf",
	} {
		if got := Path(given); got != want {
			t.Errorf("%q is shown as %q", given, got)
		}
	}
}

func TestCells(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "执行率": 6, "≥80%": 4, "Ａ１": 4, "e\u0301": 1, "35.77% → 35.76%": 15, "𠮷": 2, "（2021）": 8} {
		if got := Cells(s); got != want {
			t.Errorf("Cells(%q) = %d, want %d", s, got, want)
		}
	}
}

// TestColumnsAlign looks at the cell in which the rule begins on each line.
func TestColumnsAlign(t *testing.T) {
	r := example.Shanghai(t)
	var out bytes.Buffer
	if err := Text(&out, example.Documents(r), TextOptions{Quiet: true}); err != nil {
		t.Fatal(err)
	}
	var first int
	for i, l := range strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n") {
		before, _, found := strings.Cut(l, "  "+r.Findings[i].Rule+"  ")
		if i == 0 {
			first = Cells(before)
		}
		if !found || Cells(before) != first {
			t.Errorf("line %d: the rule stands after %d cells, on the first line after %d", i, Cells(before), first)
		}
	}
}

func BenchmarkText(b *testing.B) {
	docs := hundred(b)
	for b.Loop() {
		if err := Text(discard{}, docs, TextOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkJSON(b *testing.B) {
	docs := hundred(b)
	for b.Loop() {
		if err := JSON(discard{}, docs, Run{}); err != nil {
			b.Fatal(err)
		}
	}
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// hundred are a hundred documents of one form each.
func hundred(b *testing.B) []fuhe.Document {
	b.Helper()
	var docs []fuhe.Document
	for range 100 {
		docs = append(docs, example.Documents(example.Shanghai(b))...)
	}
	return docs
}
