package workbook

import (
	"errors"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
)

// spot is where an entry stands in a workbook.
type spot struct {
	sheet   string
	first   string // top left cell
	last    string // bottom right cell of the merged range
	foreign bool   // a cell of the input's own workbook
	numeric bool
	value   float64
	text    string // what a cell that is no number holds
}

// spots are the places of a form's cells in a workbook, by their places in the source.
type spots map[fuhe.Source]spot

// figureKeys are the entries that hold figures. A name, a goal or a reason stays text even where it looks like a number.
var figureKeys = map[string]bool{
	"initial_budget": true, "adjusted_budget": true, "executed": true, "weight": true, "execution_rate": true, "score": true, "received": true,
	"target": true, "actual": true,
}

// figurePlaces are the sources of the entries that are figures.
func figurePlaces(r *fuhe.Report) map[fuhe.Source]bool {
	places := map[fuhe.Source]bool{}
	for _, e := range r.Entries() {
		if figureKeys[e.Field.Key()] && e.Field != "/goals/actual" && e.Cell.Present() && e.Cell.Number != nil {
			places[e.Cell.At] = true
		}
	}
	return places
}

// addForm lays a form out on a sheet of its own and says where its cells went.
func (b *book) addForm(sheet string, r *fuhe.Report) (spots, error) {
	l, err := lay(whole(r), r.Title, figurePlaces(r))
	if errors.Is(err, errUnfit) {
		if failed := b.text(sheet, "A1", err.Error()); failed != nil {
			return nil, failed
		}
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	if err := b.columns(sheet, l); err != nil {
		return nil, err
	}
	if err := b.lines(sheet, l, l.above, 0, true); err != nil {
		return nil, err
	}
	places := spots{}
	for _, c := range l.cells {
		at, err := b.cell(sheet, l, c, len(l.above))
		if err != nil {
			return nil, err
		}
		if !c.At.IsZero() {
			places[c.At] = at
		}
	}
	if b.around != nil {
		if err := b.tickColumn(sheet, l, r, places); err != nil {
			return nil, err
		}
	}
	for r, h := range l.high {
		if err := b.file.SetRowHeight(sheet, len(l.above)+r+1, h); err != nil {
			return nil, err
		}
	}
	if err := b.lines(sheet, l, l.below, len(l.above)+l.rows, false); err != nil {
		return nil, err
	}
	return places, b.page(sheet, l)
}

// lines writes lines of text, each merged over the width of the table.
func (b *book) lines(sheet string, l *layout, lines []fuhe.Line, row int, head bool) error {
	total := l.span(laidCell{TableCell: fuhe.TableCell{ColSpan: l.cols}})
	for i, line := range lines {
		first, last := fuhe.Ref(row+i, 0, 1, 1), fuhe.Ref(row+i, l.cols-1, 1, 1)
		s := style{font: fontPoints, left: !head}
		if head && sameText(line.Text, l.title) {
			s.font, s.bold = titlePoints, true
		}
		id, err := b.style(s)
		if err != nil {
			return err
		}
		if err := b.text(sheet, first, line.Text); err != nil {
			return err
		}
		if err := b.merge(sheet, first, last, id); err != nil {
			return err
		}
		high := float64(render.LinesIn(line.Text, s.font, total-cellPadPoints))*s.font*linePerFont + rowPadPoints
		if err := b.file.SetRowHeight(sheet, row+i+1, min(high, maxRowPoints)); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) merge(sheet, first, last string, styleID int) error {
	if first != last {
		if err := b.file.MergeCell(sheet, first, last); err != nil {
			return err
		}
	}
	return b.file.SetCellStyle(sheet, first, last, styleID)
}

// cell writes one cell of the table: a number where the figure can be shown as printed, else text.
func (b *book) cell(sheet string, l *layout, c laidCell, top int) (spot, error) {
	at := spot{
		sheet: sheet,
		first: fuhe.Ref(top+c.Row, c.Col, 1, 1),
		last:  fuhe.Ref(top+c.Row+c.RowSpan-1, c.Col+c.ColSpan-1, 1, 1),
	}
	s := style{font: c.font, left: c.left, border: !c.bare, bold: c.bold}
	var err error
	if c.figure != nil {
		s.format = c.figure.format
		at.numeric, at.value = true, c.figure.value
		err = b.file.SetCellFloat(sheet, at.first, c.figure.value, -1, 64)
	} else {
		s.literal = looksLiteral(c.Text)
		at.text = c.Text
		err = b.text(sheet, at.first, c.Text)
	}
	if err != nil {
		return at, err
	}
	id, err := b.style(s)
	if err != nil {
		return at, err
	}
	return at, b.merge(sheet, at.first, at.last, id)
}

// looksLiteral tells a text that a spreadsheet would turn into a formula or a number as soon as somebody edits it.
// Only such texts get the format "@": long ones in that format are shown as #### by old versions of Excel.
func looksLiteral(text string) bool {
	if text == "" || len(text) > 255 {
		return false
	}
	return strings.ContainsRune("=+-@0123456789", rune(text[0]))
}

func (b *book) columns(sheet string, l *layout) error {
	for i, points := range l.widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := b.file.SetColWidth(sheet, name, name, columnWidth(points)); err != nil {
			return err
		}
	}
	return nil
}

// columnWidth is a width in characters of the default font: seven pixels each, five of padding, 96 pixels an inch.
// It is told to hundredths: machines that multiply and add in one step differ in the last digits.
func columnWidth(points float64) float64 {
	return math.Round(100*min(max((points*96/72-5)/7, 1), 255)) / 100
}

// page sets a sheet up for paper: A4, as wide as one page, on its side where the table is wide, and whole on one page
// as long as that can be read.
func (b *book) page(sheet string, l *layout) error {
	width, height := l.span(laidCell{TableCell: fuhe.TableCell{ColSpan: l.cols}}), 0.0
	for _, h := range l.high {
		height += h
	}
	height += float64(len(l.above)+len(l.below)) * (titlePoints*linePerFont + rowPadPoints)
	wide := width > portraitPoints
	room, long := pageShortPoints, pageLongPoints
	if wide {
		room, long = long, room
	}
	pages := 0 // any number
	if scale := long / height; scale >= smallestOnePager && room/(width+l.beside) >= smallestOnePager {
		pages = 1
	}
	return b.paper(sheet, wide, pages)
}

func (b *book) paper(sheet string, wide bool, pages int) error {
	const a4, onePage = 9, 1
	size, fitWidth, orientation := a4, onePage, "portrait"
	if wide {
		orientation = "landscape"
	}
	yes, margin := true, 0.5 // inches
	if err := b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &fitWidth, FitToHeight: &pages,
	}); err != nil {
		return err
	}
	if err := b.file.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{
		Left: &margin, Right: &margin, Top: &margin, Bottom: &margin, Horizontally: &yes,
	}); err != nil {
		return err
	}
	return b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &yes})
}
