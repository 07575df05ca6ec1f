package ocr

import (
	"archive/zip"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A folder without a model, a package without one and a place that is not there say that there is none; a file of its name
// that is another says so, and is not used.
func TestFindModelRefuses(t *testing.T) {
	folder := t.TempDir()
	empty := filepath.Join(folder, "empty.whl")
	f, err := os.Create(empty)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(zip.NewWriter(f).Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	for _, place := range []string{folder, empty, filepath.Join(folder, "none")} {
		if _, err := FindModel(place); !errors.Is(err, ErrNoModel) {
			t.Errorf("%s: %v", place, err)
		}
	}
	other := filepath.Join(folder, "ch_PP-OCRv4_rec_infer.onnx")
	if err := os.WriteFile(other, []byte("another model"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, place := range []string{folder, other} {
		if _, err := FindModel(place); err == nil || errors.Is(err, ErrNoModel) || !strings.Contains(err.Error(), "SHA-256") {
			t.Errorf("%s: %v", place, err)
		}
	}
}
