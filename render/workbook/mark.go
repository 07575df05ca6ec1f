package workbook

import (
	"errors"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
)

// mark is why a cell is coloured, the weightier the greater.
type mark int

const (
	noMark mark = iota
	warningMark
	errorMark
	correctedMark
)

// The colours are those that spreadsheet programs themselves use for good, bad and neutral.
var markColors = map[mark]string{warningMark: "FFEB9C", errorMark: "FFC7CE", correctedMark: "C6EFCE"}

// marking is a mark put on a style.
type marking struct {
	base   int
	mark   mark
	format string
}

// mark colours a cell and keeps everything else of its style, except the number format when one is given. In a merged
// range each cell has its own borders and keeps them.
func (b *book) mark(s spot, m mark, format string) error {
	return eachCell(s, func(ref string) error {
		base, err := b.file.GetCellStyle(s.sheet, ref)
		if err != nil {
			return err
		}
		id, err := b.marked(marking{base, m, format})
		if err != nil {
			return err
		}
		return b.file.SetCellStyle(s.sheet, ref, ref, id)
	})
}

func (b *book) marked(m marking) (int, error) {
	if id, ok := b.marks[m]; ok {
		return id, nil
	}
	id, err := b.derive(m)
	if err != nil {
		return 0, err
	}
	b.marks[m] = id
	return id, nil
}

// derive adds a style that is the base but for the mark. The records of the style sheet are copied whole: excelize's own
// reading and writing of a style loses theme colours, colours left to the program, and more.
func (b *book) derive(m marking) (int, error) {
	wanted := &excelize.Style{Fill: solid(markColors[m.mark]), Font: &excelize.Font{Bold: true}}
	if m.format != "" {
		wanted.CustomNumFmt = &m.format
	}
	model, err := b.file.NewStyle(wanted)
	if err != nil {
		return 0, err
	}
	sheet := b.file.Styles
	if m.base < 0 || m.base >= len(sheet.CellXfs.Xf) || len(sheet.CellXfs.Xf) >= excelize.MaxCellStyles {
		return model, nil
	}
	style, from, yes := sheet.CellXfs.Xf[m.base], sheet.CellXfs.Xf[model], true
	style.FillID, style.ApplyFill = from.FillID, &yes
	if m.format != "" {
		style.NumFmtID, style.ApplyNumberFormat = from.NumFmtID, &yes
	}
	fonts := sheet.Fonts
	if m.mark == correctedMark && fonts != nil && style.FontID != nil && *style.FontID >= 0 && *style.FontID < len(fonts.Font) {
		font := *fonts.Font[*style.FontID]
		font.B = fonts.Font[*from.FontID].B
		fonts.Font = append(fonts.Font, &font)
		fonts.Count = len(fonts.Font)
		id := len(fonts.Font) - 1
		style.FontID, style.ApplyFont = &id, &yes
	}
	sheet.CellXfs.Xf = append(sheet.CellXfs.Xf, style)
	sheet.CellXfs.Count = len(sheet.CellXfs.Xf)
	return len(sheet.CellXfs.Xf) - 1, nil
}

// maxMarkedCells bounds a merged range that is coloured; only its first cell is when it has more.
const maxMarkedCells = 10_000

func eachCell(s spot, do func(ref string) error) error {
	c0, r0, err := excelize.CellNameToCoordinates(s.first)
	if err != nil {
		return err
	}
	c1, r1, err := excelize.CellNameToCoordinates(s.last)
	if err != nil {
		return err
	}
	if (c1-c0+1)*(r1-r0+1) > maxMarkedCells {
		c1, r1 = c0, r0
	}
	for r := r0; r <= r1; r++ {
		for c := c0; c <= c1; c++ {
			if err := do(fuhe.Ref(r-1, c-1, 1, 1)); err != nil {
				return err
			}
		}
	}
	return nil
}

// annotate colours the cells with errors and warnings that were not corrected, and gives every cell concerned a comment.
func (b *book) annotate(rows []row) error {
	marks, texts := map[spot]mark{}, map[spot][]string{}
	var order []spot
	for _, w := range rows {
		m := w.mark()
		if m == noMark || w.spot.sheet == "" {
			continue
		}
		if marks[w.spot] == noMark {
			order = append(order, w.spot)
		}
		marks[w.spot] = max(marks[w.spot], m)
		texts[w.spot] = append(texts[w.spot], w.comment(b.lang))
	}
	var all error
	for _, s := range order {
		if marks[s] != correctedMark {
			all = errors.Join(all, b.mark(s, marks[s], ""))
		}
		all = errors.Join(all, b.comment(s, texts[s]))
	}
	return all
}

func (w row) mark() mark {
	switch {
	case w.correction != nil, w.mended:
		return correctedMark
	case w.severity == fuhe.Error:
		return errorMark
	case w.severity == fuhe.Warning:
		return warningMark
	}
	return noMark
}

// comment is a row as the comment of its cell.
func (w row) comment(l fuhe.Lang) string {
	var b strings.Builder
	line := func(name fuhe.Phrase, text string) {
		if text != "" {
			fmt.Fprintf(&b, "\n%s%s", name.In(l), text)
		}
	}
	fmt.Fprintf(&b, commentHead.In(l), w.rule, w.label)
	if w.severity != "" && w.correction == nil {
		fmt.Fprintf(&b, " %s", render.SeverityName(w.severity, l))
	}
	published := w.published
	if published == "" {
		published = render.BlankName.In(l)
	}
	line(publishedName, published)
	if w.correction != nil {
		line(correctedName, w.recomputed)
	} else {
		line(recomputedName, w.recomputed)
	}
	line(workingName, w.working)
	line(causeName, w.cause)
	line(explanationName, w.message)
	if w.noFormula {
		line(fuhe.Phrase{}, noFormulaPhrase.In(l))
	}
	line(sourceName, w.source)
	return b.String()
}
