package xls

import (
	"encoding/binary"

	"fuhe/extract/worksheet"
)

// takeDrawing keeps where the last shape of a part of the drawing is anchored. The parts of one sheet are one tree of records
// cut anywhere; each part begins with a record, and the ones around it are entered.
func (s *sheet) takeDrawing(rec record) {
	var b []byte
	for _, p := range rec.parts {
		b = append(b, p...)
	}
	for len(b) >= artHeader {
		version, kind, size := b[0]&0x0F, int(binary.LittleEndian.Uint16(b[2:])), int(binary.LittleEndian.Uint32(b[4:]))
		b = b[artHeader:]
		if version == artContainer {
			continue
		}
		if size < 0 || size > len(b) {
			return
		}
		if kind == artClientAnchor && size == artAnchorSize {
			f := fields{b: b[2:size]}
			a := anchor{col: f.u16(), right: f.u16(), row: f.u16(), down: f.u16()}
			a.lastCol, a.right, a.lastRow, a.down = f.u16(), f.u16(), f.u16(), f.u16()
			s.anchored = &a
		}
		b = b[size:]
	}
}

// Records of a drawing: their header, which kind holds others, and the place of a shape.
const (
	artHeader       = 8
	artContainer    = 0x0F
	artClientAnchor = 0xF010
	artAnchorSize   = 18
)

// anchor is the cells that a shape begins and ends in, and how far it reaches into the last one: right in 1/1024 of its
// width, down in 1/256 of its height.
type anchor struct{ row, col, lastRow, lastCol, right, down int }

// takeObject takes the shape drawn last for a picture, when it is one; a comment lies beside its cell.
func (s *sheet) takeObject(f *fields) {
	f.take(4)
	switch kind := f.u16(); {
	case f.cut || kind == objectNote:
		s.anchored = nil
	case kind == objectPicture:
		s.addPicture()
	}
}

// Kinds of objects.
const (
	objectPicture = 0x08
	objectNote    = 0x19
)

// takeBoxText takes the shape drawn last for a text box, when it holds a text.
func (s *sheet) takeBoxText(f *fields) {
	f.take(10)
	if n := f.u16(); n > 0 && !f.cut {
		s.addPicture()
	}
}

// addPicture adds the shape drawn last, to the last cell that it covers for more than its edge.
func (s *sheet) addPicture() {
	a := s.anchored
	if s.anchored = nil; a == nil || len(s.Pictures) >= maxPictures {
		return
	}
	if a.right < edgeOfWidth {
		a.lastCol--
	}
	if a.down < edgeOfHeight {
		a.lastRow--
	}
	s.Pictures = append(s.Pictures, worksheet.Span{Row: a.row, Col: a.col, LastRow: max(a.row, a.lastRow), LastCol: max(a.col, a.lastCol)})
}
