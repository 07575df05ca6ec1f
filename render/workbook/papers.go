package workbook

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"fuhe"
	"fuhe/render"
	"fuhe/render/paper"
	"fuhe/render/review"
)

// Papers are what makes a workbook a working paper (审计工作底稿): a cover, every indicator with room for what the reviewer finds,
// every figure as data, and what people said of findings.
type Papers struct {
	Particulars paper.Particulars
	Run         render.Run
	Rules       map[string]render.Rule
	Review      review.Review
	Earlier     *Typed // what was typed into the workbook that this one takes the place of; nil for none
	// Picture is the evidence of a finding as PNG, for the sheet of findings; nil for none.
	Picture func(doc *fuhe.Document, r *fuhe.Report, f *fuhe.Finding) ([]byte, error)
}

// The sheets of working papers, in their order before the forms.
var (
	coverSheet  = fuhe.Phrase{ZH: "封面", EN: "cover"}
	ledgerSheet = fuhe.Phrase{ZH: "复核底稿", EN: "working paper"}
	dataSheet   = fuhe.Phrase{ZH: "数据", EN: "figures"}
)

// paperSheets makes the sheets that come before the forms, empty, so that they stand in order.
func (b *book) paperSheets(o Options, reports int) error {
	sheets := []fuhe.Phrase{coverSheet, summarySheet}
	if reports > 0 {
		sheets = append(sheets, findingsSheet, ledgerSheet, dataSheet)
	}
	if len(o.Across) > 0 {
		sheets = append(sheets, acrossSheet)
	}
	for _, s := range sheets {
		if _, err := b.addSheet(s.In(b.lang), ""); err != nil {
			return err
		}
	}
	return nil
}

// papers writes the working papers around the forms.
func (b *book) papers(forms []formSheet, docs []fuhe.Document, o Options) error {
	if err := b.fillCover(coverSheet.In(b.lang), docs, o); err != nil {
		return err
	}
	if err := b.fillPaperSummary(summarySheet.In(b.lang), forms, docs, o.Same); err != nil {
		return err
	}
	if len(forms) == 0 {
		return nil
	}
	if err := b.fillLedger(ledgerSheet.In(b.lang), forms); err != nil {
		return err
	}
	return b.fillData(dataSheet.In(b.lang), forms)
}

// stream writes the rows of a sheet one by one: thousands of forms make hundreds of thousands of cells.
type stream struct {
	b   *book
	w   *excelize.StreamWriter
	row int // rows written
}

// newStream begins a sheet whose page is set up and whose first rows stay in sight.
func (b *book) newStream(sheet string, columns []column, frozen int) (*stream, error) {
	if err := b.paper(sheet, true, 0); err != nil {
		return nil, err
	}
	if err := b.footer(sheet); err != nil {
		return nil, err
	}
	w, err := b.file.NewStreamWriter(sheet)
	if err != nil {
		return nil, err
	}
	for i, c := range columns {
		if err := w.SetColWidth(i+1, i+1, c.in(b.lang).width); err != nil {
			return nil, err
		}
	}
	err = w.SetPanes(&excelize.Panes{Freeze: true, YSplit: frozen, TopLeftCell: fuhe.Ref(frozen, 0, 1, 1), ActivePane: "bottomLeft"})
	return &stream{b: b, w: w}, err
}

// add writes a row of entries, with the looks of their columns.
func (s *stream) add(columns []column, entries []entry) error {
	cells := make([]any, len(entries))
	lines := 1
	for i, e := range entries {
		st := style{font: fontPoints, border: true, left: columns[i].left, format: e.format, colorHex: e.color, bold: e.bold}
		cell := excelize.Cell{Formula: e.formula}
		switch {
		case e.number != nil:
			cell.Value = *e.number
		case e.formula == "":
			cell.Value = s.b.safe(e.text)
			st.literal = looksLiteral(e.text)
			lines = max(lines, listLines(e.text, columns[i]))
		}
		id, err := s.b.style(st)
		if err != nil {
			return err
		}
		cell.StyleID = id
		cells[i] = cell
	}
	s.row++
	return s.w.SetRow(fuhe.Ref(s.row-1, 0, 1, 1), cells, excelize.RowOpts{Height: listHeight(lines)})
}

// head writes the headings.
func (s *stream) head(columns []column) error {
	id, err := s.b.style(style{font: fontPoints, bold: true, border: true, heading: true})
	if err != nil {
		return err
	}
	cells := make([]any, len(columns))
	lines := 1
	for i, c := range columns {
		cells[i] = excelize.Cell{StyleID: id, Value: c.name.In(s.b.lang)}
		lines = max(lines, listLines(c.name.In(s.b.lang), c.in(s.b.lang)))
	}
	s.row++
	return s.w.SetRow(fuhe.Ref(s.row-1, 0, 1, 1), cells, excelize.RowOpts{Height: listHeight(lines)})
}

// title writes a line over the whole width.
func (s *stream) title(text string, cols int, st style) error {
	id, err := s.b.style(st)
	if err != nil {
		return err
	}
	s.row++
	if err := s.w.SetRow(fuhe.Ref(s.row-1, 0, 1, 1), []any{excelize.Cell{StyleID: id, Value: s.b.safe(text)}}, excelize.RowOpts{Height: st.font*linePerFont + rowPadPoints}); err != nil {
		return err
	}
	return s.w.MergeCell(fuhe.Ref(s.row-1, 0, 1, 1), fuhe.Ref(s.row-1, cols-1, 1, 1))
}

// footer numbers the pages of a sheet: 第 1 页 共 3 页.
func (b *book) footer(sheet string) error {
	name := strings.ReplaceAll(sheet, "&", "&&")
	return b.file.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L" + name + "&C" + pagesPhrase.In(b.lang)})
}

// footerOfForm gives a form among working papers the footer of these; a form alone is printed as it was.
func (b *book) footerOfForm(sheet string) error {
	if b.around == nil {
		return nil
	}
	return b.footer(sheet)
}

// repeated has a row repeated on each page in print.
func (b *book) repeated(sheet string, head int) error { return b.repeatedRows(sheet, head, head) }

// repeatedRows has some rows repeated on every printed page, counted from 1.
func (b *book) repeatedRows(sheet string, from, to int) error {
	name := &excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: render.QuoteSheet(sheet) + "!$" + itoa(from) + ":$" + itoa(to)}
	if from != to { // in the place of one that was set before
		_ = b.file.DeleteDefinedName(&excelize.DefinedName{Name: name.Name, Scope: sheet}) // where there is none nothing is to be deleted
	}
	return b.file.SetDefinedName(name)
}

// repeatedCorner has some rows, and the columns up to one, repeated on every printed page: a list more pages wide than one.
func (b *book) repeatedCorner(sheet, lastColumn string, head int) error {
	name := &excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet}
	_ = b.file.DeleteDefinedName(name) // where there is none nothing is to be deleted
	at := render.QuoteSheet(sheet) + "!$"
	name.RefersTo = at + "A:$" + lastColumn + "," + at + itoa(head) + ":$" + itoa(head)
	return b.file.SetDefinedName(name)
}

// filtered gives a list buttons to filter by, has a row repeated in print, and its pages numbered.
func (b *book) filtered(sheet string, repeated, head, last, cols int) error {
	if err := b.repeated(sheet, repeated); err != nil {
		return err
	}
	if last > head {
		if err := b.file.AutoFilter(sheet, fuhe.Ref(head-1, 0, 1, 1)+":"+fuhe.Ref(last-1, cols-1, 1, 1), nil); err != nil {
			return err
		}
	}
	if err := b.footer(sheet); err != nil {
		return err
	}
	return b.paper(sheet, true, 0) // a filter resets that the sheet is to be fitted to the page
}
