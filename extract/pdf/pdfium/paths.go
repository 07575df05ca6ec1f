package pdfium

import (
	"math"

	"fuhe"
)

// Types of path segments (FPDF_SEGMENT_…).
const (
	segmentCurve = 1
	segmentMove  = 2
)

// Ways of filling (FPDF_FILLMODE_…).
const (
	fillNone      = 0
	fillAlternate = 1
)

// path adds the rules and shades a path makes.
func (s *sheet) path(object uint64, place matrix) {
	box := s.box
	if !box.yes("FPDFPath_GetDrawMode", object, box.scratch, box.scratch+4) {
		return
	}
	fill, strokes := box.word(0), box.word(1) != 0
	if fill == fillNone && !strokes {
		return
	}
	d := drawing{sheet: s, clip: s.clip(object, place)}
	if !box.yes("FPDFPageObj_GetMatrix", object, box.scratch) {
		return
	}
	place = box.matrixIn().then(place)
	d.opaque = !box.yes("FPDFPageObj_HasTransparency", object)
	outlines := s.segments(object, place, "FPDFPath_CountSegments", "FPDFPath_GetPathSegment")
	if fill != fillNone {
		c := s.fillColour(object)
		d.lightness, d.hue = c.onPaper(), c.hue
		d.fill(outlines, fill == fillAlternate)
	}
	if strokes && box.yes("FPDFPageObj_GetStrokeWidth", object, box.scratch) {
		width := box.float(0)
		c := s.strokeColour(object)
		d.lightness, d.hue = c.onPaper(), c.hue
		with := pen{level: width * math.Hypot(place.b, place.d), plumb: width * math.Hypot(place.a, place.c)}
		with.capped = box.number("FPDFPageObj_GetLineCap", object) != 0
		for _, o := range outlines {
			if !d.ring(o) {
				d.stroke(o, with)
			}
		}
	}
}

// clip is the part of the page an object may cover: the page, and within it the box around each of its clip paths.
func (s *sheet) clip(object uint64, place matrix) fuhe.Box {
	out := fuhe.Box{0, 0, s.page.Width, s.page.Height}
	path := s.box.call("FPDFPageObj_GetClipPath", object)
	if path == 0 {
		return out
	}
	n := s.box.number("FPDFClipPath_CountPaths", path)
	for i := 0; i < n && s.box.err == nil; i++ {
		around := bounds()
		for _, o := range s.segments(path, place, "FPDFClipPath_CountPathSegments", "FPDFClipPath_GetPathSegment", uint64(i)) {
			b := o.bounds()
			around = fuhe.Box{min(around[0], b[0]), min(around[1], b[1]), max(around[2], b[2]), max(around[3], b[3])}
		}
		out = intersect(out, around)
	}
	return out
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

// segments are the outlines of a path, or of one of the paths of a clip, which have the same functions under other names.
func (s *sheet) segments(path uint64, place matrix, count, get string, which ...uint64) []outline {
	box := s.box
	args := append([]uint64{path}, which...)
	n := box.number(count, args...)
	if s.points -= n; s.points < 0 {
		s.unsure("more than %d path segments", maxSegments)
		return nil
	}
	args = append(args, 0)
	var out []outline
	for i := 0; i < n && box.err == nil; i++ {
		args[len(args)-1] = uint64(i)
		segment := box.call(get, args...)
		if segment == 0 || !box.yes("FPDFPathSegment_GetPoint", segment, box.scratch, box.scratch+4) {
			continue // past the end, which cannot be: PDFium counts the list it gives
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
	for i := range out {
		out[i].corners = straightened(out[i].corners)
	}
	return drawable(out)
}

// straightened is an outline with lines for curves that are straight, as some producers draw rules: both points that
// bend a curve lie on the line between its ends. PDFium gives the three points of a curve one by one.
func straightened(corners []corner) []corner {
	out := corners[:0]
	for i := 0; i < len(corners); i++ {
		if i > 0 && i+2 < len(corners) && corners[i].curved && corners[i+1].curved && corners[i+2].curved {
			from, to := out[len(out)-1].point, corners[i+2].point
			if on(from, to, corners[i].point) && on(from, to, corners[i+1].point) {
				out = append(out, corner{point: to})
			} else {
				out = append(out, corners[i], corners[i+1], corners[i+2])
			}
			i += 2
			continue
		}
		out = append(out, corners[i])
	}
	return out
}

// on reports whether p lies on the line between a and b.
func on(a, b, p point) bool {
	dx, dy := b.x-a.x, b.y-a.y
	cross := (p.x-a.x)*dy - (p.y-a.y)*dx
	return math.Abs(cross) <= 1e-3*(dx*dx+dy*dy)
}

// drawable leaves out outlines that draw nothing: a single point, or one so far away that it is on no page.
func drawable(outlines []outline) []outline {
	kept := outlines[:0]
	for _, o := range outlines {
		if len(o.corners) > 1 && finite(o.bounds()) {
			kept = append(kept, o)
		}
	}
	return kept
}

func (o outline) bounds() fuhe.Box {
	b := bounds()
	for _, c := range o.corners {
		b[0], b[1], b[2], b[3] = min(b[0], c.x), min(b[1], c.y), max(b[2], c.x), max(b[3], c.y)
	}
	return b
}

// rectangle reports whether an outline with bounds b is a rectangle along the axes: every corner lies in a corner of b,
// and every side runs along an axis.
func (o outline) rectangle(b fuhe.Box) bool {
	for i, c := range o.corners {
		nearX := math.Abs(c.x-b[0]) <= slantPoints || math.Abs(c.x-b[2]) <= slantPoints
		nearY := math.Abs(c.y-b[1]) <= slantPoints || math.Abs(c.y-b[3]) <= slantPoints
		if c.curved || !nearX || !nearY {
			return false
		}
		if i > 0 {
			p := o.corners[i-1]
			if math.Abs(p.x-c.x) > slantPoints && math.Abs(p.y-c.y) > slantPoints {
				return false
			}
		}
	}
	return len(o.corners) >= 4
}

// turning reports in which of its two directions an outline runs.
func (o outline) turning() bool {
	sum := 0.0
	for i, p := range o.corners {
		q := o.corners[(i+1)%len(o.corners)]
		sum += p.x*q.y - q.x*p.y
	}
	return sum > 0
}
