package pdf

import (
	"fmt"
	"io"

	"fuhe/extract/pdf/native"
)

// Attached are the names of the documents attached to a file. The error is that the file does not open.
func Attached(r io.ReaderAt, size int64) (names []string, err error) {
	d, err := native.Open(r, size, native.Options{})
	if err != nil {
		return nil, err
	}
	return d.Attached()
}

// AttachedFiles hands over each of them with its content, of at most so many bytes, until yield wants no more; a password
// opens an encrypted file. The error is that the file does not open.
func AttachedFiles(r io.ReaderAt, size int64, password string, most int, yield func(name string, content []byte, err error) bool) error {
	d, err := native.Open(r, size, native.Options{Password: password})
	if err != nil {
		return err
	}
	return d.AttachedFiles(most, func(name string, content []byte, err error) bool {
		if err != nil {
			err = fmt.Errorf("attached file %q: %w", name, err)
		}
		return yield(name, content, err)
	})
}

// AttachedFile is the content of one of them, of at most so many bytes.
func AttachedFile(r io.ReaderAt, size int64, name string, most int) ([]byte, error) {
	d, err := native.Open(r, size, native.Options{})
	if err != nil {
		return nil, err
	}
	b, err := d.AttachedFile(name, most)
	if err != nil {
		return nil, fmt.Errorf("attached file %q: %w", name, err)
	}
	return b, nil
}
