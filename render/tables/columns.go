package tables

import (
	"fmt"
	"io"
	"strings"

	"fuhe"
	"fuhe/render/columnar"
)

// columns writes the cells of all tables as one Parquet table, a row each: tables differ in their columns, their cells do
// not.
type columns struct {
	o   Options
	out *columnar.Writer[parquetCell]
}

// parquetCell is a row of that file.
type parquetCell struct {
	Path    string   `parquet:"path,dict"`
	SHA256  string   `parquet:"sha256,dict"`
	Table   int32    `parquet:"table"` // in its file, from 1
	Title   string   `parquet:"title,dict"`
	Unit    string   `parquet:"unit,dict"`
	Sheet   string   `parquet:"sheet,dict"`
	Page    int32    `parquet:"page"` // of this cell; 0 in files without pages
	Row     int32    `parquet:"row"`  // from 0
	Col     int32    `parquet:"col"`
	RowSpan int32    `parquet:"rowspan"`
	ColSpan int32    `parquet:"colspan"`
	Part    string   `parquet:"part,dict"` // lead, head, body, notes
	Heading string   `parquet:"heading,dict"`
	Label   string   `parquet:"label,dict"` // the first text of its row
	Text    string   `parquet:"text"`
	Kind    string   `parquet:"kind,dict"` // text, number, date
	Value   *float64 `parquet:"value,optional"`
	Doubt   string   `parquet:"doubt,dict"`

	Inferred bool   `parquet:"inferred"` // rows and columns of its table are inferred, not all rules are drawn
	Sum      string `parquet:"sum,dict"` // what the figure should be where it is a sum that does not close
}

func newColumns(w io.Writer, o Options) (*columns, error) {
	out, err := columnar.New[parquetCell](w, columnar.Snappy)
	return &columns{o: o, out: out}, err
}

// Add writes the cells of a document's tables.
func (p *columns) Add(doc fuhe.Document) error {
	for i := range doc.Tables {
		t := &doc.Tables[i]
		l, ok := lay(t, p.o)
		if !ok {
			return fmt.Errorf("%s: %s: %s", doc.Path, place(t), fmt.Sprintf(unfitPhrase.In(p.o.Lang), t.Rows, t.Cols))
		}
		if err := p.out.Write(p.cells(&doc, i, l)); err != nil {
			return err
		}
	}
	return nil
}

func (p *columns) cells(doc *fuhe.Document, i int, l *laid) []parquetCell {
	heads, v := l.headings(), viewOf(l.t)
	out := make([]parquetCell, 0, len(l.cells))
	for n, c := range l.cells {
		row := parquetCell{
			Path: doc.Path, SHA256: doc.SHA256, Table: int32(i + 1), Title: l.t.Title, Unit: l.t.Unit, Sheet: l.t.Sheet, Page: int32(l.pageOf(c.Row)),
			Row: int32(c.Row), Col: int32(c.Col), RowSpan: int32(c.RowSpan), ColSpan: int32(c.ColSpan), Part: part(l.t, c.Row), Text: c.Text, Label: v.rowLabel[c.Row],
			Kind: l.typeOf(n).kind().name(), Inferred: l.t.Inferred,
		}
		var says []string
		for _, f := range l.sumsOf(n) {
			says = append(says, sumText(f, p.o.Lang))
		}
		row.Sum = strings.Join(says, "\n")
		if l.t.Setting.Head > 0 && row.Part == "body" {
			row.Heading = heads[c.Col]
		}
		if ty := l.typeOf(n); ty.kind() == number {
			value := ty.figure.Value()
			row.Value = &value
		}
		row.Doubt = strings.Join(doubts(&l.cells[n], l.typeOf(n), p.o.Lang), "\n")
		out = append(out, row)
	}
	return out
}

// part is what of a table a row belongs to.
func part(t *fuhe.Table, row int) string {
	switch s := t.Setting; {
	case row < s.Lead:
		return "lead"
	case row < s.Lead+s.Head:
		return "head"
	case row >= t.Rows-s.Tail:
		return "notes"
	}
	return "body"
}

// Close ends the file.
func (p *columns) Close() error { return p.out.Close() }
