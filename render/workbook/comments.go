package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe/render"
)

// commentAuthor is the author of the comments written here.
const commentAuthor = "fuhe"

// comment gives a cell a comment of the given paragraphs. A sheet that has comments already gets it in their parts of
// the file: excelize looks for them under its own names only, and would put a second list beside another program's.
func (b *book) comment(s spot, paragraphs []string) error {
	n := b.notesOf(s.sheet)
	switch {
	case n.texts != "":
		return b.addToComments(n, s, paragraphs)
	case n.closed:
		return nil // the sheet of findings says it all, with a link to the cell
	}
	if !b.commented[s.sheet] {
		b.commented[s.sheet] = true
		defer b.freeName()()
	}
	text := b.commentText(paragraphs)
	width, height := commentSize(text)
	return b.file.AddComment(s.sheet, excelize.Comment{
		Cell: s.first, Author: commentAuthor, Width: width, Height: height, Text: text,
	})
}

func (b *book) commentText(paragraphs []string) string {
	text := strings.Join(paragraphs, "\n\n")
	if r := []rune(text); len(r) > maxCommentRunes {
		text = string(r[:maxCommentRunes]) + cutPhrase.In(b.lang)
	}
	return text
}

// commentSize is the size of a comment's box in pixels, so that its text is seen whole.
func commentSize(text string) (width, height uint) {
	const wide, font, line, pad = 320, 12, 17, 24 // pixels
	return wide, uint(render.LinesIn(text, font, wide-pad)*line + pad)
}
