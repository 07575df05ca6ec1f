// Package page is what was drawn on one PDF page, whichever reader read it: glyphs, rules, shades and images, in points
// from the top left corner of the page as it is shown (rotation, crop box and user unit applied, y grows downwards).
// It is the seam between the readers (native, pdfium) and the lattice that finds tables. It computes nothing.
package page

import "fuhe"

// Page is one page.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Glyphs        []Glyph // in the order they were drawn
	Rules         []Rule  // visible straight horizontal and vertical rules, as drawn, unmerged
	Shades        []Shade // filled areas that are no rules
	ImageArea     float64 // part of the page covered by images, 0 to 1; a page of images without glyphs is a scan
	Reader        string  // "native" or "pdfium"
	Because       string  // why this reader, "" for the first choice
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
	Found   Found
	Hidden  bool // rendering mode 3: the text layer under a scan
	Pale    bool // fill so light that it is a watermark
	Upright bool // vertical writing
	Shown   int  // by which operator, from 1 on the page; 0 when not known. One operator shows no two texts that touch
	Piece   int  // glyphs of one number were placed together and shown one behind the other; 0 when the reader does not tell
}

// Found says how the character of a glyph was found, in order of trust.
type Found uint8

const (
	Unknown Found = iota
	ByToUnicode
	ByCMap     // predefined CMap
	ByEncoding // simple font encoding or glyph name
)

// Rule is a straight visible line or thin filled area, parallel to an axis, with its thickness.
type Rule struct {
	X0, Y0, X1, Y1 float64 // X0 ≤ X1, Y0 ≤ Y1; the centre line
	Thickness      float64
}

// Horizontal reports whether the rule runs along x.
func (r Rule) Horizontal() bool { return r.X1-r.X0 >= r.Y1-r.Y0 }

// Shade is a filled rectangle: a coloured cell or row.
type Shade struct{ Box fuhe.Box }
