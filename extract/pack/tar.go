package pack

import (
	"archive/tar"
	"bufio"
	"bytes"
	"compress/bzip2"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// tape goes through the files of a tar archive.
type tape struct {
	*tar.Reader
	seen int
	from io.Closer
}

func openTar(r io.Reader, from io.Closer) Series { return &tape{Reader: tar.NewReader(r), from: from} }

func (s *tape) Next() (Member, error) {
	h, err := s.Reader.Next()
	if errors.Is(err, io.EOF) {
		return Member{}, io.EOF
	}
	if err != nil {
		return Member{}, fmt.Errorf("damaged tar archive: %w", err)
	}
	if s.seen++; s.seen > maxMembers {
		return Member{}, fmt.Errorf("the archive holds more than %d files", maxMembers)
	}
	return Member{Name: h.Name, Size: h.Size, Mode: h.FileInfo().Mode(), Target: h.Linkname}, nil
}

func (s *tape) Close() error { return s.from.Close() }

// single is a compressed file that is no archive.
type single struct {
	io.Reader
	member Member
	given  bool
	from   io.Closer
}

func (s *single) Next() (Member, error) {
	if s.given {
		return Member{}, io.EOF
	}
	s.given = true
	return s.member, nil
}

func (s *single) Close() error { return s.from.Close() }

// openCompressed opens a compressed tar archive, or a compressed file.
func openCompressed(k Kind, r io.Reader, o Options) (Series, error) {
	in, from, name := io.Reader(nil), io.Closer(io.NopCloser(nil)), ""
	switch k {
	case Gzip:
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, fmt.Errorf("damaged gzip archive: %w", err)
		}
		in, from, name = z, z, path.Base(strings.ReplaceAll(z.Name, `\`, "/"))
	default:
		in = bzip2.NewReader(r)
	}
	buffered := bufio.NewReaderSize(in, headBytes)
	head, err := buffered.Peek(headBytes)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("damaged %s: %w", k, err)
	}
	if IsTar(head) {
		return openTar(buffered, from), nil
	}
	if name == "" || name == "." {
		name = path.Base(strings.ReplaceAll(o.Name, `\`, "/"))
		name = strings.TrimSuffix(name, path.Ext(name))
	}
	return &single{Reader: buffered, member: Member{Name: name, Size: -1}, from: from}, nil
}

// IsTar reports whether a file begins as a tar archive does.
func IsTar(head []byte) bool {
	const at = 257
	return len(head) >= at+5 && bytes.Equal(head[at:at+5], []byte("ustar"))
}
