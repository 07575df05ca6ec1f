package extract

import (
	"errors"
	"fmt"
	"io"

	"fuhe"
	"fuhe/extract/grid"
	"fuhe/extract/ofd"
	"fuhe/extract/pdf"
)

// Draw draws the pages of a PDF or OFD as they were read, as SVG: rules, glyphs and the cells found. to is called for each page
// that was read, from 1, with what draws it.
func Draw(in Input, o Options, to func(page int, draw func(io.Writer) error) error) error {
	if in.passed != "" {
		return errors.New(in.passed)
	}
	if in.refused != "" {
		return errors.New(in.refused)
	}
	c, err := in.open()
	if err != nil {
		return errors.New(accessReason(err))
	}
	defer c.close()
	k, err := kindOf(c, c.size)
	switch {
	case err != nil:
		return errors.New(accessReason(err))
	case k.format != fuhe.PDF && k.format != fuhe.OFD || k.broken != "":
		return fmt.Errorf("only pages of a PDF or OFD can be drawn, and this is none (%s)", k.name)
	case c.size > maxFileBytes:
		return fmt.Errorf("larger than the %d MB fuhe reads", maxFileBytes>>20)
	}
	if k.format == fuhe.OFD {
		return ofd.Draw(c, c.size, to)
	}
	err = pdf.Draw(c, c.size, o.pdf(), to)
	if errors.Is(err, grid.ErrEncrypted) {
		return errors.New("encrypted — give its password with --password")
	}
	return err
}
