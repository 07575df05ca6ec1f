package render

import (
	"testing"

	"fuhe"
)

// A command that stands on a paper can be typed again.
func TestCommandLine(t *testing.T) {
	run := Run{Command: "correct", Flags: []string{"--evidence", "--output", "out.xlsx"}, Paths: []string{"a b.pdf", "-c.pdf", "-"}}
	if got := run.CommandLine(fuhe.EN); got != `fuhe correct --evidence --output out.xlsx "a b.pdf" ./-c.pdf -` {
		t.Error(got)
	}
	run.Paths = []string{"1", "2", "3", "4", "5"}
	if got := run.CommandLine(fuhe.ZH); got != "fuhe correct --evidence --output out.xlsx 1 2 3 …（另 2 个）" {
		t.Error(got)
	}
	for word, want := range map[string]string{"": `""`, "表.pdf": "表.pdf", "*.tmp": `"*.tmp"`, "a$b'c": `'a$b'\''c'`, "it's": `"it's"`} {
		if got := ShellWord(word); got != want {
			t.Errorf("%q: %s, want %s", word, got, want)
		}
	}
}
