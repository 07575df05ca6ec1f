package pdfium

import (
	"errors"
	"fmt"

	"fuhe/extract/page"
)

// sheet is a page being read.
type sheet struct {
	box      *sandbox
	of       *Document
	page     page.Page
	place    matrix // from user space to the shown page
	texts    map[uint64]*drawnText
	covers   []cover
	compared int      // glyphs and rules compared with what is drawn over them
	grounds  []ground // filled areas: light text and light rules can be seen on dark ones
	left     int      // objects of the budget
	strength float64  // of the form being drawn, 1 where nothing shows through
	points   int      // path segments of the budget

	actualText uint64 // the word inside the sandbox
}

// readPage reads one page: its objects first, then its text, which PDFium keeps apart.
func readPage(document *Document, n int) (page.Page, error) {
	box := document.box
	handle := box.call("FPDF_LoadPage", document.handle, uint64(n-1))
	if box.err != nil {
		return page.Page{}, box.err
	}
	if handle == 0 {
		return page.Page{}, fmt.Errorf("page %d is damaged", n)
	}
	defer func() { box.call("FPDF_ClosePage", handle) }()
	s := &sheet{box: box, of: document, page: page.Page{Number: n, Reader: "pdfium"}, texts: make(map[uint64]*drawnText), left: maxObjects, points: maxSegments, strength: 1}
	s.actualText = box.copyString("ActualText")
	defer box.call("free", s.actualText)
	if !box.yes("FPDF_GetPageBoundingBox", handle, box.scratch) {
		return page.Page{}, errors.Join(fmt.Errorf("page %d has no size", n), box.err)
	}
	left, top, right, bottom := box.float(0), box.float(1), box.float(2), box.float(3)
	s.place, s.page.Width, s.page.Height = frame(left, bottom, right, top, box.number("FPDFPage_GetRotation", handle))
	s.page.Rotation = 90 * box.number("FPDFPage_GetRotation", handle)
	if handle = s.flat(document, handle); handle == 0 {
		return page.Page{}, errors.Join(fmt.Errorf("the annotations of page %d are damaged", n), box.err)
	}
	s.pageObjects(handle)
	s.glyphs(handle)
	if box.err != nil {
		return page.Page{}, box.err
	}
	if area := s.page.Width * s.page.Height; area > 0 {
		s.page.ImageArea = min(1, s.page.ImageArea/area)
	}
	return s.page, nil
}

// flat is the page with what its annotations show (fields filled in, stamps, notes) drawn on it, as PDFium keeps them
// apart. The page has to be loaded again for that.
func (s *sheet) flat(document *Document, handle uint64) uint64 {
	switch n := s.box.number("FPDFPage_GetAnnotCount", handle); {
	case n <= 0:
		return handle
	case n > maxAnnotations:
		s.unsure("more than %d annotations", maxAnnotations)
		return handle
	}
	for i := s.box.number("FPDFPage_GetAnnotCount", handle) - 1; i >= 0; i-- {
		annotation := s.box.call("FPDFPage_GetAnnot", handle, uint64(i))
		if annotation == 0 {
			continue // no dictionary: nothing is shown
		}
		flags, over := s.box.number("FPDFAnnot_GetFlags", annotation), s.laidOver(annotation)
		if flags&(annotationHidden|annotationNoView) == 0 && s.unlooked(annotation) {
			s.unsure("a form field or note without an appearance")
		}
		s.box.call("FPDFPage_CloseAnnot", annotation)
		if flags&(annotationHidden|annotationNoView) != 0 || over {
			s.box.call("FPDFPage_RemoveAnnot", handle, uint64(i))
		}
	}
	if s.box.number("FPDFPage_Flatten", handle, flattenForDisplay) != flattened {
		return handle
	}
	s.box.call("FPDF_ClosePage", handle)
	return s.box.call("FPDF_LoadPage", document.handle, uint64(s.page.Number-1))
}

// laidOver reports whether an annotation is a stamp, a signature, a watermark, or of a kind that only the program knows
// that made it, as those of electronic seals are: no text of the page.
func (s *sheet) laidOver(annotation uint64) bool {
	switch s.box.number("FPDFAnnot_GetSubtype", annotation) {
	case annotationStamp, annotationUnknown, annotationWatermark:
		return true
	case annotationWidget:
		name := s.box.copyString("FT")
		defer s.box.call("free", name)
		return s.box.number("FPDFAnnot_GetStringValue", annotation, name, s.box.scratch, scratchBytes) == 2*len("Sig")+emptyText && string(s.box.bytes(6)) == "S\x00i\x00g\x00"
	}
	return false
}

// unlooked reports whether an annotation has text but nothing that shows it: every viewer makes something of its own.
func (s *sheet) unlooked(annotation uint64) bool {
	key := ""
	switch s.box.number("FPDFAnnot_GetSubtype", annotation) {
	case annotationFreeText:
		key = "Contents"
	case annotationWidget:
		key = "V"
	default:
		return false
	}
	if s.box.number("FPDFAnnot_GetAP", annotation, 0, 0, 0) > emptyText {
		return false
	}
	name := s.box.copyString(key)
	defer s.box.call("free", name)
	return s.box.number("FPDFAnnot_GetStringValue", annotation, name, 0, 0) > emptyText
}

// emptyText is the size of no text in UTF-16: its zero at the end.
const emptyText = 2

// Types and flags of annotations, and what FPDFPage_Flatten takes and gives.
const (
	annotationUnknown   = 0
	annotationStamp     = 13
	annotationWatermark = 24
	annotationFreeText  = 3
	annotationWidget    = 20
	annotationHidden    = 2
	annotationNoView    = 32
	flattenForDisplay   = 0
	flattened           = 1
)

// unsure notes the first reason not to rely on the page.
func (s *sheet) unsure(format string, args ...any) {
	s.page.Incomplete = true
	if s.page.Unsure == "" {
		s.page.Unsure = fmt.Sprintf(format, args...)
	}
}
