package paper

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"fuhe"
)

// FileName is what particulars that were typed are called beside the review file. It is a file that Load reads.
const FileName = "fuhe-paper.yaml"

// Limits of what is typed, in characters.
const (
	maxTyped  = 300
	maxPrefix = 20 // of an index number
)

// Get is an entry by its Chinese key.
func (p *Particulars) Get(key string) string {
	if at := p.fields()[key]; at != nil {
		return *at
	}
	return ""
}

// With are particulars with entries that were typed, by their Chinese keys; entries that are not named stay. The error is one
// line in a language and names the entry that cannot be.
func (p Particulars) With(typed map[string]string, lang fuhe.Lang) (Particulars, error) {
	for key, value := range typed {
		at := p.fields()[key]
		limit := maxTyped
		if key == "索引号" {
			limit = maxPrefix
		}
		value = strings.TrimSpace(value)
		switch {
		case at == nil:
			return p, fmt.Errorf(fuhe.Phrase{ZH: "没有条目“%s”", EN: "there is no entry “%s”"}.In(lang), key)
		case utf8.RuneCountInString(value) > limit:
			return p, fmt.Errorf(fuhe.Phrase{ZH: "“%s”过长，最多 %d 字", EN: "“%s” is too long; %d characters at most"}.In(lang), key, limit)
		case !utf8.ValidString(value) || strings.ContainsFunc(value, unicode.IsControl):
			return p, fmt.Errorf(fuhe.Phrase{ZH: "“%s”含有换行或不能显示的字符", EN: "“%s” holds line ends or characters that cannot be shown"}.In(lang), key)
		}
		*at = value
	}
	return p, nil
}

// Write writes particulars as Load reads them; blank ones are left out.
func Write(w io.Writer, p Particulars) error {
	root := yaml.Node{Kind: yaml.MappingNode}
	for _, k := range Keys() {
		if value := p.Get(k.ZH); value != "" {
			root.Content = append(root.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: k.ZH}, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: value})
		}
	}
	e := yaml.NewEncoder(w)
	if err := e.Encode(&root); err != nil {
		return err
	}
	return e.Close()
}
