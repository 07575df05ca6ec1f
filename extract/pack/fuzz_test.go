package pack

import (
	"bytes"
	"errors"
	"io"
	"testing"
)

// FuzzOpen: whatever an archive or mail says, going through it ends.
func FuzzOpen(f *testing.F) {
	f.Add(byte(0), []byte("7z\xBC\xAF\x27\x1C\x00\x04\x1b\x8e\xcc\x83\x78\x00\x00\x00\x00\x00\x00\x00\x14\x00\x00\x00\x00\x00\x00\x00\xc3\xfd\x0b\xc5"))
	f.Add(byte(1), []byte("Rar!\x1a\x07\x01\x00"))
	f.Add(byte(2), append(bytes.Repeat([]byte{0}, 257), "ustar\x00"...))
	f.Add(byte(3), []byte("\x1f\x8b\x08\x00"))
	f.Add(byte(4), []byte("BZh9"))
	f.Add(byte(5), []byte("From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=A\n\n--A\nContent-Disposition: attachment; filename*=gbk''x\n\ntext\n--A--\n"))
	kinds := []Kind{SevenZip, RAR, Tar, Gzip, Bzip2, Mail}
	f.Fuzz(func(_ *testing.T, which byte, raw []byte) {
		s, err := Open(kinds[int(which)%len(kinds)], bytes.NewReader(raw), int64(len(raw)), Options{Password: "x", Name: "a.gz"})
		if err != nil {
			return
		}
		defer s.Close()
		for range 100 {
			if _, err := s.Next(); err != nil {
				return
			}
			if _, err := io.CopyN(io.Discard, s, 1<<20); err != nil && !errors.Is(err, io.EOF) {
				return
			}
		}
	})
}
