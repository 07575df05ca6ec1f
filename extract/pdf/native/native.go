// Package native reads PDF pages with our own interpreter: the bytes of a file go in, out comes what each page shows,
// as page.Page. The object layer (cross-reference, objects, decryption) is ledongthuc/pdf, through values and streams
// only. It repairs nothing and guesses nothing: a file it cannot open is an error, a character it does not know for
// sure has no text, and the page says why, so that another reader can take over. It finds no tables.
package native

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"

	"fuhe/extract/page"
)

// ErrEncrypted is given for a file that needs a password, or another one.
var ErrEncrypted = errors.New("encrypted: a password is needed, or it is wrong")

// Options say how to open a file.
type Options struct {
	Password string
}

// Document is an opened file. It is not safe for use by several goroutines.
type Document struct {
	source    *source
	catalog   value
	encrypted bool
	padded    bool // by AES: streams end in bytes that say how many they are
	pages     []leaf
	fonts     map[string]*font
	entries   int                     // of those
	unpacked  int64                   // bytes, of all streams
	digits    map[digitKey]shownDigit // as they were first drawn
	hidden    map[string]bool         // references to optional content that is off
}

// Open reads the structure of a file, its page tree included.
func Open(r io.ReaderAt, size int64, o Options) (d *Document, err error) {
	defer recovered(&err)
	source, err := openSource(r, size)
	if err != nil {
		return nil, err
	}
	source.begin()
	asked := false
	file, err := pdf.NewReaderEncrypted(source, source.end(), func() string {
		if asked {
			return "" // ends the asking
		}
		asked = true
		return o.Password
	})
	if err != nil {
		return nil, openError(err)
	}
	d = &Document{source: source, fonts: make(map[string]*font), digits: make(map[digitKey]shownDigit)}
	trailer := value{file.Trailer(), source}
	if err := d.lock(trailer); err != nil {
		return nil, err
	}
	d.catalog = trailer.key("Root")
	d.pages, err = leaves(d.catalog)
	if err != nil {
		return nil, err
	}
	d.hidden = hiddenLayers(d.catalog)
	return d, nil
}

// lock notes how the file is encrypted. The object layer opens files with short keys but makes wrong ones for their
// objects.
func (d *Document) lock(trailer value) error {
	encrypt, err := encryption(trailer)
	if err != nil && strings.Contains(err.Error(), "AES block size") {
		// Decrypted like everything else, though it never is encrypted, and too short for that: some writers put empty
		// strings there. The layer decrypts by AES, so the version is 4, whose keys have one length.
		d.encrypted, d.padded = true, true
		return nil
	}
	if d.encrypted = !encrypt.null(); err != nil || !d.encrypted {
		return err
	}
	version, bits := encrypt.key("V").integer(), encrypt.key("Length").integer()
	if bits == 0 {
		bits = 40
	}
	if version == 1 || bits < 88 {
		return errors.New("encrypted in a way this reader does not know (short key)")
	}
	d.padded = version == 4
	return nil
}

// encryption is the dictionary that says how the file is encrypted.
func encryption(trailer value) (v value, err error) {
	defer recovered(&err)
	return trailer.key("Encrypt"), nil
}

// Pages is the number of pages.
func (d *Document) Pages() int { return len(d.pages) }

// Page is what page n shows, from 1. Drawing ends with its context.
func (d *Document) Page(ctx context.Context, n int) (p page.Page, err error) {
	defer func() {
		p.Damaged = p.Damaged || err != nil && (garbled(err) || d.source.misplaced())
	}()
	defer recovered(&err)
	if n < 1 || n > len(d.pages) {
		return page.Page{}, fmt.Errorf("no page %d in a file of %d", n, len(d.pages))
	}
	l := d.pages[n-1]
	if l.err != nil {
		return page.Page{}, l.err
	}
	return d.draw(ctx, n, l)
}

// garbled reports whether an error of the object layer says that bytes of the file are not what they were: an object that
// is not at its place, a word where none can be, a number that is none. Other readers pass over that. Not among them is what the layer does not
// allow or know though others do: escapes in strings and names, a missing end of an object, filters.
func garbled(err error) bool {
	for _, what := range []string{"loading {", "unexpected delimiter", "unexpected keyword", "unexpected value type", "unexpected non-name key",
		"malformed hex string", "invalid integer", "invalid real"} {
		if strings.Contains(err.Error(), what) {
			return true
		}
	}
	return false
}

// recovered makes an error of a panic: the object layer panics on whatever it does not expect.
func recovered(err *error) {
	switch r := recover().(type) {
	case nil:
	case error:
		switch message := r.Error(); {
		case strings.HasPrefix(message, "damaged: ") || errors.Is(r, context.Canceled) || errors.Is(r, context.DeadlineExceeded):
			*err = r
		case strings.Contains(message, "pdf.objptr in resolve"): // an object that is nothing but a reference
			*err = errLoop
		default:
			*err = fmt.Errorf("damaged: %w", r)
		}
	default:
		*err = fmt.Errorf("damaged: %v", r)
	}
}

// openError says what the object layer means in words of ours.
func openError(err error) error {
	switch message := err.Error(); {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return ErrEncrypted
	case strings.HasPrefix(message, "damaged: "):
		return err
	case strings.Contains(message, "pdf.objptr in resolve"):
		return errLoop
	case strings.Contains(message, "encryption") || strings.Contains(message, "-bit"):
		return fmt.Errorf("encrypted in a way this reader does not know (%s)", message)
	default:
		return fmt.Errorf("damaged: %s", strings.TrimPrefix(message, "malformed PDF: "))
	}
}
