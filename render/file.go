package render

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// WriteFile writes a file whole or not at all: into a new file beside it, to the disk, then in its place. Whatever goes
// wrong, what stood at path before still stands there. A link is followed; a folder or a device is never replaced.
func WriteFile(path string, write func(io.Writer) error) error {
	d, err := NewDraft(path)
	if err != nil {
		return err
	}
	if err := write(d); err != nil {
		return errors.Join(d.failed(err), d.Drop())
	}
	return d.Keep()
}

// Draft is a file being written beside its place.
type Draft struct {
	*os.File
	path   string // as it was named
	target string
}

// NewDraft begins a file that is to stand at path.
func NewDraft(path string) (*Draft, error) {
	target, mode, err := target(path)
	if err != nil {
		return nil, err
	}
	f, err := createBeside(target, mode)
	if err != nil {
		return nil, writing(path, err)
	}
	return &Draft{f, path, target}, nil
}

// failed is an error of the draft as one of the file that was named; another file that could not be read stays in it.
func (d *Draft) failed(err error) error {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &at) && at.Path == d.Name():
		err = at.Err
	case errors.As(err, &link) && link.Old == d.Name():
		err = link.Err
	}
	return &fs.PathError{Op: "write", Path: d.path, Err: err}
}

// writing is an error of a file beside its place as one of the file that was named.
func writing(path string, err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	return &fs.PathError{Op: "write", Path: path, Err: err}
}

// Keep puts the file in its place, whole and on the disk.
func (d *Draft) Keep() error {
	err := d.Sync()
	if closed := d.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(d.Name(), d.target)
	}
	if err != nil {
		return errors.Join(d.failed(err), os.Remove(d.Name()))
	}
	syncFolder(filepath.Dir(d.target))
	return nil
}

// Drop takes the file away again.
func (d *Draft) Drop() error { return errors.Join(d.Close(), os.Remove(d.Name())) }

// DraftPattern is what names of drafts look like that a crash has left behind.
const DraftPattern = ".fuhe-*.tmp"

// target is where the file really goes, and with which permissions: those of the file it replaces.
func target(path string) (string, os.FileMode, error) {
	if path == "" {
		return "", 0, errors.New("no file to write named")
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	switch st, err := os.Stat(path); {
	case errors.Is(err, os.ErrNotExist):
		return path, 0o666, nil // less the umask
	case err != nil:
		return "", 0, err
	case st.IsDir():
		return "", 0, &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	case !st.Mode().IsRegular():
		return "", 0, fmt.Errorf("write %s: it is no regular file", path)
	default:
		return path, st.Mode().Perm(), nil
	}
}

// createBeside makes a new hidden file in the target's folder: a rename is only atomic within one file system.
// os.CreateTemp would make it readable by its owner only.
func createBeside(target string, mode os.FileMode) (*os.File, error) {
	name := filepath.Join(filepath.Dir(target), ".fuhe-"+rand.Text()+".tmp")
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
}

// syncFolder makes the rename itself durable. Some systems cannot sync a folder; the file is whole either way, so
// nothing is reported.
func syncFolder(folder string) {
	d, err := os.Open(folder)
	if err != nil {
		return
	}
	defer d.Close()
	_ = d.Sync()
}
