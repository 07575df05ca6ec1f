package pdfium

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/tetratelabs/wazero/api"

	"fuhe"
	"fuhe/extract/work"
)

// Note is a frame on a page with a text that viewers show beside it.
type Note struct {
	Size  fuhe.PageSize // of the page, as it was read
	Box   fuhe.Box      // of the frame, points of the shown page
	Text  string
	Color [3]uint8
}

// ErrNotKept says that the bytes of a file would not stay as they are.
var ErrNotKept = errors.New("the bytes of the file would not stay as they are; nothing was written")

const (
	frameWidth = 1.5 // points
	printFlag  = 4   // an annotation that is printed, too
	noteAuthor = "fuhe"

	annotationSquare = 5
	colorOfFrame     = 0
)

// Annotate writes a file with notes added behind its bytes.
func Annotate(ctx context.Context, file []byte, o Options, notes []Note, w io.Writer) error {
	box, err := newSandbox(ctx, engine)
	if err != nil {
		return err
	}
	defer box.discard()
	ctx, cancel := work.WithLimit(ctx, openDuration+pageDuration, ErrTime)
	defer cancel()
	box.begin(ctx)
	d := &Document{r: bytes.NewReader(file), size: int64(len(file)), options: o}
	if err := d.loadInto(box); err != nil {
		return fmt.Errorf("the file does not open: %w", err)
	}
	for i := range notes {
		if err := box.addNote(d.handle, &notes[i]); err != nil {
			return fmt.Errorf("page %d: %w", notes[i].Size.Page, err)
		}
	}
	var out limitedBuffer
	if err := box.save(d.handle, saveIncremental, &out); err != nil {
		return err
	}
	if !bytes.HasPrefix(out.Bytes(), file) {
		return ErrNotKept
	}
	_, err = w.Write(wholeReferences(out.Bytes(), len(file)))
	return err
}

// addNote adds one note to its page.
func (s *sandbox) addNote(document uint64, n *Note) error {
	page := s.call("FPDF_LoadPage", document, uint64(n.Size.Page-1))
	if page == 0 {
		return errors.Join(errors.New("the page is damaged"), s.err)
	}
	at, err := s.inUserSpace(page, n)
	if err != nil {
		return err
	}
	annotation := s.call("FPDFPage_CreateAnnot", page, annotationSquare)
	for i, v := range at {
		binary.LittleEndian.PutUint32(s.bytes(4 * len(at))[4*i:], math.Float32bits(v))
	}
	set := s.yes("FPDFAnnot_SetRect", annotation, s.scratch) &&
		s.yes("FPDFAnnot_SetColor", annotation, colorOfFrame, uint64(n.Color[0]), uint64(n.Color[1]), uint64(n.Color[2]), 255) &&
		s.yes("FPDFAnnot_SetBorder", annotation, 0, 0, api.EncodeF32(frameWidth)) &&
		s.yes("FPDFAnnot_SetFlags", annotation, printFlag) &&
		s.setText(annotation, "Contents", n.Text) &&
		s.setText(annotation, "T", noteAuthor)
	s.call("FPDFPage_CloseAnnot", annotation)
	s.call("FPDF_ClosePage", page)
	if s.err == nil && !set {
		return errors.New("PDFium adds no note")
	}
	return s.err
}

// setText gives an annotation a text, and reports whether it took it.
func (s *sandbox) setText(annotation uint64, key, text string) bool {
	name, wide := s.copyString(key), s.copyWide(text)
	defer s.call("free", name)
	defer s.call("free", wide)
	return s.yes("FPDFAnnot_SetStringValue", annotation, name, wide)
}

// inUserSpace is the box of a note in the space of the file: turned back, and in the units of the page; left, top, right,
// bottom.
func (s *sandbox) inUserSpace(page uint64, n *Note) ([4]float32, error) {
	if !s.yes("FPDF_GetPageBoundingBox", page, s.scratch) {
		return [4]float32{}, errors.Join(errors.New("the page has no size"), s.err)
	}
	left, top, right, bottom := s.float(0), s.float(1), s.float(2), s.float(3)
	way, width, _ := frame(left, bottom, right, top, s.number("FPDFPage_GetRotation", page))
	unit := 1.0
	if width > 0 && n.Size.Width > 0 {
		unit = n.Size.Width / width
	}
	a, b := way.back(n.Box[0]/unit, n.Box[1]/unit), way.back(n.Box[2]/unit, n.Box[3]/unit)
	return [4]float32{float32(min(a.x, b.x)), float32(max(a.y, b.y)), float32(max(a.x, b.x)), float32(min(a.y, b.y))}, nil
}

// back is the point that a matrix brings to (x, y). The matrices of frames only turn, flip and shift.
func (m matrix) back(x, y float64) point {
	x, y = x-m.e, y-m.f
	det := m.a*m.d - m.b*m.c
	return point{(m.d*x - m.c*y) / det, (m.a*y - m.b*x) / det}
}
