package tables

import (
	"fmt"
	"io"

	"fuhe"
	"fuhe/render"
	"fuhe/render/stream"
)

// workbook writes tables as sheets.
type workbook struct {
	o            Options
	book         *stream.Book
	names        render.SheetNames
	contentsAt   string // the name of the first sheet
	list         []listed
	missed       []missed
	moreMissed   int
	unclosed     []unclosed
	moreUnclosed int
	sources      []source
	one          *paper // the one sheet, with that layout
	oneName      string
	stacks       *stacks
}

func newWorkbook(w io.Writer, o Options) *workbook {
	b := &workbook{o: o, book: stream.New(w), names: render.SheetNames{}}
	b.book.Seal = o.Seal
	b.contentsAt = b.names.Take(contentsName.In(o.Lang), "")
	if o.Layout == SheetPerTitle {
		b.stacks = &stacks{}
	}
	return b
}

// Add writes the tables of a document.
func (w *workbook) Add(doc fuhe.Document) error {
	for i := range doc.Tables {
		t := &doc.Tables[i]
		l, ok := lay(t, w.o)
		if !ok {
			w.list = append(w.list, w.entry(&doc, t, nil))
			continue
		}
		l.dress()
		e := w.entry(&doc, t, l)
		if err := w.table(&doc, l, &e); err != nil {
			return fmt.Errorf("%s: %s: %w", doc.Path, place(t), err)
		}
		w.list = append(w.list, e)
	}
	w.note(&doc)
	return nil
}

// table writes one table where the layout wants it.
func (w *workbook) table(doc *fuhe.Document, l *laid, e *listed) error {
	switch w.o.Layout {
	case OneSheet:
		return w.below(doc, l, e)
	case SheetPerTitle:
		w.notClosing(doc, l.t, "", -1, 0)
		return w.stacks.add(w, doc, l, e)
	}
	e.sheet = w.names.Take(e.title, tableName.In(w.o.Lang))
	s, err := w.book.Sheet(e.sheet, l.setup(w.o))
	if err != nil {
		return err
	}
	p := w.paper(s)
	first, rows, err := p.write(l)
	if err != nil {
		return err
	}
	e.at = fuhe.Ref(first, p.left, 1, 1)
	w.notClosing(doc, l.t, e.sheet, first, p.left)
	e.live, e.valued = p.live, p.valued
	if rows > 0 && l.t.Cols > 0 {
		e.cells = render.QuoteSheet(e.sheet) + "!" + fuhe.Ref(first, p.left, rows, l.t.Cols)
	}
	return s.Close()
}

func (w *workbook) paper(s *stream.Sheet) *paper {
	p := &paper{Sheet: s, o: w.o, book: w.book}
	if w.o.Pages {
		p.left = 1
	}
	return p
}

// note lists what of a document was not taken.
func (w *workbook) note(doc *fuhe.Document) {
	src := source{path: doc.Path, state: readName.In(w.o.Lang), tables: len(doc.Tables)}
	if len(doc.Unread) > 0 {
		src.state = partlyName.In(w.o.Lang)
		if len(doc.Tables) == 0 {
			src.state = unreadName.In(w.o.Lang)
			src.why = doc.Unread[0].Reason
		}
	}
	if doc.PassedOver != "" {
		src.state, src.why = passedName.In(w.o.Lang), doc.PassedOver
	}
	w.sources = append(w.sources, src)
	w.notKept(doc)
	for i := range doc.Tables {
		w.missInCells(doc.Path, &doc.Tables[i])
	}
	for _, u := range doc.Unread {
		w.miss(missed{doc.Path, u.At.String(), fmt.Sprintf(unreadPhrase.In(w.o.Lang), u.Reason)})
	}
	for _, o := range doc.Outside {
		at := fuhe.Source{Sheet: o.At.Sheet}.String()
		if o.At.Page > 0 {
			at = fmt.Sprint(o.At.Page)
		}
		if o.Figures > 0 {
			w.miss(missed{doc.Path, at, fmt.Sprintf(outsideFigures.In(w.o.Lang), o.Figures, render.Plain(o.Sample))})
		}
		if o.Pictures {
			w.miss(missed{doc.Path, at, outsidePicture.In(w.o.Lang)})
		}
	}
}

// notKept says what was asked for and is not read of files of its format.
func (w *workbook) notKept(doc *fuhe.Document) {
	if len(doc.Tables) == 0 {
		return
	}
	say := func(p fuhe.Phrase) { w.miss(missed{doc.Path, "", fmt.Sprintf(p.In(w.o.Lang), doc.Format)}) }
	switch {
	case !w.o.Styled || doc.Format == fuhe.XLSX:
	case doc.Format == fuhe.PDF:
		say(noShading)
	default:
		say(noLooks)
	}
	if w.o.Formulas && doc.Format == fuhe.XLS {
		say(noFormulas)
	}
}

// missInCells lists what was not taken of the cells of a table.
func (w *workbook) missInCells(path string, t *fuhe.Table) {
	for i := range t.Cells {
		c := &t.Cells[i]
		if why := c.Missing(); why != nil {
			at := fuhe.Source{Sheet: t.Sheet, Page: t.Page, Table: t.Table, Ref: fuhe.Ref(c.Row, c.Col, 1, 1)}
			if c.At.Ref != "" {
				at = c.At
			}
			w.miss(missed{path, at.String(), why.In(w.o.Lang)})
		}
	}
}

func (w *workbook) miss(m missed) {
	if len(w.missed) >= mostMissed {
		w.moreMissed++
		return
	}
	w.missed = append(w.missed, m)
}

// Close writes the list of contents and ends the workbook.
func (w *workbook) Close() error {
	if w.one != nil {
		if err := w.one.Close(); err != nil {
			return err
		}
	}
	if w.stacks != nil {
		if err := w.stacks.write(w); err != nil {
			return err
		}
	}
	if err := w.contents(w.contentsAt); err != nil {
		return err
	}
	return w.book.Close()
}

// below writes a table under those before on the one sheet.
func (w *workbook) below(doc *fuhe.Document, l *laid, e *listed) error {
	if w.one == nil {
		name := w.names.Take(allName.In(w.o.Lang), "")
		set := l.setup(w.o)
		set.Frozen, set.Repeat = 0, 0
		s, err := w.book.Sheet(name, set)
		if err != nil {
			return err
		}
		w.one = w.paper(s)
		w.oneName = name
	}
	p := w.one
	e.sheet, e.at = w.oneName, fuhe.Ref(p.Rows(), 0, 1, 1)
	where := fmt.Sprintf("%d. %s", len(w.list)+1, doc.Path)
	if e.page != "" {
		where += wideSpace.In(w.o.Lang) + pageName.In(w.o.Lang) + " " + e.page
	}
	if err := p.Row(lineHeight(1), []stream.Cell{{Text: where, Style: w.book.Style(stream.Style{Color: "808080", NoWrap: true})}}); err != nil {
		return err
	}
	live, valued := p.live, p.valued
	first, rows, err := p.write(l)
	if err != nil {
		return err
	}
	w.notClosing(doc, l.t, e.sheet, first, p.left)
	e.live, e.valued = p.live-live, p.valued-valued
	if rows > 0 && l.t.Cols > 0 {
		e.cells = render.QuoteSheet(e.sheet) + "!" + fuhe.Ref(first, p.left, rows, l.t.Cols)
	}
	return p.Row(0, nil)
}
