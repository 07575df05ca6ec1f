package html

import (
	"strings"

	"golang.org/x/net/html"
)

// inputText is what an input field shows.
func inputText(t html.Token) string {
	kind, value, checked := "text", "", false
	for _, a := range t.Attr {
		switch a.Key {
		case "type":
			kind = strings.ToLower(strings.TrimSpace(a.Val))
		case "value":
			value = a.Val
		case "checked":
			checked = true
		}
	}
	switch kind {
	case "checkbox", "radio":
		if checked {
			return "☑"
		}
		return "□"
	case "hidden", "button", "submit", "reset", "image", "file", "password":
		return ""
	}
	return value
}

// choice is a list of options, of which one is shown.
type choice struct {
	options  []string
	selected int
}

func (c *choice) next(t html.Token) {
	for _, a := range t.Attr {
		if a.Key == "selected" {
			c.selected = len(c.options)
		}
	}
	c.options = append(c.options, "")
}

func (c *choice) add(text string) {
	if n := len(c.options); n > 0 && (n-1 == c.selected || n == 1) {
		c.options[n-1] += text
	}
}

func (c *choice) text() string {
	if c.selected < len(c.options) {
		return strings.TrimSpace(c.options[c.selected])
	}
	return ""
}
