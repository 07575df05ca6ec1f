package native

import (
	"compress/flate"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"fuhe"
	"fuhe/extract/page"
)

// draw runs the content of a page and what is laid on it.
func (in *interpreter) draw(n int, l leaf) {
	l.meter(&in.meter)
	wide, high, m := l.shown()
	in.page = page.Page{Number: n, Width: wide, Height: high, Rotation: l.turned(), Reader: "native"}
	in.box = fuhe.Box{0, 0, wide, high}
	in.state = newState(m, in.box)
	in.charged = make(map[*font]bool)
	where := l.page.key("Contents")
	if where.null() && l.page.ref("Contents") != (ref{}) {
		in.doubt(missing, "the content of the page")
	}
	in.enter()
	var err error
	in.content, err = in.contents(in.content[:0], where)
	in.doubt(err, "the content of the page")
	in.run(in.content, newResources(l.resources))
	in.annotations(l.page.key("Annots"), m)
	in.leave()
}

// contents are the streams of a page, as one, in room that is given: a word ends where a stream ends.
func (in *interpreter) contents(all []byte, v value) (_ []byte, err error) {
	if v.null() {
		return all, nil
	}
	if !v.isArray() {
		return in.unpackOnto(all, v)
	}
	for i := range v.len() {
		all, err = in.unpackOnto(all, v.index(i))
		all = append(all, '\n')
		if err != nil {
			return all, fmt.Errorf("part %d: %w", i+1, err)
		}
	}
	return all, nil
}

// doubt notes an error that is not the end of the page.
func (in *interpreter) doubt(err error, where string) {
	if err == nil {
		return
	}
	var none lost
	var corrupt flate.CorruptInputError
	var corrupt85 ascii85.CorruptInputError
	if errors.As(err, &none) || errors.As(err, &corrupt) || errors.As(err, &corrupt85) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, zlib.ErrHeader) {
		in.page.Damaged = true
	}
	in.unsure("%s: %v", where, err)
}

// unsure notes why the page cannot be relied on. The first reasons are enough.
func (in *interpreter) unsure(format string, args ...any) {
	reason := fmt.Sprintf(format, args...)
	for _, r := range in.reasons {
		if r == reason {
			return
		}
	}
	if len(in.reasons) < maxReasons {
		in.reasons = append(in.reasons, reason)
	}
}

// misparsed notes where the content breaks the grammar of its kind: bytes of it are broken. Other readers pass over the
// same operator, many without a word, and know no more of what it showed.
func (in *interpreter) misparsed(format string, args ...any) {
	in.page.Damaged = true
	in.unsure(format, args...)
}

// ended says what was odd in a content stream that was read to its end.
func (in *interpreter) ended(l *lexer, args int) {
	if l.bad {
		in.doubt(garbledHex, "a string")
	}
	if l.odd {
		in.misparsed("the content stream does not parse: an array that does not end")
	}
	if args > 0 && !in.stopped {
		in.unsure("the content stream ends before its last operator")
	}
}

// finish says what stayed unknown and how much of the page is covered by images.
func (in *interpreter) finish() {
	in.page.Incomplete = len(in.reasons) > 0
	fonts := make([]string, 0, len(in.missing))
	for f, n := range in.missing {
		fonts = append(fonts, fmt.Sprintf("font %s: %d characters without Unicode (%s)", f.name, n, f.why))
	}
	slices.Sort(fonts)
	for _, f := range fonts {
		in.unsure("%s", f)
	}
	in.page.Unsure = strings.Join(in.reasons, "; ")
	in.page.Images = in.images
	if area := in.page.Width * in.page.Height; area > 0 {
		in.page.ImageArea = min(1, covered(in.images)/area)
	}
}
