package render

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// commentAuthor is the author of the comments written here.
const commentAuthor = "fuhe"

// comment gives a cell a comment of the given paragraphs, those left out that its comment already has.
func (b *book) comment(s spot, paragraphs []string) error {
	text := strings.Join(paragraphs, "\n\n")
	if r := []rune(text); len(r) > maxCommentRunes {
		text = string(r[:maxCommentRunes]) + cutPhrase.In(b.lang)
	}
	width, height := commentSize(text)
	return b.file.AddComment(s.sheet, excelize.Comment{
		Cell: s.first, Author: commentAuthor, Width: width, Height: height,
		Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: "宋体", Size: 9}}},
	})
}

// commentSize is the size of a comment's box in pixels, so that its text is seen whole.
func commentSize(text string) (width, height uint) {
	const wide, font, line, pad = 320, 12, 17, 24 // pixels
	return wide, uint(wrapped(text, font, wide-pad)*line + pad)
}
