package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe"
)

// Files dropped on the program are corrected into a workbook beside them; anything else is taken as it was typed.
func TestDroppedFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, p := range []string{"in/表.pdf", "in/b.pdf"} {
		if err := os.MkdirAll(filepath.Dir(p), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for typed, want := range map[string]string{
		"fuhe":                   "fuhe serve",
		"fuhe in/表.pdf":          "fuhe correct -o in/表-复核.xlsx -- in/表.pdf",
		"fuhe in/表.pdf in/b.pdf": "fuhe correct -o in/表-复核.xlsx -- in/表.pdf in/b.pdf",
		"fuhe in":                "fuhe correct -o in-复核.xlsx -- in",
		"fuhe check in":          "fuhe check in",
		"fuhe none.pdf":          "fuhe none.pdf",
	} {
		if got := filepath.ToSlash(strings.Join(dropped(strings.Fields(typed), fuhe.ZH), " ")); got != want {
			t.Errorf("%s: %s, want %s", typed, got, want)
		}
	}
}
