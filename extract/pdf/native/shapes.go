package native

import (
	"fuhe"
	"fuhe/extract/page"
)

// ringShape notes a round outline; false when it is none. Seals are drawn so.
func (in *interpreter) ringShape(points []corner, b fuhe.Box, hue page.Ink) bool {
	if !page.Round(len(points), func(i int) (x, y float64, curved bool) { return points[i].x, points[i].y, points[i].curved }, b) {
		return false
	}
	if in.count() {
		in.page.Rings = append(in.page.Rings, page.Ring{Box: b, Ink: hue})
	}
	return true
}

// shape notes a filled outline that is neither rule nor shade: a letter drawn as such, a logo.
func (in *interpreter) shape(b fuhe.Box, light float64) {
	if light > lightest && !in.onDark((b[0]+b[2])/2, (b[1]+b[3])/2) || !in.count() {
		return
	}
	in.page.Outlines = append(in.page.Outlines, b)
}

// stretched draws a thin image as the rule it is seen as.
func (in *interpreter) stretched(b fuhe.Box, light float64) {
	in.hue = greyInk
	in.bar(b, width(b) >= height(b), light)
}

// imageLight is how light an image of few pixels is; of others, and where it cannot be told, how patterns count.
func (in *interpreter) imageLight(v value) float64 {
	pixels := v.key("Width").integer() * v.key("Height").integer()
	if pixels < 1 || pixels > maxRulePixels || v.key("BitsPerComponent").integer() != 8 {
		return patternLight
	}
	space := in.colourSpace(v.key("ColorSpace"), 0)
	if space == nil || space.n == 0 || space.family != "gray" && space.family != "rgb" && space.family != "cmyk" {
		return patternLight
	}
	b, err := in.unpack(v)
	if err != nil || int64(len(b)) < pixels*int64(space.n) {
		return patternLight
	}
	sum := 0.0
	for p := range pixels {
		c := make([]float64, space.n)
		for k := range c {
			c[k] = float64(b[int(p)*space.n+k]) / 255
		}
		sum += space.lightness(c)
	}
	return sum / float64(pixels)
}
