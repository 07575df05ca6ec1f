package xls

import (
	"errors"
	"fmt"

	"fuhe/extract/worksheet"
)

// workbook is an opened workbook: its sheets by name, its strings and its cell styles.
type workbook struct {
	raw      []byte
	spent    int // records visited
	sheets   []sheetPlace
	strings  []rich
	fonts    []worksheet.Look
	inks     []int    // of the fonts, by number
	palette  []string // of its own; nil for the usual one
	extended bool     // its styles have colours besides, which are not told
	styles   []style
	date1904 bool
	cells    int // content cells so far
}

// sheetPlace is a worksheet as the workbook lists it.
type sheetPlace struct {
	name   string
	at     int64
	hidden bool
}

const (
	version8   = 0x0600 // of Excel 97 to 2003
	worksheet0 = 0      // a sheet of cells; others are charts, macros and modules
)

// openWorkbook reads everything but the worksheets.
func openWorkbook(raw []byte, password string) (*workbook, error) {
	w := &workbook{raw: raw}
	r := records{raw: raw, spent: &w.spent}
	rec, ok, err := r.next()
	if err != nil {
		return nil, err
	}
	if !ok || rec.kind&0xFF != recBOF&0xFF {
		return nil, errors.New("no workbook inside: the file is damaged")
	}
	begin := fields{b: rec.parts[0]}
	if rec.kind != recBOF || begin.u16() != version8 {
		return nil, ErrOld
	}
	codes, styles := map[int]string{}, []xf(nil)
	for {
		rec, ok, err := r.next()
		switch {
		case err != nil:
			return nil, err
		case !ok:
			return nil, errCut
		case rec.kind == recEOF:
			w.styles = w.stylesOf(codes, styles)
			return w, w.check()
		}
		if rec.kind == recFilePass {
			c, err := cipherOf(rec, password)
			if err != nil {
				return nil, err
			}
			w.raw = c.decrypted(raw)
			r.raw = w.raw
			continue
		}
		if err := w.global(rec, codes, &styles); err != nil {
			return nil, err
		}
	}
}

// global takes one record of the part that all sheets share.
func (w *workbook) global(rec record, codes map[int]string, styles *[]xf) error {
	t := text{parts: rec.parts}
	switch rec.kind {
	case recDateMode:
		w.date1904 = t.u16() == 1
	case recBoundSheet:
		at, state, kind := t.u32(), t.u8(), t.u8()
		name := t.string(t.u8())
		if kind == worksheet0 {
			w.sheets = append(w.sheets, sheetPlace{name, at, state&3 != 0})
		}
	case recFormat:
		id := t.u16()
		if code := t.string(t.u16()); len(codes) < maxFormats {
			codes[id] = code
		}
	case recXF:
		if *styles = append(*styles, xfOf(&t)); len(*styles) > maxFormats {
			return fmt.Errorf("more than %d cell styles", maxFormats)
		}
	case recFont:
		const twentieths = 20 // of a point
		height, flags, ink := t.u16(), t.u16(), t.u16()
		t.pass(2)
		script := t.u16()
		w.fonts = append(w.fonts, worksheet.Look{Struck: flags&0x08 != 0, Raised: script == 1, Lowered: script == 2, Size: float64(height) / twentieths})
		w.inks = append(w.inks, ink)
	case recPalette:
		w.takePalette(&t)
	case recStyleExtension:
		w.extended = true
	case recSST:
		var err error
		w.strings, err = sharedStrings(rec)
		return err
	}
	if t.cut {
		return errCut
	}
	return nil
}

// style is what matters of a cell style.
type style struct {
	format *worksheet.Format
	look   worksheet.Look
	ground string // colour of what its text stands on
}

// xf is a cell style as the file has it.
type xf struct {
	font, format int
	fill         fill
}

func xfOf(t *text) xf {
	x := xf{font: t.u16(), format: t.u16()}
	if len(t.parts) == 0 || len(t.parts[0]) < 16 {
		return x // a style cut short has no fill
	}
	t.pass(13)
	x.fill = fill{t.u8() >> 2, t.u16() & 0x7F}
	return x
}

// stylesOf are the cell styles.
func (w *workbook) stylesOf(codes map[int]string, xfs []xf) []style {
	for i, n := range w.inks {
		w.fonts[i].Ink = w.ink(n)
	}
	parsed := map[int]*worksheet.Format{}
	out := make([]style, len(xfs))
	for i, x := range xfs {
		id := x.format
		if parsed[id] == nil {
			if code, ok := codes[id]; ok {
				parsed[id] = worksheet.ParseFormat(code)
			} else {
				parsed[id] = worksheet.BuiltinFormat(id)
			}
		}
		out[i].format, out[i].ground = parsed[id], w.ground(x.fill)
		if look := w.look(x.font); look != nil {
			out[i].look = *look
		}
	}
	return out
}

// look is that of a font; nil for one that is not there. There is no font 4: what comes behind is one off.
func (w *workbook) look(font int) *worksheet.Look {
	if font > 4 {
		font--
	}
	if font >= len(w.fonts) {
		return nil
	}
	return &w.fonts[font]
}

// check refuses lists of sheets that no program writes.
func (w *workbook) check() error {
	if len(w.sheets) == 0 {
		return errors.New("the workbook lists no worksheet")
	}
	if len(w.sheets) > maxSheets {
		return fmt.Errorf("more than %d sheets", maxSheets)
	}
	places := map[int64]bool{}
	for _, s := range w.sheets {
		if places[s.at] {
			return errors.New("two sheets at the same place: the file is damaged")
		}
		places[s.at] = true
	}
	return nil
}
