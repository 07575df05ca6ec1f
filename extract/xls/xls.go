// Package xls reads an Excel 97-2003 workbook (.xls, BIFF8) into grids: one grid a worksheet, covering its used range, with
// the text of every cell as a reader sees it, merged cells as spans and true sheet references. Hidden rows and columns are
// left out and named, hidden sheets marked and put last, as package worksheet says. A formula shows its stored result; where
// a program stored none the grid is Unsure. It computes nothing, undoes no encryption but that of Excel 97, finds no forms, reads no charts, pictures
// or comments, and no workbook older than Excel 97; it writes nothing.
//
// Why an own reader: of the libraries for Go, extrame/xls panics on 23 of 36 workbooks of a hostile corpus and
// shakinm/xlsReader is under the GPL; a form needs merged cells, hidden lines and exact number formats besides.
package xls

import (
	"errors"
	"fmt"
	"io"

	"fuhe/extract/grid"
	"fuhe/extract/ole"
	"fuhe/extract/worksheet"
)

// ErrOld is a workbook of Excel 95 or older.
var ErrOld = errors.New("it is of Excel 95 or older — save it as .xlsx")

// Options of a reading.
type Options struct {
	Password string // of an encrypted workbook
}

// Read reads a workbook.
func Read(r io.ReaderAt, size int64, o Options) (grid.Book, error) {
	if size > maxFileBytes {
		return grid.Book{}, fmt.Errorf("the workbook has %d MB, more than the %d MB fuhe reads", size>>20, maxFileBytes>>20)
	}
	raw, err := stream(r, size)
	if err != nil {
		return grid.Book{}, err
	}
	w, err := openWorkbook(raw, o.Password)
	if err != nil {
		return grid.Book{}, err
	}
	return worksheet.Book(w.readSheets()), nil
}

// stream takes the workbook's stream out of the container. Workbooks for Excel 95 and 97 at once hold both; embedded ones
// lie in storages of their own.
func stream(r io.ReaderAt, size int64) ([]byte, error) {
	raw := make([]byte, size)
	if n, err := r.ReadAt(raw, 0); err != nil && (err != io.EOF || int64(n) < size) {
		return nil, err
	}
	f, err := ole.Open(raw)
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"Workbook", "Book"} {
		if b, ok, err := f.Stream(name); ok {
			return b, err
		}
	}
	return nil, errors.New("no workbook in its root: it is another kind of document, or damaged — save it as .xlsx or .pdf")
}
