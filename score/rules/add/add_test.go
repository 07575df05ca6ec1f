package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// laid is a copy of the catalogue in a folder of its own, with a rule added.
func laid(t *testing.T, id, name string) (string, []string, error) {
	t.Helper()
	score := t.TempDir()
	for _, folder := range []string{"rules", "rulebook/testdata"} {
		if err := os.MkdirAll(filepath.Join(score, folder), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	files, err := filepath.Glob("../*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no rules", err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(score, "rules", filepath.Base(f)), raw, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	written, err := add(score, id, name)
	return score, written, err
}

func TestARuleTakesThreeFiles(t *testing.T) {
	score, written, err := laid(t, "I398", "never-said")
	if err != nil || len(written) != 3 {
		t.Fatalf("%v, %v", written, err)
	}
	for file, want := range map[string]string{
		"rules/neversaid.go": `ID: "I398", Name: "never-said"`, "rulebook/testdata/I398.txtar": "-- findings --", "rules/rule.go": ", neverSaid,\n",
	} {
		raw, err := os.ReadFile(filepath.Join(score, file))
		if err != nil || !strings.Contains(string(raw), want) {
			t.Errorf("%s: %v, no %q in it", file, err, want)
		}
	}
	catalogue, err := os.ReadFile(filepath.Join(score, "rules", "rule.go"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(catalogue)) {
		if strings.Contains(line, "neverSaid") && !strings.Contains(line, "scoreOverWeight") {
			t.Errorf("%q: not among the rules of its family", line)
		}
	}
}

func TestNothingIsOverwritten(t *testing.T) {
	for _, c := range []struct{ id, name, says string }{
		{"F102", "another-name", "for ever"}, {"F199", "lowrate", "there already"}, {"f1", "x", "three digits"}, {"F199", "Bad Name", "small letters"},
	} {
		if _, written, err := laid(t, c.id, c.name); err == nil || !strings.Contains(err.Error(), c.says) || len(written) > 0 {
			t.Errorf("%s %s: %v, %v", c.id, c.name, written, err)
		}
	}
}
