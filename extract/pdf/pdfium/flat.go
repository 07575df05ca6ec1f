package pdfium

import "slices"

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
	var notes []bool // of what is drawn on the page, the last first
	for i := s.box.number("FPDFPage_GetAnnotCount", handle) - 1; i >= 0; i-- {
		annotation := s.box.call("FPDFPage_GetAnnot", handle, uint64(i))
		if annotation == 0 {
			continue // no dictionary: nothing is shown
		}
		flags, kind := s.box.number("FPDFAnnot_GetFlags", annotation), s.box.number("FPDFAnnot_GetSubtype", annotation)
		unseen := flags&(annotationHidden|annotationNoView) != 0
		over := s.laidOver(annotation) || kind == annotationText || kind == annotationFile
		if !unseen && s.unlooked(annotation) {
			s.unsure("a form field or note without an appearance")
		}
		looks := s.box.number("FPDFAnnot_GetAP", annotation, 0, 0, 0) > emptyText
		s.box.call("FPDFPage_CloseAnnot", annotation)
		if unseen || over {
			s.box.call("FPDFPage_RemoveAnnot", handle, uint64(i))
		} else if looks && kind != annotationPopup {
			notes = append(notes, kind != annotationWidget && kind != annotationFreeText)
		}
	}
	if s.box.number("FPDFPage_Flatten", handle, flattenForDisplay) != flattened {
		return handle
	}
	slices.Reverse(notes)
	s.notes = notes
	s.box.call("FPDF_ClosePage", handle)
	return s.box.call("FPDF_LoadPage", document.handle, uint64(s.page.Number-1))
}

// notesIn tells which of the n objects of a form are notes, where it is the one that PDFium drew the annotations into; nil
// for others, and where it did not draw as many as there are.
func (s *sheet) notesIn(form uint64, n int) []bool {
	if form != s.annotations || len(s.notes) != n {
		return nil
	}
	return s.notes
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

// unlooked reports whether an annotation has text, or a line that may strike some out, but nothing that shows it: every
// viewer makes something of its own.
func (s *sheet) unlooked(annotation uint64) bool {
	key := ""
	switch s.box.number("FPDFAnnot_GetSubtype", annotation) {
	case annotationLine, annotationStrike, annotationInk:
		return s.box.number("FPDFAnnot_GetAP", annotation, 0, 0, 0) <= emptyText
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
	annotationText      = 1
	annotationLine      = 4
	annotationStrike    = 12
	annotationInk       = 15
	annotationPopup     = 16
	annotationFile      = 17
	annotationStamp     = 13
	annotationWatermark = 24
	annotationFreeText  = 3
	annotationWidget    = 20
	annotationHidden    = 2
	annotationNoView    = 32
	flattenForDisplay   = 0
	flattened           = 1
)
