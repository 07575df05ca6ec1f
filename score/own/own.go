// Package own reads a user's own rules: a YAML file goes in, an overlay for package score comes out. The file can switch
// rules off, give them another severity, set the numbers of a profile and add checks written as expressions over the
// report, in the language of github.com/expr-lang/expr with exact decimals in the place of its floating point. What is
// wrong in it is said with line and column. Nothing is judged here, and no file is opened.
package own

import (
	"fmt"
	"io"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/encoding/simplifiedchinese"

	"fuhe"
	"fuhe/score"
)

// Rules are a user's own rules, read and compiled.
type Rules struct {
	overlay score.Overlay
	seen    naming // by checks over several forms
}

// Overlay is what score.Options takes.
func (r *Rules) Overlay() *score.Overlay { return &r.overlay }

// Load reads a file of rules; name is what messages call it, and lang is their language. The error holds every fault found,
// one on a line.
func Load(r io.Reader, name string, lang fuhe.Lang) (*Rules, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxFileBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	l := loader{name: name, lang: lang, rules: &Rules{overlay: score.Overlay{Name: name}}}
	if len(raw) > maxFileBytes {
		return nil, fmt.Errorf(l.say("%s：超过 %d 字节", "%s: larger than %d bytes"), name, maxFileBytes)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(decoded(raw), &doc); err != nil {
		return nil, fmt.Errorf("%s:%s", name, l.syntaxError(err))
	}
	if len(doc.Content) == 1 {
		l.file(doc.Content[0])
	}
	if len(l.faults) > 0 {
		return nil, l.faults
	}
	return l.rules, nil
}

// decoded is a file as UTF-8: editors on Chinese Windows save GBK where they are not told otherwise. UTF-16 is known to the
// parser by its mark.
func decoded(raw []byte) []byte {
	if utf8.Valid(raw) || len(raw) > 1 && (raw[0] == 0xFF && raw[1] == 0xFE || raw[0] == 0xFE && raw[1] == 0xFF) {
		return raw
	}
	if text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(raw); err == nil {
		return text
	}
	return raw // the parser says that it is no text
}
