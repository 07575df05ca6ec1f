package flow

import (
	"strings"

	"fuhe/extract/grid"
)

// Script is how text stands to the line it is on.
type Script int

const (
	OnLine  Script = iota
	Raised         // above it
	Lowered        // below it
)

// ScriptOf is how text stands that is set as raised, or as lowered.
func ScriptOf(raised, lowered bool) Script {
	switch {
	case raised:
		return Raised
	case lowered:
		return Lowered
	}
	return OnLine
}

// scripts are those that the text of a cell has.
type scripts struct {
	has  [Lowered + 1]bool
	kept bool // what is raised in it could not be told from what has other signs
}

// Set is text seen in a cell as it is written: raised and lowered digits stay apart from those on the line. Outside of cells
// b is nil.
func (b *Beside) Set(text string, s Script) string {
	if b != nil && strings.TrimSpace(text) != "" {
		b.scripts.has[s] = true
		b.scripts.kept = b.scripts.kept || s != OnLine && (grid.Levelled(text) != text || strings.ContainsAny(text, "[]"))
	}
	switch s {
	case Raised:
		return grid.Raised(text)
	case Lowered:
		return grid.Lowered(text)
	}
	return text
}

// Level puts the text of a cell on the line when all of it is raised alike, or lowered: it is only set higher in its cell.
func (b *Beside) Level(blocks []Block) {
	if s := b.scripts; s.kept || s.has[OnLine] || s.has[Raised] == s.has[Lowered] {
		return
	}
	for _, block := range blocks {
		if block.Table != nil {
			return // its text may be on the line
		}
	}
	for i := range blocks {
		blocks[i].Text = grid.Levelled(blocks[i].Text)
	}
}
