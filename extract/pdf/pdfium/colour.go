package pdfium

import "fuhe/extract/page"

// ink is how light a fill or stroke is, 0 black to 1 white, and how much of it covers, 0 to 1.
type ink struct {
	lightness, alpha float64
	hue              page.Ink
}

// onPaper is the lightness on white paper.
func (i ink) onPaper() float64 { return 1 - i.alpha*(1-i.lightness) }

func (s *sheet) fillColour(object uint64) ink { return s.colour("FPDFPageObj_GetFillColor", object) }
func (s *sheet) strokeColour(object uint64) ink {
	return s.colour("FPDFPageObj_GetStrokeColor", object)
}

// colour asks for red, green, blue and alpha, each 0 to 255. Patterns, which have no one colour, count as grey.
func (s *sheet) colour(function string, object uint64) ink {
	box, at := s.box, s.box.scratch
	if !box.yes(function, object, at, at+4, at+8, at+12) {
		return ink{0.5, 1, page.InkOf(0.5, 0.5, 0.5)}
	}
	// The weights of the three colours for the eye, as in television.
	luma := 0.299*float64(box.word(0)) + 0.587*float64(box.word(1)) + 0.114*float64(box.word(2))
	hue := page.Ink(box.word(0)<<16 | box.word(1)<<8 | box.word(2))
	return ink{luma / 255, min(float64(box.word(3))/255, s.strength), hue} // a form hands its strength on, or keeps it for all
}
