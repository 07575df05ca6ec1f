package pdf

import (
	"context"
	"io"

	"fuhe/extract/page/picture"
)

// Draw reads a file and draws each page that can be read as it was read, as SVG, to the writer that to gives for it.
// What Read finds in between goes into the pictures only.
func Draw(r io.ReaderAt, size int64, o Options, to func(n int, draw func(io.Writer) error) error) error {
	read := newReading(context.Background(), r, size, o)
	defer read.close()
	read.drawn = func(n int, p outcome) error {
		return to(n, func(w io.Writer) error { return picture.Write(w, p.page, p.grids) })
	}
	_, err := read.file()
	return err
}
