package pdf

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

// brokenStream says that packed content, a map of characters or a stream of objects is damaged somewhere in a file; ""
// when none is. It is asked of files that only the second reader opens: that one shows what comes before the damage, and
// does not say so. Of encrypted files nothing is known.
func brokenStream(r io.ReaderAt, size int64) string {
	if size > repairedBytes {
		return fmt.Sprintf("a damaged file of more than %d MB is not looked through for what is lost", repairedBytes>>20)
	}
	b := make([]byte, size)
	if n, err := r.ReadAt(b, 0); n < len(b) {
		return fmt.Sprintf("the file cannot be read: %v", err)
	}
	if bytes.Contains(b, []byte("/Encrypt")) {
		return ""
	}
	left := int64(unpackedBytes)
	for at := 0; ; {
		begin := bytes.Index(b[at:], []byte("stream"))
		if begin < 0 {
			return ""
		}
		begin += at
		end := bytes.Index(b[begin:], []byte("endstream"))
		if end < 0 {
			return "" // cut short: said elsewhere
		}
		at = begin + end + len("endstream")
		content := bytes.TrimLeft(b[begin+len("stream"):begin+end], "\r\n")
		if !counts(b[max(0, begin-dictionaryBytes):begin]) {
			continue
		}
		n, err := unpacks(content, left)
		if left -= n; left <= 0 {
			return fmt.Sprintf("a damaged file that unpacks to more than %d MB is not looked through for what is lost", unpackedBytes>>20)
		}
		if err != nil {
			return fmt.Sprintf("the file is damaged: the stream at byte %d: %v", begin, err)
		}
	}
}

// counts reports whether a dictionary before a stream is of one that is packed and can hold text: pictures, embedded
// fonts and colour profiles cannot.
func counts(before []byte) bool {
	if i := bytes.LastIndex(before, []byte(" obj")); i >= 0 {
		before = before[i:]
	}
	first := bytes.Index(before, []byte("Decode"))
	if first < 0 || !bytes.HasSuffix(before[:first], []byte("/Flate")) {
		return false
	}
	for _, other := range []string{"/Image", "/Length1", "/Length2", "/Type1C", "/CIDFontType0C", "/OpenType", "/Alternate", "/Metadata"} {
		if bytes.Contains(before, []byte(other)) {
			return false
		}
	}
	return true
}

// unpacks unpacks for nothing but to see that it can be done. Some producers leave out the sum at the end.
func unpacks(b []byte, limit int64) (int64, error) {
	z, err := zlib.NewReader(bytes.NewReader(b))
	if err != nil {
		return 0, err
	}
	n, err := io.Copy(io.Discard, io.LimitReader(z, limit))
	const header = 2
	if errors.Is(err, io.ErrUnexpectedEOF) {
		n, err = io.Copy(io.Discard, io.LimitReader(flate.NewReader(bytes.NewReader(b[header:])), limit))
	}
	return n, err
}
