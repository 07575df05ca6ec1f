package tables

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"fuhe"
	"fuhe/render"
	"fuhe/render/stream"
)

// stacks are the tables of all documents by their title and headings, each kind waiting in a file of its own: a workbook is
// written sheet by sheet, and a thousand files of tables do not fit in memory.
type stacks struct {
	folder string
	list   []*stack
	by     map[string]*stack
}

// stack is one kind of table.
type stack struct {
	title    string
	headings []string
	widths   []float64
	path     string
	rows     int
	entries  []int // of its tables in the list of contents
	starts   []int // the first row of each
}

// waiting is one row of a stack: of each cell its kind, what it holds, its format and what there is to say of it.
type waiting [][4]string

var yearOfTitle = lazily(`[（(]?(?:19|20)[0-9]{2}[-—]?(?:(?:19|20)[0-9]{2})?年?度?[）)]?`)

// add puts a table on the stack of its kind.
func (s *stacks) add(w *workbook, doc *fuhe.Document, l *laid, e *listed) error {
	heads := l.headings()
	key := yearOfTitle().ReplaceAllString(bare(l.t.Title), "") + "\x00" + yearOfTitle().ReplaceAllString(strings.Join(heads, "\x00"), "")
	k := s.by[key]
	if k == nil {
		if err := s.begin(); err != nil {
			return err
		}
		k = &stack{title: e.title, headings: heads, widths: l.widths, path: filepath.Join(s.folder, fmt.Sprintf("%d", len(s.list)))}
		s.by[key], s.list = k, append(s.list, k)
	}
	k.entries, k.starts = append(k.entries, len(w.list)), append(k.starts, k.rows)
	f, err := os.OpenFile(k.path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(f)
	enc := json.NewEncoder(out)
	err = l.flat(func(row int, cells []int) error {
		k.rows++
		return enc.Encode(l.waiting(doc, row, cells, w.o.Lang))
	})
	if err == nil {
		err = out.Flush()
	}
	return errors.Join(err, f.Close())
}

func (s *stacks) begin() error {
	if s.folder != "" {
		return nil
	}
	var err error
	s.folder, err = os.MkdirTemp("", "fuhe-tables-")
	s.by = map[string]*stack{}
	return err
}

// waiting is a row of a table with its file, page and unit before it.
func (l *laid) waiting(doc *fuhe.Document, row int, cells []int, lang fuhe.Lang) waiting {
	page := [4]string{}
	if n := l.pageOf(row); n > 0 {
		page = [4]string{number.name(), fmt.Sprint(n), "0", ""}
	} else if l.t.Sheet != "" {
		page = [4]string{"", l.t.Sheet, "", ""}
	}
	out := waiting{{"", doc.Path, "", ""}, page, {"", l.t.Unit, "", ""}}
	for _, n := range cells {
		switch {
		case n < 0:
			out = append(out, [4]string{})
		case l.typeOf(n).kind() != text:
			out = append(out, [4]string{number.name(), l.typeOf(n).figure.Literal, l.typeOf(n).figure.Format, l.says(n, lang)})
		default:
			out = append(out, [4]string{"", l.cells[n].Text, "", l.says(n, lang)})
		}
	}
	return out
}

// write writes a sheet for each stack.
func (s *stacks) write(w *workbook) (err error) {
	if s.folder == "" {
		return nil
	}
	defer func() { err = errors.Join(err, os.RemoveAll(s.folder)) }()
	for _, k := range s.list {
		if err := k.write(w); err != nil {
			return fmt.Errorf("%s: %w", k.title, err)
		}
	}
	return nil
}

const (
	filePoints = 160.0 // widths of the columns before a stack
	unitPoints = 44.0
)

func (k *stack) write(w *workbook) error {
	name := w.names.Take(yearless(k.title, len(k.entries)), tableName.In(w.o.Lang))
	widths := append([]float64{filePoints, pagePoints, unitPoints}, k.widths...)
	sheet, err := w.book.Sheet(name, stream.Setup{Widths: widths, Frozen: 1, Repeat: 1, Landscape: true})
	if err != nil {
		return err
	}
	heads := append([]string{fileName.In(w.o.Lang), pageName.In(w.o.Lang), unitName.In(w.o.Lang)}, k.headings...)
	style := w.book.Style(stream.Style{Bold: true, Border: true, Align: stream.Centre})
	cells := make([]stream.Cell, len(heads))
	lines := 1
	for i, h := range heads {
		cells[i] = stream.Cell{Col: i, Text: h, Style: style}
		lines = max(lines, wrapped(h, widths[i]-cellPadPoints))
	}
	if err := sheet.Row(lineHeight(lines), cells); err != nil {
		return err
	}
	if err := k.copyRows(w, sheet); err != nil {
		return err
	}
	sheet.Filter(0, 0, k.rows+1, len(heads))
	for i, n := range k.entries {
		e := &w.list[n]
		e.sheet, e.at = name, fuhe.Ref(1+k.starts[i], 0, 1, 1)
		end := k.rows
		if i+1 < len(k.starts) {
			end = k.starts[i+1]
		}
		if rows := end - k.starts[i]; rows > 0 && len(k.headings) > 0 {
			e.cells = render.QuoteSheet(name) + "!" + fuhe.Ref(1+k.starts[i], 3, rows, len(k.headings))
		}
	}
	return sheet.Close()
}

// yearless is the title of a stack of several tables: that of the first, without its year.
func yearless(title string, tables int) string {
	if s := strings.TrimSpace(yearOfTitle().ReplaceAllString(title, "")); tables > 1 && s != "" {
		return s
	}
	return title
}

func (k *stack) copyRows(w *workbook, sheet *stream.Sheet) error {
	f, err := os.Open(k.path)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	in := json.NewDecoder(bufio.NewReader(f))
	said := 0
	for {
		var row waiting
		if err := in.Decode(&row); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		cells := make([]stream.Cell, len(row))
		for i, c := range row {
			cells[i].Col = i
			st := stream.Style{Border: true}
			if c[0] != "" {
				cells[i].Number = c[1]
				st.Format, st.Align, st.NoWrap = c[2], stream.Right, true
			} else {
				cells[i].Text = c[1]
				if looksLiteral(c[1]) {
					st.Format = "@"
				}
			}
			cells[i].Style = w.book.Style(st)
			if c[3] != "" && said < mostComments {
				said++
				sheet.Comment(sheet.Rows(), i, c[3])
			}
		}
		if err := sheet.Row(0, cells); err != nil {
			return err
		}
	}
}
