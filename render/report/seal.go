package report

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"os"
)

// A report says with its last line that fuhe wrote it, with the hash of all before it: one that nobody changed since may be
// replaced by the next run.
const (
	sealBegins = "<!-- fuhe-sha256 "
	sealEnds   = " -->\n"
	sealWithin = 4 << 10 // of the end of a file: what saves it again may add to it
)

// sealing hashes what is written.
type sealing struct {
	w   *bufio.Writer
	sum hash.Hash
}

func (s *sealing) Write(p []byte) (int, error) {
	if s.sum == nil {
		s.sum = sha256.New()
	}
	s.sum.Write(p)
	return s.w.Write(p)
}

func (s *sealing) seal() error {
	if _, err := s.w.WriteString(sealBegins + hex.EncodeToString(s.sum.Sum(nil)) + sealEnds); err != nil {
		return err
	}
	return s.w.Flush()
}

// Sealed reports whether fuhe wrote a report, whoever changed it since.
func Sealed(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return false
	}
	end, err := io.ReadAll(io.NewSectionReader(f, max(0, st.Size()-sealWithin), sealWithin))
	return err == nil && bytes.Contains(end, []byte(sealBegins))
}

// Unchanged reports whether fuhe wrote a report and nobody changed it since.
func Unchanged(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	raw, err := io.ReadAll(io.LimitReader(f, 4*maxBytes))
	if err != nil {
		return false
	}
	i := bytes.LastIndex(raw, []byte(sealBegins))
	if i < 0 {
		return false
	}
	sum := sha256.Sum256(raw[:i])
	return string(raw[i:]) == sealBegins+hex.EncodeToString(sum[:])+sealEnds
}
