package pdfium

import (
	"errors"
	"fmt"

	"fuhe/extract/pdf/page"
)

// sheet is a page being read.
type sheet struct {
	box    *sandbox
	page   page.Page
	place  matrix         // from user space to the shown page
	order  map[uint64]int // text objects in the order they were drawn
	dark   []tinted       // shades that light text and light rules can be seen on
	left   int            // objects of the budget
	points int            // path segments of the budget
}

// readPage reads one page: its objects first, then its text, which PDFium keeps apart.
func readPage(box *sandbox, document uint64, n int) (page.Page, error) {
	handle := box.call("FPDF_LoadPage", document, uint64(n-1))
	if box.err != nil {
		return page.Page{}, box.err
	}
	if handle == 0 {
		return page.Page{}, fmt.Errorf("page %d is damaged", n)
	}
	defer box.call("FPDF_ClosePage", handle)
	s := &sheet{box: box, page: page.Page{Number: n, Reader: "pdfium"}, order: make(map[uint64]int), left: maxObjects, points: maxSegments}
	if !box.yes("FPDF_GetPageBoundingBox", handle, box.scratch) {
		return page.Page{}, errors.Join(fmt.Errorf("page %d has no size", n), box.err)
	}
	left, top, right, bottom := box.float(0), box.float(1), box.float(2), box.float(3)
	s.place, s.page.Width, s.page.Height = frame(left, bottom, right, top, box.number("FPDFPage_GetRotation", handle))
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
	if s.page.Unsure == "" {
		s.page.Unsure = fmt.Sprintf(format, args...)
	}
}
