package run

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"fuhe"
	"fuhe/extract"
)

// A file that was exchanged after it was read is not shown as evidence of what was read.
func TestChangedFilesAreNotShown(t *testing.T) {
	raw, err := os.ReadFile("../../../samples/shanghai-2021/chromium.pdf")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, raw, 0o666); err != nil {
		t.Fatal(err)
	}
	r := New(Options{Paths: []string{path}, Jobs: 1})
	pictures := NewPictures(extract.Options{})
	defer pictures.Close()
	var read fuhe.Document
	if _, err := r.Each(context.Background(), func(in extract.Input, doc fuhe.Document) error {
		pictures.Add(in)
		read = doc
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if p, err := pictures.Draw(&read, read.PageSizes[0], 1); err != nil || p.Rect.Dx() != 595 {
		t.Fatalf("%v", err)
	}
	pictures.Close()
	if err := os.WriteFile(path, append(raw, '\n'), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := pictures.Draw(&read, read.PageSizes[0], 1); !errors.Is(err, ErrChanged) {
		t.Errorf("%v", err)
	}
}
