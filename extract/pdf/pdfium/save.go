package pdfium

import (
	"bytes"
	"context"
	"errors"
	"io"
)

// What FPDF_SaveAsCopy is to write.
const (
	saveIncremental   = 1 // the changes alone, behind the bytes as they are
	saveWithoutCipher = 3 // all of it, decrypted
)

// save lets PDFium write a document, by its handle.
func (s *sandbox) save(handle, flags uint64, w io.Writer) error {
	target := s.call("FPDF_FILEWRITE_Create")
	if s.err != nil {
		return s.err
	}
	reading := s.ctx
	out := &saving{to: w}
	s.begin(context.WithValue(reading, savingTo{}, out))
	saved := s.yes("FPDF_SaveAsCopy", handle, target, flags)
	s.begin(reading)
	s.call("free", target)
	if s.err == nil && out.err != nil {
		return out.err
	}
	if s.err == nil && !saved {
		return errors.New("PDFium does not write the document")
	}
	return s.err
}

// rewrite lets PDFium write a document anew. It opens it a second time: pages that were read are not as they were.
func (s *sandbox) rewrite(r io.ReaderAt, size int64, password string, w io.Writer) error {
	at, _, err := s.copyFile(r, size)
	if err != nil {
		return err
	}
	word := s.copyString(password)
	handle, err := s.openCopy(at, size, word)
	if err == nil {
		err = s.save(handle, saveWithoutCipher, w)
		s.call("FPDF_CloseDocument", handle)
	}
	s.call("free", word)
	s.call("free", at)
	if s.ctx.Err() == nil && !s.module.IsClosed() {
		s.err = nil // what fails here is known by not being told: the pages are read all the same
	}
	return err
}

// limitedBuffer is a buffer that refuses to grow beyond twice the largest file.
type limitedBuffer struct{ bytes.Buffer }

func (b *limitedBuffer) Write(p []byte) (int, error) {
	if b.Len()+len(p) > maxRewritten {
		return 0, errors.New("the document written anew is too large")
	}
	return b.Buffer.Write(p)
}
