package bitmap

import "image"

// Lines finds the lines of writing in a part of the page: the boxes of their ink, top down. Usual is the height of a
// character of the page in pixels.
func (k *Ink) Lines(within image.Rectangle, usual float64) []image.Rectangle {
	within = within.Intersect(image.Rect(0, 0, k.Wide, k.High))
	var bands []image.Rectangle
	for y := within.Min.Y; y < within.Max.Y; y++ {
		from, to := k.extent(y, within)
		if from >= to {
			continue
		}
		row := image.Rect(from, y, to, y+1)
		if n := len(bands); n > 0 && bands[n-1].Max.Y == y {
			bands[n-1] = bands[n-1].Union(row)
		} else {
			bands = append(bands, row)
		}
	}
	return withoutSpecks(together(bands, usual), usual)
}

// extent is from where to where a row has ink.
func (k *Ink) extent(y int, within image.Rectangle) (from, to int) {
	from, to = within.Max.X, within.Min.X
	for x := within.Min.X; x < within.Max.X; x++ {
		if k.Bits[y*k.Wide+x] {
			from, to = min(from, x), x+1
		}
	}
	return from, to
}

// together takes bands for one line that are no higher than a character, with what is between them.
func together(bands []image.Rectangle, usual float64) []image.Rectangle {
	var out []image.Rectangle
	for _, b := range bands {
		if n := len(out); n > 0 && float64(out[n-1].Union(b).Dy()) <= oneLine*usual {
			out[n-1] = out[n-1].Union(b)
			continue
		}
		out = append(out, b)
	}
	return out
}

func withoutSpecks(bands []image.Rectangle, usual float64) []image.Rectangle {
	var out []image.Rectangle
	for _, b := range bands {
		if float64(b.Dx()) > speckShare*usual || float64(b.Dy()) > speckShare*usual {
			out = append(out, b)
		}
	}
	return out
}
