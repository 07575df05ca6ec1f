// Package pack opens archives that are no zip (7-Zip, RAR in several volumes too, tar, gzip, bzip2) and mail (messages, web
// archives): the bytes of a file go in, out come the files in it one after the other, with their names. It opens no archive
// inside another one, reads no document and writes nothing.
package pack

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// Kind is what an archive is.
type Kind string

const (
	SevenZip Kind = "7-Zip archive"
	RAR      Kind = "RAR archive"
	Tar      Kind = "tar archive"
	Gzip     Kind = "gzip archive"
	Bzip2    Kind = "bzip2 archive"
	Mail     Kind = "mail"
)

// Member is one file of an archive.
type Member struct {
	Name string      // as stored, with slashes; not yet fit to be shown
	Size int64       // bytes unpacked; -1 when that is not told
	Mode fs.FileMode // a folder, a link, a file

	Target string // of a link
}

// Series is an archive that is read from its first file to its last.
type Series interface {
	// Next goes to the next file; io.EOF behind the last.
	Next() (Member, error)
	// Read reads the file that Next went to.
	io.Reader
	Close() error
}

// Options say how to open an archive.
type Options struct {
	Password string
	Path     string // on the disk, where further volumes lie beside it; "" for one that is packed itself
	Name     string // of the archive: one that holds a single file mostly has its name
}

// ErrEncrypted is an archive, or a file of one, that needs a password, or another one than was given.
var ErrEncrypted = errors.New("encrypted: a password is needed, or the one given is wrong")

// Open opens an archive.
func Open(k Kind, r io.ReaderAt, size int64, o Options) (Series, error) {
	switch k {
	case SevenZip:
		return openSevenZip(r, size, o)
	case RAR:
		return openRAR(r, size, o)
	case Tar:
		return openTar(io.NewSectionReader(r, 0, size), io.NopCloser(nil)), nil
	case Gzip, Bzip2:
		return openCompressed(k, io.NewSectionReader(r, 0, size), o)
	case Mail:
		return openMail(r, size)
	}
	return nil, fmt.Errorf("no archive: %s", k)
}
