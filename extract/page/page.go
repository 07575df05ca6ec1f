// Package page is what was drawn on one page, whatever the format and whichever reader read it: glyphs, rules, shades
// and images, in points from the top left corner of the page as it is shown (turned, cropped and scaled as the file
// asks, y grows downwards). It is the seam between the readers of paged formats and the lattice that finds tables. It
// finds nothing.
package page

import (
	"math"

	"fuhe"
)

// Page is one page.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Rotation      int        // degrees clockwise that the file turns it by to be shown; done already
	Glyphs        []Glyph    // in the order they were drawn
	Rules         []Rule     // visible straight horizontal and vertical rules, as drawn, unmerged
	Strokes       []Stroke   // other straight lines, which may strike text out
	Shades        []Shade    // filled areas that are no rules
	Images        []fuhe.Box // pictures, but for those stretched to rules
	Outlines      []fuhe.Box // filled shapes that are neither rules nor shades: letters drawn as such, logos
	Rings         []Ring     // round outlines
	Clips         []fuhe.Box // rectangles that texts were clipped to, one behind the other as they were set
	ImageArea     float64    // part of the page covered by images, 0 to 1; a page of images without glyphs is a scan
	Dots          float64    // pixels an inch of the coarsest image that covers much of the page; 0 when the reader does not tell
	Reader        string     // the name of the reader
	Because       string     // why this reader, "" for the first choice
	// Unsure says why this page must be read by another reader or not be relied on; "" when every glyph is known.
	Unsure string
	// Incomplete is true when that is not only for glyphs without Text: content was not understood or not reached, and
	// there may be more on the page than is told here.
	Incomplete bool
	// Damaged is true when bytes of the content are broken or missing: no reader has them, whatever it says.
	Damaged bool
}

// Glyph is one shown character.
type Glyph struct {
	Text    string   // Unicode, radicals mapped to the real characters; "" when not known for sure
	Box     fuhe.Box // advance width × font height, axis-parallel
	Base    float64  // y of the baseline (x for vertical writing)
	Size    float64  // font size in points as shown
	Angle   float64  // direction of the text in degrees clockwise, 0 for upright horizontal text
	Font    string
	Shown   int32 // by which drawing step, from 1 on the page; 0 when not known. One step shows no two texts that touch
	Clip    int32 // which of the page's clips holds it, from 1; 0 when only the page does. What lies beyond is not seen
	Piece   int32 // glyphs of one number were placed together and shown one behind the other; 0 when the reader does not tell
	Ink     Ink   // its colour
	Sure    bool  // nothing in the file speaks against Text; false when there is none
	Hidden  bool  // drawn without ink: the text layer under a scan
	Pale    bool  // fill so light that it is a watermark, or nothing of it is seen at all
	Unseen  bool  // it has the colour of the paper or none, or was painted over
	Upright bool  // vertical writing
}

// Rule is a straight visible line or thin filled area, parallel to an axis, with its thickness.
type Rule struct {
	X0, Y0, X1, Y1 float64 // X0 ≤ X1, Y0 ≤ Y1; the centre line
	Thickness      float64
	Ink            Ink
}

// Ink is a colour as 0xRRGGBB; patterns, which have none, count as grey.
type Ink uint32

// InkOf is the ink of red, green and blue, each from 0 to 1.
func InkOf(r, g, b float64) Ink {
	part := func(v float64) Ink { return Ink(math.Round(max(0, min(1, v)) * 255)) }
	return part(r)<<16 | part(g)<<8 | part(b)
}

// Ring is a circle or an ellipse, drawn as a line or filled: the edge of a seal.
type Ring struct {
	Box fuhe.Box
	Ink Ink
}

// Inside reports whether a place lies within the ring.
func (r Ring) Inside(x, y float64) bool { return fromCentre(r.Box, x, y) <= 1 }

// fromCentre is how far a place is from the middle of an ellipse: 1 on its edge, squared beyond.
func fromCentre(b fuhe.Box, x, y float64) float64 {
	dx, dy := (2*x-b[0]-b[2])/(b[2]-b[0]), (2*y-b[1]-b[3])/(b[3]-b[1])
	return dx*dx + dy*dy
}

// Round reports whether the n points of an outline lie on the ellipse in their box, as large as a seal. Those that bend
// a curve lie a little outside.
func Round(n int, at func(i int) (x, y float64, curved bool), b fuhe.Box) bool {
	w, h := b[2]-b[0], b[3]-b[1]
	if min(w, h) < leastRingPoints || max(w, h) > mostRingPoints || max(w, h) > mostRingShare*min(w, h) {
		return false
	}
	bent := false
	for i := range n {
		x, y, curved := at(i)
		if d := fromCentre(b, x, y); d < 0.7 || d > 1.4 {
			return false
		}
		bent = bent || curved
	}
	return n >= leastRingCorners || bent && n >= 4
}

// Clipped is the number of a clip for glyphs; texts drawn one after the other mostly share it.
func (p *Page) Clipped(b fuhe.Box) int32 {
	if b[0] <= 0 && b[1] <= 0 && b[2] >= p.Width && b[3] >= p.Height {
		return 0
	}
	if n := len(p.Clips); n == 0 || p.Clips[n-1] != b {
		p.Clips = append(p.Clips, b)
	}
	return int32(len(p.Clips))
}

// Horizontal reports whether the rule runs along x.
func (r Rule) Horizontal() bool { return r.X1-r.X0 >= r.Y1-r.Y0 }

// Shade is a filled rectangle: a coloured cell or row.
type Shade struct {
	Box  fuhe.Box
	Dark bool // black letters cannot be read on it
}

// OnPaper reports whether all values can be places on a page, or lengths: readers hand on what files say, and some say
// nonsense.
func OnPaper(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.Abs(v) > farPoints {
			return false
		}
	}
	return true
}

// Seals: the round ones of authorities are 38 to 60 mm across, oval ones narrower; smaller ones are printed in reports.
const (
	leastRingPoints  = 30.0
	mostRingPoints   = 260.0
	mostRingShare    = 2.0 // of the shorter side: no seal is longer
	leastRingCorners = 12  // of a circle drawn as straight pieces
)

// farPoints is farther away than anything on paper: 350 m.
const farPoints = 1e6
