// Package ocr reads scanned pages: the picture of a page goes in, what stands on it comes out as a page of glyphs and
// rules, and which of its writing is in doubt and why. Rules are found in the pixels, lines of writing in the cells that
// they enclose, and a recogniser reads the lines. It opens no document and judges no figure.
package ocr

import (
	"context"
	"errors"
	"fmt"
	"image"
	"sync"

	"fuhe"
	"fuhe/extract/ocr/bitmap"
	"fuhe/extract/ocr/recogniser"
	"fuhe/extract/page"
)

// Reader reads scanned pages with one model. Its methods may be called from several goroutines.
type Reader struct {
	Model Model
	open  func() (*recogniser.Recogniser, error)
}

// New makes a reader that recognises with a model. It is loaded when the first page is read, and kept.
func New(m Model) *Reader {
	return &Reader{m, sync.OnceValues(func() (*recogniser.Recogniser, error) { return recogniser.Open(context.Background(), m.bytes) })}
}

// Sheet is a scanned page: its picture as it is shown, and what its file says of it.
type Sheet struct {
	Number        int
	Width, Height float64 // points
	Dots          float64 // pixels an inch of its coarsest picture
	Picture       *image.RGBA
	Layer         []page.Glyph // the text that the scanner put behind its picture, where it did
}

// Dots are the pixels an inch that the picture of a page with so many should be drawn with.
func Dots(of float64) float64 { return min(of, mostDots) }

// Reading is a page as it was recognised.
type Reading struct {
	Page    page.Page
	doubts  []doubt
	layer   []page.Glyph
	quarter int     // quarters clockwise that the page was turned by to stand upright
	angle   float64 // degrees that it lay askew
}

// ErrPoor says that a scan is too poor to be read.
var ErrPoor = errors.New("not to be relied on")

// Read reads a page.
func (r *Reader) Read(ctx context.Context, s Sheet) (Reading, error) {
	switch b := s.Picture.Rect; {
	case s.Dots < leastDots:
		return Reading{}, fmt.Errorf("scanned with %d dots an inch, under %d: %w", int(s.Dots), leastDots, ErrPoor)
	case min(b.Dx(), b.Dy()) < leastSide:
		return Reading{}, fmt.Errorf("a picture of %d × %d pixels: %w", b.Dx(), b.Dy(), ErrPoor)
	}
	model, err := r.open()
	if err != nil {
		return Reading{}, err
	}
	grey, coloured := bitmap.Of(s.Picture)
	var best *leaf
	for _, quarters := range []int{0, 2, 1, 3} {
		l := newLeaf(s, grey.Turned(quarters), coloured.Turned(quarters), quarters)
		if err := l.find(); err != nil {
			return Reading{}, err
		}
		upright, err := standsUpright(ctx, model, l)
		if err != nil {
			return Reading{}, err
		}
		if best == nil || upright {
			best = l
		}
		if upright {
			break
		}
	}
	if err := recognise(ctx, model, best); err != nil {
		return Reading{}, err
	}
	read, err := best.reading()
	read.Page.Because = "a scan, recognised with " + r.Model.String()
	return read, err
}

// standsUpright reports whether some lines of a page are read well as it is turned.
func standsUpright(ctx context.Context, model *recogniser.Recogniser, l *leaf) (bool, error) {
	sure, n := 0.0, 0
	for _, line := range l.longest(linesToTry) {
		read, err := model.Line(ctx, l.pixels(line))
		if err != nil {
			return false, err
		}
		for _, c := range read {
			sure, n = sure+c.Sure, n+1
		}
	}
	return n == 0 && len(l.lines) == 0 || n > 0 && sure/float64(n) >= readableSure, nil
}

// recognise reads all lines of a page.
func recognise(ctx context.Context, model *recogniser.Recogniser, l *leaf) error {
	for i := range l.lines {
		line := &l.lines[i]
		if bar := l.bar(line.box); bar != "" {
			line.characters = []recogniser.Character{{Text: bar, Sure: 1, To: len(l.pixels(*line)) / rows}}
			continue
		}
		read, err := model.Line(ctx, l.pixels(*line))
		if err != nil {
			return err
		}
		line.characters = read
	}
	return nil
}

// doubt is why what stands in a part of a page is not relied on.
type doubt struct {
	box    fuhe.Box
	why    *fuhe.Phrase
	always bool // whatever is read there, and not only if it is a figure
}
