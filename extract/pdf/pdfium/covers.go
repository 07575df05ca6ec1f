package pdfium

import (
	"math"
	"strings"

	"fuhe"
	"fuhe/extract/page"
)

// cover is an area that hides what was drawn there before: a figure painted over and written anew, cells of a sheet
// under a picture.
type cover struct {
	box   fuhe.Box
	after int    // so many text objects were drawn before
	image uint64 // 0: a filled area
}

// under reports whether a rule lies in an area, and not along its edge: rules are drawn before the cells they enclose.
func under(r page.Rule, b fuhe.Box) bool {
	edge := r.Thickness/2 + edgePoints
	return r.X0 > b[0]+edge && r.X1 < b[2]-edge && r.Y0 > b[1]+edge && r.Y1 < b[3]-edge
}

// hideCovered marks the glyphs that something opaque was drawn over. Those under a picture are the text layer of a scan,
// those under a filled area are seen by nobody, as pale as can be.
func (s *sheet) hideCovered(handle uint64, glyphs []shown) {
	for _, c := range s.covers {
		if !s.compare(len(glyphs)) {
			return
		}
		looked, opaque := false, true
		for i := range glyphs {
			g := &glyphs[i]
			if g.order >= c.after || g.run.ink.clips || shared(g.Box, c.box) < coveredShare {
				continue // drawn later, or beside it
			}
			if c.image != 0 && !looked {
				looked, opaque = true, s.opaqueImage(handle, c.image)
			}
			if !opaque {
				break
			}
			g.Hidden, g.Pale, g.Unseen = g.Hidden || c.image != 0, g.Pale || c.image == 0, g.Unseen || c.image == 0
			if c.image == 0 && s.compare(len(glyphs)) && leftOut(g, glyphs, c) {
				s.unsure("text painted over and written anew")
			}
		}
	}
}

// leftOut reports whether PDFium may have left out a character that was drawn again where a covered one was, as it does:
// text written over the cover begins or ends beside it, and none lies on it.
func leftOut(g *shown, glyphs []shown, c cover) bool {
	beside := false
	for i := range glyphs {
		h := &glyphs[i]
		if h.order < c.after || math.Abs(h.Base-g.Base) > samePlace {
			continue
		}
		gap := max(h.Box[0]-g.Box[2], g.Box[0]-h.Box[2])
		if gap < -samePlace {
			return false
		}
		beside = beside || gap <= samePlace
	}
	return beside && strings.TrimSpace(g.Text) != ""
}

// compare takes comparisons of what is drawn over one another off the budget; false when it is used up.
func (s *sheet) compare(n int) bool {
	if s.compared += n; s.compared > maxCompared {
		s.unsure("more areas drawn over one another than are looked through")
		return false
	}
	return true
}

// shared is the share of a box that lies in another.
func shared(a, b fuhe.Box) float64 {
	c := intersect(a, b)
	if area := (a[2] - a[0]) * (a[3] - a[1]); area > 0 && c[0] < c[2] && c[1] < c[3] {
		return (c[2] - c[0]) * (c[3] - c[1]) / area
	}
	return 0
}

// Layout of a bitmap of PDFium with an alpha channel: blue, green, red, alpha.
const (
	bitmapWithAlpha = 4
	bytesPerPixel   = 4
)

// opaqueImage reports whether nothing shows through an image. A seal over a date has a mask, which PDFium only applies
// when it draws: so it is drawn, in the size of the page's points, and looked at.
func (s *sheet) opaqueImage(handle, image uint64) bool {
	box := s.box
	bitmap := box.call("FPDFImageObj_GetRenderedBitmap", s.of.handle, handle, image)
	if bitmap == 0 {
		return false // cannot be drawn: hides nothing
	}
	defer box.call("FPDFBitmap_Destroy", bitmap)
	if box.number("FPDFBitmap_GetFormat", bitmap) != bitmapWithAlpha {
		return true
	}
	width, height := box.number("FPDFBitmap_GetWidth", bitmap), box.number("FPDFBitmap_GetHeight", bitmap)
	stride, buffer := box.number("FPDFBitmap_GetStride", bitmap), box.call("FPDFBitmap_GetBuffer", bitmap)
	if box.err != nil || width <= 0 || height <= 0 || stride < bytesPerPixel*width {
		return false
	}
	pixels, ok := box.module.Memory().Read(uint32(buffer), uint32(stride*height))
	if !ok {
		return false
	}
	clear := 0
	for y := range height {
		for x := range width {
			if pixels[y*stride+x*bytesPerPixel+3] < 255 {
				clear++
			}
		}
	}
	return float64(clear) <= clearShare*float64(width*height)
}
