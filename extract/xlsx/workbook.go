package xlsx

import (
	"archive/zip"
	"errors"
	"fmt"
	"path"
	"strings"

	"fuhe/extract/ooxml"
	"fuhe/extract/worksheet"
)

// workbook is an opened workbook: its sheets by name, its strings and its cell styles.
type workbook struct {
	*ooxml.Package
	sheets   []sheetPart
	strings  []worksheet.Rich
	texts    worksheet.Texts // of numbers
	styles   []cellStyle
	plain    cellStyle // of a cell whose style is not in the file
	palette  []string  // its own colours of the palette
	date1904 bool
	names    map[string]string // what defined names stand for, by name in lower case
	cells    int               // content cells so far
	most     int               // of them that are read
	rows     int               // rows so far, blank ones too
	formulas bool              // formulas are wanted, too
	styled   bool              // how cells are set is, too
}

// sheetPart is a worksheet as the workbook lists it.
type sheetPart struct {
	name   string
	path   string
	hidden bool
}

// openWorkbook reads everything but the worksheets.
func openWorkbook(zr *zip.Reader, styled bool) (*workbook, error) {
	p, err := ooxml.Open(zr)
	if err != nil {
		return nil, err
	}
	w := &workbook{Package: p, most: maxCells, styled: styled, plain: cellStyle{format: worksheet.General}}
	main, err := w.Main("xl/workbook.xml")
	if err != nil {
		return nil, err
	}
	rels, err := w.Relations(main)
	if err != nil {
		return nil, err
	}
	if err := w.list(main, rels); err != nil {
		return nil, err
	}
	for _, rel := range rels {
		switch path.Base(rel.Kind) {
		case "sharedStrings":
			w.strings, err = w.readStrings(rel.Target)
		case "styles":
			w.styles, err = w.readStyles(rel.Target)
		}
		if err != nil {
			return nil, err
		}
	}
	return w, nil
}

// list reads the workbook part: the sheets in order, and the date system.
func (w *workbook) list(main string, rels []ooxml.Relation) error {
	w.names = map[string]string{}
	err := w.Elements(main, func(d *ooxml.Parser, e ooxml.Element) error {
		switch e.Name.Local {
		case "definedName":
			return w.addName(d, e)
		case "workbookPr":
			w.date1904 = isTrue(ooxml.Attr(e, "date1904"))
		case "sheet":
			for _, r := range rels {
				if r.ID == ooxml.Attr(e, "id") && path.Base(r.Kind) == "worksheet" { // chart sheets hold no cells
					state := ooxml.Attr(e, "state")
					w.sheets = append(w.sheets, sheetPart{ooxml.Attr(e, "name"), r.Target, state == "hidden" || state == "veryHidden"})
				}
			}
			if len(w.sheets) > maxSheets {
				return fmt.Errorf("more than %d sheets", maxSheets)
			}
		}
		return nil
	})
	if err == nil && len(w.sheets) == 0 {
		err = errors.New("the workbook lists no worksheet")
	}
	return err
}

// addName notes what a defined name stands for. One that means something else on each sheet is not followed.
func (w *workbook) addName(d *ooxml.Parser, e ooxml.Element) error {
	text, err := d.Text()
	name := strings.ToLower(ooxml.Attr(e, "name"))
	if _, twice := w.names[name]; twice || ooxml.Attr(e, "localSheetId") != "" || len(text) > maxCalcLength || len(w.names) >= maxNames {
		text = ""
	}
	w.names[name] = text
	return err
}

func isTrue(v string) bool { return v == "1" || v == "true" || v == "on" }

// tooMany refuses a workbook of more cells than are wanted; who wants forms is told what takes more.
func (w *workbook) tooMany() error {
	if w.most < maxTableCells {
		return fmt.Errorf("the workbook has more than %d filled cells — fuhe tables takes %d", w.most, maxTableCells)
	}
	return fmt.Errorf("the workbook has more than %d filled cells", w.most)
}
