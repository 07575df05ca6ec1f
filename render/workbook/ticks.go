package workbook

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
)

// tick is what became of a figure, with the row and the column of the sheet (from 0) that the figure stands in.
type tick struct {
	row, col int
	name     string
	class    fuhe.Class
}

// ticksOf are the marks of a form's figures, row by row from left to right, and how many figures stand in no cell of the sheet.
func ticksOf(r *fuhe.Report, l *layout, at spots, lang fuhe.Lang) (ticks []tick, without int) {
	lines := map[fuhe.Source]int{}
	for i, line := range l.above {
		lines[line.At] = i
	}
	for i, line := range l.below {
		lines[line.At] = len(l.above) + l.rows + i
	}
	entries := fieldsOf(r)
	for i := range r.Figures {
		f := &r.Figures[i]
		place := fuhe.Source{}
		if f.At != nil {
			place = *f.At
		} else if c := entries[f.Field]; c != nil {
			place = c.At
		}
		t := tick{name: tickName(r, f, lang), class: f.Class}
		row, beside := lines[place]
		col, inRow, err := excelize.CellNameToCoordinates(at[place].first)
		switch {
		case place.IsZero(), err != nil && !beside:
			without++
			continue
		case err == nil:
			t.row, t.col = inRow-1, col-1
		default:
			t.row = row
		}
		ticks = append(ticks, t)
	}
	slices.SortStableFunc(ticks, func(a, b tick) int { return cmp.Or(a.row-b.row, a.col-b.col) })
	return ticks, without
}

// tickName is what a figure is called beside its row: the entry it is, or the heading whose points it is. No digit stands in it: a
// workbook that is read again has no figure there.
func tickName(r *fuhe.Report, f *fuhe.Figure, l fuhe.Lang) string {
	name := f.Field.Name(l)
	if strings.HasPrefix(string(f.Field), "/sections/") {
		name = render.Plain(r.Label(f.Field, l))
		if i := strings.IndexFunc(name, func(c rune) bool { return unicode.IsDigit(c) || strings.ContainsRune("(（[【", c) }); i >= 0 {
			name = strings.TrimSpace(name[:i])
		}
	}
	if f.At != nil || name == "" || render.TextPoints(name, tickPoints) > tickColumnPoints-tickPadPoints {
		return otherFigure.In(l)
	}
	return name
}

// tickColumn writes the tick marks of a form beside its table, a text a row, and leaves the form itself as it is; rows that are too
// low for their marks grow. It has no borders: on paper it stands beside the form and is no part of it.
func (b *book) tickColumn(sheet string, l *layout, r *fuhe.Report, at spots) error {
	ticks, without := ticksOf(r, l, at, b.lang)
	texts := tickTexts(ticks)
	if without > 0 {
		last := max(len(l.above)+l.rows+len(l.below)-1, 0)
		texts[last] = strings.TrimLeft(texts[last]+"\n"+noPlacePhrase.In(b.lang), "\n")
	}
	if len(texts) == 0 || l.cols >= maxSheetCols {
		return nil // nothing to mark, or no room
	}
	head := max(slices.Min(slices.Collect(maps.Keys(texts)))-1, 0)
	texts[head] = strings.TrimRight(ticksName.In(b.lang)+"\n"+texts[head], "\n")
	for _, text := range texts {
		for line := range strings.SplitSeq(text, "\n") {
			l.beside = min(max(l.beside, render.TextPoints(line, tickPoints)+tickPadPoints), tickColumnPoints)
		}
	}
	column, err := excelize.ColumnNumberToName(l.cols + 1)
	if err != nil {
		return err
	}
	if err := b.file.SetColWidth(sheet, column, column, columnWidth(l.beside)); err != nil {
		return err
	}
	for _, row := range slices.Sorted(maps.Keys(texts)) {
		if err := b.ticksOfRow(sheet, l, row, texts[row], row == head); err != nil {
			return err
		}
	}
	return nil
}

// ticksOfRow writes the marks of one row.
func (b *book) ticksOfRow(sheet string, l *layout, row int, text string, head bool) error {
	id, err := b.style(style{font: tickPoints, left: true, indent: 1, bold: head, literal: looksLiteral(text)})
	if err != nil {
		return err
	}
	at := fuhe.Ref(row, l.cols, 1, 1)
	if in := row - len(l.above); in >= 0 && in < l.rows {
		need := float64(render.LinesIn(text, tickPoints, l.beside-tickPadPoints))*tickPoints*linePerFont + rowPadPoints
		l.high[in] = min(max(l.high[in], need), maxRowPoints)
	}
	return errors.Join(b.text(sheet, at, text), b.file.SetCellStyle(sheet, at, at, id))
}

// tickTexts are the marks as they stand beside the rows: "执行率✗ 得分✓". A name and its mark stay on one line.
func tickTexts(ticks []tick) map[int]string {
	texts, ends := map[int]string{}, map[int]string{}
	for _, t := range ticks {
		one := t.name + t.class.Tick()
		switch end := ends[t.row]; {
		case end == "":
			texts[t.row], ends[t.row] = one, one
		case render.TextPoints(end+" "+one, tickPoints) <= tickColumnPoints-tickPadPoints:
			texts[t.row], ends[t.row] = texts[t.row]+" "+one, end+" "+one
		default:
			texts[t.row], ends[t.row] = texts[t.row]+"\n"+one, one
		}
	}
	return texts
}
