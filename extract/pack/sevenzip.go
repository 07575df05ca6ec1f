package pack

import (
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/bodgit/sevenzip"
)

// sevenZip goes through the files of a 7-Zip archive.
type sevenZip struct {
	files    []*sevenzip.File
	at       int // of the next one
	open     io.ReadCloser
	close    func() error
	password string
}

func openSevenZip(r io.ReaderAt, size int64, o Options) (Series, error) {
	s := &sevenZip{close: func() error { return nil }, password: o.Password}
	if path.Ext(o.Path) == ".001" { // the volumes behind it are opened with it
		z, err := sevenzip.OpenReaderWithPassword(o.Path, o.Password)
		if err != nil {
			return nil, s.told(err)
		}
		s.files, s.close = z.File, z.Close
	} else {
		z, err := sevenzip.NewReaderWithPassword(r, size, o.Password)
		if err != nil {
			return nil, s.told(err)
		}
		s.files = z.File
	}
	if len(s.files) > maxMembers {
		return nil, errors.Join(fmt.Errorf("the archive holds more than %d files", maxMembers), s.Close())
	}
	return s, nil
}

// told is an error in the terms of this package.
func (s *sevenZip) told(err error) error {
	var read *sevenzip.ReadError
	if errors.As(err, &read) && read.Encrypted {
		return ErrEncrypted
	}
	return fmt.Errorf("damaged 7-Zip archive: %s", strings.TrimPrefix(err.Error(), "sevenzip: "))
}

func (s *sevenZip) Next() (Member, error) {
	if err := s.done(); err != nil {
		return Member{}, err
	}
	if s.at == len(s.files) {
		return Member{}, io.EOF
	}
	f := s.files[s.at]
	s.at++
	return Member{Name: f.Name, Size: int64(f.UncompressedSize), Mode: f.Mode()}, nil
}

// done closes the file gone to before.
func (s *sevenZip) done() error {
	if s.open == nil {
		return nil
	}
	err := s.open.Close()
	s.open = nil
	return err
}

func (s *sevenZip) Read(p []byte) (int, error) {
	if s.open == nil {
		if s.at == 0 {
			return 0, io.EOF
		}
		var err error
		if s.open, err = s.files[s.at-1].Open(); err != nil {
			return 0, s.told(err)
		}
	}
	n, err := s.open.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		err = s.told(err)
	}
	return n, err
}

func (s *sevenZip) Close() error { return errors.Join(s.done(), s.close()) }
