package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// changing is what two runs over the same files may differ in.
var changing = regexp.MustCompile(`"(seconds|started)": ?("[^"]*"|[0-9.e-]+)`)

// What a child reads is what this process reads: documents, forms, tables and findings are the same to the letter.
func TestReadApart(t *testing.T) {
	for _, args := range [][]string{
		{"check", "--format", "json", "--lang", "en", "../../samples"}, {"check", "--format", "json", "--lang", "zh", "testdata", "../../extract/testdata"},
		{"tables", "--format", "json", "--inferred", "../../samples/accounts", "../../samples/web-page"}, {"check", "--password", "123", "--format", "json", "testdata/encrypted-123.xlsx"},
	} {
		var out [2][]byte
		for i, program := range []string{"fuhe", "fuhe-apart"} {
			c := exec.Command(program, args...)
			var stderr bytes.Buffer
			c.Stderr = &stderr
			out[i], _ = c.Output() // findings and unread files give a status
			if out[i] = changing.ReplaceAll(out[i], nil); len(out[i]) == 0 {
				t.Fatalf("%s %v: %s", program, args, stderr.String())
			}
		}
		if !bytes.Equal(out[0], out[1]) {
			t.Errorf("%v: apart it is another:\n%s", args, firstDifference(string(out[0]), string(out[1])))
		}
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			from := max(0, i-10)
			return strings.Join(x[from:min(i+3, len(x))], "\n") + "\n---\n" + strings.Join(y[from:min(i+3, len(y))], "\n")
		}
	}
	return "one is longer"
}

// A file whose reading takes more memory than a child may costs itself; the others of the run are read.
func TestOddFileCostsItself(t *testing.T) {
	dir := t.TempDir()
	form, err := os.ReadFile("../../samples/shanghai-2021/chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a.pdf", "z.pdf"} {
		if err := os.WriteFile(filepath.Join(dir, name), form, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	large := append([]byte("<html><table>"), bytes.Repeat([]byte("<tr><td>1</td><td>2</td></tr>\n"), 1<<20)...)
	if err := os.WriteFile(filepath.Join(dir, "m.html"), large, 0o666); err != nil {
		t.Fatal(err)
	}
	out, _ := exec.Command("fuhe", "check", "--lang", "en", "--memory", "90MiB", dir).CombinedOutput()
	if text := string(out); strings.Count(text, "error F102") != 2 || !strings.Contains(text, "m.html") || !strings.Contains(text, "unread 1") {
		t.Errorf("%s", text)
	}
}
