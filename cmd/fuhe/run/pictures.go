package run

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"sync"

	"fuhe"
	"fuhe/extract"
)

// ErrChanged is a file that is not any more what was read.
var ErrChanged = errors.New("the file was changed since it was read")

// reason is an error in the language of the reading.
type reason struct {
	text  string
	cause error
}

func (r *reason) Error() string { return r.text }
func (r *reason) Unwrap() error { return r.cause }

// said is an error of a document in the language of the reading.
func (p *Pictures) said(path string, err error) error {
	text := extract.Reason(err, p.reading.Lang)
	if errors.Is(err, ErrChanged) {
		text = fuhe.Phrase{ZH: "文件在读取之后被改动过", EN: ErrChanged.Error()}.In(p.reading.Lang)
	}
	return &reason{path + fuhe.Phrase{ZH: "：", EN: ": "}.In(p.reading.Lang) + text, err}
}

// Pictures draws pages of documents that were read. It holds the file open of which a page was asked for last. It may be
// asked by several at a time.
type Pictures struct {
	reading extract.Options

	mu     sync.Mutex
	inputs map[string]extract.Input // by path
	sha256 string                   // of the open file
	open   *extract.Pictures
}

// NewPictures draws pages of these inputs.
func NewPictures(reading extract.Options) *Pictures {
	return &Pictures{reading: reading, inputs: map[string]extract.Input{}}
}

// Add makes an input known whose pages may be asked for.
func (p *Pictures) Add(in extract.Input) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.inputs[in.Path] = in
}

// Draw draws a page, with so many pixels a point. The error is ErrChanged for a file that is another one now.
func (p *Pictures) Draw(doc *fuhe.Document, size fuhe.PageSize, scale float64) (*image.RGBA, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	ctx := context.Background() // a page is drawn within its own limits
	if p.sha256 != doc.SHA256 {
		if err := p.turnTo(ctx, doc); err != nil {
			return nil, err
		}
	}
	picture, err := p.open.Page(ctx, size, scale)
	if err != nil {
		return nil, p.said(fmt.Sprintf(fuhe.Phrase{ZH: "%s，第 %d 页", EN: "%s, page %d"}.In(p.reading.Lang), doc.Path, size.Page), err)
	}
	return picture, nil
}

// turnTo opens another file.
func (p *Pictures) turnTo(ctx context.Context, doc *fuhe.Document) error {
	p.shut()
	in, known := p.inputs[doc.Path]
	if !known {
		return p.said(doc.Path, extract.ErrNoPages)
	}
	if err := p.Same(in, doc.SHA256); err != nil {
		return err
	}
	open, err := extract.OpenPictures(ctx, in, p.reading)
	if err != nil {
		return p.said(doc.Path, err)
	}
	p.open, p.sha256 = open, doc.SHA256
	return nil
}

// Same is ErrChanged for an input that is another one than that of a hash.
func (p *Pictures) Same(in extract.Input, sum string) error {
	raw, err := in.Bytes()
	if err != nil {
		return p.said(in.Path, err)
	}
	if now := sha256.Sum256(raw); hex.EncodeToString(now[:]) != sum {
		return p.said(in.Path, ErrChanged)
	}
	return nil
}

// Input is the input that was read from a path.
func (p *Pictures) Input(path string) (extract.Input, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	in, ok := p.inputs[path]
	return in, ok
}

// Close gives the open file back. Pages may be asked for again.
func (p *Pictures) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shut()
}

func (p *Pictures) shut() {
	if p.open != nil {
		_ = p.open.Close() // everything asked for was drawn
		p.open, p.sha256 = nil, ""
	}
}
