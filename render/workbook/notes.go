package workbook

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"
)

// notes are the two parts of a workbook file that hold the comments a sheet came with: their texts, and their boxes.
type notes struct {
	texts, boxes string
	closed       bool // the sheet has drawings or comments of a kind that nothing can be added to
}

// notesOf finds the comments that a sheet of the input came with; none in a new workbook.
func (b *book) notesOf(sheet string) notes {
	n, ok := b.notes[sheet]
	if !ok {
		n = b.findNotes(sheet)
		b.notes[sheet] = n
	}
	return n
}

func (b *book) findNotes(sheet string) notes {
	parts, err := sheetParts(b.part)
	if err != nil {
		return notes{} // a new workbook has no parts before it is written
	}
	related, err := relations(b.part, parts[sheet])
	if err != nil {
		return notes{} // nor has a sheet that nothing belongs to
	}
	var n notes
	var texts, boxes bool
	for _, r := range related {
		content, err := b.part(r.part)
		switch {
		case strings.HasSuffix(r.kind, "/comments"):
			texts = true
			if err == nil && listEnd().Match(content) && authorsEnd().Match(content) {
				n.texts = r.part
			}
		case strings.HasSuffix(r.kind, "/vmlDrawing"):
			if boxes = true; err == nil && bytes.Contains(content, []byte(boxesEnd)) && n.boxes == "" {
				n.boxes = r.part
			}
		}
	}
	if (texts || boxes) && (n.texts == "" || n.boxes == "") {
		return notes{closed: true}
	}
	return n
}

// padding begins the names of parts that only stand in memory while excelize names a new list of comments.
const padding = "xl/comments.padding"

// freeName makes excelize take a name that no part of the file has: it numbers comments by counting them, and a file
// with comments1 and comments3, or with a drawing of another kind, has the next name already. The function returned
// takes the padding away.
func (b *book) freeName() func() {
	count := 0
	b.file.Pkg.Range(func(name, _ any) bool {
		if s, ok := name.(string); ok && strings.Contains(s, "xl/comments") {
			count++
		}
		return true
	})
	for name := range b.file.Comments {
		if _, counted := b.file.Pkg.Load(name); !counted {
			count++
		}
	}
	pads := 0
	for ; b.taken(count + pads + 1); pads++ {
		b.file.Pkg.Store(fmt.Sprint(padding, pads), []byte{})
	}
	return func() {
		for i := range pads {
			b.file.Pkg.Delete(fmt.Sprint(padding, i))
		}
	}
}

func (b *book) taken(number int) bool {
	texts, boxes := fmt.Sprintf("xl/comments%d.xml", number), fmt.Sprintf("xl/drawings/vmlDrawing%d.vml", number)
	if b.file.Comments[texts] != nil || b.file.VMLDrawing[boxes] != nil {
		return true
	}
	_, errTexts := b.part(texts)
	_, errBoxes := b.part(boxes)
	return errTexts == nil || errBoxes == nil
}

// part is a part of the workbook file as it stands in memory.
func (b *book) part(name string) ([]byte, error) {
	if content, ok := b.file.Pkg.Load(name); ok {
		if bytes, ok := content.([]byte); ok {
			return bytes, nil
		}
	}
	return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
}

var (
	authorsEnd = expression(`</(\w+:)?authors>|<(\w+:)?authors\s*/>`)
	author     = expression(`<(?:\w+:)?author(?:\s[^>]*)?(?:/>|>([^<]*)</)`)
	listEnd    = expression(`</(\w+:)?commentList>`)
	textEnd    = expression(`</(?:\w+:)?text>`)
)

const boxesEnd = "</xml>"

// addToComments adds paragraphs to the comment of a cell, or a comment where it has none. What a comment already says
// is not said again, so that a second run changes nothing.
func (b *book) addToComments(n notes, s spot, paragraphs []string) error {
	texts, err := b.part(n.texts)
	if err != nil {
		return err
	}
	prefix := string(listEnd().FindSubmatch(texts)[1])
	if at := commentOf(texts, s.first); at != nil {
		old := plainXML(texts[at[0]:at[1]])
		var fresh []string
		for _, p := range paragraphs {
			if !strings.Contains(old, bare(p)) {
				fresh = append(fresh, p)
			}
		}
		end := textEnd().FindIndex(texts[at[0]:at[1]])
		if len(fresh) == 0 || end == nil {
			return nil
		}
		b.file.Pkg.Store(n.texts, insert(texts, at[0]+end[0], run(prefix, "\n\n"+b.commentText(fresh))))
		return nil
	}
	texts, id := withAuthor(texts, prefix)
	comment := fmt.Sprintf(`<%[1]scomment ref="%[2]s" authorId="%[3]d"><%[1]stext>%[4]s</%[1]stext></%[1]scomment>`,
		prefix, s.first, id, run(prefix, b.commentText(paragraphs)))
	b.file.Pkg.Store(n.texts, insert(texts, listEnd().FindIndex(texts)[0], comment))
	return b.addBox(n.boxes, s, b.commentText(paragraphs))
}

// commentOf is where the comment of a cell begins and ends; nil when it has none.
func commentOf(texts []byte, ref string) []int {
	begin := regexp.MustCompile(`<(?:\w+:)?comment\s[^>]*\bref="` + ref + `"[^>]*>`).FindIndex(texts)
	if begin == nil {
		return nil
	}
	end := regexp.MustCompile(`</(?:\w+:)?comment>`).FindIndex(texts[begin[1]:])
	if end == nil {
		return nil
	}
	return []int{begin[0], begin[1] + end[1]}
}

// withAuthor makes sure of our author and gives the number it has in the list.
func withAuthor(texts []byte, prefix string) ([]byte, int) {
	all := author().FindAllSubmatch(texts, -1)
	for i, a := range all {
		if string(a[1]) == commentAuthor {
			return texts, i
		}
	}
	ours := fmt.Sprintf("<%[1]sauthor>%[2]s</%[1]sauthor>", prefix, commentAuthor)
	end := authorsEnd().FindIndex(texts)
	if bytes.HasSuffix(texts[end[0]:end[1]], []byte("/>")) {
		list := fmt.Sprintf("<%[1]sauthors>%[2]s</%[1]sauthors>", prefix, ours)
		return append(texts[:end[0]:end[0]], append([]byte(list), texts[end[1]:]...)...), 0
	}
	return insert(texts, end[0], ours), len(all)
}

// addBox draws the box of a comment beside its cell. The name spaces stand on the shape itself: the prefixes of the
// drawing around it are another program's.
func (b *book) addBox(part string, s spot, text string) error {
	boxes, err := b.part(part)
	if err != nil {
		return err
	}
	col, row, err := excelize.CellNameToCoordinates(s.first)
	if err != nil {
		return err
	}
	id := 9000
	for bytes.Contains(boxes, fmt.Appendf(nil, `"_x0000_s%d"`, id)) {
		id++
	}
	width, height := commentSize(text)
	shape := fmt.Sprintf(`<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`+
		` xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s%d" type="#_x0000_t202"`+
		` style="position:absolute;width:%dpt;height:%dpt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`+
		`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`+
		`<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>`+
		`<x:Anchor>%d, 15, %d, 2, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column>`+
		`</x:ClientData></v:shape>`,
		id, width*3/4, height*3/4, col, max(row-2, 0), col+4, row+int(height)/18, row-1, col-1)
	b.file.Pkg.Store(part, insert(boxes, bytes.LastIndex(boxes, []byte(boxesEnd)), shape))
	return nil
}

// run is a piece of a comment's text.
func run(prefix, text string) string {
	var escaped strings.Builder
	if err := xml.EscapeText(&escaped, []byte(text)); err != nil {
		return "" // a strings.Builder takes everything
	}
	// A line break as a character reference would be read as such, but some programs show it as a box.
	return fmt.Sprintf(`<%[1]sr><%[1]st xml:space="preserve">%[2]s</%[1]st></%[1]sr>`, prefix, strings.ReplaceAll(escaped.String(), "&#xA;", "\n"))
}

func insert(content []byte, at int, text string) []byte {
	out := make([]byte, 0, len(content)+len(text))
	out = append(out, content[:at]...)
	out = append(out, text...)
	return append(out, content[at:]...)
}

// plainXML is the text of a piece of XML without white space.
func plainXML(content []byte) string {
	var b strings.Builder
	for d := xml.NewDecoder(bytes.NewReader(content)); ; {
		token, err := d.RawToken()
		if err != nil {
			return bare(b.String())
		}
		if text, ok := token.(xml.CharData); ok {
			b.Write(text)
		}
	}
}
