package pdfium

import (
	"github.com/tetratelabs/wazero/api"

	"fuhe"
)

// Types of page objects (FPDF_PAGEOBJ_…).
const (
	objectText  = 1
	objectPath  = 2
	objectImage = 3
	objectForm  = 5
)

// pageObjects walks over everything drawn on the page, in the order of drawing.
func (s *sheet) pageObjects(handle uint64) {
	if n := s.box.number("FPDFPage_CountObjects", handle); n > 0 && len(s.notes) > 0 {
		s.annotations = s.box.call("FPDFPage_GetObject", handle, uint64(n-1))
	}
	s.list("FPDFPage_CountObjects", "FPDFPage_GetObject", handle, s.place, 0)
}

// list walks over the objects of the page or of a Form XObject, which have the same functions under other names.
func (s *sheet) list(count, get string, parent uint64, place matrix, depth int) {
	n := s.box.number(count, parent)
	of := s.notesIn(parent, n)
	for i := 0; i < n && s.box.err == nil; i++ {
		if of != nil {
			s.laid = of[i]
		}
		if s.left--; s.left < 0 {
			s.unsure("more than %d objects", maxObjects)
			return
		}
		if object := s.box.call(get, parent, uint64(i)); object != 0 {
			s.object(object, place, depth)
		}
	}
	s.laid = s.laid && of == nil
}

func (s *sheet) object(object uint64, place matrix, depth int) {
	switch s.box.number("FPDFPageObj_GetType", object) {
	case objectText:
		s.text(object, place)
	case objectPath:
		s.path(object, place)
	case objectImage:
		if s.box.yes("FPDFPageObj_GetMatrix", object, s.box.scratch) {
			s.image(object, s.box.matrixIn().then(place), s.clip(object, place))
		}
	case objectForm:
		if depth >= maxNesting {
			s.unsure("forms nested deeper than %d", maxNesting)
			return
		}
		if s.of.layers {
			if f := s.of.learn(); f.layersOff && f.formsInLayers {
				s.unsure("a form object that may be in a layer switched off")
			}
		}
		if s.box.yes("FPDFPageObj_GetMatrix", object, s.box.scratch) {
			place := s.box.matrixIn().then(place)
			before := s.strength
			s.strength = s.fillColour(object).alpha // what a form draws is drawn with its strength
			s.list("FPDFFormObj_CountObjects", "FPDFFormObj_GetObject", object, place, depth+1)
			s.strength = before
		}
	}
}

// text notes how a text object is drawn and makes sure that PDFium gives its characters as they are drawn.
func (s *sheet) text(object uint64, place matrix) {
	box := s.box
	s.texts[object] = &drawnText{order: len(s.texts), ink: s.textInk(object), clip: s.clip(object, place)}
	for i := box.number("FPDFPageObj_CountMarks", object) - 1; i >= 0; i-- {
		mark := box.call("FPDFPageObj_GetMark", object, uint64(i))
		// A replacement text would be given instead of the characters, and nothing holds a document to tell there what
		// it shows. A mark that is gone went with an earlier object's.
		if mark == 0 {
			continue
		}
		if box.yes("FPDFPageObjMark_GetParamValueType", mark, s.actualText) {
			box.call("FPDFPageObj_RemoveMark", object, mark)
		} else if box.yes("FPDFPageObjMark_GetName", mark, box.scratch+8, scratchBytes-8, box.scratch) && string(box.bytes(14)[8:]) == layerMark && s.of.learn().layersOff {
			s.unsure("text in a layer that may be switched off")
		}
	}
	at := box.scratch
	if !box.yes("FPDFPageObj_GetBounds", object, at, at+4, at+8, at+12) || box.float(2)-box.float(0) > seenPoints {
		return
	}
	// PDFium passes over text without ink, which to it is every text in a font that is neither embedded nor at hand, and
	// no CJK font is. Drawn as outlines it has the width of the pen, once the object is told to look at itself again.
	box.call("FPDFTextObj_SetTextRenderMode", object, modeStroke)
	box.call("FPDFPageObj_SetStrokeWidth", object, api.EncodeF32(penPoints))
	one, zero := api.EncodeF64(1), api.EncodeF64(0)
	box.call("FPDFPageObj_Transform", object, one, zero, zero, one, zero, zero)
}

// layerMark is OC in UTF-16: optional content, of which PDFium does not tell whether it is shown.
const layerMark = "O\x00C\x00\x00\x00"

// image adds the part of the page an image covers: it is drawn on the unit square.
func (s *sheet) image(object uint64, m matrix, clip fuhe.Box) {
	b := intersect(bounds(m.point(0, 0), m.point(1, 0), m.point(1, 1), m.point(0, 1)), clip)
	if !finite(b) || b[0] >= b[2] || b[1] >= b[3] {
		return
	}
	solid := !s.box.yes("FPDFPageObj_HasTransparency", object)
	if w, h := b[2]-b[0], b[3]-b[1]; min(w, h) <= thinPoints && max(w, h) > thinPoints {
		if solid {
			drawing{sheet: s, clip: clip, lightness: s.imageLight(object), opaque: true}.bar(b, w >= h)
		}
		return // stretched to a rule
	}
	s.page.Images = append(s.page.Images, b)
	s.page.ImageArea += (b[2] - b[0]) * (b[3] - b[1]) // made a share of the page when all is read
	s.dots(object, m)
	if solid {
		s.covers = append(s.covers, cover{box: b, after: len(s.texts), image: object})
	}
}

// Formats of bitmaps (FPDFBitmap_…); others have four bytes a pixel.
const (
	bitmapGray = 1
	bitmapBGR  = 2
)

// imageLight is how light a small image is on the whole; of others, and where it cannot be told, how patterns count.
func (s *sheet) imageLight(object uint64) float64 {
	const unknown = 0.5
	box := s.box
	bitmap := box.call("FPDFImageObj_GetBitmap", object)
	if bitmap == 0 {
		return unknown
	}
	defer box.call("FPDFBitmap_Destroy", bitmap)
	wide, high := box.number("FPDFBitmap_GetWidth", bitmap), box.number("FPDFBitmap_GetHeight", bitmap)
	stride, at := box.number("FPDFBitmap_GetStride", bitmap), box.call("FPDFBitmap_GetBuffer", bitmap)
	if wide < 1 || high < 1 || wide*high > maxRulePixels || stride < wide || box.err != nil {
		return unknown
	}
	step, part := 4, 3 // bytes from pixel to pixel, and those of them that are its colour
	switch box.number("FPDFBitmap_GetFormat", bitmap) {
	case bitmapGray:
		step, part = 1, 1
	case bitmapBGR:
		step = 3
	}
	sum, n := 0, 0
	for y := range high {
		row, ok := box.module.Memory().Read(uint32(at)+uint32(y*stride), uint32(stride))
		if !ok {
			return unknown
		}
		for x := range min(wide, stride/step) {
			for k := range part {
				sum, n = sum+int(row[x*step+k]), n+1
			}
		}
	}
	return float64(sum) / float64(n) / 255
}
