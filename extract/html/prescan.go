package html

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
)

// unscanned are style elements, and those in which one is text or says nothing of the page.
var unscanned = []string{"script", "textarea", "title", "xmp", "iframe", "noscript", "noembed", "noframes", "template", "style"}

// readStyles takes the rules of all style elements, which hold for what stands before them, too.
func (p *page) readStyles(text []byte) {
	for {
		at := bytes.IndexByte(text, '<')
		if at < 0 {
			return
		}
		text = text[at:]
		switch name := tagName(text); {
		case name == "style":
			text = p.readStyle(text)
		case bytes.HasPrefix(text, []byte("<!--")):
			text = behindMark(text, "-->")
		case name != "":
			text = behindMark(text, "</"+name)
		default:
			text = text[1:]
		}
	}
}

// tagName is the name of the element that a text begins with, if it is a style element or one in which there is none.
func tagName(text []byte) string {
	if len(text) < 2 || strings.IndexByte("sStTxXiInN", text[1]) < 0 {
		return ""
	}
	for _, name := range unscanned {
		if end := len(name) + 1; len(text) > end && strings.EqualFold(string(text[1:end]), name) && strings.IndexByte(" \t\r\n\f/>", text[end]) >= 0 {
			return name
		}
	}
	return ""
}

// behindMark is a text behind a mark; nothing when it has none.
func behindMark(text []byte, mark string) []byte {
	if strings.HasPrefix(mark, "</") {
		if at := indexTag(text, mark); at >= 0 {
			return text[at+len(mark):]
		}
		return nil
	}
	if _, behind, ok := bytes.Cut(text[len("<!"):], []byte(mark)); ok {
		return behind
	}
	return nil
}

// readStyle takes the rules of the style element that a text begins with, and returns what goes on behind it.
func (p *page) readStyle(text []byte) []byte {
	tokens := html.NewTokenizer(bytes.NewReader(text))
	tokens.Next()
	t := tokens.Token()
	if tokens.Next() != html.TextToken {
		return text[1:]
	}
	rules := tokens.Raw()
	if kind := strings.ToLower(strings.TrimSpace(attribute(t, "type"))); kind == "" || kind == "text/css" {
		p.linked = p.linked || bytes.Contains(rules, []byte("@import"))
		p.styles.read(string(rules), holds(attribute(t, "media")))
	}
	return behindMark(text, "</style")
}

// isStandard reports whether a page states that it is written by the standard of today.
func isStandard(text []byte) bool {
	tokens := html.NewTokenizer(bytes.NewReader(text[:min(len(text), statedWithin)]))
	for {
		switch tokens.Next() {
		case html.TextToken:
			if len(bytes.TrimSpace(tokens.Raw())) > 0 {
				return false
			}
		case html.DoctypeToken:
			return strings.EqualFold(strings.TrimSpace(tokens.Token().Data), "html")
		case html.CommentToken:
		default:
			return false
		}
	}
}
