package pack

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"net/url"
	"path"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

// letter is a mail taken apart: its attachments, its text or page, and of a web archive its pages. Pictures and style
// sheets of a page are parts of it and no files.
type letter struct {
	files []file
	at    int
	parts int
	io.Reader
}

type file struct {
	name    string
	content []byte
	page    bool // a page of a web archive
}

func openMail(r io.ReaderAt, size int64) (Series, error) {
	if size > maxMailBytes {
		return nil, fmt.Errorf("the mail has %d MB, more than the %d MB fuhe reads", size>>20, maxMailBytes>>20)
	}
	raw := make([]byte, size)
	if n, err := r.ReadAt(raw, 0); err != nil && n < len(raw) {
		return nil, err
	}
	m, err := mail.ReadMessage(bytes.NewReader(bytes.TrimLeft(raw, "\xEF\xBB\xBF \t\r\n")))
	if err != nil {
		return nil, fmt.Errorf("damaged mail: %w", err)
	}
	l := &letter{}
	if err := l.part(textproto.MIMEHeader(m.Header), m.Body, 0, false); err != nil {
		return nil, fmt.Errorf("damaged mail: %w", err)
	}
	l.withoutFrames()
	return l, nil
}

// part takes one part of a mail apart. related is true for those of a page.
func (l *letter) part(h textproto.MIMEHeader, body io.Reader, depth int, related bool) error {
	if l.parts++; depth > maxMailDepth || l.parts > maxParts {
		return fmt.Errorf("more than %d parts, or nested more than %d deep", maxParts, maxMailDepth)
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") {
		return l.multi(kind, params["boundary"], body, depth)
	}
	name := nameOf(h, params)
	if name == "" && related && !strings.HasPrefix(kind, "text/html") && kind != "application/xhtml+xml" {
		return nil // a picture or a style sheet of a page
	}
	if related && (strings.HasPrefix(kind, "image/") || kind == "text/css" || strings.Contains(kind, "javascript")) {
		return nil
	}
	content, err := io.ReadAll(decoded(h.Get("Content-Transfer-Encoding"), body))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	f := file{name: name, content: content}
	if strings.HasPrefix(kind, "text/") {
		f.content = inUTF8(content, params["charset"])
		f.page = kind == "text/html"
	}
	if f.name == "" {
		f.name = usualName(kind, len(l.files)+1)
	}
	l.files = append(l.files, f)
	return nil
}

// multi takes the parts of a part. Of alternatives the last one counts, the page behind the plain text.
func (l *letter) multi(kind, boundary string, body io.Reader, depth int) error {
	if boundary == "" {
		return errors.New("its parts are not told apart")
	}
	parts := multipart.NewReader(body, boundary)
	first := len(l.files)
	for {
		p, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if err := l.part(p.Header, p, depth+1, kind == "multipart/related"); err != nil {
			return err
		}
	}
	if n := len(l.files); kind == "multipart/alternative" && n > first+1 {
		pages := l.files[:first:first]
		for _, f := range l.files[first:] {
			if f.page || path.Ext(f.name) != ".txt" {
				pages = append(pages, f)
			}
		}
		if len(pages) > first {
			l.files = pages
		}
	}
	return nil
}

// withoutFrames leaves out a page that only shows others of the archive in frames.
func (l *letter) withoutFrames() {
	pages := 0
	for _, f := range l.files {
		if f.page {
			pages++
		}
	}
	kept := l.files[:0]
	for _, f := range l.files {
		lower := bytes.ToLower(f.content)
		if f.page && pages > 1 && bytes.Contains(lower, []byte("<frameset")) && !bytes.Contains(lower, []byte("<table")) {
			continue
		}
		kept = append(kept, f)
	}
	l.files = kept
}

// words decodes names in the encodings of mail.
var words = mime.WordDecoder{CharsetReader: func(charset string, in io.Reader) (io.Reader, error) {
	e, err := htmlindex.Get(charset)
	if err != nil {
		return nil, err
	}
	return e.NewDecoder().Reader(in), nil
}}

// nameOf is the name of a part, "" when it has none.
func nameOf(h textproto.MIMEHeader, params map[string]string) string {
	_, disposition, err := mime.ParseMediaType(h.Get("Content-Disposition"))
	name := disposition["filename"]
	if err != nil && name == "" {
		_, name, _ = strings.Cut(h.Get("Content-Disposition"), "filename=")
		name = strings.Trim(name, "\"; ")
	}
	if name == "" {
		name = params["name"]
	}
	if name == "" {
		at := h.Get("Content-Location")
		if u, err := url.PathUnescape(at); err == nil {
			at = u
		}
		if name = path.Base(strings.ReplaceAll(at, `\`, "/")); name == "." || name == "/" {
			name = ""
		}
	}
	if plain, err := words.DecodeHeader(name); err == nil {
		name = plain
	}
	return name
}

// usualName names a part that has no name by what it is.
func usualName(kind string, n int) string {
	switch kind {
	case "text/html":
		return fmt.Sprintf("%d.html", n)
	case "message/rfc822":
		return fmt.Sprintf("%d.eml", n)
	case "text/plain":
		return fmt.Sprintf("%d.txt", n)
	}
	return fmt.Sprintf("%d", n)
}

// decoded undoes the encoding of a part for transfer.
func decoded(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}

// inUTF8 is a text whose character set the mail tells, marked as UTF-8; one that is told wrong stays as it is.
func inUTF8(content []byte, charset string) []byte {
	e, err := htmlindex.Get(charset)
	if name, _ := htmlindex.Name(e); err != nil || charset == "" || name == "utf-8" || name == "windows-1252" {
		return content // readers of texts tell these by themselves
	}
	plain, err := e.NewDecoder().Bytes(content)
	if err != nil {
		return content
	}
	return append([]byte("\xEF\xBB\xBF"), plain...)
}

func (l *letter) Next() (Member, error) {
	if l.at == len(l.files) {
		return Member{}, io.EOF
	}
	f := l.files[l.at]
	l.at++
	l.Reader = bytes.NewReader(f.content)
	return Member{Name: f.name, Size: int64(len(f.content))}, nil
}

func (l *letter) Close() error { return nil }
