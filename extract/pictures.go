package extract

import (
	"context"
	"errors"
	"fmt"
	"image"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/pdf"
)

// ErrNoPages is asked-for pictures of a file that has no pages to be drawn.
var ErrNoPages = errors.New("only pages of a PDF are drawn")

// Pictures are the pages of one input as pictures, open until they are closed.
type Pictures struct {
	pages *pdf.Pictures
	file  content
}

// Reason is an error of this package in a language.
func Reason(err error, lang fuhe.Lang) string {
	if lang == fuhe.ZH {
		return inChinese(err.Error())
	}
	return err.Error()
}

// OpenPictures opens an input whose pages are to be looked at. Few may be open at a time: another waits.
func OpenPictures(ctx context.Context, in Input, o Options) (*Pictures, error) {
	if in.refused != "" || in.passed != "" {
		return nil, errors.New(in.refused + in.passed)
	}
	c, err := in.open()
	if err != nil {
		return nil, errors.New(accessReason(err))
	}
	k, err := kindOf(c, c.size)
	switch {
	case err != nil:
		err = errors.New(accessReason(err))
	case k.format != fuhe.PDF:
		err = ErrNoPages
	case c.size > maxFileBytes:
		err = fmt.Errorf("larger than the %d MB fuhe reads", maxFileBytes>>20)
	}
	if err != nil {
		c.close()
		return nil, err
	}
	pages, err := pdf.OpenPictures(ctx, c, c.size, o.pdf())
	if err != nil {
		c.close()
		if errors.Is(err, grid.ErrEncrypted) {
			err = errors.New("encrypted — give its password with --password")
		}
		return nil, err
	}
	return &Pictures{pages, c}, nil
}

// Page draws a page of the given size with so many pixels a point.
func (p *Pictures) Page(ctx context.Context, size fuhe.PageSize, scale float64) (*image.RGBA, error) {
	return p.pages.Page(ctx, size, scale)
}

// Close ends the looking.
func (p *Pictures) Close() error {
	defer p.file.close()
	return p.pages.Close()
}
