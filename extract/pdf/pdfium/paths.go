package pdfium

import (
	"fuhe"
	"fuhe/extract/pdf/page"
)

// Types of path segments (FPDF_SEGMENT_…).
const (
	segmentLine  = 0
	segmentCurve = 1
	segmentMove  = 2
)

// Ways of filling (FPDF_FILLMODE_…).
const fillNone = 0

// path adds the rules and shades a path makes.
func (s *sheet) path(object uint64, place matrix) {
	box := s.box
	if !box.yes("FPDFPath_GetDrawMode", object, box.scratch, box.scratch+4) {
		return
	}
	fills, strokes := box.word(0) != fillNone, box.word(1) != 0
	if !fills && !strokes {
		return // only clips
	}
	fill, stroke := s.colour("FPDFPageObj_GetFillColor", object), s.colour("FPDFPageObj_GetStrokeColor", object)
	if !box.yes("FPDFPageObj_GetMatrix", object, box.scratch) {
		return
	}
	place = box.matrixIn().then(place)
	outlines := s.outlines(object, place)
	if fills {
		s.fill(outlines, fill)
	}
	if strokes && box.yes("FPDFPageObj_GetStrokeWidth", object, box.scratch) {
		pen := pen{width: box.float(0) * place.scale(), colour: stroke}
		pen.capped = box.number("FPDFPageObj_GetLineCap", object) != 0
		for _, o := range outlines {
			s.stroke(o, pen)
		}
	}
}

// outline is one part of a path: corners joined by straight lines or curves.
type outline struct {
	corners []corner
	closed  bool
}

type corner struct {
	point
	curved bool // a curve leads here
}

func (s *sheet) outlines(object uint64, place matrix) []outline {
	box := s.box
	n := box.number("FPDFPath_CountSegments", object)
	if s.points -= n; s.points < 0 {
		s.unsure("more than %d path segments", maxSegments)
		return nil
	}
	var out []outline
	for i := 0; i < n && box.err == nil; i++ {
		segment := box.call("FPDFPath_GetPathSegment", object, uint64(i))
		if segment == 0 || !box.yes("FPDFPathSegment_GetPoint", segment, box.scratch, box.scratch+4) {
			continue // past the end: PDFium counts and gives the same list
		}
		at := place.point(box.float(0), box.float(1))
		kind := box.number("FPDFPathSegment_GetType", segment)
		if kind == segmentMove || len(out) == 0 {
			out = append(out, outline{})
		}
		o := &out[len(out)-1]
		o.corners = append(o.corners, corner{at, kind == segmentCurve})
		o.closed = box.yes("FPDFPathSegment_GetClose", segment)
	}
	return out
}

// tinted is an area with its lightness.
type tinted struct {
	box       fuhe.Box
	lightness float64
}

// colour is the lightness of a fill or stroke on white paper: 0 black, 1 white or nothing at all. Patterns, which have
// no one colour, count as grey.
func (s *sheet) colour(function string, object uint64) float64 {
	at := s.box.scratch
	if !s.box.yes(function, object, at, at+4, at+8, at+12) {
		return 0.5
	}
	return lightness(s.box.word(0), s.box.word(1), s.box.word(2), s.box.word(3))
}

// lightness of red, green, blue and alpha, each 0 to 255, by the weights of television.
func lightness(r, g, b, a uint32) float64 {
	luma := (0.299*float64(r) + 0.587*float64(g) + 0.114*float64(b)) / 255
	return 1 - float64(a)/255*(1-luma)
}

// onDark reports whether something light drawn now at a place can be seen, because a darker shade lies under it.
func (s *sheet) onDark(x, y float64) bool {
	for i := len(s.dark) - 1; i >= 0; i-- {
		if inside(s.dark[i].box, x, y) {
			return s.dark[i].lightness < darkBelow
		}
	}
	return false
}

func (s *sheet) rule(x0, y0, x1, y1, thickness, lightness float64) {
	if lightness > lightest && !s.onDark((x0+x1)/2, (y0+y1)/2) {
		return
	}
	s.page.Rules = append(s.page.Rules, page.Rule{X0: min(x0, x1), Y0: min(y0, y1), X1: max(x0, x1), Y1: max(y0, y1), Thickness: thickness})
}
