// Package bitmap finds what a scanned page is made of: grey or coloured pixels go in; ink, the angle the sheet lies at, the
// straight rules of its tables and lines of writing come out, in pixels from the top left corner. It recognises no
// character and knows no table.
package bitmap

import (
	"image"
	"math"
)

// Grey is a page as grey pixels, 0 black, 255 white.
type Grey struct {
	Wide, High int
	Pix        []uint8
}

// NewGrey is a white page.
func NewGrey(wide, high int) Grey {
	g := Grey{wide, high, make([]uint8, wide*high)}
	for i := range g.Pix {
		g.Pix[i] = white
	}
	return g
}

// At is a pixel; white beyond the page.
func (g *Grey) At(x, y int) uint8 {
	if x < 0 || y < 0 || x >= g.Wide || y >= g.High {
		return white
	}
	return g.Pix[y*g.Wide+x]
}

// Of are the grey pixels of a picture, and where it is coloured, as dark pixels: a stamp, a pen. Coloured ink is taken out
// of the grey, so that what is printed under it in black stands alone.
func Of(p *image.RGBA) (grey, coloured Grey) {
	wide, high := p.Rect.Dx(), p.Rect.Dy()
	grey, coloured = NewGrey(wide, high), NewGrey(wide, high)
	for y := range high {
		row := p.Pix[y*p.Stride:]
		for x := range wide {
			r, g, b := row[4*x], row[4*x+1], row[4*x+2]
			light, dark := max(r, g, b), min(r, g, b)
			if light-dark > leastChroma {
				coloured.Pix[y*wide+x] = 0
				grey.Pix[y*wide+x] = light
				continue
			}
			grey.Pix[y*wide+x] = uint8((299*int(r) + 587*int(g) + 114*int(b)) / 1000)
		}
	}
	return grey, coloured
}

// Turned is the page turned by so many quarters clockwise.
func (g Grey) Turned(quarters int) Grey {
	for range (quarters%4 + 4) % 4 {
		t := Grey{g.High, g.Wide, make([]uint8, len(g.Pix))}
		for y := range g.High {
			for x := range g.Wide {
				t.Pix[x*t.Wide+t.Wide-1-y] = g.Pix[y*g.Wide+x]
			}
		}
		g = t
	}
	return g
}

// Rotated is the page turned about its middle by an angle in degrees clockwise, on white paper of the same size.
func (g Grey) Rotated(degrees float64) Grey {
	out := NewGrey(g.Wide, g.High)
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	cx, cy := float64(g.Wide-1)/2, float64(g.High-1)/2
	for y := range g.High {
		dy := float64(y) - cy
		for x := range g.Wide {
			dx := float64(x) - cx
			out.Pix[y*g.Wide+x] = g.between(cx+dx*cos+dy*sin, cy-dx*sin+dy*cos)
		}
	}
	return out
}

// between is the grey at a place between pixels.
func (g *Grey) between(x, y float64) uint8 {
	x0, y0 := int(math.Floor(x)), int(math.Floor(y))
	fx, fy := x-float64(x0), y-float64(y0)
	top := float64(g.At(x0, y0))*(1-fx) + float64(g.At(x0+1, y0))*fx
	low := float64(g.At(x0, y0+1))*(1-fx) + float64(g.At(x0+1, y0+1))*fx
	return uint8(top*(1-fy) + low*fy + 0.5)
}

// Ink is which pixels of a page are dark.
type Ink struct {
	Wide, High int
	Bits       []bool
}

// NewInk is a page without ink.
func NewInk(wide, high int) Ink { return Ink{wide, high, make([]bool, wide*high)} }

// At reports whether a pixel is dark; none is beyond the page.
func (k *Ink) At(x, y int) bool {
	return x >= 0 && y >= 0 && x < k.Wide && y < k.High && k.Bits[y*k.Wide+x]
}

// Dark is the ink of a page on even paper.
func (g *Grey) Dark() Ink {
	out := NewInk(g.Wide, g.High)
	for i, p := range g.Pix {
		out.Bits[i] = p < white/2
	}
	return out
}

// In counts the dark pixels of a part of the page.
func (k *Ink) In(r image.Rectangle) int {
	r = r.Intersect(image.Rect(0, 0, k.Wide, k.High))
	n := 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for _, dark := range k.Bits[y*k.Wide+r.Min.X : y*k.Wide+r.Max.X] {
			if dark {
				n++
			}
		}
	}
	return n
}

// Clear takes the ink of a part of the page away.
func (k *Ink) Clear(r image.Rectangle) {
	r = r.Intersect(image.Rect(0, 0, k.Wide, k.High))
	for y := r.Min.Y; y < r.Max.Y; y++ {
		clear(k.Bits[y*k.Wide+r.Min.X : y*k.Wide+r.Max.X])
	}
}

const white = 255
