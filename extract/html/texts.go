package html

import (
	"strings"
	"unicode/utf8"

	"fuhe/extract/flow"
)

// textsOf are the texts of cells, those of tables inside them too.
func textsOf(cells []*cell) []string {
	var out []string
	for _, c := range cells {
		out = append(out, texts(c.blocks)...)
	}
	return out
}

func texts(blocks []flow.Block) []string {
	var out []string
	for _, b := range blocks {
		if b.Table == nil {
			out = append(out, b.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			out = append(out, texts(c.Blocks)...)
		}
	}
	return out
}

// hasBroken reports whether a character could not be decoded.
func hasBroken(blocks []flow.Block) bool {
	for _, b := range blocks {
		if b.Table == nil && strings.ContainsRune(b.Text, utf8.RuneError) {
			return true
		}
	}
	return false
}

// short is the beginning of a text.
func short(s string) string {
	if r := []rune(s); len(r) > shownHidden {
		return string(r[:shownHidden]) + "…"
	}
	return s
}
