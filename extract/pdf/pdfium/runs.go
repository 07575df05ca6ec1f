package pdfium

import (
	"fuhe"
	"fuhe/extract/page"
)

// run is a text object: what one operator shows. All its characters share these.
type run struct {
	*drawnText
	font  *font
	size  float64 // in text space, may be negative
	place matrix  // from text space to the shown page, without the shift
}

// drawnText is how and when a text object is drawn.
type drawnText struct {
	order int
	ink   textInk
	clip  fuhe.Box
}

type textInk struct {
	hidden    bool
	clips     bool    // it is seen by what is drawn through it
	lightness float64 // on white paper
	hue       page.Ink
}

// run is what the characters of a text object share; nil when it draws nothing.
func (r *textReader) run(object, i uint64) *run {
	if known, ok := r.runs[object]; ok {
		return known
	}
	r.runs[object] = nil
	box := r.box
	if !box.yes("FPDFTextObj_GetFontSize", object, box.scratch) {
		return nil
	}
	out := &run{size: box.float(0), drawnText: r.texts[object]}
	if out.drawnText == nil { // beyond a budget: behind everything else
		out.drawnText = &drawnText{order: len(r.texts), ink: r.textInk(object), clip: fuhe.Box{0, 0, r.page.Width, r.page.Height}}
	}
	if !box.yes("FPDFText_GetMatrix", r.text, i, box.scratch) {
		return nil
	}
	out.place = box.matrixIn().then(r.place)
	out.font = r.font(box.call("FPDFTextObj_GetFont", object))
	if out.size == 0 || out.place.scale() == 0 {
		return nil // as small as nothing
	}
	r.runs[object] = out
	return out
}

// Modes of showing text (FPDF_TEXTRENDERMODE_…).
const (
	modeStroke     = 1
	modeFillStroke = 2
	modeInvisible  = 3
	modesClip      = 4 // added to those above: clips as well
	modeClip       = 7
)

// textInk tells whether and how light a text object is drawn. Text that only clips is seen by what is drawn through it.
func (s *sheet) textInk(object uint64) textInk {
	fill, stroke := s.fillColour(object), s.strokeColour(object)
	switch mode := s.box.number("FPDFTextObj_GetTextRenderMode", object); mode {
	case modeStroke, modeStroke + modesClip:
		return textInk{false, mode >= modesClip, stroke.onPaper(), stroke.hue}
	case modeFillStroke, modeFillStroke + modesClip:
		return textInk{false, mode >= modesClip, min(fill.onPaper(), stroke.onPaper()), fill.hue}
	case modeClip:
		return textInk{clips: true}
	default:
		return textInk{mode == modeInvisible, mode >= modesClip, fill.onPaper(), fill.hue}
	}
}
