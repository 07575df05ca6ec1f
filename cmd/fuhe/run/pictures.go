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
		return nil, fmt.Errorf("%s, page %d: %w", doc.Path, size.Page, err)
	}
	return picture, nil
}

// turnTo opens another file.
func (p *Pictures) turnTo(ctx context.Context, doc *fuhe.Document) error {
	p.shut()
	in, known := p.inputs[doc.Path]
	if !known {
		return fmt.Errorf("%s: %w", doc.Path, extract.ErrNoPages)
	}
	if err := p.Same(in, doc.SHA256); err != nil {
		return err
	}
	open, err := extract.OpenPictures(ctx, in, p.reading)
	if err != nil {
		return fmt.Errorf("%s: %w", doc.Path, err)
	}
	p.open, p.sha256 = open, doc.SHA256
	return nil
}

// Same is ErrChanged for an input that is another one than that of a hash.
func (p *Pictures) Same(in extract.Input, sum string) error {
	raw, err := in.Bytes()
	if err != nil {
		return fmt.Errorf("%s: %w", in.Path, err)
	}
	if now := sha256.Sum256(raw); hex.EncodeToString(now[:]) != sum {
		return fmt.Errorf("%s: %w", in.Path, ErrChanged)
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
