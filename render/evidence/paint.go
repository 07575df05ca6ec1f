package evidence

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
)

// The 64 colours of a picture: 32 greys for paper and print, 32 colours for seals, shading and our own marks.
const greys = 32

// colours is the palette; a function, for nothing may change it.
func colours() color.Palette {
	p := make(color.Palette, 0, 2*greys)
	for i := range greys {
		v := uint8(i * 255 / (greys - 1))
		p = append(p, color.RGBA{v, v, v, 255})
	}
	for i := range greys { // 4 reds, 4 greens, 2 blues
		p = append(p, color.RGBA{uint8(i >> 3 * 85), uint8(i >> 1 & 3 * 85), uint8(i & 1 * 255), 255})
	}
	return p
}

// greyWithin is how far apart red, green and blue of a pixel may be that counts as grey.
const greyWithin = 40

// index is the colour of the palette nearest to a pixel.
func index(r, g, b uint8) uint8 {
	if max(r, g, b)-min(r, g, b) < greyWithin {
		return uint8((int(r) + int(g) + int(b)) * (greys - 1) / (3 * 255))
	}
	quarter := func(v uint8) uint8 { return uint8((int(v) + 42) / 85) }
	return greys + quarter(r)<<3 + quarter(g)<<1 + b>>7
}

// reduced is a picture in 64 colours.
func reduced(from *image.RGBA) *image.Paletted {
	b := from.Bounds()
	to := image.NewPaletted(image.Rect(0, 0, b.Dx(), b.Dy()), colours())
	for y := range b.Dy() {
		in, out := from.Pix[y*from.Stride:], to.Pix[y*to.Stride:]
		for x := range b.Dx() {
			out[x] = index(in[4*x], in[4*x+1], in[4*x+2])
		}
	}
	return to
}

// paint is a colour of the palette that is put over what is there.
type paint struct{ r, g, b uint8 }

// marks are the colours of the places: red for the entry, blue for its terms.
func (m Mark) paint() paint {
	if m == Entry {
		return paint{0xAA, 0, 0}
	}
	return paint{0, 0x55, 0xFF}
}

// frame draws a rectangle of pixels, so thick inwards.
func frame(to *image.Paletted, r image.Rectangle, p paint, thick int) {
	c := index(p.r, p.g, p.b)
	r = r.Intersect(to.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if y-r.Min.Y < thick || r.Max.Y-1-y < thick || x-r.Min.X < thick || r.Max.X-1-x < thick {
				to.SetColorIndex(x, y, c)
			}
		}
	}
}

// underline draws the lower side of a rectangle of pixels.
func underline(to *image.Paletted, r image.Rectangle, p paint, thick int) {
	frame(to, image.Rect(r.Min.X, r.Max.Y-thick, r.Max.X, r.Max.Y), p, thick)
}

// encode writes a picture as PNG.
func encode(p *image.Paletted) ([]byte, error) {
	var out bytes.Buffer
	e := png.Encoder{CompressionLevel: png.DefaultCompression}
	err := e.Encode(&out, p)
	return out.Bytes(), err
}
