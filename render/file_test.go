package render

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func say(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

func TestWriteFile(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.xlsx")
	if err := WriteFile(path, say("one")); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, say("two")); err != nil {
		t.Fatal(err)
	}
	st, err := os.Stat(path)
	if err != nil || st.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, want that of the file replaced; %v", st.Mode(), err)
	}
	link := filepath.Join(folder, "link.xlsx")
	if err := os.Symlink("out.xlsx", link); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(link, say("three")); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "three" {
		t.Errorf("through the link: %q, %v", got, err)
	}
	if st, err := os.Lstat(link); err != nil || st.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link was replaced: %v", err)
	}
}

func TestWriteFileLeavesNoHalf(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "out.xlsx")
	if err := WriteFile(path, say("whole")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := WriteFile(path, func(w io.Writer) error {
		if err := say("ha")(w); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "whole" {
		t.Errorf("after a failed write: %q, %v", got, err)
	}
	if names, err := filepath.Glob(filepath.Join(folder, ".*")); err != nil || len(names) > 0 {
		t.Errorf("left over: %v, %v", names, err)
	}
}

func TestWriteFileRefuses(t *testing.T) {
	folder := t.TempDir()
	for _, path := range []string{"", folder, filepath.Join(folder, "no such folder", "x"), os.DevNull} {
		if err := WriteFile(path, say("x")); err == nil {
			t.Errorf("%q was written", path)
		}
	}
	if names, err := os.ReadDir(folder); err != nil || len(names) > 0 {
		t.Errorf("left over: %v, %v", names, err)
	}
}
