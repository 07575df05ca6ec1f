package flow

import (
	"strings"

	"fuhe"
	"fuhe/extract/grid"
)

// Canvas is what text stands on that states no ground of its own. Colours are six hexadecimal digits.
type Canvas struct {
	Fill  string // "" for the page
	Maybe string // the colour that a style or the page may have there instead
}

const (
	Paper = "FFFFFF"
	Mixed = "mixed" // of a pattern, or of a drawing: like no colour
)

// Under takes a fill that is stated for all inside; "" states none.
func (c Canvas) Under(fill string) Canvas {
	if fill == "" {
		return c
	}
	return Canvas{Fill: fill}
}

// Sight is how letters are set, as far as it decides whether they are seen.
type Sight struct {
	Ink    string // their colour; one that is not told is like none
	Hidden bool   // by the program itself
	Tiny   bool   // nobody sees letters so small
}

// Hides reports whether a text of the cell is to be left out because nobody sees it. What is left out is noted, and a figure
// beside it in doubt; where a style may paint the ground, the text stays, in doubt.
func (b *Beside) Hides(c Canvas, s Sight, text string) bool {
	if strings.TrimSpace(text) == "" {
		return s.Hidden
	}
	if c.Fill == "" {
		c.Fill = Paper
	}
	fades := grid.Alike(s.Ink, c.Fill)
	unseen := s.Hidden || s.Tiny || fades && c.Maybe == ""
	figure := strings.ContainsAny(text, "0123456789")
	switch {
	case !figure || b.Doubt != nil || s.Hidden:
	case unseen:
		b.Doubt = fuhe.DoubtUnseen
	case c.Maybe != "" && (fades || grid.Alike(s.Ink, c.Maybe)):
		b.Doubt = fuhe.DoubtStyled
	}
	if unseen && (figure || !s.Hidden) { // words that the program itself hides are an author's remarks
		b.Unseen = append(b.Unseen, strings.TrimSpace(text))
	}
	return unseen
}
