package evidence

import (
	"fmt"
	"image"
	"math"
	"slices"
	"sync"

	"fuhe"
)

// Draw draws a page of a document, of the size it was read with, with so many pixels a point.
type Draw func(doc *fuhe.Document, size fuhe.PageSize, scale float64) (*image.RGBA, error)

// Album draws pages when they are looked at, and keeps what was drawn last. It may be asked by several at a time.
type Album struct {
	draw Draw

	mu      sync.Mutex
	pages   []drawnPage // the one asked for last comes last
	encoded map[string][]byte
	order   []string // of encoded, oldest first
	bytes   int
}

type drawnPage struct {
	sha256  string
	page    int
	picture *image.Paletted
}

// NewAlbum is an album of pages that draw draws.
func NewAlbum(draw Draw) *Album { return &Album{draw: draw, encoded: map[string][]byte{}} }

// Page is a whole page as PNG, in 64 colours, nothing marked on it.
func (a *Album) Page(doc *fuhe.Document, page int) ([]byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.kept(fmt.Sprintf("%s p%d", doc.SHA256, page), func() (*image.Paletted, error) { return a.page(doc, page) })
}

// Crop is the rows of some places of a report as one PNG, each place marked. The key names the picture: one of the same
// document and key is drawn once.
func (a *Album) Crop(doc *fuhe.Document, r *fuhe.Report, key string, places []Place) ([]byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.kept(doc.SHA256+" "+key, func() (*image.Paletted, error) { return a.crop(doc, r, places) })
}

// kept is a picture encoded, from what was encoded before where it is there still.
func (a *Album) kept(key string, picture func() (*image.Paletted, error)) ([]byte, error) {
	if b := a.encoded[key]; b != nil {
		return b, nil
	}
	p, err := picture()
	if err != nil {
		return nil, err
	}
	b, err := encode(p)
	if err != nil {
		return nil, err
	}
	for a.bytes+len(b) > keptBytes && len(a.order) > 0 {
		a.bytes -= len(a.encoded[a.order[0]])
		delete(a.encoded, a.order[0])
		a.order = a.order[1:]
	}
	a.encoded[key], a.order = b, append(a.order, key)
	a.bytes += len(b)
	return b, nil
}

// page is a page as a picture.
func (a *Album) page(doc *fuhe.Document, page int) (*image.Paletted, error) {
	if i := slices.IndexFunc(a.pages, func(p drawnPage) bool { return p.sha256 == doc.SHA256 && p.page == page }); i >= 0 {
		p := a.pages[i]
		a.pages = append(slices.Delete(a.pages, i, i+1), p)
		return p.picture, nil
	}
	i := slices.IndexFunc(doc.PageSizes, func(s fuhe.PageSize) bool { return s.Page == page })
	if i < 0 || a.draw == nil {
		return nil, ErrNoPicture
	}
	drawn, err := a.draw(doc, doc.PageSizes[i], Scale)
	if err != nil {
		return nil, err
	}
	p := reduced(drawn)
	if len(a.pages) >= keptPages {
		a.pages = slices.Delete(a.pages, 0, 1)
	}
	a.pages = append(a.pages, drawnPage{doc.SHA256, page, p})
	return p, nil
}

// crop cuts the strips of the places out of their pages and puts them under one another.
func (a *Album) crop(doc *fuhe.Document, r *fuhe.Report, places []Place) (*image.Paletted, error) {
	strips := Strips(r, places)
	if len(strips) == 0 {
		return nil, ErrNoPicture
	}
	width, height := 0, 0
	areas := make([]image.Rectangle, len(strips))
	for i, s := range strips {
		areas[i] = pixels(bounded(s, places))
		width, height = max(width, areas[i].Dx()), height+areas[i].Dy()
	}
	out := image.NewPaletted(image.Rect(0, 0, width, height+(len(strips)-1)*gapPixels), colours())
	for i := range out.Pix {
		out.Pix[i] = greys - 1
	}
	y := 0
	for i, s := range strips {
		from, err := a.page(doc, s.Page)
		if err != nil {
			return nil, err
		}
		if unseen, of := inkless(from, r, s.Page, s.Area); of > 0 && len(unseen) == of {
			return nil, ErrUnseen
		}
		area := areas[i]
		for dy := range area.Dy() {
			for dx := range area.Dx() {
				if at := image.Pt(area.Min.X+dx, area.Min.Y+dy); at.In(from.Rect) {
					out.Pix[(y+dy)*out.Stride+dx] = from.Pix[at.Y*from.Stride+at.X]
				}
			}
		}
		for _, cut := range cutCells(r, bounded(s, places), s.Page, places) {
			veil(out, pixels(cut).Sub(area.Min).Add(image.Pt(0, y)), image.Rect(0, y, area.Dx(), y+area.Dy()))
		}
		for _, p := range slices.Backward(places) { // the entry's frame comes over those of its terms
			if p.At.Page == s.Page {
				mark(out, pixels(p.At.Box).Sub(area.Min).Add(image.Pt(0, y)), image.Rect(0, y, area.Dx(), y+area.Dy()), p.Mark)
			}
		}
		y += area.Dy()
		for dx := 0; i < len(strips)-1 && dx < width*gapPixels; dx++ {
			out.Pix[y*out.Stride+dx] = gapGrey
		}
		y += gapPixels
	}
	return out, nil
}

// mark marks a place within a strip, where it lies in that one.
func mark(out *image.Paletted, at, within image.Rectangle, m Mark) {
	if at = at.Intersect(within); at.Empty() {
		return
	}
	frame(out, at, m.paint(), map[Mark]int{Entry: framePixels, Term: 1}[m])
	if m == Term {
		underline(out, at, m.paint(), framePixels+1)
	}
}

// bounded is the area of a strip with some room around it; one that is too high is cut around the first place in it.
func bounded(s Strip, places []Place) fuhe.Box {
	b := s.Area
	if b[3]-b[1] > maxStripPts {
		for _, p := range places {
			if p.At.Page == s.Page && p.At.Box[1] >= b[1] && p.At.Box[3] <= b[3] {
				middle := (p.At.Box[1] + p.At.Box[3]) / 2
				b[1], b[3] = max(b[1], middle-maxStripPts/2), min(b[3], middle+maxStripPts/2)
				break
			}
		}
	}
	return fuhe.Box{max(0, b[0]-padPoints), max(0, b[1]-rulePoints), b[2] + padPoints, b[3] + rulePoints}
}

// pixels is a box of a page on its picture.
func pixels(b fuhe.Box) image.Rectangle {
	return image.Rect(int(math.Floor(b[0]*Scale)), int(math.Floor(b[1]*Scale)), int(math.Ceil(b[2]*Scale)), int(math.Ceil(b[3]*Scale)))
}
