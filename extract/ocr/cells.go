package ocr

import (
	"bytes"
	"image"

	"fuhe/extract/ocr/bitmap"
)

// borderPoints is how far from its rule the border of a cell may lie, in points.
const borderPoints = 1.5

// wholeRules reports whether a cell is bounded by whole straight rules: ink along each of its sides, without a break.
func wholeRules(ink *bitmap.Ink, box image.Rectangle, scale float64) bool {
	reach := int(borderPoints*scale + 0.5)
	across := func(y int) bool {
		n := 0
		for x := box.Min.X; x < box.Max.X; x++ {
			if ink.In(image.Rect(x, y-reach, x+1, y+reach+1)) > 0 {
				n++
			}
		}
		return float64(n) >= wholeRule*float64(box.Dx())
	}
	down := func(x int) bool {
		n := 0
		for y := box.Min.Y; y < box.Max.Y; y++ {
			if ink.In(image.Rect(x-reach, y, x+reach+1, y+1)) > 0 {
				n++
			}
		}
		return float64(n) >= wholeRule*float64(box.Dy())
	}
	return across(box.Min.Y) && across(box.Max.Y) && down(box.Min.X) && down(box.Max.X)
}

// shrunk is the inside of a cell without what is left of its rules along its sides.
func (l *leaf) shrunk(in image.Rectangle) image.Rectangle {
	for range int(borderPoints*l.scale + 0.5) {
		if in.Dx() < 3 || in.Dy() < 3 {
			break
		}
		rest := func(side image.Rectangle, length int) int {
			if float64(l.ink.In(side)) > restShare*float64(length) {
				return 1
			}
			return 0
		}
		in.Min.X += rest(image.Rect(in.Min.X, in.Min.Y, in.Min.X+1, in.Max.Y), in.Dy())
		in.Max.X -= rest(image.Rect(in.Max.X-1, in.Min.Y, in.Max.X, in.Max.Y), in.Dy())
		in.Min.Y += rest(image.Rect(in.Min.X, in.Min.Y, in.Max.X, in.Min.Y+1), in.Dx())
		in.Max.Y -= rest(image.Rect(in.Min.X, in.Max.Y-1, in.Max.X, in.Max.Y), in.Dx())
	}
	return in
}

// touched reports whether writing touches the edge of the inside of a cell: part of it may be cut off, or lie in the next.
func (l *leaf) touched(inside image.Rectangle) bool {
	edge := [...]image.Rectangle{
		{inside.Min, image.Pt(inside.Max.X, inside.Min.Y+1)}, {image.Pt(inside.Min.X, inside.Max.Y-1), inside.Max},
		{inside.Min, image.Pt(inside.Min.X+1, inside.Max.Y)}, {image.Pt(inside.Max.X-1, inside.Min.Y), inside.Max},
	}
	for _, e := range edge {
		if l.ink.In(e) > 0 {
			return true
		}
	}
	return false
}

// pixels are the pixels of a line as the recogniser takes them: with a margin, and where its ink is lower than a character,
// as high as one. Behind a short one lies grey, as the models were taught: without it they read a single digit wrong.
func (l *leaf) pixels(n line) []uint8 {
	pix := l.grey.Scaled(l.crop(n), rows)
	wide := len(pix) / rows
	if wide >= leastColumns {
		return pix
	}
	out := bytes.Repeat([]byte{behind}, rows*leastColumns)
	for y := range rows {
		copy(out[y*leastColumns:], pix[y*wide:(y+1)*wide])
	}
	return out
}

func (l *leaf) crop(n line) image.Rectangle {
	high := max(float64(n.box.Dy()), leastShare*l.usual)
	margin := int(lineMargin*high + 0.5)
	lack := max(0, int(high+0.5)-n.box.Dy())
	b := image.Rect(n.box.Min.X-margin, n.box.Min.Y-margin-lack/2, n.box.Max.X+margin, n.box.Max.Y+margin+lack-lack/2)
	return b
}

// bar is the dash that a line of writing is, by its shape: recognisers of lines take it for a digit, which is as good as
// any other stroke to them. "" when it is none.
func (l *leaf) bar(box image.Rectangle) string {
	if float64(box.Dy()) > barShare*l.usual || box.Dx() < 2*box.Dy() || float64(l.ink.In(box)) < barInk*float64(box.Dx()*box.Dy()) {
		return ""
	}
	if float64(box.Dx()) < longBar*l.usual {
		return "-"
	}
	return "—"
}
