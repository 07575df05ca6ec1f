package extract

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"fuhe"
)

// Input is one file to be read.
type Input struct {
	Path  string // as it is to be shown: "a.pdf", inside a zip "a.zip/b.pdf", "-" for standard input
	File  string // on the disk, the one it is or is packed in; "" for what comes from a pipe
	Named bool   // the user named it; a file found in a folder or zip is passed over when it is of a kind without forms

	attached bool     // to a PDF that is an input, too
	opened   []string // names of the files attached to it that are inputs of their own

	open    func() (content, error)
	refused string // why it cannot be opened: what, and what to do
	code    fuhe.Code
	passed  string // what it is, of something that holds nothing to be read
}

// content is an open file.
type content struct {
	io.ReaderAt
	size  int64
	close func()
}

// refuse is an input that is only there to say why it cannot be read.
func refuse(path string, named bool, code fuhe.Code, format string, args ...any) Input {
	return Input{Path: path, Named: named, code: code, refused: fmt.Sprintf(format, args...)}
}

// openFile opens a file of the file system.
func openFile(path string) func() (content, error) {
	return func() (content, error) {
		f, err := os.Open(path)
		if err != nil {
			return content{}, err
		}
		st, err := f.Stat()
		if err != nil {
			f.Close()
			return content{}, err
		}
		return content{f, st.Size(), func() { f.Close() }}, nil
	}
}

// held is content in memory.
func held(raw []byte) func() (content, error) {
	return func() (content, error) {
		return content{byteReader(raw), int64(len(raw)), func() {}}, nil
	}
}

// byteReader reads from memory at any place.
type byteReader []byte

func (b byteReader) ReadAt(p []byte, off int64) (int, error) {
	if off < 0 || off >= int64(len(b)) {
		return 0, io.EOF
	}
	n := copy(p, b[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

// Whole is all of it, see native.Open.
func (b byteReader) Whole() []byte { return b }

// waitedFor is a file that nothing can be read of any more once nobody waits for it.
type waitedFor struct {
	io.ReaderAt
	ctx context.Context
}

func (w waitedFor) ReadAt(p []byte, at int64) (int, error) {
	if w.ctx.Err() != nil {
		return 0, context.Cause(w.ctx)
	}
	return w.ReaderAt.ReadAt(p, at)
}

// Whole is the file where it is in memory and waited for; nil otherwise.
func (w waitedFor) Whole() []byte {
	if raw, ok := w.ReaderAt.(byteReader); ok && w.ctx.Err() == nil {
		return raw
	}
	return nil
}

// Bytes is the whole content of the input, for what writes a corrected copy of it; it is not to be changed.
func (in Input) Bytes() ([]byte, error) {
	if in.passed != "" {
		return nil, errors.New(in.passed)
	}
	if in.refused != "" {
		return nil, errors.New(in.refused)
	}
	c, err := in.open()
	if err != nil {
		return nil, err
	}
	defer c.close()
	if c.size > maxFileBytes {
		return nil, fmt.Errorf("larger than %d MB", maxFileBytes>>20)
	}
	if raw, ok := c.ReaderAt.(byteReader); ok {
		return slices.Clip(raw), nil
	}
	raw := make([]byte, c.size)
	if _, err := c.ReadAt(raw, 0); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return raw, nil
}

// Held is an input whose content is in memory.
func Held(path string, raw []byte, named bool) Input {
	return Input{Path: path, Named: named, open: held(raw)}
}

// File is a file of the disk as an input, whatever is in it.
func File(path string, named bool) Input {
	return Input{Path: path, File: path, Named: named, open: openFile(path)}
}

// Opened are the names of the files attached to the input that are inputs of their own: reading it does not miss them.
func (in Input) Opened() []string { return in.opened }

// WithOpened is the input where such files are read elsewhere.
func (in Input) WithOpened(names []string) Input {
	in.opened = names
	return in
}

// Asked reports whether the file is missed where it cannot be read: somebody named it, or it has the name of a document.
func (in Input) Asked() bool { return in.Named || namedAsDocument(in.Path) }

// Settled reports whether nothing is to be opened: why it is not read is known already.
func (in Input) Settled() bool { return in.passed != "" || in.refused != "" }

// Loose reports whether the input is a file of its own on the disk, which another process can open by its path.
func (in Input) Loose() bool { return in.File != "" && in.File == in.Path }

// Sum is the SHA-256 of the content and its size. One that is larger than what is read at all has none: sum is "".
func (in Input) Sum() (sum string, size int64, err error) {
	c, err := in.open()
	if err != nil {
		return "", 0, err
	}
	defer c.close()
	if c.size > maxFileBytes {
		return "", c.size, nil
	}
	hash := sha256.New()
	if _, err := io.Copy(hash, io.NewSectionReader(c, 0, c.size)); err != nil {
		return "", c.size, err
	}
	return hex.EncodeToString(hash.Sum(nil)), c.size, nil
}
