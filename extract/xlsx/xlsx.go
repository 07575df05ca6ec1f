// Package xlsx reads an Excel workbook (.xlsx, .xlsm; encrypted ones with their password) into grids: one grid a
// worksheet, covering its used range, with the text of every cell as a reader sees it (number formats applied), merged
// cells as spans and true sheet references. It finds no forms and splits no sheet; it reads no charts, pictures,
// comments, headers or footers, and writes nothing.
//
// What a reader of the sheet cannot see is not in the grid: hidden rows and columns are left out, and named in Unread
// when they hold text. Hidden sheets are read, marked, and put last. A number whose format cannot be applied for sure is
// shown as stored (a date as yyyy-mm-dd), and said in Unread. A formula shows its stored result; without one it is computed, and when that
// fails the grid is Unsure.
package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"fuhe/extract/grid"
	"fuhe/extract/ole"
	"fuhe/extract/worksheet"
)

// Options of a reading.
type Options struct {
	Password string // of an encrypted workbook
	Tables   bool   // sheets of any size are wanted, not forms alone
	Styled   bool   // of these, how cells are set
	Formulas bool   // of these, also the formulas that refer to cells of their sheet alone
}

// Read reads a workbook.
func Read(r io.ReaderAt, size int64, o Options) (grid.Book, error) {
	if size > maxFileBytes {
		return grid.Book{}, fmt.Errorf("the workbook has %d MB, more than the %d MB fuhe reads", size>>20, maxFileBytes>>20)
	}
	r, size, err := Decrypted(r, size, o.Password)
	if err != nil {
		return grid.Book{}, err
	}
	zr, err := zip.NewReader(r, size)
	if err != nil {
		return grid.Book{}, fmt.Errorf("damaged zip container: %w", err)
	}
	w, err := openWorkbook(zr, o.Styled && o.Tables)
	if err != nil {
		return grid.Book{}, err
	}
	if o.Tables {
		w.most, w.formulas = maxTableCells, o.Formulas
	}
	sheets, err := w.readSheets()
	if err != nil {
		return grid.Book{}, err
	}
	w.compute(sheets)
	shown := make([]*worksheet.Sheet, len(sheets))
	for i, s := range sheets {
		w.show(s)
		if w.formulas {
			s.live()
		}
		shown[i] = &s.Sheet
	}
	if o.Tables {
		return worksheet.Tables(shown), nil
	}
	return worksheet.Book(shown), nil
}

// oleSignature begins an OLE compound file, the container of an encrypted workbook.
var oleSignature = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}

// readOnlyPassword is what Excel encrypts a workbook with that is only protected against changes; it opens such a
// workbook without asking.
const readOnlyPassword = "VelvetSweatshop"

// Decrypted is the zip inside an encrypted Office file, of whatever program; anything else is handed back as it is.
func Decrypted(r io.ReaderAt, size int64, password string) (io.ReaderAt, int64, error) {
	head := make([]byte, len(oleSignature))
	if _, err := r.ReadAt(head, 0); err != nil || !bytes.Equal(head, oleSignature) {
		return r, size, nil // too short or another container: zip.NewReader says what is wrong with it
	}
	raw, err := io.ReadAll(io.NewSectionReader(r, 0, size))
	if err != nil {
		return nil, 0, err
	}
	if c, err := ole.Open(raw); err != nil {
		return nil, 0, err
	} else if c.Entries() > maxOLEEntries {
		return nil, 0, fmt.Errorf("an encrypted file of more than %d streams", maxOLEEntries) // excelize would note the path of each
	}
	if password == "" {
		password = readOnlyPassword
	}
	plain, err := excelize.Decrypt(raw, &excelize.Options{Password: password})
	if err != nil {
		return nil, 0, fmt.Errorf("%w (%w)", grid.ErrEncrypted, err)
	}
	if !bytes.HasPrefix(plain, []byte("PK\x03\x04")) {
		return nil, 0, grid.ErrEncrypted
	}
	return bytes.NewReader(plain), int64(len(plain)), nil
}
