package bitmap

import (
	"image"
	"slices"
)

// Pieces are the characters of a line of writing as far as paper tells them apart: what of the ink hangs together, with
// what stands above or below it (the dots of %, the bar of ≥), from left to right.
func (k *Ink) Pieces(within image.Rectangle) []image.Rectangle {
	within = within.Intersect(image.Rect(0, 0, k.Wide, k.High))
	seen := NewInk(within.Dx(), within.Dy())
	var out []image.Rectangle
	for x := within.Min.X; x < within.Max.X; x++ {
		for y := within.Min.Y; y < within.Max.Y; y++ {
			if k.At(x, y) && !seen.At(x-within.Min.X, y-within.Min.Y) {
				out = append(out, k.hanging(image.Pt(x, y), within, &seen))
			}
		}
	}
	return stacked(out)
}

// hanging is the box of the ink that hangs together with a pixel, which is noted as seen.
func (k *Ink) hanging(at image.Point, within image.Rectangle, seen *Ink) image.Rectangle {
	box := image.Rectangle{Min: at, Max: at.Add(image.Pt(1, 1))}
	open := []image.Point{at}
	seen.Bits[(at.Y-within.Min.Y)*seen.Wide+at.X-within.Min.X] = true
	for len(open) > 0 {
		p := open[len(open)-1]
		open = open[:len(open)-1]
		box = box.Union(image.Rectangle{Min: p, Max: p.Add(image.Pt(1, 1))})
		for dy := -1; dy <= 1; dy++ {
			for dx := -1; dx <= 1; dx++ {
				q := p.Add(image.Pt(dx, dy))
				if !q.In(within) || !k.At(q.X, q.Y) {
					continue
				}
				if i := (q.Y-within.Min.Y)*seen.Wide + q.X - within.Min.X; !seen.Bits[i] {
					seen.Bits[i] = true
					open = append(open, q)
				}
			}
		}
	}
	return box
}

// stacked are pieces with those taken together that stand above one another.
func stacked(pieces []image.Rectangle) []image.Rectangle {
	slices.SortStableFunc(pieces, func(a, b image.Rectangle) int { return a.Min.X - b.Min.X })
	var out []image.Rectangle
	for _, p := range pieces {
		if n := len(out); n > 0 {
			common := min(out[n-1].Max.X, p.Max.X) - p.Min.X
			if float64(common) > stackedShare*float64(min(out[n-1].Dx(), p.Dx())) {
				out[n-1] = out[n-1].Union(p)
				continue
			}
		}
		out = append(out, p)
	}
	return out
}
