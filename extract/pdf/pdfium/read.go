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

	notes       []bool // of the annotations drawn on the page, which are notes laid on it; their lines are no rules
	laid        bool   // one is being drawn
	annotations uint64 // the form they are drawn in

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

// unsure notes the first reason not to rely on the page.
func (s *sheet) unsure(format string, args ...any) {
	s.page.Incomplete = true
	if s.page.Unsure == "" {
		s.page.Unsure = fmt.Sprintf(format, args...)
	}
}
