package pdfium

// Types of page objects (FPDF_PAGEOBJ_…).
const (
	objectText  = 1
	objectPath  = 2
	objectImage = 3
	objectForm  = 5
)

// pageObjects walks over everything drawn on the page, in the order of drawing.
func (s *sheet) pageObjects(handle uint64) {
	s.list("FPDFPage_CountObjects", "FPDFPage_GetObject", handle, s.place, 0)
}

// list walks over the objects of the page or of a Form XObject, which have the same functions under other names.
func (s *sheet) list(count, get string, parent uint64, place matrix, depth int) {
	n := s.box.number(count, parent)
	for i := 0; i < n && s.box.err == nil; i++ {
		if s.left--; s.left < 0 {
			s.unsure("more than %d objects", maxObjects)
			return
		}
		if object := s.box.call(get, parent, uint64(i)); object != 0 {
			s.object(object, place, depth)
		}
	}
}

func (s *sheet) object(object uint64, place matrix, depth int) {
	switch s.box.number("FPDFPageObj_GetType", object) {
	case objectText:
		s.order[object] = len(s.order)
	case objectPath:
		s.path(object, place)
	case objectImage:
		if s.box.yes("FPDFPageObj_GetMatrix", object, s.box.scratch) {
			s.image(s.box.matrixIn().then(place))
		}
	case objectForm:
		if depth >= maxNesting {
			s.unsure("forms nested deeper than %d", maxNesting)
			return
		}
		if s.box.yes("FPDFPageObj_GetMatrix", object, s.box.scratch) {
			s.list("FPDFFormObj_CountObjects", "FPDFFormObj_GetObject", object, s.box.matrixIn().then(place), depth+1)
		}
	}
}

// image adds the part of the page an image covers: it is drawn on the unit square.
func (s *sheet) image(m matrix) {
	b := bounds(m.point(0, 0), m.point(1, 0), m.point(1, 1), m.point(0, 1))
	width := min(b[2], s.page.Width) - max(b[0], 0)
	height := min(b[3], s.page.Height) - max(b[1], 0)
	if width > 0 && height > 0 {
		s.page.ImageArea += width * height // made a share of the page when all is read
	}
}
