package pdfium

import "math"

// dots notes how many pixels an inch an image has that covers much of the page, if it is the coarsest of them. It is drawn
// on the unit square.
func (s *sheet) dots(object uint64, m matrix) {
	at := s.box.scratch
	if !s.box.yes("FPDFImageObj_GetImagePixelSize", object, at, at+4) {
		return
	}
	wide, high := float64(s.box.word(0)), float64(s.box.word(1))
	o, x, y := m.point(0, 0), m.point(1, 0), m.point(0, 1)
	across, down := math.Hypot(x.x-o.x, x.y-o.y), math.Hypot(y.x-o.x, y.y-o.y)
	if across <= 0 || down <= 0 || across*down < coveringShare*s.page.Width*s.page.Height {
		return
	}
	dots := pointsPerInch * min(wide/across, high/down)
	if s.page.Dots == 0 || dots < s.page.Dots {
		s.page.Dots = dots
	}
}

const pointsPerInch = 72
