package pdf

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// brokenStream says that packed content, a font, a map of characters or a stream of objects is damaged somewhere in a
// file; "" when none is. It is asked of files that had to be mended to be opened: the second reader shows what comes before
// the damage, and does not say so. What an encrypted file lacks cannot be told; damaged says that it is known to be damaged.
func brokenStream(r io.ReaderAt, size int64, damaged bool) string {
	if size > repairedBytes {
		return fmt.Sprintf("a damaged file of more than %d MB is not looked through for what is lost", repairedBytes>>20)
	}
	b := make([]byte, size)
	if n, err := r.ReadAt(b, 0); n < len(b) {
		return fmt.Sprintf("the file cannot be read: %v", err)
	}
	if bytes.Contains(b, []byte("/Encrypt")) {
		if damaged {
			return "the file is damaged and encrypted: what is lost of it cannot be told"
		}
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
		packed := packing(b[max(0, begin-dictionaryBytes):begin])
		if packed == "" {
			continue
		}
		n, err := unpacks(bytes.TrimLeft(b[begin+len("stream"):begin+end], "\r\n"), packed, left)
		if left -= n; left <= 0 {
			return fmt.Sprintf("a damaged file that unpacks to more than %d MB is not looked through for what is lost", unpackedBytes>>20)
		}
		if err != nil {
			return fmt.Sprintf("the file is damaged: the stream at byte %d: %v", begin, err)
		}
	}
}

// packing is how a stream with this before it is packed, when text can depend on it: on pictures and colour profiles it
// cannot, but PDFium leaves out the glyphs that a damaged font does not draw. "" when it is packed in no way that tells
// damage.
func packing(before []byte) string {
	if i := bytes.LastIndex(before, []byte(" obj")); i >= 0 {
		before = before[i:]
	}
	for _, other := range []string{"/Image", "/Alternate", "/Metadata"} {
		if bytes.Contains(before, []byte(other)) {
			return ""
		}
	}
	switch names := filters(before); names {
	case flated, in85, in85Flated:
		return names
	}
	return ""
}

// The packings that tell damage.
const (
	flated     = "FlateDecode"
	in85       = "ASCII85Decode"
	in85Flated = in85 + " " + flated
)

// filters are the names of the filters in a dictionary.
func filters(dictionary []byte) string {
	_, rest, _ := bytes.Cut(dictionary, []byte("/Filter"))
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if list, ok := bytes.CutPrefix(rest, []byte("[")); ok {
		rest, _, _ = bytes.Cut(list, []byte("]"))
	} else if name, ok := bytes.CutPrefix(rest, []byte("/")); ok {
		if end := bytes.IndexAny(name, "/<>[]() \t\r\n"); end >= 0 {
			name = name[:end]
		}
		rest = name
	}
	return strings.Join(strings.FieldsFunc(string(rest), func(r rune) bool { return r == '/' || unicode.IsSpace(r) }), " ")
}

// unpacks unpacks for nothing but to see that it can be done. Some producers leave out the sum at the end.
func unpacks(b []byte, packing string, limit int64) (int64, error) {
	if packing != flated {
		b, _, _ = bytes.Cut(bytes.TrimPrefix(bytes.TrimSpace(b), []byte("<~")), []byte("~"))
		out := make([]byte, 4*len(b)+8) // z stands for four zeros
		n, _, err := ascii85.Decode(out, b, true)
		if b = out[:n]; err != nil || packing == in85 {
			return int64(n), err
		}
	}
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
