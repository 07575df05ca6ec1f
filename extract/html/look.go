package html

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"

	"fuhe"
)

// sight is what the innermost open table, row and cell say of the sight of text, or else the page.
func (p *page) sight() sight {
	n := len(p.tables)
	if n == 0 {
		return p.canvas
	}
	t := p.tables[n-1]
	s := t.sight
	if k := len(t.sections); k > 0 && !t.caption {
		s = s.with(t.sections[k-1].sight)
	}
	if t.row != nil {
		s = s.with(t.row.shown.sight)
	}
	if t.cell != nil {
		s = s.with(t.cell.shown.sight)
	}
	return s
}

// open is the innermost open cell; nil outside of any.
func (p *page) open() *cell {
	if n := len(p.tables); n > 0 {
		return p.tables[n-1].cell
	}
	return nil
}

// instead notes what stands in the open cell in place of text.
func (p *page) instead(t html.Token) {
	c := p.open()
	if c == nil || c.instead != nil {
		return
	}
	switch t.Data {
	case "img", "object", "embed", "picture", "video", "iframe", "applet":
		if !isSpacer(t) {
			c.instead = fuhe.DoubtPicture
		}
	case "svg", "canvas", "math", "progress", "meter":
		c.instead = fuhe.DoubtDrawing
	case "script":
		c.instead = fuhe.DoubtScript
	}
	for _, a := range t.Attr {
		if a.Key == "id" && p.scripted(a.Val) {
			c.instead = fuhe.DoubtScript
		}
	}
}

// scripted reports whether a script of the page speaks of an element: by its id in quotation marks, as #id or as a name.
func (p *page) scripted(id string) bool {
	for rest := p.script; id != ""; {
		at := strings.Index(rest, id)
		if at < 0 {
			return false
		}
		if end := at + len(id); at > 0 && strings.IndexByte("\"'`#", rest[at-1]) >= 0 && end < len(rest) && strings.IndexByte("\"'` ", rest[end]) >= 0 {
			return true
		}
		rest = rest[at+len(id):]
	}
	return false
}

// isSpacer tells the invisible pictures that pages are laid out with.
func isSpacer(t html.Token) bool {
	for _, a := range t.Attr {
		if (a.Key == "width" || a.Key == "height") && (a.Val == "0" || a.Val == "1") || a.Key == "src" && a.Val == "" {
			return true
		}
	}
	return false
}

// scriptsOf is the text of a page's scripts, as far as it is looked at.
func scriptsOf(text []byte) string {
	var b strings.Builder
	for {
		at := indexTag(text, "<script")
		if at < 0 {
			return b.String()
		}
		text = text[at+len("<script"):]
		end := indexTag(text, "</script")
		if end < 0 {
			end = len(text)
		}
		if b.Len()+end > maxScriptBytes {
			return b.String()
		}
		b.Write(text[:end])
		b.WriteByte('\n')
		text = text[end:]
	}
}

// indexTag finds a tag, whatever the case of its letters.
func indexTag(text []byte, tag string) int {
	for from := 0; ; {
		at := bytes.IndexByte(text[from:], '<')
		if at < 0 || from+at+len(tag) > len(text) {
			return -1
		}
		if from += at; strings.EqualFold(string(text[from:from+len(tag)]), tag) {
			return from
		}
		from++
	}
}

// isSheet reports whether a page is a spreadsheet that Excel, or a program that writes like it, saved as a page.
func isSheet(text []byte) bool {
	return bytes.Contains(text[:min(len(text), statedWithin)], []byte("schemas-microsoft-com:office:excel"))
}
