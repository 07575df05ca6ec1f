package pdf

import (
	"fmt"
	"io"

	"fuhe/extract/pdf/native"
)

// AttachedFiles hands over each of the documents attached to a file with its content, of at most so many bytes, until yield wants no more; a password
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
