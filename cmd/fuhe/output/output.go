// Package output decides where the workbooks of a run go, so that nothing is overwritten: the -o of a command and the
// inputs go in, a path for each workbook comes out. No path is that of an input or of another output, none leads out of
// the folder named, every name is one that Windows takes, and a file that stands there already is only given away when
// fuhe wrote it and nobody changed it since. It writes nothing.
package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Target is where the workbooks of one run go.
type Target struct {
	Path   string // as -o names it
	Single bool   // one workbook for all, else a folder with one for each input

	Force bool                   // files that stand there are given away, whoever wrote them
	Ours  func(path string) bool // fuhe wrote it, and nobody changed it since

	Roots  []string // the paths the user named: the place of an input below one of them is kept
	inputs []os.FileInfo
	taken  map[string]bool // paths given away, as a file system that ignores case sees them
	kept   map[string]bool // paths that are for inputs which are workbooks already, likewise
}

// Protect names a file of the inputs: no output replaces it.
func (t *Target) Protect(path string) {
	if st, err := os.Stat(path); err == nil && !st.IsDir() {
		t.inputs = append(t.inputs, st)
	}
}

// Expect names an input that is to come. A workbook keeps its name: an input of another format that would take it gets its
// own suffix in the name, whichever comes first.
func (t *Target) Expect(input string) {
	name := t.below(input)
	if ext := filepath.Ext(name); strings.EqualFold(ext, workbookSuffix) {
		if t.kept == nil {
			t.kept = map[string]bool{}
		}
		t.kept[folded(filepath.Join(t.Path, safePath(strings.TrimSuffix(name, ext), workbookSuffix)))] = true
	}
}

// workbookSuffix is that of workbooks.
const workbookSuffix = ".xlsx"

// folded is a path as a file system sees it that ignores case.
func folded(path string) string { return strings.ToLower(norm.NFC.String(path)) }

// For is the path of the workbook of one input, with the suffix it must have.
func (t *Target) For(input, suffix string) (path string, err error) {
	name := t.below(input)
	ext := filepath.Ext(name)
	base := strings.TrimSuffix(name, ext)
	plain := filepath.Join(t.Path, safePath(base, suffix))
	start := 0
	if t.kept[folded(plain)] && !strings.EqualFold(ext, workbookSuffix) {
		start = 1
	}
	return t.free(func(n int) string {
		n += start
		switch {
		case n == 0:
			return plain
		case n == 1 && ext != "": // x.pdf.xlsx beside x.xlsx
			return filepath.Join(t.Path, safePath(name, suffix))
		}
		return filepath.Join(t.Path, safePath(base, fmt.Sprintf(" (%d)%s", n, suffix)))
	})
}

// Whole is the path of the one workbook.
func (t *Target) Whole() (path string, err error) {
	ext := filepath.Ext(t.Path)
	return t.free(func(n int) string {
		if n == 0 {
			return t.Path
		}
		return fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(t.Path, ext), n+1, ext)
	})
}

// maxSpellings ends the search for a free name; whoever has that many files of one name has them for another reason.
const maxSpellings = 10_000

// free is the first of some spellings that may be written.
func (t *Target) free(spelling func(n int) string) (string, error) {
	for n := range maxSpellings {
		path := spelling(n)
		key := folded(path)
		if t.taken[key] {
			continue
		}
		may, err := t.may(path)
		if err != nil {
			return "", err
		}
		if !may {
			continue
		}
		if t.taken == nil {
			t.taken = map[string]bool{}
		}
		t.taken[key] = true
		return path, nil
	}
	return "", fmt.Errorf("%s: no name is free", spelling(0))
}

// may reports whether a file may be written: it is not there, or it is given away. The error is for a path that leads out of
// the folder.
func (t *Target) may(path string) (bool, error) {
	if !t.Single {
		if err := t.inside(filepath.Dir(path)); err != nil {
			return false, err
		}
	}
	st, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	if st.Mode()&os.ModeSymlink != 0 && !t.Single || st.IsDir() {
		return false, nil
	}
	if real, err := os.Stat(path); err == nil {
		for _, in := range t.inputs {
			if os.SameFile(in, real) {
				return false, nil
			}
		}
	}
	return t.Force || t.Ours != nil && t.Ours(path), nil
}

// ErrOutside is a link below the folder of the outputs that leads out of it.
var ErrOutside = errors.New("a link leads out of the folder of the outputs")

// inside refuses folders below the target that are links to elsewhere.
func (t *Target) inside(dir string) error {
	home, err := filepath.EvalSymlinks(t.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil // nothing is there yet
	}
	if err != nil {
		return err
	}
	for d := dir; len(d) > len(t.Path); d = filepath.Dir(d) {
		real, err := filepath.EvalSymlinks(d)
		if errors.Is(err, fs.ErrNotExist) {
			if _, err := os.Lstat(d); err == nil {
				return fmt.Errorf("%s: %w", d, ErrOutside) // it leads nowhere, and would make what it names
			}
			continue
		}
		if err != nil {
			return err
		}
		if rel, err := filepath.Rel(home, real); err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return fmt.Errorf("%s: %w", d, ErrOutside)
		}
	}
	return nil
}

// below is the name of an input with its place below the path that the user named.
func (t *Target) below(input string) string {
	name := filepath.ToSlash(input)
	if input == "-" {
		return "stdin"
	}
	for _, root := range t.Roots {
		if rest, ok := strings.CutPrefix(name, strings.TrimSuffix(filepath.ToSlash(root), "/")+"/"); ok {
			return rest
		}
	}
	return filepath.Base(input)
}
