package bulk

import (
	"bufio"
	"encoding/csv"
	"io"

	"fuhe/render"
	"fuhe/render/columnar"
)

// row is a row of a table, as the struct that Parquet takes and as texts in the same order.
type row interface{ texts() []string }

// table is one table in both formats.
type table[T row] struct {
	parquet *columnar.Writer[T]
	buffer  *bufio.Writer
	commas  *commas
	waiting []T
}

// Sizes of what is held back.
const (
	rowsAtOnce  = 256
	bufferBytes = 64 << 10
)

// newTable begins a table.
func newTable[T row](create func(name string) (io.Writer, error), name string) (*table[T], error) {
	file, err := create(name + ".parquet")
	if err != nil {
		return nil, err
	}
	lines, err := create(name + ".csv")
	if err != nil {
		return nil, err
	}
	t := &table[T]{buffer: bufio.NewWriterSize(file, bufferBytes)}
	if t.parquet, err = columnar.New[T](t.buffer, columnar.Zstd); err != nil {
		return nil, err
	}
	t.commas, err = newCommas(lines, columnar.Names[T]())
	return t, err
}

func (t *table[T]) add(r T) error {
	if t.waiting = append(t.waiting, r); len(t.waiting) == rowsAtOnce {
		if err := t.flush(); err != nil {
			return err
		}
	}
	return t.commas.write(r.texts())
}

func (t *table[T]) flush() error {
	err := t.parquet.Write(t.waiting)
	t.waiting = t.waiting[:0]
	return err
}

func (t *table[T]) close() error {
	if err := t.flush(); err != nil {
		return err
	}
	if err := t.parquet.Close(); err != nil {
		return err
	}
	if err := t.buffer.Flush(); err != nil {
		return err
	}
	return t.commas.close()
}

// commas is a CSV file with the mark by which spreadsheet programs know UTF-8, in which no text is a formula.
type commas struct{ out *csv.Writer }

func newCommas(w io.Writer, heads []string) (*commas, error) {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return nil, err
	}
	c := &commas{csv.NewWriter(w)}
	return c, c.write(heads)
}

func (c *commas) write(texts []string) error {
	for i, text := range texts {
		texts[i] = render.Harmless(render.Plain(text))
	}
	return c.out.Write(texts)
}

func (c *commas) close() error {
	c.out.Flush()
	return c.out.Error()
}
