// Package columnar writes rows as a Parquet file: structs of one kind go in, bytes come out. What a column is stands in the tag
// of its field: `parquet:"name"`, with ",dict" for columns whose texts repeat, ",optional" for pointers, of which nil is no
// value, ",decimal(places:digits)" for numbers as 16 bytes. Fields are flat: texts, whole numbers of 32 and 64 bits, floating
// numbers, truth values, decimals. It reads no Parquet.
package columnar

import (
	"fmt"
	"io"
	"reflect"
)

// Writer writes rows of one kind. It holds back a group of them; what stands in a file before Close is no table yet.
type Writer[T any] struct {
	out     io.Writer
	at      int64 // bytes written
	codec   *codec
	columns []*column
	rows    int64 // of the group that is held back
	groups  []group
	err     error // the first failure: nothing is written after it
}

// New begins a file. The error says which field of T has no column.
func New[T any](out io.Writer, pages Codec) (*Writer[T], error) {
	fields, err := fieldsOf(reflect.TypeFor[T]())
	if err != nil {
		return nil, err
	}
	c, err := newCodec(pages)
	if err != nil {
		return nil, err
	}
	w := &Writer[T]{out: out, codec: c}
	for _, f := range fields {
		w.columns = append(w.columns, newColumn(f))
	}
	w.write([]byte(magic))
	return w, w.err
}

// Names are the names of the columns of T, in their order.
func Names[T any]() []string {
	var names []string
	for f := range reflect.TypeFor[T]().Fields() {
		if name, _ := columnOf(f); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// Write adds rows.
func (w *Writer[T]) Write(rows []T) error {
	for i := range rows {
		row, held := reflect.ValueOf(&rows[i]).Elem(), 0
		for _, c := range w.columns {
			c.add(row.Field(c.index), w.codec)
			held += c.held()
		}
		if w.rows++; w.rows == groupRows || held > groupBytes {
			w.end()
		}
	}
	return w.err
}

// Close writes what is held back and the description of the columns. It does not close what it writes to.
func (w *Writer[T]) Close() error {
	w.end()
	foot := w.footer()
	w.write(foot)
	w.write(little32(len(foot)))
	w.write([]byte(magic))
	return w.err
}

// end writes the group that is held back.
func (w *Writer[T]) end() {
	if w.rows == 0 {
		return
	}
	g := group{rows: w.rows}
	for _, c := range w.columns {
		chunk := c.end(w.codec)
		chunk.at = w.at
		g.chunks = append(g.chunks, chunk)
		w.write(chunk.dictionary)
		w.write(chunk.pages)
		chunk.dictionaryBytes, chunk.packed = len(chunk.dictionary), w.at-chunk.at
		chunk.dictionary, chunk.pages = nil, nil
	}
	w.groups = append(w.groups, g)
	w.rows = 0
}

func (w *Writer[T]) write(b []byte) {
	if w.err != nil || len(b) == 0 {
		return
	}
	n, err := w.out.Write(b)
	w.at += int64(n)
	if err != nil {
		w.err = fmt.Errorf("Parquet: %w", err)
	}
}
