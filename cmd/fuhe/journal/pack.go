package journal

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/klauspost/compress/zstd"

	"fuhe"
)

// Packer turns documents into bytes: all that was read and found, the form as it stands on paper included, so that it can
// be judged or written again without the file. What describes the types (the words) is the same for all documents of one
// build of the program and is kept apart, once.
type Packer struct {
	mu      sync.Mutex
	words   []byte
	written bytes.Buffer
	encoder *gob.Encoder
	zip     *zstd.Encoder
}

// NewPacker makes a packer.
func NewPacker() (*Packer, error) {
	p := &Packer{}
	p.encoder = gob.NewEncoder(&p.written)
	if err := p.encoder.Encode(fuhe.Document{}); err != nil {
		return nil, fmt.Errorf("pack documents: %w", err)
	}
	p.words = bytes.Clone(p.written.Bytes())
	var err error
	p.zip, err = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
	return p, err
}

// Words is what Unpacker needs beside the bytes of a document.
func (p *Packer) Words() []byte { return p.words }

// Pack packs one document.
func (p *Packer) Pack(doc fuhe.Document) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.written.Reset()
	if err := p.encoder.Encode(doc); err != nil {
		return nil, fmt.Errorf("pack %s: %w", doc.Path, err)
	}
	return p.zip.EncodeAll(p.written.Bytes(), nil), nil
}

// wordsName names words.
func wordsName(words []byte) string {
	sum := sha256.Sum256(words)
	return hex.EncodeToString(sum[:8])
}

// Unpacker turns them back. It is used by one goroutine.
type Unpacker struct {
	zip  *zstd.Decoder
	open map[string]*unpacking // by the words
}

// unpacking reads what was written with one set of words.
type unpacking struct {
	from    *bytes.Reader
	decoder *gob.Decoder
}

// mostUnpacked is what one document may unpack to: the largest known has some 60 MB.
const mostUnpacked = 1 << 30

// NewUnpacker makes an unpacker.
func NewUnpacker() (*Unpacker, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(mostUnpacked))
	return &Unpacker{zip: z, open: map[string]*unpacking{}}, err
}

// Unpack is the document that was packed. The error says that the bytes are damaged, or of a build that packs otherwise.
func (u *Unpacker) Unpack(words, body []byte) (doc fuhe.Document, err error) {
	raw, err := u.zip.DecodeAll(body, nil)
	if err != nil {
		return doc, fmt.Errorf("unpack: %w", err)
	}
	name := string(words)
	o := u.open[name]
	if o == nil {
		o = &unpacking{from: bytes.NewReader(words)}
		o.decoder = gob.NewDecoder(bufio.NewReader(o.from))
		var nothing fuhe.Document
		if err := o.decoder.Decode(&nothing); err != nil {
			return doc, fmt.Errorf("unpack: %w", err)
		}
		u.open[name] = o
	}
	o.from.Reset(raw)
	if err := o.decoder.Decode(&doc); err != nil {
		delete(u.open, name) // it remembers its error
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		return doc, fmt.Errorf("unpack: %w", err)
	}
	return doc, nil
}

// Close frees what the unpacker holds.
func (u *Unpacker) Close() { u.zip.Close() }
