package pack

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/nwaples/rardecode/v2"
)

// rar goes through the files of a RAR archive, of several volumes when it lies on the disk.
type rar struct {
	*rardecode.Reader
	close func() error
	seen  int
}

func openRAR(r io.ReaderAt, size int64, o Options) (Series, error) {
	options := []rardecode.Option{rardecode.MaxDictionarySize(maxDictionaryBytes)}
	if o.Password != "" {
		options = append(options, rardecode.Password(o.Password))
	}
	if o.Path != "" {
		rc, err := rardecode.OpenReader(o.Path, options...)
		if err != nil {
			return nil, toldRAR(err)
		}
		return &rar{Reader: &rc.Reader, close: rc.Close}, nil
	}
	in, err := rardecode.NewReader(io.NewSectionReader(r, 0, size), options...)
	if err != nil {
		return nil, toldRAR(err)
	}
	return &rar{Reader: in, close: func() error { return nil }}, nil
}

// toldRAR is an error in the terms of this package.
func toldRAR(err error) error {
	switch {
	case errors.Is(err, io.EOF):
		return io.EOF
	case errors.Is(err, rardecode.ErrArchiveEncrypted), errors.Is(err, rardecode.ErrArchivedFileEncrypted), errors.Is(err, rardecode.ErrBadPassword):
		return ErrEncrypted
	case errors.Is(err, rardecode.ErrFileNameRequired):
		return errors.New("the archive goes on in another volume — put all its volumes into one folder")
	}
	return fmt.Errorf("damaged RAR archive: %s", strings.TrimPrefix(err.Error(), "rardecode: "))
}

func (s *rar) Next() (Member, error) {
	h, err := s.Reader.Next()
	if err != nil {
		return Member{}, toldRAR(err)
	}
	if s.seen++; s.seen > maxMembers {
		return Member{}, fmt.Errorf("the archive holds more than %d files", maxMembers)
	}
	m := Member{Name: h.Name, Size: h.UnPackedSize, Mode: h.Mode()}
	if h.UnKnownSize {
		m.Size = -1
	}
	return m, nil
}

func (s *rar) Read(p []byte) (int, error) {
	n, err := s.Reader.Read(p)
	if err != nil {
		err = toldRAR(err)
	}
	return n, err
}

func (s *rar) Close() error { return s.close() }
