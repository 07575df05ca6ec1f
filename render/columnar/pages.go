package columnar

import (
	"fmt"
	"hash/crc32"

	"github.com/klauspost/compress/s2"
	"github.com/klauspost/compress/zstd"
)

// Codec is how pages are packed, by Parquet's number for it.
type Codec int32

// The codecs every reader knows.
const (
	Snappy Codec = 1
	Zstd   Codec = 6
)

// encoding is how the values of a page are written, by Parquet's number for it.
type encoding int32

const (
	plain        encoding = 0
	runLengths   encoding = 3
	byDictionary encoding = 8
)

// codec packs pages.
type codec struct {
	Codec
	zip       *zstd.Encoder
	body, buf []byte // of the page that is packed
}

func newCodec(c Codec) (*codec, error) {
	switch c {
	case Snappy:
		return &codec{Codec: c}, nil
	case Zstd:
		zip, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(pageBytes))
		return &codec{Codec: c, zip: zip}, err
	default:
		return nil, fmt.Errorf("Parquet: no codec %d", c)
	}
}

func (c *codec) pack(raw []byte) []byte {
	if c.zip != nil {
		c.buf = c.zip.EncodeAll(raw, c.buf[:0])
		return c.buf
	}
	c.buf = s2.EncodeSnappyBetter(c.buf[:cap(c.buf)], raw)
	return c.buf
}

// pageHeader is what stands before a page.
type pageHeader struct {
	dictionary bool
	values     int
	encoding   encoding
}

// appendPage appends a page, packed, behind its header; unpacked is how many bytes it would take without packing.
func (c *codec) appendPage(to []byte, h pageHeader, body []byte) (page []byte, unpacked int) {
	packed := c.pack(body)
	var t thrift
	t.int32(1, int32(truth(h.dictionary)*2))
	t.int32(2, int32(len(body)))
	t.int32(3, int32(len(packed)))
	t.int32(4, int32(crc32.ChecksumIEEE(packed)))
	if h.dictionary {
		t.structure(7, func() {
			t.int32(1, int32(h.values))
			t.int32(2, int32(plain))
		})
	} else {
		t.structure(5, func() {
			t.int32(1, int32(h.values))
			t.int32(2, int32(h.encoding))
			t.int32(3, int32(runLengths)) // which values there are
			t.int32(4, int32(runLengths)) // which repeat: none
		})
	}
	head := t.end()
	return append(append(to, head...), packed...), len(head) + len(body)
}
