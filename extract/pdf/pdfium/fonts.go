package pdfium

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
)

// fontFolder is where PDFium looks for fonts.
const fontFolder = "usr/share/fonts"

// fontTree is what PDFium sees of the machine where it draws: the font files, side by side in one folder, to be read.
type fontTree map[string]string // name in the folder → file of the machine

// systemFonts are the font files of the machine.
func systemFonts() fontTree {
	tree := fontTree{}
	for _, folder := range fontFolders() {
		_ = filepath.WalkDir(folder, func(file string, d fs.DirEntry, err error) error { // what cannot be looked into has none
			suffix := strings.ToLower(filepath.Ext(file))
			if err == nil && !d.IsDir() && slices.Contains([]string{".ttf", ".ttc", ".otf", ".otc"}, suffix) && len(tree) < maxFonts {
				tree[fmt.Sprintf("%04d%s", len(tree), suffix)] = file
			}
			return nil
		})
	}
	return tree
}

// fontFolders are the folders in which a system keeps fonts, those of all users first.
func fontFolders() []string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = string([]byte{0}) // no file system has such a name
	}
	switch runtime.GOOS {
	case "windows":
		return []string{filepath.Join(os.Getenv("SystemRoot"), "Fonts"), filepath.Join(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library", "Fonts")}
	}
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts")}
}

// Open opens a font, or a folder above them.
func (t fontTree) Open(name string) (fs.File, error) {
	folder, base := path.Split(name)
	if file := t[base]; file != "" && path.Clean(folder) == fontFolder {
		return os.Open(file)
	}
	if name == "." || name == fontFolder || strings.HasPrefix(fontFolder, name+"/") {
		return &fontDir{name: name, entries: t.entries(name)}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// entries are what a folder holds.
func (t fontTree) entries(folder string) []fs.DirEntry {
	var out []fs.DirEntry
	if folder != fontFolder {
		rest := strings.TrimPrefix(fontFolder, strings.TrimPrefix(folder+"/", "./"))
		child, _, _ := strings.Cut(rest, "/")
		return []fs.DirEntry{fontEntry{child, true}}
	}
	for name := range t {
		out = append(out, fontEntry{name, false})
	}
	slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return out
}

// fontEntry is a font or a folder as its folder lists it; fontDir an open folder.
type (
	fontEntry struct {
		name   string
		folder bool
	}
	fontDir struct {
		name    string
		entries []fs.DirEntry
	}
)

func (e fontEntry) Name() string               { return e.name }
func (e fontEntry) IsDir() bool                { return e.folder }
func (e fontEntry) Info() (fs.FileInfo, error) { return e, nil }
func (e fontEntry) Type() fs.FileMode          { return e.Mode().Type() }
func (e fontEntry) Size() int64                { return 0 }
func (e fontEntry) ModTime() time.Time         { return time.Time{} }
func (e fontEntry) Sys() any                   { return nil }
func (e fontEntry) Mode() fs.FileMode {
	if e.folder {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

func (d *fontDir) Stat() (fs.FileInfo, error) { return fontEntry{path.Base(d.name), true}, nil }
func (d *fontDir) Close() error               { return nil }
func (d *fontDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.name, Err: fs.ErrInvalid}
}

// ReadDir lists the next n entries, or all.
func (d *fontDir) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(d.entries) == 0 {
		return nil, io.EOF
	}
	if n <= 0 {
		n = len(d.entries)
	}
	n = min(n, len(d.entries))
	some := d.entries[:n]
	d.entries = d.entries[n:]
	return some, nil
}
