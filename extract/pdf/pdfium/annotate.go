package pdfium

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"

	"fuhe"
	"fuhe/extract/work"
)

// Note is a frame on a page with a text that viewers show beside it.
type Note struct {
	Size  fuhe.PageSize // of the page, as it was read
	Box   fuhe.Box      // of the frame, points of the shown page
	Text  string
	Color [3]uint8
}

// ErrNotKept says that the bytes of a file would not stay as they are.
var ErrNotKept = errors.New("the bytes of the file would not stay as they are; nothing was written")

const (
	frameWidth = 1.5 // points
	printFlag  = 4   // an annotation that is printed, too
	noteAuthor = "fuhe"
)

// Annotate writes a file with notes added behind its bytes.
func Annotate(ctx context.Context, file []byte, o Options, notes []Note, w io.Writer) error {
	box, err := newSandbox(ctx, engine)
	if err != nil {
		return err
	}
	defer box.discard()
	ctx, cancel := work.WithLimit(ctx, openDuration+pageDuration, ErrTime)
	defer cancel()
	box.begin(ctx)
	// These calls know no context, but end when the module is closed.
	module := box.module
	stop := context.AfterFunc(ctx, func() { _ = module.CloseWithExitCode(context.WithoutCancel(ctx), 1) })
	defer stop()
	opened, err := box.instance.OpenDocument(&requests.OpenDocument{File: &file, Password: &o.Password})
	if err != nil && o.Password != "" {
		opened, err = box.instance.OpenDocument(&requests.OpenDocument{File: &file})
	}
	if err != nil {
		return fmt.Errorf("the file does not open: %w", err)
	}
	for i := range notes {
		if err := box.addNote(opened.Document, &notes[i]); err != nil {
			return fmt.Errorf("page %d: %w", notes[i].Size.Page, err)
		}
	}
	var out limitedBuffer
	if _, err := box.instance.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{Document: opened.Document, FileWriter: &out, Flags: requests.SaveFlagIncremental}); err != nil {
		return err
	}
	if !bytes.HasPrefix(out.Bytes(), file) {
		return ErrNotKept
	}
	_, err = w.Write(out.Bytes())
	return err
}

// addNote adds one note to its page.
func (s *sandbox) addNote(document references.FPDF_DOCUMENT, n *Note) error {
	loaded, err := s.instance.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: document, Index: n.Size.Page - 1})
	if err != nil {
		return err
	}
	page := requests.Page{ByReference: &loaded.Page}
	at, err := s.inUserSpace(page, n)
	if err != nil {
		return err
	}
	made, err := s.instance.FPDFPage_CreateAnnot(&requests.FPDFPage_CreateAnnot{Page: page, Subtype: enums.FPDF_ANNOT_SUBTYPE_SQUARE})
	if err != nil {
		return err
	}
	a := made.Annotation
	_, errRect := s.instance.FPDFAnnot_SetRect(&requests.FPDFAnnot_SetRect{Annotation: a, Rect: at})
	_, errColor := s.instance.FPDFAnnot_SetColor(&requests.FPDFAnnot_SetColor{Annotation: a, ColorType: enums.FPDFANNOT_COLORTYPE_Color, R: uint(n.Color[0]), G: uint(n.Color[1]), B: uint(n.Color[2]), A: 255})
	_, errBorder := s.instance.FPDFAnnot_SetBorder(&requests.FPDFAnnot_SetBorder{Annotation: a, BorderWidth: frameWidth})
	_, errFlags := s.instance.FPDFAnnot_SetFlags(&requests.FPDFAnnot_SetFlags{Annotation: a, Flags: printFlag})
	_, errText := s.instance.FPDFAnnot_SetStringValue(&requests.FPDFAnnot_SetStringValue{Annotation: a, Key: "Contents", Value: n.Text})
	_, errAuthor := s.instance.FPDFAnnot_SetStringValue(&requests.FPDFAnnot_SetStringValue{Annotation: a, Key: "T", Value: noteAuthor})
	_, errClose := s.instance.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: a})
	_, errPage := s.instance.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page})
	return errors.Join(errRect, errColor, errBorder, errFlags, errText, errAuthor, errClose, errPage)
}

// inUserSpace is the box of a note in the space of the file: turned back, and in the units of the page.
func (s *sandbox) inUserSpace(page requests.Page, n *Note) (structs.FPDF_FS_RECTF, error) {
	bounds, err := s.instance.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: page})
	if err != nil {
		return structs.FPDF_FS_RECTF{}, err
	}
	turned, err := s.instance.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: page})
	if err != nil {
		return structs.FPDF_FS_RECTF{}, err
	}
	left, top, right, bottom := float64(bounds.Rect.Left), float64(bounds.Rect.Top), float64(bounds.Rect.Right), float64(bounds.Rect.Bottom)
	way, width, _ := frame(left, bottom, right, top, int(turned.PageRotation))
	unit := 1.0
	if width > 0 && n.Size.Width > 0 {
		unit = n.Size.Width / width
	}
	a, b := way.back(n.Box[0]/unit, n.Box[1]/unit), way.back(n.Box[2]/unit, n.Box[3]/unit)
	return structs.FPDF_FS_RECTF{Left: float32(min(a.x, b.x)), Right: float32(max(a.x, b.x)), Bottom: float32(min(a.y, b.y)), Top: float32(max(a.y, b.y))}, nil
}

// back is the point that a matrix brings to (x, y). The matrices of frames only turn, flip and shift.
func (m matrix) back(x, y float64) point {
	x, y = x-m.e, y-m.f
	det := m.a*m.d - m.b*m.c
	return point{(m.d*x - m.c*y) / det, (m.a*y - m.b*x) / det}
}
