package pdf_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fuhe/extract/pdf"
)

// Two readers that share no code but the table of radicals see the same characters in the same cells.
func TestReadersAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("the second reader takes seconds to start")
	}
	every, seen := 4, 0 // files; the whole CI takes all of them
	if os.Getenv("FUHE_SLOW") != "" {
		every = 1
	}
	for _, dir := range []string{"../../samples", "../../../shared/corpus/generated"} {
		if _, err := os.Stat(dir); err != nil {
			t.Logf("%s is not there: skipped", dir)
			continue
		}
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if filepath.Base(path) == "without-rules" { // the words of forms find their cells: compared in extract
				return filepath.SkipDir
			}
			if err == nil && filepath.Ext(path) == ".pdf" {
				if seen++; seen%every == 0 {
					agree(t, path)
				}
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

func agree(t *testing.T, path string) {
	f, err := os.Open(path)
	if err != nil {
		t.Error(err)
		return
	}
	defer f.Close()
	stat, err := f.Stat()
	if err != nil {
		t.Error(err)
		return
	}
	b, err := pdf.Read(context.Background(), f, stat.Size(), pdf.Options{Verify: true})
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	cells, scanned := 0, false
	for _, u := range b.Unread {
		if scanned = scanned || strings.Contains(u.Reason, "scanned"); !strings.Contains(u.Reason, "scanned") {
			t.Errorf("%s: %s: %s", path, u.At, u.Reason)
		}
	}
	for _, g := range b.Grids {
		cells += len(g.Cells)
	}
	if cells == 0 && !scanned {
		t.Errorf("%s: no cell was compared", path)
	}
}
